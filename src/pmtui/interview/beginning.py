"""What is needed before the first question: which questionnaire, and what days are counted from."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pmtui.errors import Refused
from pmtui.questionnaire import loading
from pmtui.questionnaire.values import Days
from pmtui.reading import yaml, zones
from pmtui.record.changes import Snapshot
from pmtui.record.fold import is_known

if TYPE_CHECKING:
    from pmtui.questionnaire.schema import Questionnaire
    from pmtui.record.view import View


def asked(name: str, folder: Path) -> Snapshot:
    """The questionnaire `name` of `folder`, or of the file that `name` is a path of, as an interview keeps it.

    Raises `Refused` where there is none, or where the file has mistakes.
    """
    is_file = name.endswith((".yaml", ".yml")) or "/" in name
    questionnaire = _from_file(Path(name)) if is_file else loading.built_in(folder, name)
    return Snapshot(*loading.snapshot(questionnaire))


def _from_file(path: Path) -> Questionnaire:
    source = yaml.read(path)
    questionnaire = loading.from_source(source)
    faults = [
        source.fault(("sections", at, "questions", within, "maps_to"), f"the record has no place `{question.maps_to}`")
        for at, section in enumerate(questionnaire.sections)
        for within, question in enumerate(section.questions)
        if question.maps_to and not is_known(question.maps_to)
    ]
    if faults:
        raise Refused("\n".join(faults))
    return questionnaire


def days_of(view: View, interview: str) -> Days:
    """How the times of an interview are read.

    A time without a zone is in the participant's, else the incident's; one without a day on the day that the incident
    was first noticed; `yesterday` is counted from the day on which the interview was made.
    """
    held = view.interview(interview)
    zone = view.participant_of(interview).zone or view.incident.zone
    noticed = (view.incident.noticed or {}).get("at")
    return Days(
        zone,
        first_day=date.fromisoformat(noticed[:10]) if noticed else None,
        spoken_on=datetime.fromisoformat(held.started).astimezone(zones.place(zone)).date(),
    )
