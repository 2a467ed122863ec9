"""`pmtui interview --plain` begins with the opening, and what is typed instead is the first answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cli.conftest import Commands


def test_consent_is_asked_before_the_first_question_and_only_once(begun: Commands) -> None:
    told = begun.done("interview", "2026", "i1", "--plain", stdin="2\n\n" + "\n" * 9 + "2\n\n\nIt paid twice.\n\n")
    assert "consent not asked" in told
    assert "Were you involved in the incident yourself?" in told
    assert "Are you in authority over on-call engineer?" in told
    assert "May a draft quote you?" in told
    assert "was involved in the incident" in begun.done("show", "2026")
    assert begun.done("consent", "2026", "p1").startswith("quote yes · name no · read by the team")
    assert "It paid twice." in begun.done("answers", "2026", "i1")
    again = begun.done("interview", "2026", "i1", "--plain", stdin="/quit\n")
    assert "quote yes · name no · read by the team" in again
    assert "May a draft quote you?" not in again


def test_who_answers_at_once_loses_no_line(begun: Commands) -> None:
    begun.done("interview", "2026", "i1", "--plain", stdin="It paid twice.\n\nA customer called.\n\n")
    told = begun.done("answers", "2026", "i1")
    assert "It paid twice." in told
    assert "A customer called." in told
    assert begun.done("consent", "2026", "p1") == "consent not asked"
