from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from incidents import SMALL, STAMP, answer, begun, view
from pmtui.findings import progress
from pmtui.record.changes import (
    add_participant,
    decide,
    edit_incident,
    edit_participant,
    set_interview_state,
)
from pmtui.record.fold import record

if TYPE_CHECKING:
    from plain_edit import DictEdit

ACTIONS = SMALL.replace("system.name", "action.what").replace("system.effect", "action.owner")


def step(edit: DictEdit, flags: int = 0) -> str:
    now = view(edit)
    return progress.next_step(now, record(now), flags)


def ended(text: str = SMALL, *roles: str) -> DictEdit:
    edit = begun(text, *roles)
    for name in view(edit).interviews:
        set_interview_state(edit, name, "ended", STAMP)
    return edit


def test_interviews_are_planned_when_made_and_for_whoever_waits_and_did_not_decline() -> None:
    edit = begun(SMALL, "a", "b")
    add_participant(edit, role="c")
    add_participant(edit, role="d", state="declined")
    assert progress.interviews(view(edit)) == progress.Held(done=0, planned=3)
    set_interview_state(edit, "i1", "ended", STAMP)
    assert progress.interviews(view(edit)) == progress.Held(done=1, planned=3)
    edit_participant(edit, "p3", {"state": "declined"})
    assert progress.interviews(view(edit)) == progress.Held(done=1, planned=2)


def test_first_somebody_is_needed_to_talk_with() -> None:
    edit = begun()
    edit.tables["participants"].clear()
    edit.tables["interviews"].clear()
    assert step(edit) == "Add the first participant: somebody who was close to it."
    add_participant(edit, role="log", kind="source")
    assert step(edit) == "Add the first participant: somebody who was close to it."


def test_then_interviews_that_were_begun_and_then_those_to_begin() -> None:
    edit = begun(SMALL, "on-call engineer", "product lead")
    add_participant(edit, role="support lead")
    add_participant(edit, role="counsel")
    assert step(edit) == "Go on with the interview of on-call engineer and 1 more."
    set_interview_state(edit, "i1", "ended", STAMP)
    assert step(edit) == "Go on with the interview of product lead."
    set_interview_state(edit, "i2", "ended", STAMP)
    assert step(edit) == "Talk with support lead and 1 more."


def test_then_what_was_left_for_later_and_then_flags() -> None:
    edit = ended()
    answer(edit, "i1/story", None, "later")
    answer(edit, "i1/name@s1", None, "later")
    assert step(edit, flags=2) == "Answer what was left for later: 2 questions."
    decide(edit, "drop-item", "s1", STAMP)
    assert step(edit, flags=2) == "Answer what was left for later: 1 question."
    answer(edit, "i1/story", "It began at noon.")
    assert step(edit, flags=2) == "Look at 2 flags in the answers."
    assert step(edit, flags=1) == "Look at 1 flag in the answers."


def test_then_owners_and_dates_of_actions() -> None:
    edit = ended(ACTIONS)
    answer(edit, "i1/name@a1", "A limit for each refund")
    answer(edit, "i1/name@a2", "A review of prompts")
    assert step(edit) == "Find an owner for 2 actions."
    answer(edit, "i1/effect@a1", "product lead")
    assert step(edit) == "Find an owner for 1 action."
    answer(edit, "i1/effect@a2", "product lead")
    assert step(edit) == "Agree on a date for 2 actions."


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("open", "Export the draft and hand it to reviewers."),
        ("reopened", "Export the draft and hand it to reviewers."),
        ("in_review", "Nothing is waiting."),
        ("closed", "Nothing is waiting."),
    ],
)
def test_then_the_draft_and_then_nothing(state: str, said: str) -> None:
    edit = ended()
    edit_incident(edit, {"state": state})
    assert step(edit) == said
