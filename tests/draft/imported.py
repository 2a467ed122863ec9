"""Case files as incidents, for tests of what comes after the import."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pmtui
from plain_edit import DictEdit
from pmtui.intake.case_import import import_case, load_case
from pmtui.questionnaire.loading import built_in
from pmtui.questionnaire.shelves import Shelves
from pmtui.questionnaire.snapshots import snapshot
from pmtui.record.changes import Snapshot, Stamp
from pmtui.record.view import View

CASES = sorted((Path(__file__).parents[1] / "cases").glob("*.yaml"))
QUESTIONNAIRES = Shelves.of(Path(pmtui.__file__).parent / "questionnaires")


@cache
def view(path: Path) -> View:
    """The case in `path`, imported at a fixed time."""
    edit = DictEdit()
    asked = Snapshot(*snapshot(built_in(QUESTIONNAIRES, "imported")))
    import_case(edit, load_case(path), asked, Stamp("2026-03-14T10:00:00+00:00", "facilitator"))
    return View(edit.tables)
