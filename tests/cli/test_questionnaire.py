"""`pmtui questionnaire`, as those use it who write questionnaires."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Commands

GOOD = """questionnaire: ours
version: 1
title: Ours
sections:
  - id: all
    title: All
    questions:
      - {id: bad, ask: How bad?, choices: [low, high]}
      - {id: who, ask: Who was harmed?, when: 'bad == "high"'}
tests:
  - name: little harm
    given: {bad: low}
    expect: {not_asked: [who]}
"""
WARNED = GOOD.replace("Who was harmed?", "Whose fault was it?")
WRONG = GOOD.replace("bad ==", "bda ==")


@pytest.fixture
def written(home: Path) -> Path:
    for name, text in (("good", GOOD), ("warned", WARNED), ("wrong", WRONG)):
        (home / f"{name}.yaml").write_text(text)
    return home


def test_lint_exits_with_what_it_found(pmtui: Commands, written: Path) -> None:
    assert pmtui.done("questionnaire", "lint", "good.yaml") == "1 file: nothing found"
    warned = pmtui("questionnaire", "lint", "good.yaml", "warned.yaml")
    assert (warned.status, warned.out.splitlines()[-1]) == (1, "0 errors, 1 warning")
    wrong = pmtui("questionnaire", "lint", "wrong.yaml", "warned.yaml", "gone.yaml")
    assert wrong.status == 2
    first, line, caret, *_ = wrong.out.splitlines()
    assert first.startswith("wrong.yaml:9:48: there is no question `bda` - did you mean `bad`? [logic/condition]")
    assert line.index("bda") == caret.index("^")
    assert "gone.yaml: cannot be read" in wrong.out


def test_lint_speaks_to_programs(pmtui: Commands, written: Path) -> None:
    told = pmtui("questionnaire", "lint", "wrong.yaml", "warned.yaml", "--format", "json")
    assert [(each["file"], each["line"], each["level"], each["code"]) for each in json.loads(told.out)] == [
        ("wrong.yaml", 9, "error", "logic/condition"),
        ("warned.yaml", 9, "warning", "blame/leading-question"),
    ]
    assert json.loads(pmtui.done("questionnaire", "lint", "good.yaml", "--format", "json")) == []
    lines = pmtui("questionnaire", "lint", "wrong.yaml", "--format", "github").out.splitlines()
    assert lines == [
        "::error file=wrong.yaml,line=9,col=48,title=logic/condition::there is no question `bda` - did you mean `bad`?"
    ]
    assert pmtui.done("questionnaire", "lint", "good.yaml", "--format", "github") == ""


def test_a_new_version_is_held_against_the_old_one(pmtui: Commands, written: Path) -> None:
    (written / "new.yaml").write_text(GOOD.replace("id: who", "id: whom"))
    found = pmtui("questionnaire", "lint", "new.yaml", "--against", "good.yaml")
    assert found.status == 2
    assert "change/vanished" in found.out
    assert "change/version" in found.out
    differs = pmtui("questionnaire", "diff", "good.yaml", "new.yaml")
    assert (differs.status, differs.out.splitlines()) == (
        1,
        ["vanished  who  Who was harmed?", "new  whom  Who was harmed?"],
    )
    assert "ask the same" in pmtui.done("questionnaire", "diff", "good.yaml", "good.yaml")


def test_an_outline_and_the_tests_of_a_file(pmtui: Commands, written: Path) -> None:
    text = pmtui.done("questionnaire", "outline", "good.yaml")
    assert "Asked when “How bad?” is high" in text
    assert pmtui.done("questionnaire", "test", "good.yaml") == "ok  little harm\n1 test, 0 failed"
    (written / "failing.yaml").write_text(GOOD.replace("not_asked", "asked"))
    failing = pmtui("questionnaire", "test", "failing.yaml")
    assert (failing.status, failing.out.splitlines()[:2]) == (1, ["failed  little harm", "    `who` is not asked"])
    assert pmtui("questionnaire", "test", "quick").status == 1


def test_those_that_there_are_are_listed_with_their_mistakes(begun: Commands, home: Path) -> None:
    shelf = home / "store" / "questionnaires"
    shelf.mkdir()
    (shelf / "ours.yaml").write_text(WRONG)
    listed = begun("questionnaire", "list")
    assert listed.status == 2
    assert "quick  version 2, 15 questions, Quick review" in listed.out
    assert "ours  " in listed.out
    assert "there is no question `bda`" in listed.out
    rows = {row["name"]: row for row in json.loads(begun("questionnaire", "list", "--format", "json").out)}
    assert rows["quick"]["fault"] is None
    assert rows["ours"]["file"] == str(shelf / "ours.yaml")
    (shelf / "ours.yaml").write_text(GOOD)
    begun.done("interview", "2026", "--new", "--participant", "p1", "--questionnaire", "ours", "--no-open")


def test_the_schema_is_printed(pmtui: Commands) -> None:
    assert json.loads(pmtui.done("questionnaire", "schema"))["$schema"].endswith("draft-07/schema#")


def test_a_hidden_answer_is_counted_and_kept(begun: Commands, written: Path) -> None:
    begun.done("interview", "2026", "--new", "--participant", "p1", "--questionnaire", "good.yaml", "--no-open")
    begun.done("answer", "2026", "i2", "bad", "high")
    begun.done("answer", "2026", "i2", "who", "patients")
    begun.done("answer", "2026", "i2", "bad", "low")
    assert "1 answer kept but not in the report" in begun.done("show", "2026")
    begun.done("consent", "2026", "p1", "--quote", "yes")
    assert "patients" in begun.done("export", "2026").partition("## Kept, not part of this draft")[2]


def test_coverage_says_what_the_questionnaires_ask_for(pmtui: Commands, home: Path) -> None:
    shelf = home / "store" / "questionnaires"
    shelf.mkdir(parents=True)
    asked = GOOD.replace("ask: How bad?", "ask: How bad?, covers: [IM-02]")
    (shelf / "ours.yaml").write_text(asked)
    told = pmtui("questionnaire", "coverage", "--standard", "oecd", "--format", "json")
    items = {each["id"]: each for each in json.loads(told.out)}
    assert items["IM-02"]["questions"]["ours"] == ["bad"]
    assert "OECD" in items["IM-02"]["required_by"]
    assert all("OECD" in each["asked_by"] for each in items.values())
    assert told.status == (0 if all(each["questions"] for each in items.values()) else 1)
    lines = pmtui("questionnaire", "coverage").out.splitlines()
    assert lines[lines.index("ours: 1 item") + 1] == "  IM-02"
    words = pmtui("questionnaire", "coverage", "--standard", "OECD").out
    assert words.startswith(f"OECD: {sum(bool(each['questions']) for each in items.values())} of {len(items)} items")


def test_an_incident_is_held_against_a_standard(begun: Commands) -> None:
    told = begun.done("show", "2026", "--coverage", "gdpr")
    assert told.startswith("GDPR: ")
    assert "ask privacy and legal" in told
    items = json.loads(begun.done("show", "2026", "--coverage", "all", "--format", "json"))
    assert len(items) == 110
    assert items[0] == {**items[0], "id": "ID-01", "state": "answered", "people": []}
