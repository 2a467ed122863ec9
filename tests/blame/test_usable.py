"""A team's rules with a mistake keep nobody from the built-in ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui import blame

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "The operator was careless, and the wrangler dropped the box."
OWN = """extends: en
lists:
  roles: wrangler
rules:
  - id: dropping
    category: counterfactual
    pattern: SUBJECT dropped
    reason: It rates what was done.
    question: What did {subject} hold at that point?
    examples:
      flagged: ["The wrangler dropped the box."]
      left-alone: ["The box was dropped by the crane."]
"""


def categories(folder: Path) -> list[str]:
    rules, _ = blame.usable(folder)
    return [flag.category for flag in blame.check(TEXT, (), (), rules)]


def test_a_team_adds_to_the_rules_and_a_mistake_is_told_and_hides_none(tmp_path: Path) -> None:
    folder = tmp_path / "blame"
    assert blame.usable(folder)[1] is None
    before = blame.stamp(folder)
    built_in = categories(folder)
    assert "character" in built_in
    folder.mkdir()
    (folder / "own.yaml").write_text(OWN)
    assert "counterfactual" in categories(folder)
    own = blame.stamp(folder)
    assert own != before
    (folder / "own.yaml").write_text(OWN.replace("counterfactual", "countrfactual"))
    assert categories(folder) == built_in
    assert blame.stamp(folder) != own
    fault = blame.usable(folder)[1]
    assert fault is not None
    assert "own.yaml:6:15" in fault
    assert "the built-in rules are used" in fault
