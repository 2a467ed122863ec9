"""`pmtui blame`: blaming language in write-ups of any origin."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pmtui.errors import Refused
from pmtui.reading.files import content
from pmtui.reading.plain import counted, one_line, quoted, shortened

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from pmtui.blame import Flag, Rules

LARGEST = 50_000_000
"""Bytes that a file may have."""

WIDEST = 60
"""Characters of a passage that are repeated."""

STDIN = "-"
ALL = "all"


class Read(NamedTuple):
    """A text, by the name of its file, and the flags in it."""

    file: str
    text: str
    flags: Sequence[Flag]


def run(given: Namespace) -> int:
    """Print the flags of each file; 1 where there is one of a category that `--fail-on` names, else 0."""
    from pmtui import blame

    failing = _failing(given.fail_on, (*blame.CATEGORIES, *(blame.ASKED if given.questions else ())))
    people = _people(given.people)
    rules = _rules(given)
    if given.jsonl is not None:
        return _corpus(given, people, rules)
    names = given.files or [STDIN]
    if names == [STDIN] and not given.files and sys.stdin.isatty():
        raise Refused("give a file, or - for standard input")
    check = _of_questions if given.questions else blame.check
    found = [Read(name, text := _text(name), check(text, people, (), rules)) for name in names]
    if given.format == "json":
        from pmtui.cli.opening import print_json

        print_json([{"file": each.file, "flags": list(map(_plain, *_placed(each)))} for each in found])
    elif given.format == "github":
        for each in found:
            for flag, line, column in zip(*_placed(each), strict=True):
                print(_annotation(each, flag, line, column, is_failing=flag.category in failing))
    else:
        _print(found)
    return 1 if any(flag.category in failing for each in found for flag in each.flags) else 0


def _of_questions(text: str, people: Sequence[str], systems: Sequence[str], rules: Rules) -> list[Flag]:
    from pmtui.blame.questions import of_lines

    return list(of_lines(text, people, systems, rules))


def _failing(words: str | None, categories: tuple[str, ...]) -> frozenset[str]:
    if words is None:
        return frozenset()
    named = [each.strip() for each in words.split(",") if each.strip()]
    for each in named:
        if each not in (*categories, ALL):
            from pmtui.reading.checking import did_you_mean

            known = ", ".join((*categories, ALL))
            raise Refused(f"no category {quoted(each)}{did_you_mean(each, (*categories, ALL))}; there are: {known}")
    return frozenset(categories if ALL in named else named)


def _people(file: str | None) -> list[str]:
    return [] if file is None else [line.strip() for line in _text(file).splitlines() if line.strip()]


def _rules(given: Namespace) -> Rules:
    from pmtui import blame
    from pmtui.cli.opening import rules_folder

    rules, fault = blame.usable(rules_folder(given))
    for line in (fault or "").splitlines():
        print(f"pmtui: {line}", file=sys.stderr)
    return rules


def _text(name: str) -> str:
    typed = sys.stdin.read(LARGEST + 1).encode("utf-8", "surrogateescape") if name == STDIN else b""
    raw = typed if name == STDIN else content(Path(name), LARGEST)
    if len(raw) > LARGEST:
        raise Refused(f"standard input: larger than {LARGEST:,} bytes; give it in parts")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        called = "standard input" if name == STDIN else name
        raise Refused(f"{called}:{line}: not UTF-8 text; save the file as UTF-8") from None


def _placed(read: Read) -> tuple[Sequence[Flag], list[int], list[int]]:
    """The flags of a text with their lines and columns, both from 1."""
    lines, columns, line, begin, seen = [], [], 1, 0, 0
    for flag in read.flags:
        line += read.text.count("\n", seen, flag.start)
        begin = max(begin, read.text.rfind("\n", 0, flag.start) + 1)
        seen = flag.start
        lines.append(line)
        columns.append(flag.start - begin + 1)
    return read.flags, lines, columns


def _plain(flag: Flag, line: int, column: int) -> dict[str, object]:
    fields = ("category", "rule", "reason", "question", "rewording")
    place = {"start": flag.start, "end": flag.end, "line": line, "column": column}
    return {**place, **{name: getattr(flag, name) for name in fields}}


def _print(found: Sequence[Read]) -> None:
    for each in found:
        for flag, line, column in zip(*_placed(each), strict=True):
            words = shortened(each.text[flag.start : flag.end], WIDEST)
            print(f"{one_line(each.file)}:{line}:{column}: {flag.category}: “{words}” [{flag.rule}]")
            print(f"    {flag.reason}")
            print(f"    Ask: {one_line(flag.question)}")
    print(f"{counted(sum(len(each.flags) for each in found), 'flag')} in {counted(len(found), 'text')}")


def _annotation(read: Read, flag: Flag, line: int, column: int, *, is_failing: bool) -> str:
    from pmtui.cli.questionnaire.lint import escaped

    level = "error" if is_failing else "notice"
    place = f"file={escaped(read.file, ',:')},line={line},col={column},title=blame/{flag.category}"
    return f"::{level} {place}::{escaped(f'{flag.reason} Ask: {flag.question}')}"


def _corpus(given: Namespace, people: Sequence[str], rules: Rules) -> int:
    """Read lines `{"id", "text"}`, and write for each one `{"id", "spans"}`, as scorers of such texts read it."""
    import json

    from pmtui import blame

    if given.files:
        raise Refused("--jsonl takes its own FILE; leave the others out")
    if given.questions:
        raise Refused("--jsonl reads texts; leave --questions out")
    for each in _lines(given.jsonl):
        flags = blame.check(each["text"], people, (), rules)
        spans = [{"start": flag.start, "end": flag.end, "category": flag.category} for flag in flags]
        print(json.dumps({"id": each["id"], "spans": spans}, ensure_ascii=False))
    return 0


def _lines(name: str) -> Iterator[dict[str, str]]:
    import json

    for number, line in enumerate(_text(name).split("\n"), 1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
            is_one = isinstance(data, dict) and "id" in data and isinstance(data.get("text"), str)
        except (ValueError, RecursionError):
            is_one = False
        if not is_one:
            raise Refused(f'{name}:{number}: a line is {{"id": ..., "text": "..."}}')
        yield data
