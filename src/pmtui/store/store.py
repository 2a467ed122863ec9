"""The store: every change of an incident goes in through `change`, every view comes out of `view`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pmtui.errors import Refused

from .files import INCIDENTS, REMOVED, FileBackend
from .marker import is_store, make_store, share
from .names import checked_id
from .plain import plain
from .presence import Presence
from .sidecar import Sidecar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pmtui.record.edit import Edit

    from .changes import Change, Op, Tables
    from .forgetting import Forgotten
    from .presence import Here

T = TypeVar("T")

_CANDIDATES = 5
_LONGEST_SHOWN = 100


class Store:
    """The incidents in one folder, for one author.  Threads may share it.

    All methods raise `Refused` where something cannot be done, and then nothing of it was done.
    """

    def __init__(self, root: Path, by: str) -> None:
        self.root = root
        self.by = by
        self.notices: list[str] = []
        """One line each about damage that was found and healed; who called prints them."""
        self._files = FileBackend(root, by, self.notices)
        self._typing = Sidecar(self._files, "typing", durable=True)
        self._places = Sidecar(self._files, "places", durable=False)
        self._presence = Presence(self._files)

    @classmethod
    def open(cls, root: Path, by: str, *, create: bool = True) -> Store:
        """The store in the folder `root`; without `create` a folder that is not there is an empty store.

        Raises `Refused` where the folder is something else, is written by a newer pmtui, or may be written by anybody.
        """
        plain(by, "the name of the author")
        place = Path(os.path.realpath(root))
        if create:
            make_store(place, by)
        else:
            is_store(place)
        return cls(place, by)

    def share(self, group: str) -> None:
        """Share everything with the Unix group `group`, now and later."""
        share(self.root, group)

    def warning(self) -> str | None:
        """Why the folder's file system is none for a store, in one line; None where nothing is known against it."""
        from .host import warning

        return warning(self.root)

    def ids(self) -> list[str]:
        """The ids of all incidents, sorted."""
        return self._files.names(INCIDENTS)

    def removed(self) -> list[str]:
        """The ids of the incidents that were removed, sorted."""
        return self._files.names(REMOVED)

    def stamps(self) -> dict[str, list[int]]:
        """For each incident [inode, mtime_ns, size] of `incident.json` and the size of the journal.

        The same numbers mean the same content.  Times are in nanoseconds, sizes in bytes; a missing file has 0.
        """
        return self._files.stamps()

    def stamp(self, incident: str) -> tuple[int, int, int]:
        """What tells that `incident` was changed: (inode, mtime_ns, size) of its journal; zeros where it has none.

        The same numbers mean the same content.  It reads no file and takes no lock.
        """
        return self._files.stamp(incident)

    def resolve(self, prefix: str) -> str:
        """The id that is `prefix`, or the only one that begins with it."""
        return _resolved(prefix, self.ids(), "incident", "`pmtui list` shows those that are there")

    def create(self, incident: str, fn: Callable[[Edit], T]) -> T:
        """A new incident with what `fn` puts into it; returns what `fn` returns."""
        if checked_id(incident) in self.ids():
            raise Refused(f"the incident {incident} exists already; choose another id")
        if incident in self.removed():
            raise Refused(f"the incident {incident} was removed; `pmtui restore {incident}` brings it back")
        ops, result = _edited({}, fn)
        make_store(self.root, self.by)
        self._files.create(incident, _change_id(), ops, self.by)
        return result

    def change(self, incident: str, fn: Callable[[Edit], T]) -> T:
        """Run `fn` on a copy of the documents of `incident`, save what differs, and return what `fn` returns.

        When it returns, the change is on the disk.  Nothing is saved where `fn` raises.  `fn` may be run again.
        """
        # Under the lock no other change can come between, so that here `fn` runs only once.
        with self._files.exclusive(incident) as held:
            ops, result = _edited(held.tables, fn)
            held.append(_change_id(), ops, self.by)
        return result

    def view(self, incident: str) -> Tables:
        """The documents of `incident` as they are now.  Takes no lock and writes nothing."""
        return self._files.load(incident)[1]

    def changes(self, incident: str) -> Iterator[Change]:
        """All changes of `incident`, oldest first."""
        return self._files.since(incident, 0)

    def gap(self, incident: str) -> str | None:
        """Why `changes` gives fewer than were made, in one line; None where it gives all."""
        return self._files.gap(incident)

    def examine(self, incident: str) -> list[str]:
        """What is wrong with the files of `incident`, one line each; nothing for a sound one."""
        from .repair import examine

        return examine(self._files, incident)

    def repair(self, incident: str, *, accept_edit: bool = False) -> list[str]:
        """Mend the files of `incident`; returns what was done and what is missing, one line each.

        With `accept_edit` an `incident.json` that was edited by hand is taken over as a change.
        """
        from .repair import repair

        return repair(self._files, incident, _change_id(), self.by, accept_edit=accept_edit)

    def forget(self, incident: str, table: str, key: str, fn: Callable[[Edit], object]) -> Forgotten:
        """Take a document out of `incident` for good: out of its journal too.  `fn` removes it and records that."""
        from .forgetting import forget

        def record(tables: Tables) -> list[Op]:
            return _edited(tables, fn)[0]

        return forget(self._files, incident, (table, key), record, _change_id())

    def forget_typing(self, incident: str, interview: str, about: dict[str, Any]) -> int:
        """Remove what anybody is typing in `interview` at the place `about`; returns how many files that were."""
        return self._typing.scrub(incident, interview, about)

    def back_up(self, target: Path) -> int:
        """Write everything to the file `target`, which must not be there; returns how many incidents are in it."""
        from .backup import back_up

        return back_up(self._files, target)

    def remove(self, incident: str) -> None:
        """Take `incident` out of the list; its folder is kept under `removed/`."""
        self._files.move(incident, INCIDENTS, REMOVED)

    def restore(self, incident: str) -> str:
        """Bring back the removed incident that is `incident`, or the only one that begins so; returns its id."""
        removed = self.removed()
        known = f"there are: {_listed(removed)}" if removed else "none was removed"
        name = _resolved(incident, removed, "removed incident", known)
        self._files.move(name, REMOVED, INCIDENTS)
        return name

    def keep_typing(self, incident: str, interview: str, draft: dict[str, Any]) -> None:
        """Keep what the author is typing in `interview`; on the disk when it returns."""
        self._typing.keep(incident, interview, draft)

    def typing(self, incident: str, interview: str) -> dict[str, Any] | None:
        """What the author was typing in `interview`; None where there is nothing, or it cannot be read."""
        return self._typing.get(incident, interview)

    def drop_typing(self, incident: str, interview: str) -> None:
        """Forget what the author was typing in `interview`."""
        self._typing.drop(incident, interview)

    def keep_place(self, incident: str, interview: str, place: dict[str, Any]) -> None:
        """Keep where the author stands in `interview`; a power cut may lose it."""
        self._places.keep(incident, interview, place)

    def place(self, incident: str, interview: str) -> dict[str, Any] | None:
        """Where the author stands in `interview`; None where nothing is known."""
        return self._places.get(incident, interview)

    def beat(self, incident: str, here: Here, window: str) -> None:
        """Show others for some seconds that somebody is `here`; `window` is a name of its own for each that is open."""
        self._presence.beat(incident, here, window)

    def leave(self, incident: str, here: Here, window: str) -> None:
        """Show others that nobody is `here` any more."""
        self._presence.leave(incident, here, window)

    def others(self, incident: str, window: str) -> list[Here]:
        """Everybody who has an interview of `incident` open in another window, those who came first before others."""
        return self._presence.others(incident, window)


def _edited(tables: Tables, fn: Callable[[Edit], T]) -> tuple[list[Op], T]:
    from .changes import difference
    from .working import WorkingCopy

    copy = WorkingCopy(tables)
    result = fn(copy)
    return difference(tables, copy.tables), result


def _change_id() -> str:
    from uuid import uuid4

    return str(uuid4())


def _resolved(prefix: str, ids: list[str], kind: str, known: str) -> str:
    if prefix in ids:
        return prefix
    found = [name for name in ids if prefix and name.startswith(prefix)]
    if len(found) == 1:
        return found[0]
    begin = repr(prefix[:_LONGEST_SHOWN])
    problem = f"{len(found)} {kind}s begin with {begin}" if found else f"no {kind} begins with {begin}"
    near = found or [name for name in ids if prefix in name]
    raise Refused(f"{problem}: {_listed(near)}" if near else f"{problem}; {known}")


def _listed(ids: list[str]) -> str:
    return ", ".join(ids[:_CANDIDATES]) + (", ..." if len(ids) > _CANDIDATES else "")
