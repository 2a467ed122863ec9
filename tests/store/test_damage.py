from __future__ import annotations

import json
import re
import zlib
from typing import TYPE_CHECKING

import pytest

from pmtui.errors import Refused
from pmtui.store import snapshot as snapshots
from pmtui.store.schema import newest

from .conftest import INCIDENT, answer, folder_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pmtui.record.edit import Edit
    from pmtui.store import Store


def foreign(raw: bytes) -> bytes:
    """The JSON of another program, or of a person with an editor: readable, and not sealed."""
    first = raw.splitlines()[0]
    return json.dumps({**json.loads(first), "answers": {}}, indent=1).encode()


def without_a_line(raw: bytes) -> bytes:
    lines = raw.splitlines(keepends=True)
    return b"".join(lines[:1] + lines[2:])


def flip(place: float) -> Callable[[bytes], bytes]:
    def harm(raw: bytes) -> bytes:
        at = int(place * (len(raw) - 1))
        return raw[:at] + bytes([raw[at] ^ 4]) + raw[at + 1 :]

    return harm


HARMS: dict[str, Callable[[bytes], bytes | None]] = {
    "deleted": lambda raw: None,
    "emptied": lambda raw: b"",
    "cut in half": lambda raw: raw[: len(raw) // 2],
    "last byte gone": lambda raw: raw[:-1],
    "last bytes gone": lambda raw: raw[:-30],
    "zeroed": lambda raw: b"\0" * len(raw),
    "end zeroed": lambda raw: raw[:-40] + b"\0" * 40,
    "start zeroed": lambda raw: b"\0" * 40 + raw[40:],
    "bit at the start": flip(0),
    "bit near the start": flip(0.1),
    "bit in the middle": flip(0.5),
    "bit near the end": flip(0.97),
    "bit at the end": flip(1),
    "foreign JSON": foreign,
    "an empty object": lambda raw: b"{}",
    "null": lambda raw: b"null",
    "doubled": lambda raw: raw + raw,
    "deeply nested": lambda raw: b"[" * 100_000,
}


def put_nothing(_: Edit) -> None:
    """A change of nothing."""


def harm_file(store: Store, name: str, harm: Callable[[bytes], bytes | None]) -> bytes | None:
    path = folder_of(store) / name
    harmed = harm(path.read_bytes())
    if harmed is None:
        path.unlink()
    else:
        path.write_bytes(harmed)
    return harmed


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS.keys())
def test_a_damaged_snapshot_is_read_from_the_journal_and_mended_by_the_next_save(
    store: Store, harm: Callable[[bytes], bytes | None]
) -> None:
    whole = store.view(INCIDENT)
    harmed = harm_file(store, "incident.json", harm)
    assert store.view(INCIDENT) == whole
    (notice,) = store.notices
    assert "incident.json" in notice
    assert "3 changes were read from the journal" in notice
    path = folder_of(store) / "incident.json"
    assert (path.read_bytes() if path.exists() else None) == harmed  # reading changed nothing
    answer(store, "i1/q03", "third")
    store.notices.clear()
    whole["answers"]["i1/q03"] = {"state": "answered", "value": "third"}
    assert store.view(INCIDENT) == whole
    assert store.notices == []
    kept = [entry.read_bytes() for entry in (store.root / "quarantine").glob("*")]
    assert kept == ([] if harmed is None else [harmed])


def test_a_save_with_nothing_new_mends_a_damaged_snapshot_too(store: Store) -> None:
    harm_file(store, "incident.json", lambda raw: b"")
    store.change(INCIDENT, lambda _: None)
    store.notices.clear()
    store.view(INCIDENT)
    assert store.notices == []
    assert len(list(store.changes(INCIDENT))) == 3


journal_harms = {**HARMS, "a line is missing": without_a_line}


@pytest.mark.parametrize("harm", journal_harms.values(), ids=journal_harms.keys())
def test_a_damaged_journal_is_told_of_and_nothing_is_saved_until_it_is_repaired(
    store: Store, harm: Callable[[bytes], bytes | None]
) -> None:
    whole = store.view(INCIDENT)
    harmed = harm_file(store, "journal.jsonl", harm)
    image = (folder_of(store) / "incident.json").read_bytes()
    assert store.view(INCIDENT) == whole
    assert any("journal.jsonl is damaged" in notice for notice in store.notices)
    for change in (put_nothing, lambda edit: edit.put("answers", "i1/q03", {})):
        with pytest.raises(Refused, match=f"not saved: .*`pmtui doctor --repair {INCIDENT}`"):
            store.change(INCIDENT, change)
    list(store.changes(INCIDENT))  # what is left of the history can be read
    path = folder_of(store) / "journal.jsonl"
    assert (path.read_bytes() if path.exists() else None) == harmed
    assert (folder_of(store) / "incident.json").read_bytes() == image


@pytest.mark.parametrize("harm", journal_harms.values(), ids=journal_harms.keys())
def test_where_both_are_damaged_all_is_refused_and_nothing_changed(
    store: Store, harm: Callable[[bytes], bytes | None]
) -> None:
    harm_file(store, "incident.json", lambda raw: raw[:-9])
    harm_file(store, "journal.jsonl", harm)
    before = {entry.name: entry.read_bytes() for entry in folder_of(store).iterdir() if entry.name != ".lock"}
    for use in (
        lambda: store.view(INCIDENT),
        lambda: store.changes(INCIDENT),
        lambda: answer(store, "i1/q03", "third"),
    ):
        with pytest.raises(Refused, match=r"incident\.json is damaged .*journal\.jsonl is not whole either") as refused:
            use()
        assert "\n" not in str(refused.value)
    assert {entry.name: entry.read_bytes() for entry in folder_of(store).iterdir() if entry.name != ".lock"} == before


def test_a_folder_without_both_files_is_refused_and_still_listed(store: Store) -> None:
    for name in ("incident.json", "journal.jsonl"):
        harm_file(store, name, lambda raw: None)
    assert store.ids() == [INCIDENT]
    assert store.stamps() == {INCIDENT: [0, 0, 0, 0]}
    with pytest.raises(Refused, match=r"incident\.json is missing, and .*journal\.jsonl is not whole either"):
        store.view(INCIDENT)
    store.remove(INCIDENT)
    assert store.removed() == [INCIDENT]


def test_a_line_that_was_cut_short_is_kept_apart_and_stays(store: Store) -> None:
    log = folder_of(store) / "journal.jsonl"
    torn = b'{"crc":"00000000","seq":4,"base":3,"id":"x'
    with log.open("ab") as file:
        file.write(torn)
    assert len(store.view(INCIDENT)["answers"]) == 2
    assert store.notices == []  # it was never acknowledged
    answer(store, "i1/q03", "third")
    assert len(store.view(INCIDENT)["answers"]) == 3
    assert [change.seq for change in store.changes(INCIDENT)] == [1, 2, 3, 4]
    assert torn in log.read_bytes().splitlines()
    assert store.notices == []


def test_a_change_that_came_no_further_than_the_journal_is_seen_and_finished(store: Store) -> None:
    image = folder_of(store) / "incident.json"
    older = image.read_bytes()
    answer(store, "i1/q03", "third")
    image.write_bytes(older)
    assert store.view(INCIDENT)["answers"]["i1/q03"]["value"] == "third"
    answer(store, "i1/q03", "third")  # nothing new: yet what is acknowledged here must be on the disk
    said = snapshots.decode(image.read_bytes(), image)
    assert said is not None
    assert said.seq == 4
    assert said.tables == store.view(INCIDENT)


def test_an_older_journal_under_a_newer_snapshot_is_told_of(store: Store) -> None:
    log = folder_of(store) / "journal.jsonl"
    older = log.read_bytes()
    answer(store, "i1/q03", "third")
    log.write_bytes(older)
    assert store.view(INCIDENT)["answers"]["i1/q03"]["value"] == "third"
    assert "it ends before change 4" in store.notices[0]


@pytest.mark.parametrize("sealed", [True, False])
def test_a_newer_schema_is_refused_and_left_as_it_is(store: Store, sealed: bool) -> None:
    def newer(raw: bytes) -> bytes:
        raw = raw.replace(b'"schema":%d,' % newest(), b'"schema":%d,' % (newest() + 1))
        seal = re.search(rb',"crc":"[0-9a-f]{8}"\}\}\}$', raw)
        assert seal
        body = raw[: seal.start()]
        return body + b',"crc":"%08x"}}}' % zlib.crc32(body) if sealed else json.dumps(json.loads(raw)).encode()

    harmed = harm_file(store, "incident.json", newer)
    for use in (lambda: store.view(INCIDENT), lambda: answer(store, "i1/q03", "third")):
        with pytest.raises(
            Refused, match=rf"written by a newer pmtui \(schema {newest() + 1}, this one knows {newest()}\)"
        ):
            use()
    assert (folder_of(store) / "incident.json").read_bytes() == harmed


def test_the_same_notice_is_given_once(store: Store) -> None:
    harm_file(store, "incident.json", lambda raw: b"")
    for _ in range(3):
        store.view(INCIDENT)
    assert len(store.notices) == 1
