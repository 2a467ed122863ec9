"""`pmtui questionnaire preview`: the interview as it would be, in a store that is thrown away."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from pmtui.cli.opening import needs_a_terminal, open_app
from pmtui.cli.questionnaire.opening import shelves_of
from pmtui.store import Store

if TYPE_CHECKING:
    from argparse import Namespace

TITLE = "Preview, nothing is kept"


def run(given: Namespace) -> int:
    """Open it; nothing that is typed is kept."""
    from pmtui.intake.people import Person, add, begin
    from pmtui.intake.starting import Form, now, start
    from pmtui.interview.opening import PREAMBLE
    from pmtui.record.changes import decide

    needs_a_terminal("`pmtui questionnaire outline` shows the questions without one")
    with tempfile.TemporaryDirectory(prefix="pmtui-preview-") as folder:
        store = Store.open(Path(folder) / "store", "preview")
        incident = start(store, Form(title=TITLE, zone="UTC"), "preview")
        add(store, incident, Person(TITLE))
        interview = begin(store, incident, "p1", given.files[0], shelves_of(given))
        # Whoever tries questions out wants to see the first one; `ctrl+o b` shows the opening.
        stamp = now(store.by)
        store.change(incident, lambda edit: decide(edit, PREAMBLE, interview, stamp, {"passed_over": []}))
        given.store, given.by = str(store.root), "preview"
        return open_app(given, interview=(incident, interview))
