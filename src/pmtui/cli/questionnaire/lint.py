"""`pmtui questionnaire lint`: everything that is wrong in a file, or worth a second look."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pmtui.cli.opening import print_json, rules_folder
from pmtui.cli.questionnaire.opening import questionnaire_of, shelves_of
from pmtui.errors import Refused
from pmtui.reading.faults import Fault, Faulty
from pmtui.reading.files import content
from pmtui.reading.plain import counted, marked, one_line

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable

LARGEST = 1_000_000
"""Bytes of a file whose lines are shown."""

WIDEST = 100
"""Characters of a line of the file that are shown around a mistake."""


def run(given: Namespace) -> int:
    """Print the faults of each file; 0 where there are none, 1 for warnings alone, 2 for errors."""
    from pmtui import blame

    rules = blame.load_folder(rules_folder(given))
    found = [fault for name in given.files for fault in _faults(given, name, rules)]
    if given.format == "json":
        print_json([{name: getattr(each, name) for name in FIELDS} for each in found])
    elif given.format == "github":
        print(*map(_annotation, found), sep="\n", end="\n" if found else "")
    else:
        _print(found, given.files)
    levels = {fault.level for fault in found}
    return 2 if "error" in levels else 1 if levels else 0


FIELDS = ("file", "line", "column", "level", "code", "message")


def _faults(given: Namespace, name: str, rules: object) -> list[Fault]:
    from pmtui.cli.questionnaire.places import places
    from pmtui.questionnaire.against import against
    from pmtui.questionnaire.lint import lint
    from pmtui.questionnaire.loading import from_source, path_of
    from pmtui.reading import yaml

    path = Path(name)
    try:
        path = path_of(name, shelves_of(given))
        shelves = shelves_of(given).beside(path)
        source = yaml.read(path)
        known = places()
        found = lint(source, shelves, known, rules)  # type: ignore[arg-type]
        if given.against is not None and not any(fault.level == "error" for fault in found):
            old = questionnaire_of(given, given.against)
            found += against(old, from_source(source, shelves, known), source)
            found.sort(key=lambda fault: (fault.line or 0, fault.column or 0))
    except Faulty as faulty:
        return faulty.faults
    except Refused as refusal:
        return [Fault(str(path), None, None, str(refusal).removeprefix(f"{path}: "), "file/unreadable")]
    return found


def _print(found: Iterable[Fault], files: list[str]) -> None:
    texts: dict[str, list[str]] = {}
    count = {"error": 0, "warning": 0}
    for fault in found:
        count[fault.level] += 1
        level = "" if fault.level == "error" else "warning: "
        place = str(fault._replace(message=""))
        print(f"{one_line(place)} {level}{one_line(fault.message)} [{fault.code}]")
        if fault.line is not None:
            if fault.file not in texts:
                texts[fault.file] = _lines(Path(fault.file))
            print(_with_caret(texts[fault.file], fault), end="")
    if any(count.values()):
        print(f"{counted(count['error'], 'error')}, {counted(count['warning'], 'warning')}")
    else:
        print(f"{counted(len(files), 'file')}: nothing found")


def _lines(path: Path) -> list[str]:
    try:
        return content(path, LARGEST).decode("utf-8-sig", errors="replace").split("\n")
    except Refused:
        return []


def _with_caret(lines: list[str], fault: Fault) -> str:
    """The line of the file and a caret below the place; nothing where the line is not there any more."""
    at, column = (fault.line or 0) - 1, (fault.column or 1) - 1
    if not 0 <= at < len(lines):
        return ""
    start = max(column - WIDEST // 2, 0) if len(lines[at]) > WIDEST else 0
    shown = marked(lines[at][start : start + WIDEST].rstrip())
    return f"    {shown}\n    {' ' * _width(shown[: column - start])}^\n"


def _width(text: str) -> int:
    from rich.cells import cell_len

    return cell_len(text)


def _annotation(fault: Fault) -> str:
    place = "".join(f",{key}={each}" for key, each in (("line", fault.line), ("col", fault.column)) if each is not None)
    return f"::{fault.level} file={escaped(fault.file, ',:')}{place},title={fault.code}::{escaped(fault.message)}"


def escaped(text: str, more: str = "") -> str:
    """`text` as GitHub wants it in an annotation; `more` are further signs that would end it."""
    # As the workflow commands of GitHub want it.
    for sign in f"%\r\n{more}":
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
