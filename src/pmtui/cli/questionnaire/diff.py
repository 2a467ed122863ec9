"""`pmtui questionnaire diff`: what is different between two versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.cli.questionnaire.opening import questionnaire_of
from pmtui.reading.plain import one_line

if TYPE_CHECKING:
    from argparse import Namespace


def run(given: Namespace) -> int:
    """Print a line for each difference; 0 where there is none, else 1."""
    from pmtui.questionnaire.changes import differences

    old, new = (questionnaire_of(given, name) for name in given.files)
    found = differences(old, new)
    for each in found:
        print(f"{each.kind.replace('-', ' ')}  {each.question}  {one_line(each.words)}".rstrip())
    if not found:
        print(f"version {old.version} and version {new.version} ask the same")
    return 1 if found else 0
