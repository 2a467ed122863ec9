"""`pmtui interview --follow-up`: what is open is asked line by line, and what was answered before is in the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from cli.conftest import Commands

FOLLOW_UP = ("interview", "2026", "--follow-up", "p1", "--plain")


@pytest.fixture
def ended(begun: Commands) -> Commands:
    """An interview that has ended with one question left for later, and most of the required ones open."""
    begun.done("interview", "2026", "i1", "--plain", stdin="/skip\nIt paid twice.\n\n/later\n/end\n\ny\n\n")
    return begun


def test_what_is_owed_is_asked_at_the_end_and_done_with_the_follow_up(ended: Commands) -> None:
    assert "follow-up owed" in ended.done("show", "2026")
    told = ended.done(*FOLLOW_UP, stdin="A customer called.\n\n/end\n\n\n")
    assert "A follow-up: " in told
    assert "Question 1 of " in told
    assert "How did it come to light?" in told
    assert "In your own words" not in told
    assert "p1    on-call engineer, talked" in ended.done("show", "2026")
    assert "A customer called." in ended.done("history", "2026", "i1", "noticed")
    assert "later" in ended.done("history", "2026", "i1", "noticed")


def test_a_follow_up_that_was_left_goes_on(ended: Commands) -> None:
    ended.done(*FOLLOW_UP, stdin="A customer called.\n\n/quit\n")
    told = ended.done("interview", "2026", "i1", "--plain", stdin="/back\n/quit\n")
    assert "A follow-up: " in told
    assert "So far: A customer called." in told
    assert ended.done("show", "2026").count("follow-up owed") == 1
    assert ended.done(*FOLLOW_UP, "--as", "p1", stdin="/quit\n")


def test_a_follow_up_is_refused_where_there_is_none_to_hold(ended: Commands) -> None:
    for words, told in (
        (("--follow-up", "p9"), "no participant `p9`"),
        (("i9", "--follow-up", "p1"), "no interview `i9`"),
        (("--follow-up", "p1", "--new"), "leave one of it and --new out"),
        (("--follow-up", "p1", "--as", "p2"), "--as p2 answers for nobody else"),
        (("--follow-up", "p1", "--no-open"), "--no-open goes with --new"),
    ):
        assert told in ended.refused("interview", "2026", *words, "--plain")
    ended.done("participant", "2026", "--role", "product lead")
    assert "no interview with p2 yet" in ended.refused("interview", "2026", "--follow-up", "p2", "--plain")
    name = ended.done("interview", "2026", "--new", "--participant", "p2", "--no-open")
    assert f"{name} has not ended yet" in ended.refused("interview", "2026", "--follow-up", "p2", "--plain")
    assert f"{name} is not an interview of p1" in ended.refused(
        "interview", "2026", name, "--follow-up", "p1", "--plain"
    )


def test_nothing_is_begun_without_a_terminal_to_show_it(ended: Commands) -> None:
    assert "the screens need a terminal" in ended.refused("interview", "2026", "--follow-up", "p1")
    assert "ended, 2 answers" in ended.done("show", "2026")
