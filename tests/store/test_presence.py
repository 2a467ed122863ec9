"""Who is here is seen by others, and forgotten by itself."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from pmtui.store import Here, Store
from pmtui.store.presence import EXPIRED

from .conftest import INCIDENT, answer, folder_of

if TYPE_CHECKING:
    from pathlib import Path

MARIA = Here("maria", "i1", "2026-03-15T09:30:00.000+00:00")
ALEX = Here("alex/../x", "i1", "2026-03-15T09:31:00.000+00:00")


def test_each_sees_the_others_and_not_oneself(store: Store) -> None:
    store.beat(INCIDENT, MARIA, "a")
    store.beat(INCIDENT, ALEX, "b")
    assert store.others(INCIDENT, "a") == [ALEX]
    assert store.others(INCIDENT, "b") == [MARIA]
    assert store.others(INCIDENT, "c") == [MARIA, ALEX]
    store.leave(INCIDENT, MARIA, "a")
    assert store.others(INCIDENT, "b") == []


def test_two_windows_of_one_person_see_one_another(store: Store) -> None:
    store.beat(INCIDENT, MARIA, "a")
    store.beat(INCIDENT, MARIA, "b")
    assert store.others(INCIDENT, "a") == [MARIA]


def test_who_was_killed_is_gone_after_a_while_and_who_slept_comes_back(store: Store) -> None:
    store.beat(INCIDENT, MARIA, "a")
    store.beat(INCIDENT, ALEX, "b")
    (file,) = (folder_of(store) / "presence").glob("*.a.json")
    then = file.stat().st_mtime - EXPIRED - 1
    os.utime(file, (then, then))
    assert store.others(INCIDENT, "b") == []
    store.beat(INCIDENT, MARIA, "a")
    assert store.others(INCIDENT, "b") == [MARIA]


def test_who_was_killed_on_this_machine_is_gone_at_once(store: Store) -> None:
    store.beat(INCIDENT, MARIA, "a")
    (file,) = (folder_of(store) / "presence").iterdir()
    gone = subprocess.Popen(["true"])
    gone.wait()
    file.write_text(json.dumps({**json.loads(file.read_text()), "process": gone.pid}))
    assert store.others(INCIDENT, "b") == []


def test_the_clock_is_that_of_the_folder(store: Store) -> None:
    """A machine whose clock is wrong by an hour sees who is there all the same."""
    store.beat(INCIDENT, MARIA, "a")
    store.beat(INCIDENT, ALEX, "b")
    for file in (folder_of(store) / "presence").iterdir():
        os.utime(file, (0, file.stat().st_mtime + 3600))
    assert store.others(INCIDENT, "b") == [MARIA]


@pytest.mark.parametrize("raw", [b"", b"{", b"[1]", b'{"by": 1, "interview": "i1", "since": "x"}', b'{"a": 1}'])
def test_a_file_that_is_not_whole_is_nobody(store: Store, raw: bytes) -> None:
    store.beat(INCIDENT, MARIA, "a")
    (file,) = (folder_of(store) / "presence").iterdir()
    file.write_bytes(raw)
    assert store.others(INCIDENT, "b") == []


def test_nothing_that_fails_stops_anybody(store: Store, tmp_path: Path) -> None:
    (folder_of(store) / "presence").symlink_to(tmp_path)
    store.beat(INCIDENT, MARIA, "a")
    store.leave(INCIDENT, MARIA, "a")
    assert store.others(INCIDENT, "b") == []
    assert any("presence is not shown to others" in each for each in store.notices)
    answer(store, "i1/q03", "third")
    assert store.others("2026-01-01-gone", "b") == []


def test_the_stamp_tells_every_change_and_costs_no_reading(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = store.stamp(INCIDENT)
    assert store.stamp(INCIDENT) == before
    answer(store, "i1/q03", "third")
    after = store.stamp(INCIDENT)
    assert after != before
    Store.open(store.root, by="bob").forget(
        INCIDENT, "answers", "i1/q03", lambda edit: edit.remove("answers", "i1/q03")
    )
    assert store.stamp(INCIDENT) not in (before, after)
    monkeypatch.setattr("os.read", None)
    store.stamp(INCIDENT)
