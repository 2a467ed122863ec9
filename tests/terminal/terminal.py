"""A real pseudo-terminal with pmtui in it, as installed: what a person sees, and every byte that was sent."""

from __future__ import annotations

import os
import sys
import termios
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

import pexpect
import pyte

if TYPE_CHECKING:
    import signal
    from collections.abc import Callable, Mapping
    from types import TracebackType

PMTUI = Path(sys.executable).with_name("pmtui")
PATIENCE = 20.0
"""Seconds until something that should be seen is missed."""


class Terminal:
    """`pmtui`, or another `program`, with `arguments` in a terminal of `size` (columns, rows).

    Of this machine only its programs get in.
    """

    def __init__(
        self,
        home: Path,
        *arguments: str,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str] | None = None,
        program: str | Path = PMTUI,
    ) -> None:
        columns, rows = size
        self.screen = pyte.Screen(columns, rows)
        self.sent = b""
        self._stream = pyte.ByteStream(self.screen)
        self._child: Any = pexpect.spawn(
            str(program), list(arguments), env=environment(home, env), cwd=str(home), dimensions=(rows, columns)
        )
        # Keys go out at once: pexpect's own pause before them would hide what overtakes what.
        self._child.delaybeforesend = None

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._child.close(force=True)

    @property
    def words(self) -> str:
        """The screen on one line, runs of spaces as one."""
        return " ".join(" ".join(self.screen.display).split())

    @property
    def text(self) -> str:
        """The screen, line by line."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def type(self, text: str) -> None:
        """Send keys in one burst: `\\t` is the tab key, `\\r` enter, `\\x0f` ctrl+o."""
        self.send(text.encode())

    def send(self, keys: bytes) -> None:
        """Send bytes, whether they are UTF-8 or not."""
        self._child.send(keys)

    def paste(self, text: str) -> None:
        """Send text as a terminal does that tells pasting from typing."""
        self.type(f"\x1b[200~{text}\x1b[201~")

    def shows(self, *wanted: str) -> None:
        """Read until the screen shows all these words."""
        for each in wanted:
            self._until(lambda each=each: each in self.words, f"{each!r} is not shown")  # type: ignore[misc]

    def hides(self, *unwanted: str) -> None:
        """Read until the screen shows none of these words."""
        for each in unwanted:
            self._until(lambda each=each: each not in self.words, f"{each!r} is shown still")  # type: ignore[misc]

    def until(self, path: Path, holds: str) -> None:
        """Read until the file holds these words."""
        self._until(lambda: path.exists() and holds in path.read_text(), f"{path} does not hold {holds!r}")

    def idle(self, seconds: float) -> bytes:
        """Everything that comes within `seconds`."""
        before, end = len(self.sent), monotonic() + seconds
        while (left := end - monotonic()) > 0:
            self._read(left)
        return self.sent[before:]

    def hears(self, before: int) -> None:
        """Read until more than `before` bytes have come in all."""
        self._until(lambda: len(self.sent) > before, "nothing was sent")

    def settle(self) -> None:
        """Read until nothing has come for a fifth of a second."""
        while self.idle(0.2):
            pass

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size."""
        self.screen.resize(rows, columns)
        self._child.setwinsize(rows, columns)

    def kill(self, number: signal.Signals) -> None:
        """Send a signal."""
        self._child.kill(number)

    def close_window(self) -> int:
        """Close the terminal under the app; returns the exit status."""
        self._child.ptyproc.fileobj.close()
        self._child.ptyproc.closed = True
        self._until(lambda: not self._child.isalive(), "it runs still")
        return self._status

    def ended(self) -> int:
        """Wait for the end; returns the exit status, or the signal's number below zero."""
        self._until(lambda: not self._child.isalive(), "it runs still")
        self.idle(0.01)
        return self._status

    @property
    def process(self) -> int:
        """The number of the process in the terminal."""
        return int(self._child.pid)

    @property
    def _status(self) -> int:
        number: int | None = self._child.exitstatus
        return -self._child.signalstatus if number is None else number

    @property
    def settings(self) -> list[object]:
        """How the terminal reads keys: echo, whole lines, signals."""
        return termios.tcgetattr(self._child.child_fd)

    def _until(self, seen: Callable[[], bool], missed: str) -> None:
        end = monotonic() + PATIENCE
        while not seen():
            assert monotonic() < end, f"{missed}; the screen is\n{self.text}"
            self._read(0.05)

    def _read(self, seconds: float) -> None:
        try:
            found = self._child.read_nonblocking(1 << 16, seconds)
        except (pexpect.TIMEOUT, pexpect.EOF, OSError):  # the last: the window is closed
            return
        self._arrive(found)

    def _arrive(self, found: bytes) -> None:
        """Show what came."""
        self.sent += found
        self._stream.feed(found)


def environment(home: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """An environment whose folders all lie in `home`; a variable that is empty in `more` is left out."""
    fixed = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
        "HOME": str(home),
        "PMTUI_STORE": str(home / "store"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "PMTUI_BY": "alex",
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
    }
    return {name: value for name, value in {**fixed, **(more or {})}.items() if value}


def fresh_settings() -> list[object]:
    """The settings of a terminal that nothing was done to."""
    master, slave = os.openpty()
    try:
        return termios.tcgetattr(slave)
    finally:
        os.close(master)
        os.close(slave)
