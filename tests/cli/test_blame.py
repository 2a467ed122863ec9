"""`pmtui blame` on write-ups of any origin."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui import blame
from pmtui.cli.blame import Read, _placed

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Commands

RULES = blame.load(blame.BUILT_IN)
TEXT = "# Review\n\nThe operator was careless.\n\n> He was careless, they said.\n\nBob should have checked it.\n"


@pytest.fixture
def written(home: Path) -> Path:
    (home / "notes.md").write_text(TEXT)
    (home / "clean.md").write_text("The index was stale. `git blame` shows when.\n")
    return home


def test_each_flag_is_told_with_its_place_its_reason_and_a_question(pmtui: Commands, written: Path) -> None:
    lines = pmtui.done("blame", "notes.md", "clean.md").splitlines()
    assert lines[0].startswith("notes.md:3:14: character: “was careless” [")
    assert lines[2].startswith("    Ask: What")
    assert lines[3].startswith("notes.md:7:1: counterfactual: “Bob should have checked it” [")
    assert lines[-1] == "2 flags in 2 texts"


def test_it_exits_with_1_only_for_the_categories_that_are_named(pmtui: Commands, written: Path) -> None:
    assert pmtui("blame", "notes.md").status == 0
    assert pmtui("blame", "notes.md", "--fail-on", "punishment, motive").status == 0
    assert pmtui("blame", "notes.md", "--fail-on", "punishment,character").status == 1
    assert pmtui("blame", "--fail-on", "all", "notes.md").status == 1
    assert pmtui("blame", "clean.md", "--fail-on", "all").status == 0


def test_programs_are_told_offsets_and_places(pmtui: Commands, written: Path) -> None:
    (told,) = json.loads(pmtui.done("blame", "notes.md", "--format", "json"))
    assert told["file"] == "notes.md"
    first, second = told["flags"]
    assert TEXT[first["start"] : first["end"]] == "was careless"
    assert (first["line"], first["column"], second["line"], second["column"]) == (3, 14, 7, 1)
    assert set(first) == {"start", "end", "line", "column", "category", "rule", "reason", "question", "rewording"}
    lines = pmtui("blame", "notes.md", "--format", "github", "--fail-on", "character").out.splitlines()
    assert lines[0].startswith("::error file=notes.md,line=3,col=14,title=blame/character::")
    assert lines[1].startswith("::notice file=notes.md,line=7,col=1,title=blame/counterfactual::")


def test_a_corpus_is_read_and_spans_are_written(pmtui: Commands, home: Path) -> None:
    texts = [{"id": 1, "text": "The operator was careless.", "more": 2}, {"id": "b", "text": "Stale."}]
    (home / "texts.jsonl").write_text("\n\n".join(map(json.dumps, texts)) + "\n")
    told = list(map(json.loads, pmtui.done("blame", "--jsonl", "texts.jsonl").splitlines()))
    assert told == [{"id": 1, "spans": [{"start": 13, "end": 25, "category": "character"}]}, {"id": "b", "spans": []}]


def test_people_that_are_named_count_as_people(pmtui: Commands, home: Path) -> None:
    (home / "notes.md").write_text("Wibble was careless.\n")
    (home / "people.txt").write_text("Wibble\n\nyard master\n")
    before = pmtui.done("blame", "notes.md").splitlines()[-1]
    assert pmtui.done("blame", "notes.md", "--people", "people.txt").splitlines()[-1] == "1 flag in 1 text"
    assert before in ("0 flags in 1 text", "1 flag in 1 text")


def test_the_rules_of_the_team_count_and_a_mistake_in_them_is_told(pmtui: Commands, written: Path) -> None:
    folder = written / "store" / "blame"
    folder.mkdir(parents=True)
    off = json.loads(pmtui.done("blame", "notes.md", "--format", "json"))[0]["flags"][0]["rule"]
    (folder / "own.yaml").write_text(f"extends: en\noff: [{off}]\n")
    assert "was careless" not in pmtui.done("blame", "notes.md")
    (folder / "own.yaml").write_text("extends: en\noff: [no-such-rule]\n")
    told = pmtui("blame", "notes.md")
    assert (told.status, "was careless" in told.out) == (0, True)
    assert "own.yaml:2" in told.err
    assert "the built-in rules are used" in told.err


@given(
    st.lists(
        st.sampled_from(["The operator was careless.", "Fine.", "\n", "\n\n", "> quoted", " ", "é", "🙂"]), max_size=12
    )
)
def test_a_place_is_where_its_line_and_column_say(parts: list[str]) -> None:
    text = "".join(parts)
    read = Read("x", text, blame.check(text, (), (), RULES))
    for flag, line, column in zip(*_placed(read), strict=True):
        assert text.split("\n")[line - 1][column - 1 :].startswith(text[flag.start : flag.end].split("\n")[0])


def test_questions_are_read_line_by_line(pmtui: Commands, home: Path) -> None:
    questions = "- What did you see?\n\n2. Why did you wait?\nWho deployed it?\n"
    (home / "questions.md").write_text(questions)
    lines = pmtui.done("blame", "--questions", "questions.md").splitlines()
    assert lines[0].startswith("questions.md:3:4: why-you: “Why did you wait” [why-you]")
    assert lines[3].startswith("questions.md:4:1: who-caused: “Who deployed")
    assert pmtui("blame", "--questions", "questions.md", "--fail-on", "who-caused").status == 1
    assert pmtui("blame", "--questions", "questions.md", "--fail-on", "yes-no").status == 0
    (told,) = json.loads(pmtui.done("blame", "--questions", "questions.md", "--format", "json"))
    assert [questions[each["start"] : each["end"]] for each in told["flags"]] == ["Why did you wait", "Who deployed"]


def test_the_help_says_what_cannot_be_seen(pmtui: Commands) -> None:
    assert "irony" in pmtui("blame", "--help").out
