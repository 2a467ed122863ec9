"""Other versions of the questionnaire that an interview is on: which there is, moving there, and moving back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pmtui.errors import Refused
from pmtui.intake.starting import now
from pmtui.questionnaire.loading import built_in
from pmtui.questionnaire.snapshots import snapshot
from pmtui.record import moving
from pmtui.record.changes import Snapshot
from pmtui.record.fold import is_known

if TYPE_CHECKING:
    from pmtui.questionnaire.schema import Questionnaire
    from pmtui.questionnaire.shelves import Shelves
    from pmtui.record.documents import Decision
    from pmtui.record.edit import Edit
    from pmtui.record.view import View
    from pmtui.store import Store


class Other(NamedTuple):
    """Another version, assembled, and what an interview would keep of it."""

    questionnaire: Questionnaire
    asked: Snapshot


def other_version(view: View, interview: str, shelves: Shelves) -> Other | None:
    """The questionnaire of the same name as it is on the shelves now; none where an interview is on it already.

    Raises `Refused` where the shelves have none of that name, or one with mistakes.
    """
    held = view.interview(interview)
    found = built_in(shelves, held.questionnaire, is_known)
    asked = Snapshot(*snapshot(found))
    return None if asked.sha256 == held.snapshot else Other(found, asked)


def move(store: Store, view: View, interview: str, other: Other) -> None:
    """Move an interview to another version.  Raises `Refused` where it was moved meanwhile."""
    stamp, held, old = now(store.by), view.interview(interview), view.questionnaire(interview)

    def change(edit: Edit) -> None:
        document = edit.get("interviews", interview)
        if document is None or document["snapshot"] != held.snapshot:
            raise Refused(f"{interview} was moved by somebody else meanwhile; look at it again")
        moving.move(edit, interview, other.asked, (old, other.questionnaire), stamp)

    store.change(view.incident.id, change)


def move_back(store: Store, incident: str, last: Decision) -> None:
    """Undo a move.  Raises `Refused`."""
    stamp = now(store.by)
    store.change(incident, lambda edit: moving.move_back(edit, last, stamp))
