"""What is needed before the first question: which questionnaire, and what days are counted from."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from pmtui.questionnaire.values import Days
from pmtui.reading import zones

if TYPE_CHECKING:
    from pmtui.questionnaire.shelves import Shelves
    from pmtui.record.changes import Snapshot
    from pmtui.record.view import View


def asked(name: str, shelves: Shelves) -> Snapshot:
    """The questionnaire `name` on `shelves`, or of the file that `name` is a path of, as an interview keeps it.

    Raises `Refused` where there is none, or where the file has mistakes.
    """
    from pmtui.questionnaire import loading
    from pmtui.questionnaire.snapshots import snapshot
    from pmtui.record.changes import Snapshot
    from pmtui.record.fold import is_known

    return Snapshot(*snapshot(loading.named(name, shelves, is_known)))


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
