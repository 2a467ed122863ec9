"""One program in a pseudo-terminal: what it costs to start, and what a key costs until its last byte has come."""

from __future__ import annotations

import os
import re
import select
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pexpect

if TYPE_CHECKING:
    from collections.abc import Sequence

KEY_QUIET, CHANGE_QUIET, START_QUIET = 0.04, 0.25, 0.4
"""Seconds of silence that end what a typed key, a change of screen and the start send."""

PATIENCE = 15.0
"""Seconds until a program that says nothing is given up."""

ASKED = re.compile(rb"\x1b\[\?(\d+)\$p")


@dataclass(frozen=True)
class Cost:
    """What one thing took: seconds to the last byte, seconds of CPU, bytes."""

    last: float
    cpu: float
    bytes: int


@dataclass
class Probe:
    """`command` in a terminal of 80x24 that answers what is asked of it after `delay` seconds, or never."""

    command: Sequence[str]
    delay: float | None = 0.0
    ready: bytes = b""
    """What stands on the first screen; without it, the first silence ends the start."""
    _due: list[tuple[float, bytes]] = field(default_factory=list)

    def __enter__(self) -> Probe:
        began = time.perf_counter()
        # As it is installed: with its bytecode on the disk, which some environments keep from being written.
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment = {**kept, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        self._child = pexpect.spawn(
            self.command[0], list(self.command[1:]), env=environment, dimensions=(24, 80), echo=False
        )
        self._child.delaybeforesend = None
        last, size = self._read(began, PATIENCE, START_QUIET, self.ready)
        self.start = Cost(last, self.cpu, size)
        return self

    def __exit__(self, *_: object) -> None:
        self._child.close(force=True)

    @property
    def cpu(self) -> float:
        """Seconds of CPU so far."""
        clock_of_process = (~int(self._child.pid or 0) << 3) | 2  # as Linux numbers them
        return time.clock_gettime(clock_of_process)

    @property
    def peak(self) -> float:
        """The most memory so far, in MiB."""
        with open(f"/proc/{self._child.pid}/status", encoding="ascii") as status:  # noqa: PTH123
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024

    def press(self, keys: str, quiet: float = CHANGE_QUIET, shown: bytes = b"") -> Cost:
        """Send keys in one write, and read until `shown` has come and it is quiet."""
        began, cpu = time.perf_counter(), self.cpu
        self._child.send(keys)
        last, size = self._read(began, 1.0, quiet, shown)
        return Cost(last, self.cpu - cpu, size)

    def type(self, text: str) -> list[Cost]:
        """Type characters one by one, each when the one before is done."""
        return [self.press(character, KEY_QUIET) for character in text]

    def rest(self, seconds: float) -> Cost:
        """Press nothing."""
        cpu = self.cpu
        _, size = self._read(time.perf_counter(), seconds, seconds)
        return Cost(seconds, self.cpu - cpu, size)

    def _read(self, began: float, first: float, quiet: float, ready: bytes = b"") -> tuple[float, int]:
        """Read until `ready` has come, and then nothing for `quiet` seconds; when the last byte came, and how many."""
        last, size, end, sent = 0.0, 0, time.perf_counter() + first, b""
        while (left := end - time.perf_counter()) > 0:
            self._answer()
            readable, _, _ = select.select([self._child.child_fd], [], [], min(left, 0.02 if self._due else left))
            if not readable:
                continue
            try:
                found = os.read(self._child.child_fd, 1 << 16)
            except OSError:
                break
            sent += found
            last, size = time.perf_counter() - began, size + len(found)
            if ready in sent:
                end = time.perf_counter() + quiet
            if self.delay is not None:
                self._due += [(time.perf_counter() + self.delay, mode) for mode in ASKED.findall(found)]
        return last, size

    def _answer(self) -> None:
        while self._due and self._due[0][0] <= time.perf_counter():
            self._child.send(b"\x1b[?%b;2$y" % self._due.pop(0)[1])
