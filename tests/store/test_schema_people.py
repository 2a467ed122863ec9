"""Schema 1 to 2: whether a participant declined became one of their states.  `schema1` is an incident of that time."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from incidents import STAMP
from pmtui.record.changes import edit_participant, set_interview_state
from pmtui.record.view import View
from pmtui.store import Store
from pmtui.store.changes import apply

from .conftest import INCIDENT, folder_of

if TYPE_CHECKING:
    from pmtui.store.changes import Tables

OLDER = Path(__file__).with_name("schema1")
STATES = {"p1": "talked", "p2": "declined", "p3": "to_ask", "p4": "to_ask"}


@pytest.fixture
def store(root: Path) -> Store:
    """A store with the older incident; it has no other."""
    store = Store.open(root, by="alice")
    folder_of(store).mkdir(parents=True)
    for file in OLDER.iterdir():
        shutil.copy(file, folder_of(store))
    return store


def states(store: Store) -> dict[str, str]:
    return {name: each.state for name, each in View(store.view(INCIDENT)).participants.items()}


@pytest.mark.parametrize("gone", ["", "incident.json", "journal.jsonl"])
def test_who_declined_is_known_from_whichever_file_is_left(store: Store, gone: str) -> None:
    if gone:
        (folder_of(store) / gone).unlink()
    assert states(store) == STATES
    assert not any("declined" in document for document in store.view(INCIDENT)["participants"].values())


def test_the_next_change_keeps_the_older_file_and_all_that_was_known(store: Store) -> None:
    before = (folder_of(store) / "incident.json").read_bytes()
    store.change(INCIDENT, lambda edit: edit_participant(edit, "p3", {"state": "agreed"}))
    assert states(store) == {**STATES, "p3": "agreed"}
    assert (folder_of(store) / "incident.json.schema1").read_bytes() == before
    store.change(INCIDENT, lambda edit: set_interview_state(edit, "i2", "ended", STAMP))
    assert states(store) == {**STATES, "p3": "talked"}
    assert View(store.view(INCIDENT)).participants["p3"].name == "Ana"
    replayed: Tables = {}
    for change in store.changes(INCIDENT):
        apply(replayed, change.ops)
    assert replayed["participants"] == store.view(INCIDENT)["participants"]
