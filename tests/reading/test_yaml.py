from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.errors import Refused
from pmtui.reading import yaml
from refusals import refusal, refused

FILE = "file.yaml"
SAMPLE = (Path(__file__).parents[1] / "cases" / "replit-agent-database-2025-07.yaml").read_text(encoding="utf-8")
PLACED = re.compile(r"file\.yaml(:\d+:\d+)?: [^\n]+")
QUICKLY = 5.0
"""Seconds that no text of a few kilobytes may take; it is thousands of times what is needed."""


def refusal_of(text: str) -> str:
    return refused(yaml.parse, text, FILE)


def place(source: yaml.Source, *path: str | int, of_key: bool = False) -> tuple[int, int]:
    found = source.place(path, of_key=of_key)
    return found.line, found.column


def test_every_value_and_every_key_has_its_place() -> None:
    source = yaml.parse("title: Refund bot\nsections:\n  - id: opening\n    questions: [one,\n      two]\n", FILE)
    assert place(source, "title") == (1, 8)
    assert place(source, "title", of_key=True) == (1, 1)
    assert place(source, "sections", 0, "id") == (3, 9)
    assert place(source, "sections", 0, "questions", of_key=True) == (4, 5)
    assert place(source, "sections", 0, "questions", 1) == (5, 7)


def test_the_place_of_something_that_is_missing_is_that_of_what_it_is_missing_in() -> None:
    source = yaml.parse("title: x\nsections:\n  - id: opening\n", FILE)
    assert place(source, "sections", 0, "title") == (3, 5)
    assert place(source, "no such thing") == (1, 1)
    assert str(source.fault(("sections", 0, "title"), "missing", "x")) == "file.yaml:3:5: missing"


@pytest.mark.parametrize("word", ["no", "12:30", "1_000", "2026-03-14", "0x10", "1e3", "true", "007", "1.0", ".inf"])
def test_scalars_stay_text(word: str) -> None:
    assert yaml.parse(f"key: {word}", FILE).data == {"key": word}


@pytest.mark.parametrize("word", ["", "~", "null", "Null", "NULL"])
def test_nothing_is_none_and_in_quotes_it_is_text(word: str) -> None:
    assert yaml.parse(f'bare: {word}\nquoted: "{word}"\n', FILE).data == {"bare": None, "quoted": word}


def test_aliases_stand_for_what_they_name() -> None:
    assert yaml.parse("a: &x [1, 2]\nb: *x\n", FILE).data == {"a": ["1", "2"], "b": ["1", "2"]}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "file.yaml:1:1: the file is empty"),
        ("# only a comment\n", "file.yaml:1:1: the file is empty"),
        ("a: 1\nb: 2\na: 3\n", "file.yaml:3:1: `a` is written twice, first on line 1"),
        ("a:\n  - {x: 1, x: 2}\n", "file.yaml:2:12: `x` is written twice, first on line 2"),
        ("a: !!python/object/apply:os.system ['true']\n", "file.yaml:1:4: the tag `tag:yaml.org,2002:python/"),
        ("a: !!int 3\n", "file.yaml:1:4: the tag `tag:yaml.org,2002:int` is not allowed"),
        ("a: !mine {b: 1}\n", "file.yaml:1:4: the tag `!mine` is not allowed"),
        ("a: &x\n  b: *x\n", "file.yaml:1:4: a part of the file contains itself"),
        ("? [a, b]\n: 1\n", "file.yaml:1:3: a key must be a word"),
        ("a: b: c\n", "file.yaml:1:5: a text that contains `: ` needs quotes around it"),
        ("ok: 1\na: @home\n", "file.yaml:2:4: "),
        ("a: *nowhere\n", "file.yaml:1:4: "),
        ('a: "x" y\n', "file.yaml:1:8: "),
        ("a:\n\tb: 1\n", "file.yaml:2:1: "),
        ("a: [1, 2\n", "file.yaml:1:4: this `[` is not closed"),
        ("a: 'open\n", "file.yaml:1:4: the quote ' that opens here is not closed"),
        ("a: 1\n---\nb: 2\n", "file.yaml:2:1: "),
    ],
)
def test_what_is_refused_has_line_and_column(text: str, said: str) -> None:
    assert said in refusal_of(text)
    assert PLACED.fullmatch(refusal_of(text))


@pytest.mark.parametrize("sign", ["@", "`", "%"])
def test_a_sign_that_yaml_keeps_for_itself_is_told_to_need_quotes(sign: str) -> None:
    assert "needs quotes" in refusal_of(f"a: {sign}word\n")


@pytest.mark.parametrize("number", [0, 1, 7, 8, 27, 127, 0xFFFE])
def test_a_control_character_is_refused_with_its_place_in_words(number: int) -> None:
    said = refusal_of(f"title: x\nsummary: a{chr(number)}b\n")
    assert said.startswith("file.yaml")
    assert "\n" not in said
    assert said.isprintable()


@pytest.mark.parametrize(("opened", "closed"), [("[", "]"), ("{a: ", "}")])
@pytest.mark.parametrize("depth", [61, 1_000, 100_000])
def test_deep_nesting_is_refused_however_deep(opened: str, closed: str, depth: int) -> None:
    column = 1 + 60 * len(opened)
    assert refusal_of(opened * depth + closed * depth) == f"file.yaml:1:{column}: nested more than 60 levels deep"


def test_the_deepest_that_is_allowed_is_read() -> None:
    assert yaml.parse("[" * 60 + "]" * 60, FILE).data


def test_aliases_of_aliases_are_refused_before_they_fill_the_memory() -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    bomb += "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 30))
    began = time.monotonic()
    assert "the file unfolds to more than 100,000 values" in refusal_of(bomb)
    assert time.monotonic() - began < QUICKLY


def test_a_file_is_read_as_utf_8_with_or_without_its_mark(tmp_path: Path) -> None:
    for start in (b"", b"\xef\xbb\xbf"):
        file = tmp_path / "x.yaml"
        file.write_bytes(start + "title: Übung\n".encode())
        assert yaml.read(file).data == {"title": "Übung"}


def test_what_is_not_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes("a: 1\nb: Übung\n".encode("latin-1"))
    with pytest.raises(Refused, match=r"x\.yaml:2:4: not UTF-8 text"):
        yaml.read(file)


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(b"a: " + b"x" * yaml.LARGEST)
    with pytest.raises(Refused, match=r"x\.yaml: larger than 1,000,000 bytes"):
        yaml.read(file)


@pytest.mark.parametrize("name", ["nowhere.yaml", "."])
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refused, match="cannot be read"):
        yaml.read(tmp_path / name)


def read_or_refused(text: str) -> None:
    began = time.monotonic()
    said = refusal(yaml.parse, text, FILE)
    assert said is None or PLACED.fullmatch(said), repr(said)
    assert time.monotonic() - began < QUICKLY


SIGNS = st.sampled_from([*"{}[]&*!|>'\"%@`#-?:,~\\ \n\t\r\0\x1b", "<<", "---", "...", "&a", "*a", "!!map", "a: "])


@given(st.lists(st.one_of(SIGNS, st.characters()), max_size=40).map("".join))
def test_any_text_is_read_or_refused_in_one_line(text: str) -> None:
    read_or_refused(text)


@given(st.data())
def test_a_case_file_with_any_damage_is_read_or_refused_in_one_line(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(SAMPLE)))
    text = SAMPLE[start : start + data.draw(st.integers(0, 2_000))]
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        end = at + data.draw(st.integers(0, 8))
        text = text[:at] + data.draw(st.one_of(SIGNS, st.text(max_size=4))) + text[end:]
    read_or_refused(text)


def test_a_pipe_into_which_nobody_writes_is_empty(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(Refused, match="the file is empty"):
        yaml.read(tmp_path / "pipe.yaml")
