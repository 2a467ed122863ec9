"""A follow-up asks what is open and nothing that is settled, and going through it loses no answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents import SMALL, STAMP, answer, begun, view
from pmtui.interview.session import Session
from pmtui.interview.taking_up import begin, interview_of, number_words, planned
from pmtui.questionnaire.values import Days
from pmtui.record import changes
from pmtui.record.additions import OWN_QUESTION
from pmtui.record.changes import Given, Stamp
from pmtui.record.queue import ASK, SETTLE, asking, queue_of
from pmtui.record.taking_up import end_interview, take_up
from refusals import refused

if TYPE_CHECKING:
    from plain_edit import DictEdit

LATER = Stamp("2026-03-15T10:00:00+00:00", "facilitator")
DAYS = Days("Europe/Berlin")
ASKED = SMALL.replace("{id: noticed,", "{id: noticed, required: true,")
STATES = st.sampled_from(["none", "answered", "unknown", "declined", "not_applicable", "later", "open"])


def session(edit: DictEdit, interview: str = "i1") -> Session:
    return Session(view(edit), interview, DAYS, None)


def taken_up(edit: DictEdit, interview: str = "i1") -> Session:
    """The interview ended and taken up again, as it is opened then."""
    end_interview(edit, interview, STAMP)
    plan = planned(session(edit, interview))
    assert plan
    take_up(edit, interview, plan, STAMP)
    return session(edit, interview)


def walked(session: Session) -> list[str]:
    """The keys of the questions from the first to the last; items by their question."""
    while session.back():
        pass
    found = [session.step.key]
    while session.forward():
        found.append(session.step.key)
    return [str(each).partition("@")[0] for each in found]


@given(st.fixed_dictionaries(dict.fromkeys(("story", "noticed", "aside", "name@s1", "effect@s1"), STATES)))
def test_it_asks_exactly_what_is_later_open_or_required(states: dict[str, str]) -> None:
    edit = begun(ASKED)
    for name, state in states.items():
        if state != "none":
            answer(edit, f"i1/{name}", "words" if state == "answered" else None, state, "why")  # type: ignore[arg-type]
    end_interview(edit, "i1", STAMP)
    wanted = {name.partition("@")[0] for name, state in states.items() if state in ("later", "open")}
    wanted |= {"noticed"} if states["noticed"] == "none" else set()
    plan = planned(session(edit))
    assert (plan is None) == (not wanted)
    if plan:
        take_up(edit, "i1", plan, STAMP)
        assert {each for each in walked(session(edit)) if each != "None"} == wanted


def test_it_begins_at_the_first_and_stays_the_same_while_it_is_answered() -> None:
    edit = begun(ASKED)
    answer(edit, "i1/story", "It paid.")
    answer(edit, "i1/aside", None, "later")
    held = taken_up(edit)
    assert (held.step.key, number_words(held)) == ("noticed", "1 of 2")
    held.answer(Given("answered", "A call."), STAMP)(edit)
    assert held.forward()
    assert (held.step.key, number_words(held)) == ("aside", "2 of 2")
    assert held.back()
    again = session(edit)
    assert (again.step.key, walked(again)) == ("noticed", ["noticed", "aside"])
    assert not held.back()


def test_any_question_can_be_gone_to_and_what_is_changed_there_is_a_part_of_it() -> None:
    edit = begun(ASKED)
    answer(edit, "i1/story", "It paid.")
    held = taken_up(edit)
    held.go_to({"section": "opening", "question": "story", "item": None})
    assert (held.step.key, number_words(held)) == ("story", "0 of 1")
    held.answer(Given("answered", "It paid twice."), STAMP)(edit)
    assert view(edit).answers["i1/story"].revision == 2
    assert walked(session(edit)) == ["story", "noticed"]


def test_another_item_is_asked_about_whole() -> None:
    edit = begun(ASKED)
    answer(edit, "i1/name@s1", "bot")
    held = taken_up(edit)
    held.go_to({"section": "systems", "question": None, "item": None})
    held.add_item()
    held.answer(Given("answered", "ranker"), STAMP)
    assert held.forward()
    assert held.step.key == f"effect@{held.step.item}"
    assert held.forward()
    assert held.step.question is None


def test_a_question_that_an_answer_opens_is_asked_too() -> None:
    edit = begun(ASKED.replace("ask: Anything else?}", "ask: Anything else?, when: noticed == 'a call'}"))
    held = taken_up(edit)
    assert walked(held) == ["noticed"]
    held.answer(Given("answered", "a call"), STAMP)
    assert walked(held) == ["noticed", "aside"]


def test_what_others_asked_has_its_place_or_gets_one() -> None:
    edit = begun(ASKED, "engineer", "lead", "analyst")
    for name in ("i1/noticed", "i1/story"):
        answer(edit, name, "words")
    changes.decide(edit, ASK, "i2/story", LATER, asking("p1", "What happened?", "they know"))
    changes.decide(edit, ASK, "i3/elsewhere", LATER, asking("p1", "Which limit?"))
    changes.decide(edit, ASK, "i3/dropped", LATER, asking("p1", "Which hour?"))
    changes.decide(edit, SETTLE, "i1/d3", LATER, "dropped")
    held = taken_up(edit)
    story, own = walked(held)
    assert story == "story"
    assert own.startswith("own_")
    assert held.question is not None
    assert held.question.ask == "Which limit?"
    held.answer(Given("answered", "The daily one."), LATER)(edit)
    assert [each.ask for each in queue_of(view(edit), "p1")] == ["What happened?"]


def test_a_question_of_ones_own_without_an_answer_is_asked() -> None:
    edit = begun(ASKED)
    answer(edit, "i1/noticed", "A call.")
    changes.decide(edit, OWN_QUESTION, "i1", STAMP, {"id": "own_abcde", "ask": "And the limit?", "after": "story"})
    assert walked(taken_up(edit)) == ["own_abcde"]


def test_it_goes_on_in_the_session_that_it_was_begun_in() -> None:
    edit = begun(ASKED, "engineer", "lead")
    answer(edit, "i1/noticed", "A call.")
    changes.decide(edit, ASK, "i2/elsewhere", STAMP, asking("p1", "Which limit?"))
    end_interview(edit, "i1", STAMP)
    held = session(edit)
    plan = planned(held)
    assert plan
    begin(held, plan, "facilitator")
    assert held.question is not None
    assert held.question.ask == "Which limit?"
    take_up(edit, "i1", plan, STAMP)
    assert held.renew(view(edit), DAYS)
    assert held.question.ask == "Which limit?"


def test_which_interview_is_followed_up() -> None:
    edit = begun(ASKED, "engineer", "lead")
    asked = edit.tables["questionnaires"]
    snapshot = changes.Snapshot(*next(iter(asked.items())))
    changes.add_interview(edit, "p1", snapshot, STAMP)
    assert "which interview? name one of i1, i3" in refused(lambda: interview_of(view(edit), "p1"))
    assert interview_of(view(edit), "p1", "i3") == "i3"
    assert "i2 is not an interview of p1" in refused(lambda: interview_of(view(edit), "p1", "i2"))
    end_interview(edit, "i3", STAMP)
    assert interview_of(view(edit), "p1") == "i3"
    end_interview(edit, "i1", STAMP)
    assert "which interview" in refused(lambda: interview_of(view(edit), "p1"))
    taken_up(edit)
    assert interview_of(view(edit), "p1") == "i1"
    nobody = changes.add_participant(edit, role="counsel")
    assert "no interview with p3 yet" in refused(lambda: interview_of(view(edit), nobody))


@pytest.mark.parametrize("name", ["p9", ""])
def test_nobody_is_followed_up_who_is_not_there(name: str) -> None:
    assert "no participant" in refused(lambda: interview_of(view(begun()), name))
