"""Answers that were given to a question in other words wait to be confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from incidents import STAMP, answer, begun, questionnaire, view
from pmtui.draft import markdown
from pmtui.questionnaire.snapshots import snapshot
from pmtui.record.changes import Given, Place, Snapshot, Stamp, decide, put_answer
from pmtui.record.confirming import CONFIRM, to_confirm
from pmtui.record.fold import record
from pmtui.record.moving import last_move, move, move_back

if TYPE_CHECKING:
    from plain_edit import DictEdit

LATER = Stamp("2027-01-01T00:00:00+00:00", "sam")
FIRST = """\
questionnaire: small
version: 1
title: Small
sections:
  - id: all
    title: All
    questions:
      - {id: story, ask: What happened?}
      - {id: seen, ask: Who saw it?}
      - {id: open, ask: What is open?}
"""
SECOND = FIRST.replace("version: 1", "version: 2").replace("What happened?", "What happened then?")
THIRD = SECOND.replace("version: 2", "version: 3").replace("id: story", "id: told, was: [story]")


def moved(edit: DictEdit, *versions: str) -> DictEdit:
    for text in versions:
        new = questionnaire(text)
        move(edit, "i1", Snapshot(*snapshot(new)), (view(edit).questionnaire("i1"), new), STAMP)
    return edit


def told() -> DictEdit:
    edit = begun(FIRST, "operator")
    for name in ("story", "seen"):
        answer(edit, f"i1/{name}", "It paid.")
    put_answer(edit, "i1", Place("open", None), Given("later"), STAMP)
    return edit


def test_an_answer_to_a_reworded_question_waits_to_be_confirmed() -> None:
    edit = told()
    assert to_confirm(view(edit), "i1") == {}
    assert to_confirm(view(moved(edit, SECOND)), "i1") == {"story": "What happened?"}


def test_it_waits_through_further_moves_and_under_another_name() -> None:
    assert to_confirm(view(moved(told(), SECOND, THIRD)), "i1") == {"told": "What happened?"}


def test_who_answers_again_or_confirms_has_done_so() -> None:
    edit = moved(told(), SECOND)
    decide(edit, CONFIRM, "i1/story", LATER)
    assert to_confirm(view(edit), "i1") == {}
    edit = moved(told(), SECOND)
    put_answer(edit, "i1", Place("story", None), Given("answered", "It paid twice."), LATER)
    assert to_confirm(view(edit), "i1") == {}


def test_a_move_that_was_undone_leaves_nothing_to_confirm() -> None:
    edit = moved(told(), SECOND)
    last = last_move(view(edit), "i1")
    assert last
    move_back(edit, last, STAMP)
    assert to_confirm(view(edit), "i1") == {}


def test_the_draft_says_what_is_not_confirmed() -> None:
    known = view(moved(told(), SECOND))
    assert [(gap.question, gap.state) for gap in record(known).gaps] == [("story", "unconfirmed"), ("open", "later")]
    assert "answered when it was asked in other words" in markdown(known, record(known))
