"""Who has an interview open at this moment: a small file for each window, kept young by its heartbeat.

Nobody waits for it and nothing is locked by it.  The file of a window that was killed grows old and counts no more.
"""

from __future__ import annotations

import json
import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from pmtui.errors import Refused

from .disk import Folder, make_folder, reason, refusing
from .names import sidecar_file
from .plain import encode

if TYPE_CHECKING:
    from .files import FileBackend

FOLDER = "presence"

BEAT = 5.0
"""Seconds between two heartbeats."""

EXPIRED = 30.0
"""Seconds without a heartbeat after which a window counts as gone."""


class Here(NamedTuple):
    """Somebody who has an interview open: who, which one, since when (ISO time)."""

    by: str
    interview: str
    since: str


class Presence:
    """The files `presence/<interview>.<author>.<window>.json` in the folders of incidents.

    Saving goes on without it, so nothing here is raised: what fails is told in `notices`.
    """

    def __init__(self, files: FileBackend) -> None:
        self._files = files

    def beat(self, incident: str, here: Here, window: str) -> None:
        """Say that `here` is so still; `window` is a name of its own for each that is open."""
        name = _file(here, window)
        try:
            with self._files.open(incident) as home, refusing("presence is not shown to others", home.path / FOLDER):
                make_folder(home.path / FOLDER)
                with Folder(home.path / FOLDER, home) as folder:
                    try:
                        os.utime(name, dir_fd=folder.fd, follow_symlinks=False)
                    except FileNotFoundError:
                        told = {**here._asdict(), "process": os.getpid(), "machine": os.uname().nodename}
                        folder.replace(name, encode(told), durable=False)
        except Refused as refusal:
            self._files.tell([str(refusal)])

    def leave(self, incident: str, here: Here, window: str) -> None:
        """Say that `window` is closed."""
        # Where this fails the file grows old by itself.
        with (
            suppress(Refused, OSError),
            self._files.open(incident) as home,
            Folder(home.path / FOLDER, home) as folder,
        ):
            folder.remove(_file(here, window))

    def others(self, incident: str, window: str) -> list[Here]:
        """Everybody who has an interview of `incident` open in another window, those who came first before others."""
        try:
            with self._files.open(incident) as home, Folder(home.path / FOLDER, home) as folder:
                return sorted(_others(folder, window), key=lambda each: (each.since, each.by))
        except (FileNotFoundError, Refused):  # nobody was here yet; that the incident is gone, who reads it says
            return []
        except OSError as error:
            self._files.tell([f"who else is here is not known: {reason(error)}"])
            return []


def _others(folder: Folder, window: str) -> list[Here]:
    beats = {name: beat for name in folder.names() if (beat := _beat(folder, name)) is not None}
    own = [name for name in beats if name.endswith(f".{window}.json")]
    # Of a folder that machines share, the clock is the file system's, which our own heartbeat has read.
    now = beats[own[0]] if own else time.time()
    found = []
    for name, beat in beats.items():
        if now - beat > EXPIRED:
            folder.remove(name)  # who only slept makes it anew
        elif name.endswith(".json") and name not in own and (here := _here(folder.read(name) or b"")):
            found.append(here)
    return found


def _beat(folder: Folder, name: str) -> float | None:
    try:
        return os.stat(name, dir_fd=folder.fd, follow_symlinks=False).st_mtime
    except FileNotFoundError:  # closed at this moment
        return None


def _here(raw: bytes) -> Here | None:
    try:
        content: Any = json.loads(raw)
        told = Here(content["by"], content["interview"], content["since"])
    except (ValueError, TypeError, KeyError, RecursionError):  # written at this moment, or by somebody else's hand
        return None
    is_whole = all(isinstance(each, str) for each in told)
    return told if is_whole and not _was_killed(content.get("process"), content.get("machine")) else None


def _was_killed(process: object, machine: object) -> bool:
    """Whether a process of this machine is not there any more; of another machine, only its heartbeat tells."""
    if machine != os.uname().nodename or not isinstance(process, int) or process <= 0:
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except (PermissionError, OverflowError):  # somebody else's, so it is there
        return False
    return False


def _file(here: Here, window: str) -> str:
    return f"{sidecar_file(here.interview, here.by).removesuffix('.json')}.{window}.json"
