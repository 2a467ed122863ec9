"""`store.json`: the file by which a folder is known to be a store of pmtui."""

from __future__ import annotations

import json
import os
import stat
from typing import TYPE_CHECKING

from pmtui.errors import Refused

from .disk import (
    TEAM_FILE_MODE,
    TEAM_FOLDER_MODE,
    TEMPORARY,
    Folder,
    close,
    is_of_a_team,
    make_folder,
    refusing,
)
from .lock import LOCK_FILE, locked
from .plain import encode
from .schema import refuse_newer

if TYPE_CHECKING:
    from pathlib import Path

MARKER = "store.json"
FORMAT = "pmtui-store"
SCHEMA = 1
"""Of this file and of what lies where; the documents of an incident have a schema of their own."""

_OURS = {LOCK_FILE, MARKER + TEMPORARY, "questionnaires", "blame"}
"""What another process leaves that makes the same store at this moment, and what a team may put there before."""


def is_store(root: Path) -> bool:
    """Whether `root` is a store; False where there is nothing, or an empty folder.

    Raises `Refused` where it is something else, was written by a newer pmtui, may be written by anybody, or is
    somebody else's who does not share it.
    """
    with refusing("not opened", root):
        try:
            folder = Folder(root)
        except FileNotFoundError:
            return False
        with folder:
            found = os.fstat(folder.fd)
            _refuse_a_strangers(root, found)
            # In this order: the marker is made first, so who sees what came after it finds the marker too.
            names = {entry.name for entry in root.iterdir()}
            raw = folder.read(MARKER)
    if raw is None and not names <= _OURS:
        raise Refused(f"{root} is not a store of pmtui and not empty; choose another folder")
    if found.st_mode & stat.S_IWOTH:
        raise Refused(f"{root} may be written by every user of this machine; run `chmod o-w {root}`")
    if raw is not None:
        _check(raw, root / MARKER)
    return raw is not None


def _refuse_a_strangers(root: Path, found: os.stat_result) -> None:
    # Root too: what it would write there the owner could not read.
    if found.st_uid not in (os.geteuid(), 0) and not (is_of_a_team(found) and found.st_gid in _groups()):
        raise Refused(f"{root} belongs to another user; ask its owner for `pmtui init --group` with a group of yours")


def make_store(root: Path, by: str) -> None:
    """Make `root` a store, where it is not one yet.  Raises `Refused`."""
    if is_store(root):
        return
    with refusing("not saved", root):
        make_folder(root)
        folder = Folder(root)
    with folder, locked(folder, by):
        if not is_store(root):  # another process may have been faster
            with refusing("not saved", root / MARKER):
                folder.replace(MARKER, encode({"format": FORMAT, "schema": SCHEMA}) + b"\n")


def share(root: Path, group: str) -> None:
    """Give the store `root`, with all that is in it, to the Unix group `group` as well.

    Raises `Refused` where there is no such group, where the caller is not in it, and where a file is somebody else's.
    """
    import grp

    try:
        number = grp.getgrnam(group).gr_gid
    except (KeyError, ValueError):
        raise Refused(
            f"there is no group {group!r} on this machine; `getent group` lists those that there are"
        ) from None
    if number not in _groups() and os.geteuid() != 0:
        raise Refused(f"you are not in the group {group}; `id` shows those that you are in")
    with refusing("not shared", root):
        for folder, _, names in os.walk(root, topdown=False):
            for name in names:
                _give(os.path.join(folder, name), number, TEAM_FILE_MODE)  # noqa: PTH118
            _give(folder, number, TEAM_FOLDER_MODE)


def _give(path: str, group: int, mode: int) -> None:
    # By descriptor: between a look and a change somebody could put a link there.
    fd = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        os.fchown(fd, -1, group)
        os.fchmod(fd, mode)
    finally:
        close(fd)


def _groups() -> set[int]:
    return {os.getegid(), *os.getgroups()}


def _check(raw: bytes, where: Path) -> None:
    try:
        said = json.loads(raw)
        known, schema = said["format"] == FORMAT, int(said["schema"])
    except (ValueError, LookupError, TypeError, RecursionError):
        known, schema = False, 0
    if not known:
        raise Refused(
            f'{where} is damaged or not of pmtui; it should hold {{"format": "{FORMAT}", "schema": {SCHEMA}}}'
        )
    if schema > SCHEMA:
        refuse_newer(schema, SCHEMA, where)
