"""A terminal that goes away: told by a signal, or by nobody."""

from __future__ import annotations

import asyncio
import select
import signal
import sys
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def on_hang_up(leave: Callable[[], None]) -> None:
    """Have the running loop call `leave` on SIGHUP or SIGTERM, and where the terminal hung up.

    Of a terminal that hangs up only the program that it was opened for is told.  Where that is a shell that catches the
    signal, pmtui would stay behind, reading nothing as fast as it can.
    """
    loop = asyncio.get_running_loop()
    for number in (signal.SIGHUP, signal.SIGTERM):
        loop.add_signal_handler(number, leave)
    terminal = sys.__stdin__
    if terminal is not None and not terminal.closed and terminal.isatty():
        watch = Thread(target=_wait, args=(terminal.fileno(), loop, leave), name="hang-up", daemon=True)
        watch.start()


def _wait(terminal: int, loop: asyncio.AbstractEventLoop, leave: Callable[[], None]) -> None:
    polled = select.poll()
    polled.register(terminal, 0)  # waits for nothing to read: a hang-up is told all the same
    if any(event & select.POLLHUP for _, event in polled.poll()):
        with suppress(RuntimeError):  # the loop has ended: pmtui is leaving already
            loop.call_soon_threadsafe(leave)
