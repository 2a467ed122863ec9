"""The engine on plain files: one folder an incident, with `incident.json`, `journal.jsonl` and `.lock`."""

from __future__ import annotations

import os
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pmtui.errors import Refused

from . import journal, snapshot
from .backend import Conflict
from .changes import Change, apply
from .disk import Folder, make_folder, move, refusing
from .lock import locked
from .names import checked_id, is_incident_id
from .state import JOURNAL, SNAPSHOT, State, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from .changes import Op, Tables

INCIDENTS = "incidents"
REMOVED = "removed"
QUARANTINE = "quarantine"
OLDER = f"{SNAPSHOT}.schema"


class FileBackend:
    """The incidents under the folder `root`; `by` stands in the lock file for those who wait.

    Damage that was found and healed is told in `notices`, one line each.  All methods raise `Refused`.
    """

    def __init__(self, root: Path, by: str, notices: list[str]) -> None:
        self.root = root
        self.by = by
        self.notices = notices

    def load(self, incident: str) -> tuple[int, Tables]:
        """The version of `incident` and its tables."""
        state = self._read(incident)
        return state.version, state.tables

    def since(self, incident: str, version: int) -> Iterator[Change]:
        """The changes after `version`, oldest first."""
        return (line.change() for line in self._read(incident).journal.lines if line.seq > version)

    def gap(self, incident: str) -> str | None:
        """Why the journal does not tell all changes that were made; None where it does."""
        fault = self._read(incident).fault
        return fault and f"{self.root / INCIDENTS / incident / JOURNAL} is damaged ({fault}); revisions may be missing"

    def append(self, incident: str, expected: int, change_id: str, ops: Iterable[Op], by: str) -> int:
        """Make a change durable and return the new version; raises `Conflict` where `expected` has passed.

        A change whose id is in the journal already was sent before: its version is returned, and nothing is done.
        """
        with self.exclusive(incident) as held:
            if sent := held.version_of(change_id):
                return sent
            if held.version != expected:
                raise Conflict(f"{incident} is at version {held.version}, not {expected}")
            return held.append(change_id, ops, by)

    @contextmanager
    def exclusive(self, incident: str) -> Iterator[Held]:
        """`incident` for the only one who may write it; between reading and appending nothing can come."""
        with self.locked(incident) as folder:
            state = read(folder)
            self.tell(state.notices)
            yield Held(self, folder, state)

    @contextmanager
    def locked(self, incident: str, shelf: str = INCIDENTS) -> Iterator[Folder]:
        """The folder of `incident` under its lock, whatever state its files are in."""
        with self.open(incident, shelf) as folder, locked(folder, self.by):
            with refusing("not read", folder.path):
                if not folder.is_still_there():  # it was moved away while we waited
                    raise self._missing(incident, shelf)
            yield folder

    def open(self, incident: str, shelf: str = INCIDENTS) -> Folder:
        """The folder of `incident`."""
        path = self.root / shelf / checked_id(incident)
        with refusing("not read", path):
            try:
                with Folder(self.root) as root, Folder(path.parent, root) as home:
                    return Folder(path, home)
            except FileNotFoundError:
                raise self._missing(incident, shelf) from None

    def create(self, incident: str, change_id: str, ops: Iterable[Op], by: str) -> None:
        """A new incident whose first change is `ops`: it appears as a whole, or not at all."""
        first = change_of_now(1, change_id, by, ops)
        tables: Tables = {}
        apply(tables, first.ops)
        line = journal.encode(first, base=0)
        image = snapshot.encode(tables, first.seq, len(line))
        home = self.root / INCIDENTS
        unborn = home / f".new-{incident}-{change_id}"
        with refusing("not saved", home / incident):
            make_folder(home)
            try:
                make_folder(unborn)
                with Folder(unborn) as folder:
                    folder.create(JOURNAL, line)
                    folder.create(SNAPSHOT, image)
                    folder.flush()
                move(unborn, home / incident)
            except BaseException:
                from shutil import rmtree

                rmtree(unborn, ignore_errors=True)
                raise

    def names(self, shelf: str = INCIDENTS) -> list[str]:
        """The ids of the incidents, sorted."""
        path = self.root / shelf
        with refusing("not read", path):
            try:
                with os.scandir(path) as entries:
                    found = [e.name for e in entries if is_incident_id(e.name) and e.is_dir(follow_symlinks=False)]
            except FileNotFoundError:
                return []
        return sorted(found)

    def stamps(self) -> dict[str, list[int]]:
        """For each incident [inode, mtime_ns, size] of its snapshot and the size of its journal; 0 where none is."""
        names = self.names()
        if not names:
            return {}
        path = self.root / INCIDENTS
        with refusing("not read", path), Folder(path) as home:
            return {name: [*_stamp(home, f"{name}/{SNAPSHOT}"), _stamp(home, f"{name}/{JOURNAL}")[2]] for name in names}

    def stamp(self, incident: str) -> tuple[int, int, int]:
        """(inode, mtime_ns, size) of the journal of `incident`; zeros where there is none."""
        with self.open(incident) as folder:
            return _stamp(folder, JOURNAL)

    def move(self, incident: str, shelf: str, to: str) -> None:
        """Take `incident` from one shelf to another; it may be damaged."""
        target = self.root / to / incident
        with self.locked(incident, shelf) as folder, refusing("not moved", target):
            make_folder(target.parent)
            move(folder.path, target)

    def quarantine(self, folder: Folder, name: str, data: bytes) -> None:
        """Keep `data`, the damaged file `name` of `folder`, where nothing is ever deleted.  Raises OSError."""
        path = self.root / QUARANTINE
        make_folder(path)
        # A copy, not a second name: links need rights on the file, and some file systems have none.
        with Folder(path) as kept:
            origin = folder.path.relative_to(self.root / INCIDENTS).parts
            copy = "-".join([*origin, name, f"{_now():%Y%m%dT%H%M%S%f}", str(os.getpid())])
            kept.create(copy, data)
            kept.flush()
        self.tell([f"the damaged {folder.path / name} is kept as {path / copy}"])

    def _read(self, incident: str) -> State:
        with self.open(incident) as folder:
            state = read(folder)
        self.tell(state.notices)
        return state

    def tell(self, notices: list[str]) -> None:
        """Add to `notices` what is not said there yet."""
        self.notices += [notice for notice in notices if notice not in self.notices]

    def _missing(self, incident: str, shelf: str) -> Refused:
        return Refused(f"no incident {incident} in {self.root / shelf}; `pmtui list` shows those that are there")


class Held:
    """An incident under its lock, for one change."""

    def __init__(self, files: FileBackend, folder: Folder, state: State) -> None:
        self._files = files
        self._folder = folder
        self._state = state

    @property
    def version(self) -> int:
        """How many changes have been made."""
        return self._state.version

    def version_of(self, change_id: str) -> int | None:
        """The version that the change `change_id` made; None where it was never saved."""
        wanted = change_id.encode()
        lines = (line for line in self._state.journal.lines if wanted in line.raw)
        return next((line.seq for line in lines if line.change().id == change_id), None)

    @property
    def tables(self) -> Tables:
        """The documents as they are; `append` brings them forward."""
        return self._state.tables

    def append(self, change_id: str, ops: Iterable[Op], by: str) -> int:
        """Save `ops` and return the new version: when it returns, that version is durable.  Raises `Refused`.

        Without `ops` no change is recorded; but what an earlier save left half done is finished, so that the answer
        "nothing to save" can be relied on as well.
        """
        state, name = self._state, self._folder.path.name
        if state.fault:
            raise Refused(
                f"not saved: {self._folder.path / JOURNAL} is damaged ({state.fault}); "
                f"nothing was changed: `pmtui doctor --repair {name}` begins a new one with all that is there"
            )
        change = change_of_now(state.version + 1, change_id, by, ops)
        with refusing("not saved", self._folder.path):
            if state.saved != state.version:
                self._mend()
            if not change.ops:
                return state.version
            # Both are encoded before either file is touched.
            line = self._line(change)
            apply(state.tables, change.ops)
            image = snapshot.encode(state.tables, change.seq, state.journal.size + len(line))
            keep_older(self._folder, state)
            self._folder.append(JOURNAL, line)
            self._folder.replace(SNAPSHOT, image)
        return change.seq

    def _mend(self) -> None:
        # Before anything is appended: a line cut short under a damaged snapshot would leave nothing to trust.
        state = self._state
        if state.damaged is not None:
            self._files.quarantine(self._folder, SNAPSHOT, state.damaged)
        keep_older(self._folder, state)
        self._folder.replace(SNAPSHOT, snapshot.encode(state.tables, state.version, state.journal.size))

    def _line(self, change: Change) -> bytes:
        # After a line that was cut short, one newline keeps it apart; its bytes stay.
        wall = b"" if self._state.journal.ends_whole else b"\n"
        return wall + journal.encode(change, base=self._state.version)


def keep_older(folder: Folder, state: State) -> None:
    """Before an `incident.json` of an older schema is replaced, keep it beside.  Raises OSError.

    A pmtui of that time can read it, and no step to a newer schema has been over it.
    """
    name = f"{OLDER}{state.older}"
    if state.older and name not in folder.names():
        folder.replace(name, folder.read(SNAPSHOT) or b"")


def drop_older(folder: Folder) -> None:
    """Remove what `keep_older` kept.  Raises OSError."""
    for name in folder.names():
        if name.startswith(OLDER):
            folder.remove(name)
    folder.flush()


def _stamp(home: Folder, file: str) -> tuple[int, int, int]:
    try:
        # A listing of thousands is mostly this call: a text costs a tenth of a `Path`.
        found = os.stat(file, dir_fd=home.fd, follow_symlinks=False)
    except OSError:  # what cannot be read says so where it is read, and hides no other incident
        return (0, 0, 0)
    return found.st_ino, found.st_mtime_ns, found.st_size


def change_of_now(seq: int, change_id: str, by: str, ops: Iterable[Op]) -> Change:
    """The change that `by` makes at this moment."""
    return Change(seq, change_id, _now().isoformat(timespec="microseconds"), by, list(ops))


def _now() -> datetime:
    return datetime.now(UTC)
