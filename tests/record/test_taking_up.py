"""A follow-up is the same interview taken up again; its end says how it stands with the participant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from incidents import SMALL, STAMP, answer, begun, view
from pmtui.record.changes import edit_participant, set_interview_state
from pmtui.record.corrections import confirm_account
from pmtui.record.taking_up import Plan, end_interview, owe, take_up, under_way

if TYPE_CHECKING:
    from plain_edit import DictEdit


def state(edit: DictEdit, name: str = "p1") -> str:
    return view(edit).participants[name].state


def test_taking_up_loses_nothing_and_ends_once_more() -> None:
    edit = begun()
    answer(edit, "i1/story", "It paid.")
    end_interview(edit, "i1", STAMP)
    assert (state(edit), under_way(view(edit), "i1")) == ("talked", None)
    plan = Plan({"story": 1}, ({"id": "own_a", "ask": "And then?", "after": "aside"},))
    take_up(edit, "i1", plan, STAMP)
    assert under_way(view(edit), "i1") == Plan({"story": 1})
    assert view(edit).questionnaire("i1").questions["own_a"].ask == "And then?"
    assert view(edit).answers["i1/story"].value == "It paid."
    assert view(edit).interview("i1").state == "running"
    end_interview(edit, "i1", STAMP)
    assert under_way(view(edit), "i1") is None


@pytest.mark.parametrize(
    ("before", "after"),
    [("to_ask", "talked"), ("agreed", "talked"), ("follow_up", "follow_up"), ("declined", "declined")],
)
def test_the_first_end_takes_back_nothing_that_was_said_of_a_participant(before: str, after: str) -> None:
    edit = begun()
    edit_participant(edit, "p1", {"state": before})
    end_interview(edit, "i1", STAMP)
    assert state(edit) == after


def test_what_was_owed_is_done_with_the_end_of_the_follow_up_or_owed_again() -> None:
    edit = begun()
    end_interview(edit, "i1", STAMP, is_owed=True)
    assert state(edit) == "follow_up"
    take_up(edit, "i1", Plan({}), STAMP)
    assert state(edit) == "follow_up"
    end_interview(edit, "i1", STAMP)
    assert state(edit) == "talked"
    take_up(edit, "i1", Plan({}), STAMP)
    end_interview(edit, "i1", STAMP, is_owed=True)
    assert state(edit) == "follow_up"


def test_an_account_stays_confirmed_unless_the_follow_up_changed_it() -> None:
    edit = begun()
    answer(edit, "i1/story", "It paid.")
    end_interview(edit, "i1", STAMP)
    confirm_account(edit, "p1", STAMP)
    take_up(edit, "i1", Plan({"story": 1}), STAMP)
    end_interview(edit, "i1", STAMP)
    assert state(edit) == "confirmed"
    take_up(edit, "i1", Plan({"story": 1}), STAMP)
    answer(edit, "i1/noticed", "A call.")
    end_interview(edit, "i1", STAMP)
    assert state(edit) == "talked"


def test_somebody_else_is_owed_a_follow_up() -> None:
    edit = begun(SMALL, "engineer", "lead")
    set_interview_state(edit, "i2", "ended", STAMP)
    owe(edit, "p2")
    assert (state(edit, "p1"), state(edit, "p2")) == ("to_ask", "follow_up")


@pytest.mark.parametrize(
    "value", [None, 3, "left", {"left": ["story"]}, {"left": {"story": "one"}, "questions": "none"}]
)
def test_a_plan_that_is_none_leaves_nothing_out(value: object) -> None:
    assert Plan.of(value) == Plan({})
