"""`pmtui questionnaire outline`: every question with its condition in words, for who has to agree to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.cli.questionnaire.opening import questionnaire_of
from pmtui.reading.plain import one_line

if TYPE_CHECKING:
    from argparse import Namespace


def run(given: Namespace) -> int:
    """Print the outline as Markdown."""
    from pmtui.questionnaire.outline import outline

    for line in outline(questionnaire_of(given, given.files[0])):
        print(f"{line[: len(line) - len(line.lstrip())]}{one_line(line)}")
    return 0
