"""A whole store in one file, and back.

The file is a gzipped tar of the incidents, the removed ones and the team's own files, with the sum of every file in
`MANIFEST`.  What is typed at this moment and what lies in quarantine are not in it.
"""

from __future__ import annotations

import io
import json
import os
import tarfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from pmtui.errors import Refused

from .disk import FILE_MODE, Folder, make_folder, move, reason, refusing
from .files import INCIDENTS, REMOVED
from .lock import LOCK_FILE
from .marker import MARKER, is_store
from .names import is_incident_id
from .plain import encode
from .state import JOURNAL, SNAPSHOT, read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .files import FileBackend

MANIFEST = "MANIFEST"
FORMAT = "pmtui-backup"
SCHEMA = 1
"""Of the manifest."""
TEAMS = ("questionnaires", "blame")
"""Folders of the store that hold the team's own files."""

LARGEST = 1 << 30
"""Bytes that one file of a backup may have."""


class Unpacked(NamedTuple):
    """What came out of a backup."""

    incidents: int
    notices: list[str]
    """Damage that was in it, one line each."""


def back_up(files: FileBackend, target: Path) -> int:
    """Write the store to the file `target`, which must not be there; returns how many incidents are in it.

    Each incident is as it was at one moment.  Raises `Refused`; then there is no file.
    """
    if not target.name or "\0" in str(target):
        raise Refused(f"no backup was made: no file can have the name {str(target)!r}")
    target = Path(os.path.realpath(target.parent)) / target.name
    if os.path.lexists(target):
        raise Refused(f"{target} is there already and was not changed; name another file")
    part = target.with_name(f".{target.name}.{os.getpid()}")
    sums: dict[str, str] = {}
    try:
        with refusing("no backup was made", target):
            fd = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, FILE_MODE)
            with os.fdopen(fd, "wb") as file:
                with tarfile.open(fileobj=file, mode="w:gz") as archive:
                    for name, data in _contents(files):
                        sums[name] = sha256(data).hexdigest()
                        _add(archive, name, data)
                    _add(archive, MANIFEST, encode({"format": FORMAT, "schema": SCHEMA, "sha256": sums}))
                file.flush()
                os.fsync(file.fileno())
            target.hardlink_to(part)  # fails where somebody else made the file in the meantime
            with Folder(target.parent) as folder:
                folder.flush()
    finally:
        with suppress(OSError):
            part.unlink()
    return len({name.split("/")[1] for name in sums if name.startswith(f"{INCIDENTS}/")})


def _contents(files: FileBackend) -> Iterator[tuple[str, bytes]]:
    with Folder(files.root) as root:
        yield MARKER, root.read(MARKER) or b""
    for shelf in (INCIDENTS, REMOVED):
        for incident in files.names(shelf):
            with files.locked(incident, shelf) as folder:
                found = [(name, folder.read(name)) for name in (SNAPSHOT, JOURNAL)]
            yield from ((f"{shelf}/{incident}/{name}", data) for name, data in found if data is not None)
    for team in TEAMS:
        for path in sorted((files.root / team).rglob("*")):
            if path.is_file() and not path.is_symlink():
                yield path.relative_to(files.root).as_posix(), path.read_bytes()


def _add(archive: tarfile.TarFile, name: str, data: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = len(data), FILE_MODE
    archive.addfile(entry, io.BytesIO(data))


def unpack(source: Path, target: Path) -> Unpacked:
    """Make the store in the backup `source` anew in the folder `target`.

    That is not there, or is empty, or is a store in which nothing is yet; what it is given then takes after it, as all
    does that is made in a team's store.  Every file is compared with its sum, and every incident read.

    Raises `Refused` where the backup is damaged or is none; then nothing is made.
    """
    is_store(target)
    if _holds_something(target):
        raise Refused(f"{target} is there already and was not changed; name another folder with --into")
    found = _read(source)
    is_there = target.exists()
    unborn = target / f".new-{os.getpid()}" if is_there else target.with_name(f".{target.name}.new-{os.getpid()}")
    with refusing("not unpacked", target):
        try:
            make_folder(unborn)
            for name, data in found.items():
                path = unborn / name
                make_folder(path.parent)
                with Folder(path.parent) as folder:
                    folder.create(path.name, data)
                    folder.flush()
            notices = list(_damage(unborn))
            if is_there:
                # The marker last: what is there without it is not taken for a whole store.
                for entry in sorted(unborn.iterdir(), key=lambda entry: entry.name == MARKER):
                    move(entry, target / entry.name)
                unborn.rmdir()
            else:
                move(unborn, target)
        except BaseException:
            from shutil import rmtree

            rmtree(unborn, ignore_errors=True)
            raise
    incidents = {name.split("/")[1] for name in found if name.startswith(f"{INCIDENTS}/")}
    return Unpacked(len(incidents), [notice.replace(str(unborn), str(target)) for notice in notices])


def _holds_something(target: Path) -> bool:
    """Whether `target` holds anything but what every store has from its beginning."""
    with refusing("not unpacked", target):
        return any(path.name not in (MARKER, LOCK_FILE) for path in target.rglob("*") if not path.is_dir())


def _read(source: Path) -> dict[str, bytes]:
    """Name -> content.  Raises `Refused` where anything is not as it was put in."""
    found: dict[str, bytes] = {}
    try:
        with tarfile.open(source, mode="r:gz") as archive:
            for entry in archive:
                if not entry.isreg() or not _is_ours(entry.name) or entry.size > LARGEST or entry.name in found:
                    raise Refused(f"{source} is not a backup of pmtui, or is damaged: it holds {entry.name!r}")
                held = archive.extractfile(entry)
                found[entry.name] = held.read() if held else b""
    except OSError as error:
        # gzip and tarfile tell of damage by kinds of OSError too, which have no number.
        raise Refused(f"{source}: {reason(error) if error.errno else 'damaged, or not a backup of pmtui'}") from None
    except (tarfile.TarError, EOFError, ValueError, ArithmeticError, LookupError):
        raise Refused(f"{source}: damaged, or not a backup of pmtui") from None
    try:
        said = json.loads(found.pop(MANIFEST, b""))
        if said["format"] != FORMAT or said["schema"] > SCHEMA:
            raise Refused(f"{source}: not a backup that this pmtui reads; it says {said['format']} {said['schema']}")
        sums = said["sha256"]
        wrong = sorted(name for name in {*sums, *found} if sums.get(name) != sha256(found.get(name, b"")).hexdigest())
    except (ValueError, LookupError, TypeError):
        raise Refused(f"{source}: damaged, or not a backup of pmtui") from None
    if wrong or MARKER not in found:
        raise Refused(f"{source} is damaged: {', '.join(wrong[:5]) or MARKER} is not as it was put in")
    return found


def _is_ours(name: str) -> bool:
    parts = PurePosixPath(name).parts
    if name in (MANIFEST, MARKER):
        return True
    if any(part in ("..", "/", "") for part in parts) or name != PurePosixPath(name).as_posix():
        return False
    if parts[0] in (INCIDENTS, REMOVED):
        return len(parts) == 3 and is_incident_id(parts[1]) and parts[2] in (SNAPSHOT, JOURNAL)
    return parts[0] in TEAMS and len(parts) > 1


def _damage(root: Path) -> Iterator[str]:
    for shelf in (INCIDENTS, REMOVED):
        for path in sorted((root / shelf).glob("*")):
            try:
                with Folder(path) as folder:
                    yield from read(folder).notices
            except Refused as fault:
                yield str(fault)
