"""`pmtui doctor`: what is damaged is told of, mended, and kept."""

from __future__ import annotations

import errno
import json
from typing import TYPE_CHECKING

import pytest

from pmtui.errors import Refused
from pmtui.store import Store

from .conftest import INCIDENT, answer, folder_of
from .test_damage import HARMS, harm_file, journal_harms
from .test_faults import MOST, Faults

if TYPE_CHECKING:
    from collections.abc import Callable

    Harm = Callable[[bytes], bytes | None]


def kept(store: Store) -> list[bytes]:
    return [entry.read_bytes() for entry in (store.root / "quarantine").glob("*")]


def is_sound(store: Store) -> bool:
    """Whether another window finds nothing wrong, now and after one more save."""
    fresh = Store.open(store.root, by="bob")
    if fresh.examine(INCIDENT):
        return False
    answer(fresh, "i1/q09", "after")
    fresh.view(INCIDENT)
    return not fresh.examine(INCIDENT) and not fresh.notices and fresh.gap(INCIDENT) is None


def test_a_sound_incident_is_left_as_it_is(store: Store) -> None:
    before = {path.name: path.read_bytes() for path in folder_of(store).iterdir()}
    assert store.examine(INCIDENT) == []
    assert store.repair(INCIDENT) == [f"{INCIDENT} is sound; nothing was done"]
    assert {path.name: path.read_bytes() for path in folder_of(store).iterdir() if path.name != ".lock"} == {
        name: raw for name, raw in before.items() if name != ".lock"
    }
    with pytest.raises(Refused, match="holds no edit"):
        store.repair(INCIDENT, accept_edit=True)


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS.keys())
def test_a_damaged_snapshot_is_written_anew(store: Store, harm: Harm) -> None:
    whole = store.view(INCIDENT)
    harmed = harm_file(store, "incident.json", harm)
    (problem,) = store.examine(INCIDENT)
    assert f"`pmtui doctor --repair {INCIDENT}`" in problem
    (told,) = store.repair(INCIDENT)
    assert "nothing is missing" in told
    assert store.view(INCIDENT) == whole
    assert kept(store) == ([] if harmed is None else [harmed])
    assert is_sound(store)


@pytest.mark.parametrize("harm", journal_harms.values(), ids=journal_harms.keys())
def test_a_damaged_journal_is_begun_anew_with_all_that_there_is(store: Store, harm: Harm) -> None:
    whole = store.view(INCIDENT)
    harmed = harm_file(store, "journal.jsonl", harm)
    (problem,) = store.examine(INCIDENT)
    assert f"`pmtui doctor --repair {INCIDENT}`" in problem
    told = store.repair(INCIDENT)
    assert "was begun anew" in told[0]
    assert store.view(INCIDENT) == whole
    assert kept(store) == ([harmed] if harmed else [])
    assert is_sound(store)
    first = next(iter(store.changes(INCIDENT)))
    assert (first.seq, first.by) == (3, "alice")


def test_what_is_missing_is_named(store: Store) -> None:
    for number in range(3, 9):
        answer(store, f"i1/q0{number}", "more")
    lines = (folder_of(store) / "journal.jsonl").read_bytes().splitlines(keepends=True)
    (folder_of(store) / "journal.jsonl").write_bytes(b"".join([lines[0], *lines[3:6], *lines[7:]]))
    assert "missing from the journal: changes 2 to 3, 7" in store.repair(INCIDENT)


def test_changes_after_a_gap_are_shown_and_kept(store: Store) -> None:
    """The snapshot of a backup that is older than the journal, in which a line was lost since."""
    image = (folder_of(store) / "incident.json").read_bytes()
    for number in (3, 4):
        answer(store, f"i1/q0{number}", "more")
    (folder_of(store) / "incident.json").write_bytes(image)
    lines = (folder_of(store) / "journal.jsonl").read_bytes().splitlines(keepends=True)
    (folder_of(store) / "journal.jsonl").write_bytes(b"".join([*lines[:3], lines[4]]))
    assert "i1/q04" in store.view(INCIDENT)["answers"]
    assert "missing from the journal: change 4" in store.repair(INCIDENT)
    assert "i1/q04" in store.view(INCIDENT)["answers"]
    assert is_sound(store)


@pytest.mark.parametrize("harm", journal_harms.values(), ids=journal_harms.keys())
def test_where_both_are_damaged_nothing_is_done(store: Store, harm: Harm) -> None:
    harm_file(store, "incident.json", lambda raw: raw[:-9])
    harm_file(store, "journal.jsonl", harm)
    before = {path.name: path.read_bytes() for path in folder_of(store).iterdir() if path.name != ".lock"}
    (problem,) = store.examine(INCIDENT)
    assert "bring back both from a backup" in problem
    for accept_edit in (False, True):
        with pytest.raises(Refused, match="bring back both from a backup"):
            store.repair(INCIDENT, accept_edit=accept_edit)
    assert {path.name: path.read_bytes() for path in folder_of(store).iterdir() if path.name != ".lock"} == before


def _edited(raw: bytes) -> bytes:
    tables = json.loads(raw)
    tables["answers"]["i1/q01"]["value"] = "by hand"
    del tables["answers"]["i1/q02"]
    return json.dumps(tables, indent=2).encode()


def test_an_edit_by_hand_is_taken_over_where_one_says_so(store: Store) -> None:
    harmed = harm_file(store, "incident.json", _edited)
    assert "--accept-edit` takes that over" in store.examine(INCIDENT)[0]
    bob = Store.open(store.root, by="bob")
    (told,) = bob.repair(INCIDENT, accept_edit=True)
    assert told == "taken over as a change by bob: answers i1/q01, answers i1/q02"
    assert {key: each["value"] for key, each in store.view(INCIDENT)["answers"].items()} == {"i1/q01": "by hand"}
    assert [change.by for change in store.changes(INCIDENT)][-1] == "bob"
    assert kept(store) == [harmed]
    assert is_sound(store)


def test_an_edit_by_hand_is_undone_where_nobody_says_so(store: Store) -> None:
    whole = store.view(INCIDENT)
    harmed = harm_file(store, "incident.json", _edited)
    store.repair(INCIDENT)
    assert store.view(INCIDENT) == whole
    assert kept(store) == [harmed]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("name", ["incident.json", "journal.jsonl"])
def test_whatever_call_of_a_repair_fails_nothing_is_lost(
    store: Store, monkeypatch: pytest.MonkeyPatch, name: str, code: int
) -> None:
    whole = store.view(INCIDENT)
    faults = Faults(monkeypatch)
    for at in range(1, MOST):
        harm_file(store, name, lambda raw: raw[: len(raw) // 2])
        done = faults.run(at, code, lambda: store.repair(INCIDENT))
        assert store.view(INCIDENT) == whole
        store.repair(INCIDENT)
        assert store.examine(INCIDENT) == []
        if done and faults.count < at:
            return
    pytest.fail("the repair makes more calls than were tried")
