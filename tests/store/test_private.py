from __future__ import annotations

import fcntl
import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from pmtui.errors import Refused
from pmtui.store import Store, disk

from .conftest import INCIDENT, answer, folder_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o277])
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


@pytest.mark.usefixtures("umask")
def test_files_are_0600_and_folders_0700_whatever_the_umask(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "above" / "store", by="alice")
    store.create(INCIDENT, lambda _: None)
    answer(store, "i1/q01", "text")
    store.keep_typing(INCIDENT, "i1", {})
    store.keep_place(INCIDENT, "i1", {})
    (folder_of(store) / "incident.json").write_bytes(b"")
    answer(store, "i1/q02", "mends, and puts the damaged file in quarantine")
    store.create("other", lambda _: None)
    store.remove("other")
    found = [tmp_path / "above", *(tmp_path / "above").rglob("*")]
    names = {path.name for path in found}
    assert names >= {
        ".lock",
        "typing",
        "places",
        "quarantine",
        "removed",
        "store.json",
        "journal.jsonl",
        "i1.alice.json",
    }
    for path in found:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_a_store_that_anybody_may_write_is_refused(store: Store) -> None:
    store.root.chmod(0o777)
    with pytest.raises(Refused, match="`chmod o-w "):
        Store.open(store.root, by="alice")


@pytest.mark.parametrize("name", [".lock", "journal.jsonl", "incident.json"])
def test_a_link_in_place_of_a_file_is_refused_and_not_followed(store: Store, tmp_path: Path, name: str) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    path = folder_of(store) / name
    path.unlink()
    path.symlink_to(victim)
    with pytest.raises(Refused, match="symbolic link"):
        answer(store, "i1/q03", "third")
    assert victim.read_bytes() == b"precious"
    assert path.is_symlink()


@pytest.mark.parametrize("file", ["incident.json.tmp", "typing/i1.alice.json.tmp", "typing/i1.alice.json"])
def test_a_link_in_place_of_a_temporary_file_is_not_followed(store: Store, tmp_path: Path, file: str) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    store.keep_typing(INCIDENT, "i1", {"text": "before"})
    path = folder_of(store) / file
    path.unlink(missing_ok=True)
    path.symlink_to(victim)
    answer(store, "i1/q03", "third")
    with suppress(Refused):  # a link in place of the draft itself is refused, one in place of the temporary file goes
        store.keep_typing(INCIDENT, "i1", {"text": "after"})
    assert victim.read_bytes() == b"precious"
    assert store.view(INCIDENT)["answers"]["i1/q03"]["value"] == "third"


def test_a_link_in_place_of_an_incident_is_not_followed(store: Store, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    folder_of(store).rename(elsewhere)
    folder_of(store).symlink_to(elsewhere)
    assert store.ids() == []
    before = {entry: entry.read_bytes() for entry in elsewhere.iterdir()}
    with pytest.raises(Refused):
        answer(store, "i1/q03", "third")
    assert {entry: entry.read_bytes() for entry in elsewhere.iterdir()} == before


def test_a_store_reached_by_a_link_works(store: Store, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(store.root)
    assert Store.open(tmp_path / "link", by="alice").ids() == [INCIDENT]


def test_where_the_system_has_a_fuller_flush_it_is_used(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[int] = []
    monkeypatch.setattr(disk, "_FULL_FLUSH", 51)
    monkeypatch.setattr(fcntl, "fcntl", lambda fd, command: flushed.append(command))
    answer(store, "i1/q03", "third")
    assert flushed == [51, 51, 51]  # journal, snapshot, folder


@pytest.mark.parametrize("shelf", ["incidents", "typing", "quarantine", "removed"])
def test_a_link_in_place_of_a_folder_is_not_followed(store: Store, tmp_path: Path, shelf: str) -> None:
    store.keep_typing(INCIDENT, "i1", {"text": "before"})
    elsewhere = tmp_path / "elsewhere"
    path = folder_of(store) / shelf if shelf == "typing" else store.root / shelf
    if path.exists():
        path.rename(elsewhere)
    else:
        elsewhere.mkdir()
    path.symlink_to(elsewhere)
    before = {entry: entry.stat().st_mtime_ns for entry in elsewhere.rglob("*")}

    def mend() -> None:
        (folder_of(store) / "incident.json").write_bytes(b"")
        answer(store, "i1/q03", "third")

    uses: dict[str, Callable[[], object]] = {
        "incidents": lambda: answer(store, "i1/q03", "third"),
        "typing": lambda: store.keep_typing(INCIDENT, "i1", {"text": "after"}),
        "quarantine": mend,
        "removed": lambda: store.remove(INCIDENT),
    }
    with pytest.raises(Refused):
        uses[shelf]()
    assert {entry: entry.stat().st_mtime_ns for entry in elsewhere.rglob("*")} == before


KINDS = {"tmpfs": "kept in memory", "nfs4": "on a network", "fuse.sshfs": "on a network", "ext4": None}


def test_a_store_on_a_file_system_that_does_not_last_is_warned_about(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mountinfo"
    monkeypatch.setattr("pmtui.store.host.MOUNTS", mounts)
    line = "36 35 98:0 / {point} rw,noatime master:1 - {kind} /dev/root rw\n"
    for kind, said in KINDS.items():
        mounts.write_text(line.format(point="/", kind="overlay") + line.format(point=tmp_path, kind=kind))
        warning = store.warning()
        assert warning is None if said is None else said in str(warning)
    mounts.write_text(line.format(point="/", kind="ext4") + line.format(point=f"{tmp_path}/stor", kind="tmpfs"))
    assert store.warning() is None
    mounts.unlink()
    assert store.warning() is None
