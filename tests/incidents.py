"""Incidents made in a few lines, without a store."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pmtui
from plain_edit import DictEdit
from pmtui.intake.case_import import import_case, load_case
from pmtui.questionnaire.loading import built_in, from_source
from pmtui.questionnaire.shelves import Shelves
from pmtui.questionnaire.snapshots import snapshot
from pmtui.reading import yaml
from pmtui.record.changes import Given, Place, Snapshot, Stamp, add_incident, add_interview, add_participant, put_answer
from pmtui.record.documents import Incident
from pmtui.record.view import View

if TYPE_CHECKING:
    from pmtui.questionnaire.schema import Questionnaire
    from pmtui.record.documents import AnswerState

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
QUESTIONNAIRES = Shelves.of(Path(pmtui.__file__).parent / "questionnaires")
RULES = Path(pmtui.__file__).parent / "blame" / "rules.yaml"
INCIDENT = "2026-03-14-refund-bot"
STAMP = Stamp("2026-03-14T10:00:00+00:00", "facilitator")

SMALL = """
questionnaire: small
version: 1
title: Small
sections:
  - id: opening
    title: Opening
    questions:
      - {id: story, ask: What happened?, type: long_text, maps_to: account.told}
      - {id: noticed, ask: How did it come to light?, maps_to: detection.how}
  - id: systems
    title: Systems
    repeat: system
    questions:
      - {id: name, ask: Which system?, maps_to: system.name}
      - {id: effect, ask: What did it do?, maps_to: system.effect}
  - id: closing
    title: Closing
    questions:
      - {id: aside, ask: Anything else?}
"""
"""Two questions, a repeated section of two, and one that fills no place in the record."""


QUOTED = {"quote": True, "named": False, "readers": "team", "at": STAMP.at, "by": STAMP.by}
"""What somebody agrees to who may be quoted."""


def questionnaire(text: str = SMALL) -> Questionnaire:
    """The questionnaire that `text` is the file of."""
    return from_source(yaml.parse(text, "small.yaml"))


def begun(text: str = SMALL, *roles: str) -> DictEdit:
    """An incident with one interview for each role, all on the questionnaire in `text`."""
    edit = DictEdit()
    add_incident(edit, Incident(id=INCIDENT, title="Refund bot", zone="Europe/Berlin", created=STAMP.at))
    asked = Snapshot(*snapshot(questionnaire(text)))
    for role in roles or ("on-call engineer",):
        add_interview(edit, add_participant(edit, role=role, consent=QUOTED), asked, STAMP)
    return edit


@cache
def imported(path: Path) -> View:
    """The case in `path`, imported at a fixed time."""
    edit = DictEdit()
    import_case(edit, load_case(path), Snapshot(*snapshot(built_in(QUESTIONNAIRES, "imported"))), STAMP)
    return View(edit.tables)


def view(edit: DictEdit) -> View:
    """What the documents of `edit` say now."""
    return View(edit.tables)


def answer(edit: DictEdit, key: str, value: Any, state: AnswerState = "answered", remark: str | None = None) -> int:
    """Save an answer to `INTERVIEW/QUESTION` or `INTERVIEW/QUESTION@ITEM`; returns its revision."""
    interview, _, rest = key.partition("/")
    question, _, item = rest.partition("@")
    return put_answer(edit, interview, Place(question, item or None), Given(state, value, remark), STAMP)
