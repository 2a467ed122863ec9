from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from incidents import SMALL, begun, view
from pmtui.draft.document import document
from pmtui.record.changes import Given, Place, Stamp, decide, edit_participant, put_answer
from pmtui.record.fold import record
from pmtui.record.queue import ASK, SETTLE, asked_of_others, asking, came_from, queue_of

if TYPE_CHECKING:
    from plain_edit import DictEdit
    from pmtui.record.documents import AnswerState

FIRST = Stamp("2026-03-14T10:00:00+00:00", "alex")
BEFORE = Stamp("2026-03-14T10:59:00+01:00", "alex")
AFTER = Stamp("2026-03-14T11:01:00+01:00", "alex")


def asked(of: str = "p2", key: str = "noticed") -> tuple[DictEdit, str]:
    """On-call engineer (i1) is asked something, and it is put to another; its decision."""
    edit = begun(SMALL, "on-call engineer", "product lead")
    return edit, decide(edit, ASK, f"i1/{key}", FIRST, asking(of, "How did {story} come to light?", " who saw it "))


def answered(edit: DictEdit, stamp: Stamp, state: AnswerState = "answered", key: str = "noticed") -> None:
    question, _, item = key.partition("@")
    put_answer(edit, "i2", Place(question, item or None), Given(state, "x"), stamp)


def states(edit: DictEdit) -> list[str]:
    return [each.state for each in asked_of_others(view(edit), "i1")]


def test_what_was_put_to_somebody_stands_in_their_queue_without_what_was_answered() -> None:
    edit, name = asked()
    (entry,) = queue_of(view(edit), "p2")
    assert entry[:6] == (name, "i1", "noticed", "p2", "How did … come to light?", "who saw it")
    assert asked_of_others(view(edit), "i1") == [entry]
    assert queue_of(view(edit), "p1") == asked_of_others(view(edit), "i2") == []


@pytest.mark.parametrize(
    ("stamp", "state", "then"),
    [
        (BEFORE, "answered", "open"),
        (AFTER, "answered", "answered"),
        (AFTER, "unknown", "answered"),
        (AFTER, "declined", "answered"),
        (AFTER, "later", "open"),
    ],
)
def test_an_answer_given_since_settles_it(stamp: Stamp, state: AnswerState, then: str) -> None:
    edit, _ = asked()
    answered(edit, stamp, state)
    assert states(edit) == [then]
    assert bool(queue_of(view(edit), "p2")) == (then == "open")


def test_an_answer_about_another_item_settles_nothing() -> None:
    edit, _ = asked(key="effect@s1111")
    answered(edit, AFTER, key="effect@s2222")
    assert states(edit) == ["open"]
    answered(edit, AFTER, key="effect@s1111")
    assert states(edit) == ["answered"]


@pytest.mark.parametrize("how", ["answered", "dropped"])
def test_it_is_settled_by_hand_and_two_of_one_question_apart(how: str) -> None:
    edit, name = asked()
    decide(edit, ASK, "i1/noticed", FIRST, asking("p2", "How did it come to light?"))
    decide(edit, SETTLE, f"i2/{name}", AFTER, how)
    assert states(edit) == [how, "open"]
    assert len(queue_of(view(edit), "p2")) == 1


def test_who_asked_is_named_only_where_they_agreed() -> None:
    edit, _ = asked()
    edit_participant(edit, "p1", {"name": "Ana"})
    (entry,) = queue_of(view(edit), "p2")
    assert came_from(view(edit), entry) == "on-call engineer"
    agreed = {"quote": True, "named": True, "readers": "team", "at": FIRST.at, "by": "alex"}
    edit_participant(edit, "p1", {"consent": agreed})
    assert came_from(view(edit), entry) == "Ana"


def test_what_came_up_with_who_withdrew_is_asked_of_nobody_and_in_no_export() -> None:
    edit, _ = asked()
    edit_participant(edit, "p1", {"state": "withdrawn"})
    now = view(edit)
    assert queue_of(now, "p2") == []
    assert "who saw it" not in str(document(now, record(now)))
