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


def run(given: Namespace) -> int:
    """Open it; nothing that is typed is kept."""
    from pmtui.intake.people import Person, add, begin
    from pmtui.intake.starting import Form, start

    needs_a_terminal("`pmtui questionnaire outline` shows the questions without one")
    with tempfile.TemporaryDirectory(prefix="pmtui-preview-") as folder:
        store = Store.open(Path(folder) / "store", "preview")
        incident = start(store, Form(title="Preview, nothing is kept", zone="UTC"), "preview")
        add(store, incident, Person("participant"))
        interview = begin(store, incident, "p1", given.files[0], shelves_of(given))
        given.store, given.by = str(store.root), "preview"
        return open_app(given, interview=(incident, interview))
