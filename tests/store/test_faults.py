"""Every system call of a save fails in turn."""

from __future__ import annotations

import errno
import os
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from pmtui.errors import Refused
from pmtui.store import Store

from .conftest import INCIDENT, answer, folder_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CALLS = [
    "open",
    "read",
    "write",
    "fsync",
    "fstat",
    "lstat",
    "fchmod",
    "chmod",
    "mkdir",
    "replace",
    "rename",
    "unlink",
    "ftruncate",
    "pwrite",
    "scandir",
    "listdir",
    "close",
]
MOST = 200


class Faults:
    """Makes the nth call of the system fail, and counts them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        self.at = 0
        self.code = 0
        self.short = False
        for name in CALLS:
            monkeypatch.setattr(os, name, self.wrapped(name, getattr(os, name)))

    def wrapped(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            if not self.at:
                return real(*args, **kwargs)
            self.count += 1
            if self.count != self.at:
                return real(*args, **kwargs)
            if name == "close" or (name == "write" and self.short):
                # A failed close has closed; a full disk takes a part of what is written.
                real(args[0]) if name == "close" else real(args[0], bytes(args[1])[:7])
            raise OSError(self.code, os.strerror(self.code))

        return call

    def run(self, at: int, code: int, save: Callable[[], object]) -> bool:
        """Whether `save` went through although its call number `at` fails with `code`."""
        self.count, self.at, self.code = 0, at, code
        try:
            save()
        except Refused:
            return False
        finally:
            self.at = 0
        return True


@pytest.fixture(params=[(errno.ENOSPC, True), (errno.EIO, False), (errno.EACCES, False)], ids=["full", "EIO", "EACCES"])
def fault(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> tuple[Faults, int]:
    faults = Faults(monkeypatch)
    code, faults.short = request.param
    return faults, code


def rounds(faults: Faults, code: int, save: Callable[[int], object], check: Callable[[int, bool], None]) -> None:
    for at in range(1, MOST):
        saved = faults.run(at, code, partial(save, at))
        check(at, saved)
        if faults.count < at:
            assert saved
            assert at > 10
            return
    pytest.fail("a save of more system calls than can be")


def test_whatever_call_of_a_change_fails_the_store_is_whole_and_the_next_save_works(
    store: Store, fault: tuple[Faults, int]
) -> None:
    acknowledged: dict[str, str] = {}

    def check(at: int, saved: bool) -> None:
        if saved:
            acknowledged[f"a{at}"] = "text"
        answer(store, f"b{at}", "text")
        acknowledged[f"b{at}"] = "text"
        found = {key: document["value"] for key, document in store.view(INCIDENT)["answers"].items()}
        assert found.items() >= acknowledged.items()
        assert set(found) <= {*acknowledged, "i1/q01", "i1/q02", *(f"a{n}" for n in range(at + 1))}
        recorded = {key for change in store.changes(INCIDENT) for _, key, _ in change.ops}
        assert recorded >= set(acknowledged)
        assert store.notices == []

    rounds(*fault, lambda at: answer(store, f"a{at}", "text"), check)


def test_whatever_call_fails_while_a_damaged_snapshot_is_mended_no_byte_is_lost(
    store: Store, fault: tuple[Faults, int]
) -> None:
    def check(at: int, saved: bool) -> None:
        answer(store, f"b{at}", "text")
        kept = [entry.read_bytes() for entry in (store.root / "quarantine").iterdir()]
        assert b"damaged %d" % at in kept
        assert f"b{at}" in store.view(INCIDENT)["answers"]
        (folder_of(store) / "incident.json").write_bytes(b"damaged %d" % (at + 1))

    (folder_of(store) / "incident.json").write_bytes(b"damaged 1")
    rounds(*fault, lambda at: answer(store, f"a{at}", "text"), check)


def test_whatever_call_of_a_creation_fails_the_incident_is_whole_or_not_there(
    root: Path, fault: tuple[Faults, int]
) -> None:
    def create(at: int) -> None:
        Store.open(root, by="alice").create(f"x{at}", lambda edit: edit.put("incident", "incident", {"at": at}))

    def check(at: int, saved: bool) -> None:
        store = Store.open(root, by="bob")
        if saved or f"x{at}" in store.ids():
            assert store.view(f"x{at}") == {"incident": {"incident": {"at": at}}}
        else:
            create(at)
        answer_in = f"x{at}"
        store.change(answer_in, lambda edit: edit.put("answers", "q", {}))
        assert "q" in store.view(answer_in)["answers"]
        assert store.notices == []

    rounds(*fault, create, check)
    leftovers = [entry.name for entry in (root / "incidents").iterdir() if entry.name.startswith(".new-")]
    assert leftovers == []


def test_whatever_call_fails_what_is_typed_is_the_old_or_the_new_text(store: Store, fault: tuple[Faults, int]) -> None:
    store.keep_typing(INCIDENT, "i1", {"text": 0})
    last = [0]

    def check(at: int, saved: bool) -> None:
        found = store.typing(INCIDENT, "i1")
        assert found is not None
        assert found["text"] in ({at} if saved else {at, last[0]})
        store.keep_typing(INCIDENT, "i1", {"text": -at})
        assert store.typing(INCIDENT, "i1") == {"text": -at}
        last[0] = -at

    rounds(*fault, lambda at: store.keep_typing(INCIDENT, "i1", {"text": at}), check)


def test_whatever_call_of_a_view_fails_it_refuses_or_is_complete(store: Store, fault: tuple[Faults, int]) -> None:
    whole = store.view(INCIDENT)
    seen: list[object] = []

    def check(at: int, saved: bool) -> None:
        assert seen == ([whole] if saved else [])
        seen.clear()

    faults, code = fault
    for at in range(1, MOST):
        check(at, faults.run(at, code, lambda: seen.append(store.view(INCIDENT))))
        if faults.count < at:
            break
    assert store.notices == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "not saved: .*the disk is full"),
        (errno.EROFS, "not saved: .*the disk is read-only"),
        (errno.EACCES, "not saved: .*no permission"),
        (errno.EFBIG, "not saved: .*larger than the limit"),
    ],
)
def test_the_reason_is_given_in_words(store: Store, monkeypatch: pytest.MonkeyPatch, code: int, words: str) -> None:
    def fail(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "write", fail)
    with pytest.raises(Refused, match=words):
        answer(store, "i1/q03", "third")


def test_a_disk_that_takes_a_byte_at_a_time_is_enough(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: real(fd, bytes(data)[:1]))
    answer(store, "i1/q03", "🧯")
    monkeypatch.undo()
    assert store.view(INCIDENT)["answers"]["i1/q03"]["value"] == "🧯"
    assert store.notices == []
