"""Several at once, and those that die while they write."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from pmtui.errors import Refused
from pmtui.store import Store, lock

from .conftest import INCIDENT, answer, folder_of

if TYPE_CHECKING:
    from pmtui.record.edit import Edit

WRITER = f"""
import sys
from pathlib import Path
from pmtui.store import Store
root, name, count = sys.argv[1:]
store = Store.open(Path(root), by=name)
print("ready", flush=True)
sys.stdin.readline()
def put(edit):
    edit.put("answers", f"{{name}}/{{n}}", {{"value": "x" * 300}})
    shared = edit.get("answers", "shared") or {{"count": 0}}
    edit.put("answers", "shared", {{"count": shared["count"] + 1}})
for n in range(int(count)):
    store.change({INCIDENT!r}, put)
    print(n, flush=True)
"""


def writer(store: Store, name: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(store.root), name, str(count)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def start(process: subprocess.Popen[str]) -> None:
    assert process.stdin
    process.stdin.write("go\n")
    process.stdin.flush()


def test_several_processes_write_at_once_and_nothing_is_lost(store: Store) -> None:
    processes = [writer(store, f"w{n}", 25) for n in range(4)]
    for process in processes:
        start(process)
    for process in processes:
        out, _ = process.communicate(timeout=60)
        assert (process.returncode, len(out.split())) == (0, 25)
    answers = store.view(INCIDENT)["answers"]
    assert set(answers) == {"i1/q01", "i1/q02", "shared", *(f"w{n}/{m}" for n in range(4) for m in range(25))}
    assert answers["shared"] == {"count": 100}  # each saw the one before it
    assert [change.seq for change in store.changes(INCIDENT)] == list(range(1, 104))
    assert store.notices == []


def test_threads_with_one_store_and_with_two_exclude_one_another(store: Store) -> None:
    stores = [store, store, Store.open(store.root, by="bob")]

    def count(edit: Edit) -> None:
        edit.put("answers", "count", {"n": (edit.get("answers", "count") or {"n": 0})["n"] + 1})

    def work(own: Store) -> None:
        for _ in range(20):
            own.change(INCIDENT, count)

    threads = [threading.Thread(target=work, args=(own,)) for own in stores]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.view(INCIDENT)["answers"]["count"] == {"n": 60}


def test_two_processes_keep_the_draft_of_one_author_and_it_is_always_whole(store: Store) -> None:
    texts = [{"text": letter * 50_000} for letter in "ab"]
    store.keep_typing(INCIDENT, "i1", texts[0])

    def work(draft: dict[str, str]) -> None:
        for _ in range(25):
            store.keep_typing(INCIDENT, "i1", draft)

    threads = [threading.Thread(target=work, args=(draft,)) for draft in texts]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        assert store.typing(INCIDENT, "i1") in texts
    assert store.notices == []


def test_a_reader_beside_writers_never_sees_damage(store: Store) -> None:
    process = writer(store, "w", 60)
    start(process)
    seen = 0
    while process.poll() is None:
        count = len(store.view(INCIDENT)["answers"])
        assert count >= seen
        seen = count
    process.communicate()
    assert len(store.view(INCIDENT)["answers"]) == 2 + 60 + 1
    assert store.notices == []


def test_a_writer_killed_at_any_moment_loses_nothing_that_it_acknowledged(store: Store) -> None:
    chance = random.Random(20260314)
    acknowledged: set[str] = set()
    for number in range(12):
        process = writer(store, f"k{number}", 100_000)
        start(process)
        assert process.stdout
        first = process.stdout.readline()
        time.sleep(chance.uniform(0, 0.06))  # the moment of the kill is what is drawn, nothing is waited for
        process.send_signal(signal.SIGKILL)
        out, _ = process.communicate()
        # A line without its newline was not acknowledged.
        lines = [line for line in (first + out).splitlines(keepends=True) if line.endswith("\n")]
        acknowledged |= {f"k{number}/{line.strip()}" for line in lines}
        answers = store.view(INCIDENT)["answers"]
        assert set(answers) >= acknowledged
        recorded = {key for change in store.changes(INCIDENT) for _, key, _ in change.ops}
        assert recorded >= acknowledged
        answer(store, "after", str(number))
    assert len(acknowledged) > 24
    assert store.notices == []


def test_who_waits_too_long_is_told_who_holds_the_lock(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    bob = Store.open(store.root, by="bob")

    def slow(edit: Edit) -> None:
        edit.put("answers", "slow", {})
        with pytest.raises(Refused, match=rf"alice \(process {os.getpid()}\) has held .*\.lock for 0\.05 s"):
            answer(bob, "i1/q03", "third")

    store.change(INCIDENT, slow)
    answer(bob, "i1/q03", "third")
    assert {"slow", "i1/q03"} <= set(store.view(INCIDENT)["answers"])


def test_the_lock_file_stays_one_file(store: Store) -> None:
    path = folder_of(store) / ".lock"
    before = path.stat().st_ino
    answer(store, "i1/q03", "third")
    store.remove(INCIDENT)
    store.restore(INCIDENT)
    assert path.stat().st_ino == before
    assert path.read_bytes() == b""


def test_a_change_that_waited_while_its_incident_was_removed_is_refused(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = threading.Event()
    pause = time.sleep

    def tell_and_pause(seconds: float) -> None:
        waits.set()
        pause(seconds)

    monkeypatch.setattr(time, "sleep", tell_and_pause)
    bob = Store.open(store.root, by="bob")
    failed: list[str] = []

    def save() -> None:
        try:
            answer(bob, "i1/q03", "third")
        except Refused as refused:
            failed.append(str(refused))

    thread = threading.Thread(target=save)
    with store._files.locked(INCIDENT) as folder:
        thread.start()
        assert waits.wait(10)
        folder.path.rename(store.root / "moved")
    thread.join()
    assert len(failed) == 1
    assert "no incident" in failed[0]
    assert b"third" not in (store.root / "moved" / "journal.jsonl").read_bytes()
