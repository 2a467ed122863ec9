"""`pmtui consent`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cli.conftest import Commands


def test_consent_is_shown_changed_in_parts_and_remembered(begun: Commands) -> None:
    assert begun.done("consent", "2026", "p1") == "consent not asked"
    begun.done("answer", "2026", "i1", "story", "It paid twice.")
    for choice, is_in in (("no", False), ("yes", True)):
        said = begun.done("consent", "2026", "p1", "--quote", choice)
        assert said.startswith(f"quote {choice} · name no · read by the team")
        assert ("It paid twice." in begun.done("export", "2026")) == is_in
    told = begun.done("consent", "2026", "p1", "--readers", "anyone").splitlines()
    assert told[0] == "quote yes · name no · read by anyone"
    assert [line.rpartition("  ")[2] for line in told[2:]] == ["quote yes · name no · read by the team", told[0]]
    history = json.loads(begun.done("consent", "2026", "p1", "--format", "json"))
    assert [each["value"]["readers"] for each in history] == ["team", "team", "anyone"]
    assert all(each["by"] for each in history)
