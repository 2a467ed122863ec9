from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents import QUESTIONNAIRES
from pmtui.intake.people import Person, add, begin
from pmtui.intake.starting import Form, change, read, start
from pmtui.record.view import View
from pmtui.store import Store
from refusals import refusal, refused

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 3, 14)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "store", by="facilitator")


def started(store: Store, **fields: Any) -> View:
    return View(store.view(start(store, Form(**{"title": "Refund bot", "zone": "Europe/Berlin", **fields}))))


def test_an_incident_is_named_by_the_day_that_it_was_noticed(store: Store) -> None:
    incident = started(
        store, noticed="14 March 2026 14:05", basis="logged", severity="Major", summary=" Too much. "
    ).incident
    assert (incident.id, incident.title, incident.zone) == ("2026-03-14-refund-bot", "Refund bot", "Europe/Berlin")
    assert (incident.severity, incident.state, incident.summary) == ("major", "open", "Too much.")
    noticed = incident.noticed or {}
    assert (noticed["at"], noticed["precision"], noticed["basis"]) == ("2026-03-14T14:05:00+01:00", "minute", "logged")


def test_the_zone_decides_what_day_a_time_is_on(store: Store) -> None:
    incident = started(store, zone="pacific/auckland", noticed="2026-03-14 14:05 UTC").incident
    assert incident.zone == "Pacific/Auckland"
    assert (incident.noticed or {})["at"].startswith("2026-03-1")


def test_a_second_one_of_that_name_gets_a_number_also_where_the_first_was_removed(store: Store) -> None:
    first = started(store, noticed="2026-03-14").incident.id
    assert started(store, noticed="2026-03-14").incident.id == f"{first}-2"
    store.remove(first)
    assert started(store, noticed="2026-03-14").incident.id == f"{first}-3"


def test_an_id_of_ones_own_is_taken_as_it_is(store: Store) -> None:
    form = Form(title="Refund bot", zone="UTC")
    assert start(store, form, "INC-17") == "INC-17"
    assert "exists already" in refused(start, store, form, "INC-17")
    assert "cannot be an incident's id" in refused(start, store, form, "a/b")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"title": None}, "title"),
        ({"title": "  "}, "title"),
        ({"zone": None}, "zone"),
        ({"zone": ""}, "zone"),
        ({"zone": "Europe/Berlln"}, "Europe/Berlin"),
        ({"severity": "high"}, "`high` is not one of critical, major, moderate, minor, negligible"),
        ({"state": "done"}, "`done` is not one of open, interviewing"),
        ({"state": ""}, "the state cannot be empty"),
        ({"noticed": "some day"}, "first noticed: "),
        ({"noticed": "04/05/2026"}, "first noticed: "),
        ({"noticed": "2026-03-14", "basis": "guess"}, "`guess` is not one of logged, observed"),
    ],
)
def test_what_does_not_fit_is_refused_in_one_line_and_nothing_is_made(
    store: Store, fields: dict[str, Any], said: str
) -> None:
    line = refused(lambda: started(store, **fields))
    assert said in line
    assert len(line.splitlines()) == 1
    assert store.ids() == []


def test_a_change_sets_what_is_named_and_leaves_the_rest(store: Store) -> None:
    incident = started(store, noticed="2026-03-14", severity="minor", summary="Too much.").incident
    change(store, incident.id, Form(title="  Another\n title ", state="In review", severity="", summary=""))
    now = View(store.view(incident.id)).incident
    assert (now.title, now.state, now.severity, now.summary) == ("Another title", "in_review", None, None)
    assert (now.zone, now.noticed, now.created, now.id) == (
        incident.zone,
        incident.noticed,
        incident.created,
        incident.id,
    )
    change(store, incident.id, Form(noticed=""))
    assert View(store.view(incident.id)).incident.noticed is None


def test_a_change_that_does_not_fit_changes_nothing(store: Store) -> None:
    incident = started(store).incident
    before = store.stamps()
    assert refusal(change, store, incident.id, Form(title="", severity="major")) == "the title cannot be empty"
    assert store.stamps() == before


@given(st.text(), st.text())
def test_any_words_are_taken_or_refused_in_one_line(words: str, other: str) -> None:
    form = Form(title=words, severity=words, state=words, noticed=words, basis=other, zone=other, summary=words)
    for fields in (form, Form(noticed=words), Form(zone=other), Form(severity=words)):
        said = refusal(lambda fields=fields: read(fields, noticed_zone="Europe/Berlin", today=DAY))
        assert said is None or len(said.splitlines()) == 1


def test_people_are_added_with_a_role_and_begin_interviews(store: Store) -> None:
    incident = started(store).incident.id
    assert add(store, incident, Person(" on-call\n engineer ", name="", zone="europe/london")) == "p1"
    assert add(store, incident, Person("product lead", name="Kim", function="product owner")) == "p2"
    first, second = View(store.view(incident)).participants.values()
    assert (first.role, first.name, first.zone) == ("on-call engineer", None, "Europe/London")
    assert (second.role, second.name, second.function) == ("product lead", "Kim", "product_owner")
    assert begin(store, incident, "p2", "quick", QUESTIONNAIRES) == "i1"
    held = View(store.view(incident)).interview("i1")
    assert (held.participant, held.questionnaire, held.state, held.ended) == ("p2", "quick", "planned", None)


@pytest.mark.parametrize(
    ("person", "said"), [(Person("  "), "a participant needs a role"), (Person("x", zone="Nowhere/At"), "Nowhere/At")]
)
def test_a_person_who_does_not_fit_is_refused(store: Store, person: Person, said: str) -> None:
    incident = started(store).incident.id
    assert said in refused(add, store, incident, person)
    assert View(store.view(incident)).participants == {}


def test_an_interview_with_nobody_or_about_nothing_is_refused(store: Store) -> None:
    incident = started(store).incident.id
    assert "no participant `p1`" in refused(begin, store, incident, "p1", "quick", QUESTIONNAIRES)
    assert "did you mean `quick`?" in refused(begin, store, incident, "p1", "quik", QUESTIONNAIRES)
