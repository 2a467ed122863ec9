"""A question of one's own: asked, answered, exported and dropped like any other, in every reading of the interview."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents import SMALL, STAMP, answer, begun, questionnaire, view
from pmtui.draft import markdown
from pmtui.draft.document import document
from pmtui.errors import Refused
from pmtui.interview.dictation import Dictation
from pmtui.interview.own_questions import LONGEST, add, drop, is_own
from pmtui.interview.session import Session
from pmtui.questionnaire.snapshots import snapshot
from pmtui.questionnaire.values import Days
from pmtui.record.additions import DROP_QUESTION, OWN_QUESTION
from pmtui.record.changes import Snapshot, decide
from pmtui.record.fold import record
from pmtui.record.moving import move, preview

if TYPE_CHECKING:
    from plain_edit import DictEdit

DAYS = Days("Europe/Berlin", date(2026, 3, 14), date(2026, 3, 20))
ASK = "What did the runbook say?"


def asked(edit: DictEdit, words: str = ASK, at: str = "story") -> tuple[Session, str]:
    """A session in which a question was added behind the question `at`; and its id."""
    session = Session(view(edit), "i1", DAYS)
    session.go_to({"section": session.walk.questionnaire.section_of[at].id, "question": at, "item": None})
    value = add(session, words, STAMP.by)
    decide(edit, OWN_QUESTION, "i1", STAMP, value)
    return session, value["id"]


def order(session: Session) -> list[str]:
    return list(session.walk.questionnaire.questions)


def test_it_is_asked_behind_the_one_at_hand_now_and_when_it_is_read_again() -> None:
    edit = begun()
    session, name = asked(edit)
    assert session.step.question is not None
    assert session.step.question.id == "story"
    assert order(session)[:3] == ["story", name, "noticed"]
    again = Session(view(edit), "i1", DAYS)
    assert again.walk.questionnaire == session.walk.questionnaire
    session.forward()
    assert (session.question and session.question.ask, session.note) == (ASK, f"Added by {STAMP.by}.")
    assert sum(each.total for each in session.walk.progress()) == sum(
        each.total for each in Session(view(begun()), "i1", DAYS).walk.progress()
    ) + 1  # fmt: skip


def test_its_answer_is_in_the_draft_and_the_export_and_can_be_given_by_name() -> None:
    edit = begun()
    _, name = asked(edit)
    Dictation(view(edit), "i1", "alex").change(name, "It said to wait.", "answered", None)(edit)
    known = view(edit)
    draft = markdown(known, record(known))
    assert ASK in draft
    assert "It said to wait" in draft
    exported = document(known, record(known))
    assert [each["by"] for each in exported["decisions"] if each["kind"] == OWN_QUESTION] == [STAMP.by]
    (account,) = exported["record"]["accounts"]
    assert (account["replies"][0]["ask"], account["replies"][0]["value"]) == (ASK, "It said to wait.")


def test_other_interviews_and_the_questionnaire_itself_stay_as_they_are() -> None:
    edit = begun(SMALL, "operator", "model owner")
    before = dict(edit.tables["questionnaires"])
    _, name = asked(edit)
    assert name not in view(edit).questionnaire("i2").questions
    assert edit.tables["questionnaires"] == before


def test_one_without_an_answer_can_be_dropped_and_one_with_an_answer_stays() -> None:
    edit = begun()
    session, name = asked(edit)
    session.forward()
    assert is_own(session)
    assert drop(session) == name
    assert name not in order(session)
    assert session.step.question is not None
    assert session.step.question.id == "story"
    # Somebody else answered it meanwhile: then nothing is lost.
    answer(edit, f"i1/{name}", "It said to wait.")
    decide(edit, DROP_QUESTION, "i1", STAMP, name)
    assert name in view(edit).questionnaire("i1").questions
    later = Session(view(edit), "i1", DAYS)
    later.go_to({"section": "opening", "question": name, "item": None})
    with pytest.raises(Refused, match="has an answer"):
        drop(later)
    later.back()
    with pytest.raises(Refused, match="part of the questionnaire"):
        drop(later)


def test_a_dropped_one_is_asked_no_more() -> None:
    edit = begun()
    _, name = asked(edit)
    decide(edit, DROP_QUESTION, "i1", STAMP, name)
    assert name not in view(edit).questionnaire("i1").questions


def test_it_goes_along_to_another_version_of_the_questionnaire() -> None:
    edit = begun()
    _, name = asked(edit)
    answer(edit, f"i1/{name}", "It said to wait.")
    text = SMALL.replace("version: 1", "version: 2").replace(
        "{id: story, ask: What happened?, type: long_text, maps_to: account.told}", "{id: new_one, ask: Anything new?}"
    )
    new = questionnaire(text)
    (row,) = [each for each in preview(view(edit), "i1", new) if each.ask == ASK]
    assert row.fate == "carried"
    move(edit, "i1", Snapshot(*snapshot(new)), (view(edit).questionnaire("i1"), new), STAMP)
    assert name in view(edit).questionnaire("i1").questions
    assert "It said to wait" in markdown(view(edit), record(view(edit)))
    assert not record(view(edit)).kept


@given(st.lists(st.tuples(st.integers(0, 20), st.sampled_from(["a", "b", "drop"])), max_size=12))
def test_whatever_is_added_and_dropped_both_readings_agree_and_nothing_else_is_missing(
    steps: list[tuple[int, str]],
) -> None:
    edit = begun()
    answer(edit, "i1/name@s1", "gateway")
    session = Session(view(edit), "i1", DAYS)
    own = set(order(session))
    for position, what in steps:
        session.position = position % len(session.walk.steps)
        if session.step.question is None:
            continue
        if what == "drop" and is_own(session):
            decide(edit, DROP_QUESTION, "i1", STAMP, drop(session))
        elif what != "drop":
            decide(edit, OWN_QUESTION, "i1", STAMP, add(session, what, STAMP.by))
    assert own <= set(order(session))
    assert order(Session(view(edit), "i1", DAYS)) == order(session)


@pytest.mark.parametrize(
    ("words", "why"), [("", "needs words"), ("  \n", "needs words"), ("x" * (LONGEST + 1), "read aloud")]
)
def test_what_is_no_question(words: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        asked(begun(), words)
