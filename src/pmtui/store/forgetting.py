"""Taking a document's words out of every file of an incident, for good.

The journal is otherwise only ever added to.  Here it is written anew, with a removal in the place of each version of
the document; what else it says stays.  In whatever order a crash cuts this off, nothing else is lost, and forgetting
once more finishes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pmtui.errors import Refused

from . import journal, snapshot
from .changes import Change
from .disk import refusing
from .files import QUARANTINE, Held, drop_older
from .state import JOURNAL, SNAPSHOT, State, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .changes import Op, Tables
    from .files import FileBackend


class Forgotten(NamedTuple):
    """What was done."""

    revisions: int
    """Versions of the document that the journal held."""
    elsewhere: list[str]
    """Files in quarantine that name the document and may still hold its words."""


def forget(
    files: FileBackend,
    incident: str,
    document: tuple[str, str],
    record: Callable[[Tables], Iterable[Op]],
    change_id: str,
) -> Forgotten:
    """Take `document` (table, id) out of `incident`; `record` gives the operations that say so, and take it out.

    Raises `Refused` where the files are damaged: they have to be mended first.
    """
    with files.locked(incident) as folder:
        state = read(folder)
        if state.fault or state.damaged is not None:
            raise Refused(f"nothing was forgotten: {incident} is damaged; run `pmtui doctor --repair {incident}` first")
        Held(files, folder, state).append(change_id, record(state.tables), files.by)
        state = read(folder)
        lines, count = _without(state, document)
        log = b"".join(lines)
        with refusing("not forgotten in the journal", folder.path):
            if count:
                # In this order: a snapshot may speak of less of a journal than there is, never of more.
                image = snapshot.encode(state.tables, state.version, min(len(log), state.journal.size))
                folder.replace(SNAPSHOT, image)
                folder.replace(JOURNAL, log)
            drop_older(folder)
        return Forgotten(count, _elsewhere(files, incident, document))


def _without(state: State, document: tuple[str, str]) -> tuple[list[bytes], int]:
    count, lines = 0, []
    for line in state.journal.lines:
        change = line.change()
        held = [op for op in change.ops if op[:2] == document and op[2] is not None]
        count += len(held)
        ops: list[Op] = [(*document, None) if op in held else op for op in change.ops]
        lines.append(journal.encode(Change(change.seq, change.id, change.at, change.by, ops), base=line.base))
    return lines, count


def _elsewhere(files: FileBackend, incident: str, document: tuple[str, str]) -> list[str]:
    path = files.root / QUARANTINE
    with refusing("not read", path):
        kept = sorted(path.glob(f"{incident}-*")) if path.is_dir() else []
        return [str(each) for each in kept if document[1].encode() in each.read_bytes()]
