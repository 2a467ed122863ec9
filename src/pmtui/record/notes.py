"""A facilitator's own notes on a talk: themes, open questions, who is next.

They stand in a table that no answer, finding, draft or export is made from; `withheld.on_record` leaves it out as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pmtui.record.changes import decide
from pmtui.record.documents import Document
from pmtui.record.view import read_as

if TYPE_CHECKING:
    from pmtui.record.changes import Stamp
    from pmtui.record.edit import Edit
    from pmtui.record.view import View

NOTES: Final = "notes"
"""The table of them, by ids `<interview>/<author>`: two facilitators write two."""


class Notes(Document):
    """What one facilitator noted on one interview."""

    interview: str
    text: str
    at: str
    by: str


def keep_notes(edit: Edit, interview: str, text: str, stamp: Stamp) -> None:
    """Make `text` the notes of the stamp's author; the same text once more changes nothing."""
    name = notes_id(interview, stamp.by)
    before = edit.get(NOTES, name)
    if text.strip() != (before["text"] if before else ""):
        notes = Notes(interview=interview, text=text.strip(), at=stamp.at, by=stamp.by)
        edit.put(NOTES, name, {**(before or {}), **notes.model_dump(mode="json")})


def add_notes(edit: Edit, interview: str, text: str, stamp: Stamp) -> None:
    """Add `text` below the notes of the stamp's author."""
    before = (edit.get(NOTES, notes_id(interview, stamp.by)) or {}).get("text", "")
    keep_notes(edit, interview, f"{before}\n{text}", stamp)


def notes(view: View, interview: str | None = None) -> list[Notes]:
    """The notes on an interview, or on all, those that were begun first before others; without those that are empty."""
    found = (read_as(Notes, NOTES, name, each) for name, each in view.shown.get(NOTES, {}).items())
    return [
        each
        for each in found
        if each.interview in view.interviews and each.text and interview in (None, each.interview)
    ]


def notes_of(view: View, interview: str, by: str) -> str:
    """What `by` noted on an interview; empty where that is nothing."""
    return next((each.text for each in notes(view, interview) if each.by == by), "")


def forget_notes(edit: Edit, name: str, stamp: Stamp) -> None:
    """Take the notes `name` out, and record by whom and when, without the words."""
    if edit.get(NOTES, name) is not None:
        edit.remove(NOTES, name)
        decide(edit, "forget", name.partition("/")[0], stamp, NOTES)


def notes_id(interview: str, by: str) -> str:
    """The document id of somebody's notes in table `notes`."""
    return f"{interview}/{by}"


def typing_of(interview: str) -> str:
    """The name under which notes that are being typed are kept; answers have that of the interview."""
    return f"{interview}-{NOTES}"
