"""`pmtui account`, and corrections by `pmtui answer`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Commands


def test_an_account_is_written_checked_corrected_and_confirmed(begun: Commands, home: Path) -> None:
    begun.done("answer", "2026", "i1", "story", "It paid twice.")
    assert "> It paid twice." in begun.done("account", "2026", "p1")
    assert begun.done("account", "2026", "p1", "-o", "account.md").startswith("written to ")
    assert "> It paid twice." in (home / "account.md").read_text()
    assert "is there already and was not changed" in begun.refused("account", "2026", "p1", "-o", "account.md")
    begun.done("answer", "2026", "i1", "story", "It paid once.", "--correction", "asked by the participant")
    assert "asked by the participant" in begun.done("account", "2026", "p1")
    assert "correction: asked by the participant" in begun.done("history", "2026", "i1", "story")
    assert begun.done("account", "2026", "p1", "--confirm") == "p1 confirmed"
    assert "confirmed on " in begun.done("account", "2026", "p1")
    begun.done("answer", "2026", "i1", "story", "It paid three times.")
    assert "changed since it was confirmed" in begun.done("account", "2026", "p1")


@pytest.mark.parametrize("state", ["declined", "withdrawn"])
def test_nothing_is_confirmed_begun_or_taken_up_with_who_takes_no_part(begun: Commands, state: str) -> None:
    begun.done("answer", "2026", "i1", "story", "It paid twice.")
    begun("participant", "2026", "p1", "--state", state)
    for words in (
        ("account", "2026", "p1", "--confirm"),
        ("participant", "2026", "p1", "--state", "confirmed"),
        ("interview", "2026", "--new", "--participant", "p1", "--no-open"),
        ("interview", "2026", "--follow-up", "p1", "--plain"),
        ("invite", "2026", "p1"),
    ):
        told = begun.refused(*words)
        assert told.startswith(
            f"p1 has {state}; another state comes first: `pmtui participant 2026-03-14-refund-bot p1"
        )
    assert begun("show", "2026").out.count("i1 ") == 1
    assert f", {state}" in begun("show", "2026").out
    begun.done("participant", "2026", "p1", "--state", "talked")
    assert begun.done("account", "2026", "p1", "--confirm") == "p1 confirmed"
