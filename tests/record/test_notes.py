"""A facilitator's own notes: kept for each author, and in nothing that goes out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import example, given
from hypothesis import strategies as st

from incidents import STAMP, answer, begun, view
from pmtui.draft import markdown
from pmtui.draft.document import document
from pmtui.draft.own_account import own_account
from pmtui.record.changes import Stamp, edit_participant
from pmtui.record.fold import record
from pmtui.record.notes import add_notes, forget_notes, keep_notes, notes, notes_of
from pmtui.record.withheld import on_record

if TYPE_CHECKING:
    from plain_edit import DictEdit

SAM = Stamp("2026-03-16T10:00:00+00:00", "sam")


def outputs(edit: DictEdit) -> list[str]:
    known = view(edit)
    shown = on_record(known)
    return [
        markdown(known, record(known)),
        json.dumps(document(known, record(known)), ensure_ascii=False),
        own_account(known, "p1"),
        repr(shown.tables),
    ]


@given(st.text(min_size=1).filter(str.strip))
@example("Ask the vendor.\nTheme: alarms.")
@example("}")
def test_nothing_that_goes_out_is_changed_by_notes(text: str) -> None:
    """The same bytes with and without them: so no sentence of the notes is in any."""
    edit = begun()
    answer(edit, "i1/story", "It paid twice.")
    before = outputs(edit)
    keep_notes(edit, "i1", text, STAMP)
    assert notes_of(view(edit), "i1", STAMP.by) == text.strip()
    assert outputs(edit) == before


def test_two_facilitators_write_two_and_neither_writes_over_the_other() -> None:
    edit = begun()
    keep_notes(edit, "i1", "Mine.", STAMP)
    keep_notes(edit, "i1", "Theirs.", SAM)
    add_notes(edit, "i1", "More.", STAMP)
    assert [(each.by, each.text) for each in notes(view(edit))] == [(STAMP.by, "Mine.\nMore."), ("sam", "Theirs.")]


def test_notes_that_are_emptied_or_forgotten_are_none() -> None:
    edit = begun()
    keep_notes(edit, "i1", "Mine.", STAMP)
    keep_notes(edit, "i1", " ", STAMP)
    assert notes(view(edit)) == []
    keep_notes(edit, "i1", "Mine.", STAMP)
    forget_notes(edit, f"i1/{STAMP.by}", SAM)
    assert notes(view(edit), "i1") == []
    assert "Mine." not in repr(edit.tables)
    assert [(each.kind, each.about, each.by) for each in view(edit).decisions] == [("forget", "i1", "sam")]


def test_notes_on_a_talk_with_somebody_who_withdrew_are_not_shown() -> None:
    edit = begun()
    keep_notes(edit, "i1", "Mine.", STAMP)
    edit_participant(edit, "p1", {"state": "withdrawn"})
    assert notes(view(edit)) == []
    assert len(notes(view(edit).whole)) == 1
