"""Reading rule files: what is refused, and where it says so."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from pmtui.blame import BUILT_IN, check, load
from pmtui.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path

LISTS = """\
lists:
  pronouns: I, we, he
  objects: me
  first-person: I, we
  groups: we
  roles: engineer
  half-roles: lead
  role-modifiers: senior
  machines: bot
  determiners: the
  no-one: no
  quantifiers: one
  prepositions: of, by
  function-words: of, by
  known: Monday
  first-names: Lena
  not-people: package manager
  dropped: dropped, let fall
those: those involved
address: {i: you}
left-alone: []
"""
RULE = """\
  - id: dropping
    category: counterfactual
    pattern: SUBJECT <dropped>
    reason: It rates.
    question: What did {subject} hold, when {words}?
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "rules.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_of_its_own_replaces_the_built_in_rules(tmp_path: Path) -> None:
    rules = load(written(tmp_path, f"{LISTS}rules:\n{RULE}"))
    flags = check("The engineer let fall the cup. I dropped it.", [], [], rules)
    assert [flag.question for flag in flags] == [
        "What did the engineer hold, when The engineer let fall?",
        "What did you hold, when I dropped?",
    ]


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        (RULE.replace("counterfactual", "blame"), "24:15", "`category` must be one of"),
        (RULE.replace("<dropped>", "<droped>"), "25:14", "there is no list `droped`; perhaps `dropped`"),
        (RULE.replace("SUBJECT", "SUBJEKT"), "25:14", "there is no kind `SUBJEKT`; perhaps `SUBJECT`"),
        (RULE.replace("SUBJECT <dropped>", "SUBJECT?"), "25:14", "matches nothing"),
        (RULE.replace("SUBJECT <dropped>", "(he dropped"), "25:14", "a `(` is not closed"),
        (RULE.replace("SUBJECT <dropped>", "he dropped) it"), "25:14", "`)` has nothing to close"),
        (RULE.replace("SUBJECT <dropped>", "he " * 200), "25:14", "at most 500 characters"),
        (RULE.replace("SUBJECT <dropped>", "(" * 450), "25:14", "more than 20 levels deep"),
        (RULE.replace("    reason: It rates.\n", ""), "23:5", "`reason` must be there"),
        (RULE + "    not-after: nowhere\n", "28:16", "no list and no kind `nowhere`"),
        (RULE + "    colour: red\n", "28:13", "`colour` is not known here"),
        (RULE + "    in-question: maybe\n", "28:18", "`in-question` is yes or no"),
        (RULE + "    examples: {flagged: He dropped it.}\n", "28:25", "`flagged` must be a list"),
        (RULE + RULE, "28:9", "another rule is called `dropping`"),
        ("".join(RULE.replace("SUBJECT <dropped>", "a? " * 150 + "a") for _ in range(99)), "", "too loose"),
        ("  - just words\n", "23:5", "must be a mapping"),
    ],
)
def test_a_mistake_is_refused_with_its_place(tmp_path: Path, text: str, place: str, words: str) -> None:
    path = written(tmp_path, f"{LISTS}rules:\n{text}")
    with pytest.raises(Refused) as refused:
        load(path)
    assert f"{path}:{place}" in str(refused.value)
    assert words in str(refused.value)


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    other = RULE.replace("counterfactual", "blame").replace("dropping", "letting-fall")
    text = f"{LISTS}rules:\n{RULE.replace('<dropped>', '<x>')}{other}"
    with pytest.raises(Refused) as refused:
        load(written(tmp_path, text))
    assert len(str(refused.value).splitlines()) == 2


@pytest.mark.parametrize("text", ["[]", "lists: []\nrules: {}", "lists: {roles: [a]}", "rules:\n  -\n", "a: b"])
def test_another_shape_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(Refused, match=r"rules\.yaml:1:"):
        load(written(tmp_path, text))


def test_a_list_that_tells_who_is_spoken_of_may_not_be_missing(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="the list `roles` is missing"):
        load(written(tmp_path, LISTS.replace("  roles: engineer\n", "") + f"rules:\n{RULE}"))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="cannot be read"):
        load(tmp_path / "none.yaml")


def test_importing_the_detector_imports_no_reader() -> None:
    code = "import sys, pmtui.blame; print(*{'yaml', 'pydantic', 'difflib', 'textual', 'rich'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "\n"


def test_the_built_in_rules_load() -> None:
    assert len(load(BUILT_IN).rules) > 30
