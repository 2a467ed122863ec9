"""`store.json`: the file by which a folder is known to be a store of pmtui."""

from __future__ import annotations

import json
import os
import stat
from typing import TYPE_CHECKING

from pmtui.errors import Refused

from .disk import TEMPORARY, Folder, make_folder, refusing
from .lock import LOCK_FILE, locked
from .plain import encode
from .snapshot import SCHEMA, refuse_newer

if TYPE_CHECKING:
    from pathlib import Path

MARKER = "store.json"
FORMAT = "pmtui-store"

_OURS = {LOCK_FILE, MARKER + TEMPORARY}  # what another process leaves that makes the same store at this moment


def is_store(root: Path) -> bool:
    """Whether `root` is a store; False where there is nothing, or an empty folder.

    Raises `Refused` where it is something else, was written by a newer pmtui, or may be written by anybody.
    """
    with refusing("not opened", root):
        try:
            folder = Folder(root)
        except FileNotFoundError:
            return False
        with folder:
            mode = os.fstat(folder.fd).st_mode
            # In this order: the marker is made first, so who sees what came after it finds the marker too.
            names = {entry.name for entry in root.iterdir()}
            raw = folder.read(MARKER)
    if raw is None and not names <= _OURS:
        raise Refused(f"{root} is not a store of pmtui and not empty; choose another folder")
    if mode & stat.S_IWOTH:
        raise Refused(f"{root} may be written by every user of this machine; run `chmod o-w` on it")
    if raw is not None:
        _check(raw, root / MARKER)
    return raw is not None


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
        refuse_newer(schema, where)
