"""Line by line: several sittings in which the line drops in the middle of an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents import begun, view

from .test_plain import ASKED, Sitting

if TYPE_CHECKING:
    from plain_edit import DictEdit

LINES = ("It paid twice.", "Then a customer called.", "We switched it off.")


def _story(edit: DictEdit) -> object:
    return view(edit).answers["i1/story"].value


def test_each_line_is_kept_as_it_is_typed() -> None:
    assert Sitting(begun(ASKED), *LINES, "").kept == [
        f"{LINES[0]}\n",
        "{}\n{}\n".format(*LINES),
        "{}\n{}\n{}\n".format(*LINES),
    ]


@given(st.integers(0, 3))
def test_what_was_typed_before_the_line_dropped_is_no_line_short(dropped_behind: int) -> None:
    edit = begun(ASKED)
    unsaved = "\n".join(LINES[:dropped_behind])
    sitting = Sitting(edit, *LINES[dropped_behind:], "", unsaved=unsaved)
    assert _story(edit) == "\n".join(LINES)
    assert sitting.said("Typed and not saved yet: It paid twice.") == bool(unsaved)


def test_what_is_not_wanted_is_dropped() -> None:
    sitting = Sitting(begun(ASKED), "/discard", "/discard", "/quit", unsaved="It pai")
    assert sitting.kept == [""]
    assert [line for line in sitting.heard if "rop" in line or "Nothing is typed" in line][1:] == [
        "Dropped.",
        "Nothing is typed that is not saved.",
    ]
    assert sitting.answers == {}


def test_going_elsewhere_first_takes_nothing_along() -> None:
    edit = begun(ASKED)
    Sitting(edit, "/next", "5", "/go happened", "", "/quit", unsaved="It paid")
    assert (_story(edit), view(edit).answers["i1/size"].value) == ("It paid", 5)


def test_a_long_answer_grows_and_is_replaced_only_on_purpose() -> None:
    edit = begun(ASKED)
    sitting = Sitting(edit, LINES[0], "", "/back", LINES[1], "", "/quit")
    assert sitting.said("What you type is added to it")
    assert _story(edit) == "\n".join(LINES[:2])
    Sitting(edit, "/go happened", "/instead", f"/instead {LINES[2]}", "", "/quit")
    assert _story(edit) == LINES[2]


@pytest.mark.parametrize("words", ["5", "about five"])
def test_an_answer_of_one_line_is_taken_up_as_well(words: str) -> None:
    edit = begun(ASKED)
    Sitting(edit, LINES[0], "", "/quit")
    Sitting(edit, "/go how bad", words, "/quit")
    assert view(edit).answers["i1/bad"].value == words


def test_what_is_not_stored_is_not_kept() -> None:
    assert Sitting(begun(ASKED), "/off store", *LINES, "", "/quit", "/quit").kept == []


@pytest.mark.parametrize(
    ("edits", "typed", "expected"),
    [
        (True, ("ld.", ""), "It paid twice.\nNobody was told."),
        (False, ("ld.", ""), "It paid twice.\nNobody was to\nld."),
        (False, ("",), "It paid twice.\nNobody was to"),
        (True, ("", ""), "It paid twice.\nNobody was to"),
    ],
)
def test_a_line_that_was_not_entered_goes_on_where_it_ends(edits: bool, typed: tuple[str, ...], expected: str) -> None:
    edit = begun(ASKED)
    Sitting(edit, *typed, unsaved="It paid twice.\nNobody was to", edits=edits)
    assert _story(edit) == expected
