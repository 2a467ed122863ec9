"""`pmtui questionnaire list`: those that there are; one with a mistake hides no other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmtui.cli.opening import print_json
from pmtui.cli.questionnaire.opening import shelves_of
from pmtui.errors import Refused
from pmtui.reading.plain import counted, one_line

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from pmtui.questionnaire.shelves import Shelves


def run(given: Namespace) -> int:
    """Print a line for each; 2 where one cannot be used."""
    shelves = shelves_of(given)
    found = [row for name in shelves.names() for row in _rows(shelves, name)]
    if given.format == "json":
        print_json(found)
    else:
        for each in found:
            about = (
                each["fault"] or f"version {each['version']}, {counted(each['questions'], 'question')}, {each['title']}"
            )
            print(f"{each['name']}  {one_line(about.splitlines()[0])}")
    return 2 if any(each["fault"] for each in found) else 0


def _rows(shelves: Shelves, name: str) -> Iterator[dict[str, Any]]:
    """A row for the questionnaire that counts, after one for each before it that has mistakes."""
    from pmtui.questionnaire.loading import load
    from pmtui.record.fold import is_known

    for path in shelves.paths(name):
        row: dict[str, Any] = {"name": name, "file": str(path), "fault": None}
        try:
            asked = load(path, shelves, is_known)
        except Refused as refusal:
            yield {**row, "title": None, "version": None, "questions": None, "minutes": None, "fault": str(refusal)}
            continue
        count = len(asked.questions)
        yield {**row, "title": asked.title, "version": asked.version, "questions": count, "minutes": asked.minutes}
        return
