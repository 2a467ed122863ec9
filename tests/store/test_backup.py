"""A backup comes back as it was made, or not at all."""

from __future__ import annotations

import grp
import io
import json
import os
import tarfile
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.errors import Refused
from pmtui.store import Store
from pmtui.store.backup import unpack

from .conftest import INCIDENT, answer, folder_of

if TYPE_CHECKING:
    from pathlib import Path

OTHER = "2026-04-01-other"


@pytest.fixture
def full(store: Store) -> Store:
    """Two incidents, a removed one, a questionnaire of the team's own, and somebody typing."""
    for name in (OTHER, "2025-gone"):
        store.create(name, lambda edit: edit.put("incident", "incident", {"title": "größer: ほげ"}))
    store.remove("2025-gone")
    (store.root / "questionnaires" / "more").mkdir(parents=True)
    (store.root / "questionnaires" / "more" / "ours.yaml").write_text("questionnaire: ours\n")
    store.keep_typing(INCIDENT, "i1", {"text": "half a sen"})
    return store


def everything(store: Store) -> object:
    shelves = (store.ids(), store.removed())
    return shelves, [(store.view(name), list(store.changes(name))) for name in store.ids()]


def test_it_comes_back_as_it_was(full: Store, tmp_path: Path) -> None:
    file = tmp_path / "kept.tar.gz"
    assert full.back_up(file) == 2
    assert file.stat().st_mode & 0o777 == 0o600
    assert unpack(file, tmp_path / "again") == (2, [])
    again = Store.open(tmp_path / "again", by="bob", create=False)
    assert everything(again) == everything(full)
    assert (again.root / "questionnaires" / "more" / "ours.yaml").read_text() == "questionnaire: ours\n"
    assert again.typing(INCIDENT, "i1") is None
    for path in again.root.rglob("*"):
        assert path.stat().st_mode & 0o077 == 0
    answer(again, "i1/q03", "third")
    assert again.restore("2025") == "2025-gone"
    assert again.notices == []


def test_nothing_that_is_there_is_written_over(full: Store, tmp_path: Path) -> None:
    file = tmp_path / "kept.tar.gz"
    file.write_text("mine")
    with pytest.raises(Refused, match="is there already and was not changed"):
        full.back_up(file)
    assert file.read_text() == "mine"
    full.back_up(tmp_path / "other.tar.gz")
    before = everything(full)
    with pytest.raises(Refused, match="is there already and was not changed"):
        unpack(tmp_path / "other.tar.gz", full.root)
    assert everything(full) == before


def test_it_comes_back_into_a_store_in_which_nothing_is_yet_and_takes_after_it(full: Store, tmp_path: Path) -> None:
    full.back_up(tmp_path / "kept.tar.gz")
    target = Store.open(tmp_path / "team", by="bob")
    target.share(grp.getgrgid(os.getgid()).gr_name)
    (target.root / "incidents").mkdir()
    assert unpack(tmp_path / "kept.tar.gz", target.root) == (2, [])
    assert everything(target) == everything(full)
    assert {path.name for path in target.root.iterdir()} >= {"store.json", "incidents", "removed", "questionnaires"}
    for path in target.root.rglob("*"):
        if path != target.root / "incidents":
            assert path.stat().st_mode & 0o7777 == (0o2770 if path.is_dir() else 0o660), path
    with pytest.raises(Refused, match="is there already and was not changed"):
        unpack(tmp_path / "kept.tar.gz", target.root)


def test_a_damaged_backup_leaves_an_empty_store_as_it_is(full: Store, tmp_path: Path) -> None:
    file = tmp_path / "kept.tar.gz"
    full.back_up(file)
    file.write_bytes(file.read_bytes()[:-200])
    target = Store.open(tmp_path / "team", by="bob")
    before = sorted(target.root.rglob("*"))
    with pytest.raises(Refused):
        unpack(file, target.root)
    assert sorted(target.root.rglob("*")) == before


def test_damage_that_is_in_it_is_told_of(full: Store, tmp_path: Path) -> None:
    path = folder_of(full) / "incident.json"
    path.write_bytes(path.read_bytes()[:-5])
    full.back_up(tmp_path / "kept.tar.gz")
    done = unpack(tmp_path / "kept.tar.gz", tmp_path / "again")
    assert done.incidents == 2
    assert str(tmp_path / "again" / "incidents" / INCIDENT / "incident.json") in done.notices[0]
    assert Store.open(tmp_path / "again", by="bob").view(INCIDENT) == full.view(INCIDENT)


def test_a_backup_beside_a_writer_is_whole(full: Store, tmp_path: Path) -> None:
    from threading import Event, Thread

    stop = Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            answer(full, f"i1/q{number % 7}", f"text {number}")

    writer = Thread(target=write)
    writer.start()
    try:
        for number in range(10):
            full.back_up(tmp_path / f"{number}.tar.gz")
            assert unpack(tmp_path / f"{number}.tar.gz", tmp_path / str(number)).notices == []
    finally:
        stop.set()
        writer.join()


@given(st.integers(0, 9_999), st.sampled_from(["cut", "flip", "zero"]))
def test_any_damage_is_found(tmp_path_factory: pytest.TempPathFactory, place: int, kind: str) -> None:
    folder = tmp_path_factory.mktemp("backup")
    store = Store.open(folder / "store", by="alice")
    store.create(INCIDENT, lambda edit: edit.put("incident", "incident", {"title": "x"}))
    store.back_up(folder / "kept.tar.gz")
    raw = (folder / "kept.tar.gz").read_bytes()
    at = place * len(raw) // 10_000
    harmed = {
        "cut": raw[:at],
        "flip": raw[:at] + bytes([raw[at] ^ 16]) + raw[at + 1 :],
        "zero": raw[:at] + b"\0" * (len(raw) - at),
    }
    (folder / "harmed.tar.gz").write_bytes(harmed[kind])
    said = None
    try:
        unpack(folder / "harmed.tar.gz", folder / "again")
    except Refused as refused:
        said = str(refused)
    if said is None:  # a byte that nothing depends on, such as the time in the head
        assert everything(Store.open(folder / "again", by="bob")) == everything(store)
    else:
        assert "\n" not in said
        assert not (folder / "again").exists()
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


def _archive(path: Path, entries: list[tarfile.TarInfo | tuple[str, bytes]]) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        sums = {}
        for each in entries:
            if isinstance(each, tarfile.TarInfo):
                archive.addfile(each)
                continue
            name, data = each
            sums[name] = sha256(data).hexdigest()
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
        said = json.dumps({"format": "pmtui-backup", "schema": 1, "sha256": sums}).encode()
        entry = tarfile.TarInfo("MANIFEST")
        entry.size = len(said)
        archive.addfile(entry, io.BytesIO(said))
    return path


def _link(name: str, to: str) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.type, entry.linkname = tarfile.SYMTYPE, to
    return entry


@pytest.mark.parametrize(
    "entries",
    [
        [("../outside.txt", b"x")],
        [("/outside.txt", b"x")],
        [("questionnaires/../../outside.txt", b"x")],
        [("incidents/../outside.txt", b"x")],
        [("incidents/x/other.txt", b"x")],
        [("incidents/.hidden/incident.json", b"x")],
        [("quarantine/x", b"x")],
        [_link("questionnaires/a", "/etc")],
        [_link("incidents", "/etc")],
        [],
    ],
    ids=[
        "above",
        "absolute",
        "out and in",
        "beside",
        "a file too many",
        "hidden",
        "quarantine",
        "link",
        "shelf",
        "empty",
    ],
)
def test_a_planted_backup_writes_nothing(tmp_path: Path, entries: list[tarfile.TarInfo | tuple[str, bytes]]) -> None:
    marker = ("store.json", b'{"format": "pmtui-store", "schema": 1}\n')
    file = _archive(tmp_path / "planted.tar.gz", [marker, *entries] if entries else [])
    with pytest.raises(Refused):
        unpack(file, tmp_path / "deep" / "again")
    assert [path.name for path in tmp_path.iterdir()] == ["planted.tar.gz"]
