"""What the two files of an incident say together, and what is to be done where one of them is damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pmtui.errors import Refused

from . import journal as journals
from . import snapshot as snapshots
from .disk import refusing
from .schema import newest, refuse_newer

if TYPE_CHECKING:
    from .changes import Tables
    from .disk import Folder
    from .journal import Journal

SNAPSHOT = "incident.json"
JOURNAL = "journal.jsonl"


class State(NamedTuple):
    """An incident as it was read."""

    version: int
    tables: Tables
    journal: Journal
    saved: int
    """The version that a sound snapshot holds; 0 without one."""
    damaged: bytes | None
    """The snapshot's bytes where they are not sound."""
    fault: str | None
    """What is wrong with the journal."""
    notices: list[str]
    """What was found and healed, one line each."""
    older: int | None = None
    """The schema of a sound snapshot that is not of the newest."""


def read(folder: Folder) -> State:
    """The incident in `folder`; takes no lock and writes nothing.

    Raises `Refused` where it cannot be read, where both files are damaged, and where a newer pmtui wrote it.
    """
    state, raw = _read_once(folder)
    with refusing("not read", folder.path):
        if state.fault and folder.read(SNAPSHOT) != raw:
            # Somebody forgets or repairs at this moment, and the two files were of different times.
            state, _ = _read_once(folder)
    return state


def _read_once(folder: Folder) -> tuple[State, bytes | None]:
    with refusing("not read", folder.path):
        # In this order: the journal only grows, so it is never found older than the snapshot of the same moment.
        raw = folder.read(SNAPSHOT)
        log = folder.read(JOURNAL) or b""
    snapshot = None if raw is None else snapshots.decode(raw, folder.path / SNAPSHOT)
    journal = journals.decode(log)
    schema = max((line.schema for line in journal.lines), default=1)
    if schema > newest():
        refuse_newer(schema, newest(), folder.path / JOURNAL)
    if snapshot is None:
        return _from_journal(folder, journal, raw), raw
    tables = snapshot.tables
    version = journal.replay(tables, snapshot.seq)
    fault = None
    if not journal.unbroken:
        fault = "changes are missing from it"
    elif journal.size < snapshot.journal or version != journal.version:
        fault = f"it ends before change {snapshot.seq}"
    notices = []
    if fault:
        where = folder.path / JOURNAL
        notices = [f"{where} is damaged ({fault}); what is shown is whole, older revisions may be missing"]
    older = snapshot.schema if snapshot.schema < newest() else None
    return State(version, tables, journal, snapshot.seq, None, fault, notices, older), raw


def _from_journal(folder: Folder, journal: Journal, raw: bytes | None) -> State:
    what = "is missing" if raw is None else "is empty" if not raw else "is damaged (its checksum is wrong)"
    path = folder.path / SNAPSHOT
    # A last line that is not whole may be a save that was cut short, or an answer: without the snapshot none can tell.
    if not (journal.lines and journal.unbroken and journal.ends_whole):
        other = folder.path / JOURNAL
        raise Refused(
            f"{path} {what}, and {other} is not whole either; nothing was changed: bring back both from a backup"
        )
    tables: Tables = {}
    version = journal.replay(tables, 0)
    notice = f"{path} {what}; all {len(journal.lines)} changes were read from the journal, the next save mends it"
    return State(version, tables, journal, 0, raw, None, [notice])
