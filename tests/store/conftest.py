from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pmtui.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from pmtui.record.edit import Edit

INCIDENT = "2026-03-14-refund-bot"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "store"


@pytest.fixture
def store(root: Path) -> Store:
    """A store with one incident of three changes."""
    store = Store.open(root, by="alice")
    store.create(INCIDENT, lambda edit: edit.put("incident", "incident", {"title": "Refund bot"}))
    answer(store, "i1/q01", "first")
    answer(store, "i1/q02", "second")
    return store


def answer(store: Store, key: str, text: str) -> None:
    def put(edit: Edit) -> None:
        edit.put("answers", key, {"state": "answered", "value": text})

    store.change(INCIDENT, put)


def folder_of(store: Store) -> Path:
    return store.root / "incidents" / INCIDENT
