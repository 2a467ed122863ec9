"""A sentence as an event: what it says of time and actor, the answers that hold it, and the tie to its answer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents import SMALL, STAMP, answer, begun, view
from pmtui.draft import markdown
from pmtui.errors import Refused
from pmtui.interview.events import Told, answers_of, known_of, suggested, time_in, time_of
from pmtui.interview.session import Session
from pmtui.questionnaire.values import Days
from pmtui.reading.sentences import sentences
from pmtui.record.additions import EVENT, OWN_QUESTION, event_place
from pmtui.record.changes import decide
from pmtui.record.fold import record
from pmtui.record.telling import made_of, places
from pmtui.record.withheld import OFF

if TYPE_CHECKING:
    from plain_edit import DictEdit

DAYS = Days("Europe/Berlin", first_day=date(2026, 3, 14), spoken_on=date(2026, 3, 20))
TIMELINE = """
  - id: course
    title: Course
    repeat: event
    questions:
      - {id: happened, ask: What happened?, type: long_text, maps_to: event.what}
      - {id: at, ask: When?, type: moment, maps_to: event.at}
"""


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The bot paid 412 refunds at 14:05.", "14:05"),
        ("At 3 p.m. the bot paid 400 people 20 EUR each", "3 p.m."),
        ("On 14 March at 9 am we told the vendor", "14 March at 9 am"),
        ("On 14 March 2026, about 9:30 CET, it returned 500 for 12 minutes", "14 March 2026, about 9:30 CET"),
        ("um 14 Uhr hat Marta 3 mal angerufen", "14 Uhr"),
        ("then we ran it 20 min after detected", "20 min after detected"),
        ("yesterday evening it stopped", "yesterday evening"),
        ("Around noon I called Marta.", "Around noon"),
        ("It paid at 14:05 and stopped at 15:10.", ""),
        ("I may have seen 5 errors", ""),
        ("The second time 3 of 20 failed", ""),
        ("It was fine.", ""),
        ("", ""),
    ],
)
def test_the_one_time_that_a_sentence_says(sentence: str, words: str) -> None:
    assert time_in(sentence, DAYS) == words


@given(st.text(max_size=80))
def test_any_sentence_can_be_looked_at(sentence: str) -> None:
    told = suggested(sentence, DAYS, ["bot"], "on-call engineer")
    assert told.when in " ".join(sentence.split())
    assert told.what == " ".join(sentence.split())


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("The gateway called the refund-bot.", "gateway"),
        ("I called Marta.", "on-call engineer"),
        ("It paid.", ""),
        ("Robot arms moved.", ""),
    ],
)
def test_who_acts(sentence: str, actor: str) -> None:
    assert suggested(sentence, DAYS, ["refund-bot", "gateway", "bot"], "on-call engineer").actor == actor


def told_in(asked: str) -> tuple[DictEdit, Session]:
    """An interview in which an event was made of a sentence of the story."""
    edit = begun(asked)
    answer(edit, "i1/story", "It paid at 14:05. Then it stopped.")
    session = Session(view(edit), "i1", DAYS)
    said = Told("It paid", "14:05", "gateway")
    tie = {"item": "e1234", "words": "It paid at 14:05.", "actor": True}
    answers = answers_of(session, "e1234", said)
    decide(edit, EVENT, "i1/story", STAMP, tie)
    for place, given_ in answers:
        session.tell(place, given_, STAMP)(edit)
    assert known_of(session, "e1234") == said
    assert time_of(session, "e1234") == "Sat 14 Mar 2026 14:05 CET"
    return edit, session


@pytest.mark.parametrize("asked", [SMALL, SMALL + TIMELINE], ids=["no timeline", "timeline"])
def test_an_event_is_an_item_of_the_record_whatever_the_questionnaire(asked: str) -> None:
    edit, session = told_in(asked)
    (event,) = record(view(edit)).events
    assert (event.what, event.actor, (event.at or {})["at"]) == ("It paid", "gateway", "2026-03-14T14:05:00+01:00")
    draft = markdown(view(edit), record(view(edit)))
    assert "It paid" in draft
    assert "gateway" in draft
    again = Session(view(edit), "i1", DAYS)
    assert again.walk.questionnaire == session.walk.questionnaire
    assert known_of(again, "e1234") == Told("It paid", "14:05", "gateway")
    assert ("course" in (place := event_place(again.walk.questionnaire)).section.id) == (asked != SMALL)  # type: ignore[union-attr]
    assert place is not None


def test_the_same_once_more_is_no_change_and_a_change_is_one_answer() -> None:
    _, session = told_in(SMALL)
    assert answers_of(session, "e1234", Told("It paid", "14:05", "gateway")) == []
    ((place, given_),) = answers_of(session, "e1234", Told("It paid", "", "gateway"))
    assert (place.question, given_.state) == ("own_event_at", "later")


def test_an_event_of_what_is_off_the_record_is_so_too() -> None:
    edit, _ = told_in(SMALL)
    decide(edit, OFF, "i1/story", STAMP)
    draft = markdown(view(edit), record(view(edit)))
    assert "It paid" not in draft
    assert "gateway" not in draft


TEXT = "We saw the rate. At 10.15 the bot paid 412 refunds. Then it stopped."


@pytest.mark.parametrize(
    ("now", "sentence"),
    [
        (TEXT, "At 10.15 the bot paid 412 refunds."),
        ("New first. " + TEXT, "At 10.15 the bot paid 412 refunds."),
        (TEXT.replace("412", "about 400"), "At 10.15 the bot paid about 400 refunds."),
        (TEXT.replace("At 10.15 the", "The"), "The bot paid 412 refunds."),
        ("All of it was rewritten.", None),
        ("", None),
    ],
)
def test_a_sentence_stays_an_event_when_its_words_change(now: str, sentence: str | None) -> None:
    edit = begun()
    tie = {"item": "e1", "words": "At 10.15 the bot paid 412 refunds.", "actor": False}
    decide(edit, EVENT, "i1/story", STAMP, tie)
    found = places(now, made_of(view(edit).decisions))
    assert [now[each.start : each.end] for each in found] == ([sentence] if sentence else [])


@given(st.lists(st.sampled_from(["It paid.", "It stopped at 9.", "We saw it.", "It paid again."]), max_size=6))
def test_no_two_events_share_a_sentence(said: list[str]) -> None:
    text = " ".join(said)
    edit = begun()
    for number, words in enumerate(said):
        decide(edit, EVENT, "i1/story", STAMP, {"item": f"e{number}", "words": words, "actor": False})
    found = places(text, made_of(view(edit).decisions))
    assert len(found) == len(said)
    assert set(found) == set(sentences(text))


def test_a_decision_that_nobody_can_read_is_refused_and_not_a_crash() -> None:
    edit = begun()
    decide(edit, OWN_QUESTION, "i1", STAMP, {"id": "Not An Id", "ask": "", "after": "story"})
    with pytest.raises(Refused, match="cannot be read"):
        view(edit).questionnaire("i1")
