from __future__ import annotations

import io
import os
import sys
from contextlib import redirect_stdout
from dataclasses import dataclass
from shutil import copytree
from typing import TYPE_CHECKING, Any

import pytest

from incidents import CASES
from pmtui.cli import run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CASE = next(path for path in CASES if "replit" in path.stem)


@dataclass(frozen=True)
class Outcome:
    """What a command did."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines on standard output."""
        return self.out.splitlines()


class Commands:
    """Runs `pmtui` in this process, on a store of this test alone."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys, self._monkeypatch = capsys, monkeypatch

    def __call__(self, *words: Any, stdin: str = "") -> Outcome:
        """The outcome of `pmtui WORDS...` with `stdin` on standard input."""
        self._monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        self._capsys.readouterr()
        try:
            status = run([str(word) for word in words])
        except SystemExit as end:
            status = int(end.code or 0)
        return Outcome(status, *self._capsys.readouterr())

    def done(self, *words: Any, stdin: str = "") -> str:
        """What a command prints that is done without a word on standard error."""
        outcome = self(*words, stdin=stdin)
        assert (outcome.status, outcome.err) == (0, "")
        return outcome.out.removesuffix("\n")

    def refused(self, *words: Any, stdin: str = "") -> str:
        """The one line of a command that is refused, and prints nothing else."""
        outcome = self(*words, stdin=stdin)
        assert outcome.status == 2
        assert outcome.out == ""
        (line,) = outcome.err.splitlines()
        assert line.startswith("pmtui: ")
        return line.removeprefix("pmtui: ")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of this test alone; nothing of the machine's settings reaches it."""
    settle(monkeypatch, tmp_path)
    return tmp_path


def settle(patch: pytest.MonkeyPatch, folder: Path) -> None:
    """Make `folder` the home of whoever runs `pmtui`."""
    for name in ("DATA", "CACHE", "CONFIG", "STATE"):
        patch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
    patch.setenv("HOME", str(folder))
    patch.setenv("PMTUI_STORE", str(folder / "store"))
    patch.setenv("PMTUI_BY", "tester")
    patch.setenv("COLUMNS", "80")
    patch.chdir(folder)


@pytest.fixture(autouse=True, scope="session")
def disk_is_not_waited_for() -> Iterator[None]:
    """What outlives a power cut is tested with the store; here it would be a fifth of the time, spent waiting."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture
def pmtui(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Commands:
    """`pmtui` on an empty store."""
    assert home
    return Commands(capsys, monkeypatch)


BEGINNING = (
    ("new", "--title", "Refund bot", "--zone", "Europe/Berlin", "--noticed", "2026-03-14 14:05"),
    ("participant", "2026", "--role", "on-call engineer"),
    ("interview", "2026", "--new", "--participant", "p1", "--no-open"),
)


@pytest.fixture(scope="session")
def beginning(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of `begun`, made once."""
    folder = tmp_path_factory.mktemp("begun")
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(io.StringIO()):
        settle(patch, folder)
        for words in BEGINNING:
            assert run(words) == 0
    return folder / "store"


@pytest.fixture
def begun(pmtui: Commands, home: Path, beginning: Path) -> Commands:
    """`pmtui` on a store with the incident `2026-03-14-refund-bot`, its participant `p1` and quick interview `i1`."""
    copytree(beginning, home / "store")
    return pmtui
