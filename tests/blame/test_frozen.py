"""The compiled form of the built-in rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pmtui.blame import BUILT_IN, check, frozen, load
from pmtui.blame.compiling import compiled
from pmtui.blame.rule_files import gathered

if TYPE_CHECKING:
    from pathlib import Path


def test_the_compiled_rules_are_those_of_the_rule_files() -> None:
    assert frozen.FILE.read_text(encoding="utf-8") == frozen.text(), "run: python -m pmtui.blame.frozen"


def test_compiled_rules_flag_what_the_rule_files_flag() -> None:
    anew = compiled(gathered([BUILT_IN], BUILT_IN))
    rules = load(BUILT_IN)
    assert rules.rules == anew.rules
    texts = [text for rule in rules.rules for text in (*rule.flagged, *rule.left_alone)]
    for text in texts:
        assert check(text, ["Rosa"], ["kettle"], rules) == check(text, ["Rosa"], ["kettle"], anew)


@pytest.mark.parametrize("held", [None, "", "{}", "[]", "null", '{"sources": {"rules.yaml": 1}}'])
def test_a_compiled_form_that_does_not_fit_is_passed_over(
    held: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "rules.json"
    if held is not None:
        file.write_text(held, encoding="utf-8")
    monkeypatch.setattr(frozen, "FILE", file)
    assert frozen.read() is None


def test_without_a_compiled_form_the_rule_files_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frozen, "read", lambda: None)
    assert len(load(BUILT_IN).rules) > 30
