"""Reading rule files: what is refused, and where it says so."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from pmtui.blame import BUILT_IN, check, load, load_folder
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
        "What did the engineer hold, when let fall?",
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
        (RULE.replace("SUBJECT <dropped>", "he " * 400), "25:14", "at most 1000 characters"),
        (RULE.replace("SUBJECT <dropped>", "(" * 450), "25:14", "more than 20 levels deep"),
        (RULE.replace("    reason: It rates.\n", ""), "23:5", "`reason` must be there"),
        (RULE + "    not-after: nowhere\n", "28:16", "no list and no kind `nowhere`"),
        (RULE + "    colour: red\n", "28:13", "`colour` is not known here"),
        (RULE + "    in-question: maybe\n", "28:18", "`in-question` is yes or no"),
        (RULE + "    examples: {flagged: He dropped it.}\n", "28:25", "`flagged` must be a list"),
        (RULE + RULE, "28:9", "another rule is called `dropping`"),
        (
            "".join(
                RULE.replace("dropping", f"d{n}").replace("SUBJECT <dropped>", "a? " * 300 + "a") for n in range(9)
            ),
            "",
            "too loose",
        ),
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


def test_a_rule_of_another_file_may_be_switched_off_changed_and_joined_by_new_ones(tmp_path: Path) -> None:
    first = f"extends: en\noff: [should-have, should-have-been]\nlists: {{machines: kettle}}\nrules:\n{RULE}"
    (tmp_path / "1.yaml").write_text(first.replace("<dropped>", "dropped"), encoding="utf-8")
    (tmp_path / "2.yaml").write_text(f"extends: en\nrules:\n{RULE}".replace("<dropped>", "tossed"), encoding="utf-8")
    rules = load_folder(tmp_path)
    text = "The clerk should have rung. The kettle lied. The clerk dropped it. The clerk tossed it."
    assert [text[flag.start : flag.end] for flag in check(text, [], [], rules)] == ["lied", "tossed"]


def test_a_file_that_extends_nothing_replaces_the_rules(tmp_path: Path) -> None:
    written(tmp_path, f"language: xx\n{LISTS}rules:\n{RULE}")
    rules = load_folder(tmp_path)
    assert rules.language == "xx"
    assert [flag.rule for flag in check("The engineer dropped it and forgot it.", [], [], rules)] == ["dropping"]


def test_without_files_a_team_has_the_built_in_rules(tmp_path: Path) -> None:
    assert load_folder(tmp_path / "none").rules == load_folder(tmp_path).rules == load(BUILT_IN).rules


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("extends: fr", "1:10", "built-in rules for `en` only"),
        ("extends: en\noff: [no-such]", "2:7", "there is no rule `no-such`"),
        ("extends: en\nparts: [../x.yaml]", "2:9", "no file `../x.yaml` below"),
        ("extends: en\nlists: {roles: [a]}", "2:16", "a list is one text"),
        (
            "extends: en\nrules:\n" + RULE.replace("SUBJECT <dropped>", "'{whom}'"),
            "5:14",
            "there is no shape `whom`; perhaps `who`",
        ),
        ("extends: en\nrules:\n" + RULE + "    only: dislike\n", "8:11", "`only` must be one of"),
        ("extends: en\nrules:\n" + RULE + "    reach: far\n", "8:12", "`reach` must be one of"),
    ],
)
def test_a_mistake_in_a_teams_file_is_refused_with_its_place(tmp_path: Path, text: str, place: str, words: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(Refused) as refused:
        load_folder(tmp_path)
    assert f"{path}:{place}" in str(refused.value)
    assert words in str(refused.value)
