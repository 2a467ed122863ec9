from __future__ import annotations

from pmtui.findings import timeline
from pmtui.record.items import Event, Record


def event(name: str, **moment: object) -> Event:
    return Event(id=name, accounts=("i1",), at=moment or None, what=name)


def test_entries_stand_in_order_of_time_across_offsets_and_the_unknown_ones_last() -> None:
    events = (
        event("nothing said"),
        event("words alone", words="some time later"),
        event("late", words="x", at="2026-03-14T10:00:00+01:00", precision="minute"),
        event("early", words="x", at="2026-03-14T09:00:00+02:00", precision="minute"),
        event("the day", words="x", at="2026-03-14T00:00:00+01:00", precision="day"),
    )
    order = [each.id for each in timeline.entries(Record(events=events))]
    assert order == ["the day", "early", "late", "nothing said", "words alone"]


def test_entries_at_one_time_stay_as_they_were_told() -> None:
    events = tuple(event(name, words="x", at="2026-03-14T10:00:00+01:00", precision="minute") for name in "cab")
    assert [each.id for each in timeline.entries(Record(events=events))] == ["c", "a", "b"]


def test_a_moment_that_cannot_be_read_stays_as_its_words() -> None:
    assert timeline.moment({"words": "noon", "at": "never"}).words == "noon"
    assert timeline.moment({"words": "noon", "at": "never"}).at is None
    assert timeline.moment({"at": "2026-03-14T10:00:00+01:00"}).at == "2026-03-14T10:00:00+01:00"
    assert timeline.moment(None).words == ""
