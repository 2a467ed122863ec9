"""What lint says of small questionnaires."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from incidents import QUESTIONNAIRES, RULES
from pmtui import blame
from pmtui.cli.questionnaire.places import places
from pmtui.questionnaire.lint import lint
from pmtui.reading import yaml
from pmtui.reading.faults import Faulty

if TYPE_CHECKING:
    from pmtui.questionnaire.shelves import Shelves

LOADED = blame.load(RULES)
HEAD = "questionnaire: small\nversion: 2\ntitle: Small\n"
BEGIN = HEAD + "sections:\n  - id: one\n    title: One\n    questions:\n"
"""Seven lines; a question follows."""

FIRST = "      - {id: first, ask: What happened?, choices: [low, high]}\n"


OTHER = "      - {id: third, ask: What else?}\n"


def found(text: str, shelves: Shelves = QUESTIONNAIRES) -> list[tuple[int | None, str]]:
    """(line, code) of everything that lint says, in its order."""
    try:
        faults = lint(yaml.parse(text, "small.yaml"), shelves, places(), LOADED)
    except Faulty as faulty:
        faults = faulty.faults
    return [(fault.line, fault.code) for fault in faults]


def question(*lines: str) -> str:
    """A questionnaire whose second question has these lines, the first of them line 10 of the file."""
    return BEGIN + FIRST + "      - id: second\n" + textwrap.indent("\n".join(lines) + "\n", " " * 8)
