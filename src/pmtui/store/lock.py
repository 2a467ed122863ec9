"""One writer at a time: `flock`, which ends with the process, so that there is no stale lock to break."""

from __future__ import annotations

import fcntl
import os
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from pmtui.errors import Refused

from .disk import close, refusing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .disk import Folder

LOCK_FILE = ".lock"
"""Never replaced or removed: two writers would lock two files of one name."""

PATIENCE = 10.0
"""Seconds to wait for another writer; a save takes milliseconds."""

_LONGEST_PAUSE = 0.02


@contextmanager
def locked(folder: Folder, by: str) -> Iterator[None]:
    """Be the only writer in `folder` for the block, among processes and threads.  Raises `Refused`."""
    with refusing("not saved", folder.path / LOCK_FILE):
        # A descriptor of its own for each block: that is what makes threads exclude one another as well.
        fd = folder.open_or_create(LOCK_FILE)
    try:
        with refusing("not saved", folder.path / LOCK_FILE):
            _wait(fd, folder)
        _sign(fd, f"{os.getpid()} {ascii(by)[1:-1]}".encode())
        try:
            yield
        finally:
            _sign(fd, b"")
    finally:
        close(fd)


def _sign(fd: int, holder: bytes) -> None:
    # For the message to who has to wait, and for nothing else: that it cannot be written does not end a save.
    with suppress(OSError):
        os.ftruncate(fd, os.pwrite(fd, holder, 0))


def _wait(fd: int, folder: Folder) -> None:
    deadline, pause = time.monotonic() + PATIENCE, 0.0005
    while True:
        try:
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise Refused(_held(fd, folder)) from None
        else:
            return
        time.sleep(pause)
        pause = min(pause * 2, _LONGEST_PAUSE)


def _held(fd: int, folder: Folder) -> str:
    pid, _, user = os.pread(fd, 400, 0).decode(errors="replace").partition(" ")
    holder = f"{user or 'another writer'} (process {pid or 'unknown'})"
    return f"not saved: {holder} has held {folder.path / LOCK_FILE} for {PATIENCE:g} s; end that process or try again"
