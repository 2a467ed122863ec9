"""What is forgotten is in no file any more; that it was forgotten is."""

from __future__ import annotations

import errno
import threading
from typing import TYPE_CHECKING

import pytest

from pmtui.errors import Refused
from pmtui.store import Store

from .conftest import INCIDENT, answer, folder_of
from .test_faults import MOST, Faults

if TYPE_CHECKING:
    from pmtui.record.edit import Edit
    from pmtui.store.forgetting import Forgotten

SECRET = "the name of a patient"


def forget(store: Store, key: str = "i1/q03") -> Forgotten:
    def fn(edit: Edit) -> None:
        if edit.get("answers", key):
            edit.remove("answers", key)
            edit.put("decisions", "d1", {"kind": "forget", "about": key})

    return store.forget(INCIDENT, "answers", key, fn)


@pytest.fixture
def told(store: Store) -> Store:
    """A store in which two revisions of one answer hold the words, and others were saved before and after."""
    answer(store, "i1/q03", f"{SECRET}, once")
    answer(store, "i1/q04", "other words")
    answer(store, "i1/q03", f"{SECRET}, twice")
    answer(store, "i1/q05", "later words")
    return store


def holding(store: Store) -> list[str]:
    """The files that hold the words."""
    return [path.name for path in store.root.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()]


def test_the_words_are_in_no_file_and_the_rest_is_as_it_was(told: Store) -> None:
    before = told.view(INCIDENT)
    changes = [(change.seq, change.id, change.at, change.by) for change in told.changes(INCIDENT)]
    assert sorted(holding(told)) == ["incident.json", "journal.jsonl"]
    done = forget(told)
    assert (done.revisions, done.elsewhere) == (2, [])
    assert holding(told) == []
    del before["answers"]["i1/q03"]
    assert told.view(INCIDENT) == {**before, "decisions": {"d1": {"kind": "forget", "about": "i1/q03"}}}
    assert [(each.seq, each.id, each.at, each.by) for each in told.changes(INCIDENT)][:-1] == changes
    assert told.examine(INCIDENT) == []
    answer(told, "i1/q06", "after")
    assert told.examine(INCIDENT) == []
    assert told.notices == []


def test_what_is_not_there_is_not_forgotten(told: Store) -> None:
    before = told.stamps()
    assert forget(told, "i1/q99").revisions == 0
    assert told.stamps() == before


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_whatever_call_fails_the_rest_is_whole_and_forgetting_again_finishes_it(
    store: Store, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    rest = store.view(INCIDENT)["answers"]
    faults = Faults(monkeypatch)
    for at in range(1, MOST):
        answer(store, "i1/q03", SECRET)
        done = faults.run(at, code, lambda: forget(store))
        seen = store.view(INCIDENT)["answers"]
        assert {key: each for key, each in seen.items() if key != "i1/q03"} == rest
        assert store.gap(INCIDENT) is None
        forget(store)
        assert holding(store) == []
        if done and faults.count < at:
            return
    pytest.fail("it makes more calls than were tried")


def test_a_damaged_incident_is_mended_first_and_quarantine_is_named(told: Store) -> None:
    path = folder_of(told) / "incident.json"
    path.write_bytes(path.read_bytes()[:-5])
    with pytest.raises(Refused, match=r"nothing was forgotten: .*--repair"):
        forget(told)
    told.repair(INCIDENT)
    (kept,) = forget(told).elsewhere
    assert holding(told) == [kept.rsplit("/", 1)[-1]]


def test_what_is_being_typed_about_it_is_removed_whoever_types_it(store: Store) -> None:
    here, there = {"question": "q03", "item": None}, {"question": "q04", "item": None}
    for by, place, interview in (
        ("alice", here, "i1"),
        ("bob", here, "i1"),
        ("carol", there, "i1"),
        ("dave", here, "i11"),
    ):
        Store.open(store.root, by=by).keep_typing(INCIDENT, interview, {**place, "text": SECRET})
    assert store.forget_typing(INCIDENT, "i1", here) == 2
    assert sorted(holding(store)) == ["i1.carol.json", "i11.dave.json"]
    assert store.forget_typing(INCIDENT, "i7", here) == 0


def test_who_reads_meanwhile_sees_it_before_or_after_and_never_damage(store: Store) -> None:
    reader = Store.open(store.root, by="bob")
    done = threading.Event()
    seen: list[object] = []

    def read() -> None:
        while not done.is_set():
            try:
                seen.append((len(reader.view(INCIDENT)["answers"]) in (2, 3), reader.gap(INCIDENT)))
                seen.append(all(change.seq for change in reader.changes(INCIDENT)))
            except Exception as error:
                seen.append(error)

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for _ in range(60):
        answer(store, "i1/q03", SECRET)
        forget(store)
    done.set()
    for thread in threads:
        thread.join()
    assert set(map(str, seen)) == {"(True, None)", "True"}
    assert reader.notices == []
