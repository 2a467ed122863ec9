"""`pmtui questionnaire list`: those that there are; one with a mistake hides no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.cli.opening import print_json
from pmtui.cli.questionnaire.opening import shelves_of
from pmtui.errors import Refused
from pmtui.reading.plain import one_line

if TYPE_CHECKING:
    from argparse import Namespace

    from pmtui.questionnaire.shelves import Shelves


def run(given: Namespace) -> int:
    """Print a line for each; 2 where one cannot be used."""
    shelves = shelves_of(given)
    found = [_row(shelves, name) for name in shelves.names()]
    if given.format == "json":
        print_json(found)
    else:
        for each in found:
            about = (
                str(each["fault"] or "") or f"version {each['version']}, {each['questions']} questions, {each['title']}"
            )
            print(f"{each['name']}  {one_line(about.splitlines()[0])}")
    return 2 if any(each["fault"] for each in found) else 0


def _row(shelves: Shelves, name: str) -> dict[str, object]:
    from pmtui.questionnaire.loading import built_in
    from pmtui.record.fold import is_known

    row: dict[str, object] = {"name": name, "file": str(shelves.path(name)), "fault": None}
    try:
        asked = built_in(shelves, name, is_known)
    except Refused as refusal:
        return {**row, "title": None, "version": None, "questions": None, "minutes": None, "fault": str(refusal)}
    told = {"title": asked.title, "version": asked.version, "questions": len(asked.questions), "minutes": asked.minutes}
    return {**row, **told}
