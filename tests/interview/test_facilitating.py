from __future__ import annotations

from incidents import SMALL, begun, view
from pmtui.draft import markdown
from pmtui.interview.facilitating import checks, due, note, noted
from pmtui.record.changes import Stamp, edit_participant
from pmtui.record.fold import record

ALEX = Stamp("2026-03-14T10:00:00+00:00", "alex")
SAM = Stamp("2026-03-14T11:00:00+00:00", "sam")


def test_involvement_is_asked_once_and_authority_for_each_participant_of_each_facilitator() -> None:
    edit = begun(SMALL, "on-call engineer", "product lead")
    assert [each.id for each in due(view(edit), "alex", "p1")] == ["involved", "authority"]
    note(edit, "p1", checks(), (), ALEX)
    assert due(view(edit), "alex", "p1") == []
    assert [each.id for each in due(view(edit), "alex", "p2")] == ["authority"]
    assert [each.id for each in due(view(edit), "sam", "p1")] == ["involved", "authority"]


def test_a_yes_is_told_in_the_draft_without_a_name_and_a_no_is_not() -> None:
    edit = begun(SMALL, "on-call engineer", "product lead")
    note(edit, "p1", checks(), (), ALEX)
    assert "About the facilitation" not in markdown(view(edit), record(view(edit)))
    note(edit, "p2", checks(), ("authority", "involved"), SAM)
    words = "a facilitator was involved in the incident; a facilitator is in authority over product lead"
    draft = markdown(view(edit), record(view(edit)))
    assert f"**About the facilitation:** {words}" in draft
    assert "sam" not in draft
    note(edit, "p2", checks(), (), SAM)
    assert [each.is_so for each in noted(view(edit), "sam")] == [False, False]


def test_nothing_is_told_of_authority_over_who_withdrew() -> None:
    edit = begun(SMALL, "on-call engineer", "product lead")
    note(edit, "p2", checks(), ("authority",), SAM)
    edit_participant(edit, "p2", {"state": "withdrawn"})
    assert "product lead" not in markdown(view(edit), record(view(edit)))
