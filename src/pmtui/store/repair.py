"""What is wrong with an incident, and how it is mended.  Nothing that was there is deleted: it goes to quarantine."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pmtui.errors import Refused

from . import journal, snapshot
from .changes import difference
from .disk import refusing
from .files import Held, change_of_now, keep_older
from .plain import plain
from .schema import forward_all, newest
from .snapshot import BOOKKEEPING
from .state import JOURNAL, SNAPSHOT, State, read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .changes import Tables
    from .disk import Folder
    from .files import FileBackend


def examine(files: FileBackend, incident: str) -> list[str]:
    """What is wrong with `incident`, one line each; nothing for a sound one.  Writes nothing."""
    try:
        with files.open(incident) as folder:
            state = read(folder)
            hint = _hint(state, incident)
            return [f"{notice}; {hint}" for notice in state.notices]
    except Refused as fault:
        return [str(fault)]


def repair(files: FileBackend, incident: str, change_id: str, by: str, *, accept_edit: bool) -> list[str]:
    """Mend `incident`; returns what was done and what is missing, one line each.

    With `accept_edit` an `incident.json` that somebody edited is taken over, as a change by `by`.  Raises `Refused`
    where nothing whole is left to start from, and where there is no edit to accept.
    """
    with files.locked(incident) as folder:
        state = read(folder)
        if accept_edit:
            return _take_over(files, folder, state, change_id, by)
        if state.fault:
            return _begin_anew(files, folder, state, change_id, by)
        if state.saved != state.version:
            Held(files, folder, state).append(change_id, [], by)
            return [f"{folder.path / SNAPSHOT} was written anew from the journal; nothing is missing"]
        return [f"{incident} is sound; nothing was done"]


def _begin_anew(files: FileBackend, folder: Folder, state: State, change_id: str, by: str) -> list[str]:
    """Make a journal whose first change is everything that there is."""
    told = [_missing(state)]
    first = change_of_now(state.version, change_id, by, difference({}, state.tables))
    line = journal.encode(first, base=0)
    image = snapshot.encode(state.tables, state.version, len(line))
    with refusing("not repaired", folder.path):
        damaged = folder.read(JOURNAL)
        if damaged:
            files.quarantine(folder, JOURNAL, damaged)
            told.append("the damaged journal is kept in quarantine; the revisions in it are in no history any more")
        keep_older(folder, state)
        folder.replace(JOURNAL, line)
        folder.replace(SNAPSHOT, image)
    return [f"{folder.path / JOURNAL} was begun anew with all that there is now", *told]


def _missing(state: State) -> str:
    seen = {line.seq for line in state.journal.lines}
    gone = [number for number in range(1, state.version + 1) if number not in seen]
    if not gone:
        return "no change is missing"
    return f"missing from the journal: {'change' if len(gone) == 1 else 'changes'} {_ranges(gone)}"


def _ranges(numbers: Iterable[int]) -> str:
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ", ".join(str(first) if first == last else f"{first} to {last}" for first, last in ranges)


def _take_over(files: FileBackend, folder: Folder, state: State, change_id: str, by: str) -> list[str]:
    edited = _edited(state.damaged)
    if edited is None:
        raise Refused(f"{folder.path / SNAPSHOT} holds no edit that could be taken over; leave --accept-edit out")
    ops = difference(state.tables, edited)
    Held(files, folder, state).append(change_id, ops, by)
    touched = ", ".join(f"{table} {key}" for table, key, _ in ops)
    return [f"taken over as a change by {by}: {touched or 'nothing, it says what the journal says'}"]


def _edited(raw: bytes | None) -> Tables | None:
    """The tables of a snapshot that is whole but for its seal; None where it is not that."""
    try:
        tables: Any = json.loads(raw or b"")
        kept = tables.pop(BOOKKEEPING)["1"]["schema"]
        whole = bool(tables["incident"]) and all(
            isinstance(document, dict) for documents in tables.values() for document in documents.values()
        )
        return plain(forward_all(tables, kept), SNAPSHOT) if whole and 1 <= kept <= newest() else None
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, Refused):
        return None


def _hint(state: State, incident: str) -> str:
    if _edited(state.damaged) is not None:
        return (
            f"`pmtui doctor --repair {incident}` writes it anew; if you edited it by hand, "
            f"`pmtui doctor --repair {incident} --accept-edit` takes that over"
        )
    return f"`pmtui doctor --repair {incident}` mends it"
