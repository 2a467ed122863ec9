"""A backend in memory: the smallest that keeps the three promises."""

from __future__ import annotations

from copy import deepcopy
from datetime import UTC, datetime
from threading import Lock
from typing import TYPE_CHECKING

from pmtui.errors import Refused
from pmtui.store.backend import Conflict
from pmtui.store.changes import Change, apply

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pmtui.store.changes import Op, Tables


class MemoryBackend:
    def __init__(self) -> None:
        self._changes: dict[str, list[Change]] = {}
        self._lock = Lock()

    def create(self, incident: str, change_id: str, ops: Iterable[Op], by: str) -> None:
        self._changes[incident] = []
        self.append(incident, 0, change_id, ops, by)

    def load(self, incident: str) -> tuple[int, Tables]:
        changes = self._of(incident)
        tables: Tables = {}
        for change in deepcopy(changes):
            apply(tables, change.ops)
        return len(changes), tables

    def since(self, incident: str, version: int) -> Iterator[Change]:
        return iter(deepcopy(self._of(incident)[version:]))

    def append(self, incident: str, expected: int, change_id: str, ops: Iterable[Op], by: str) -> int:
        with self._lock:
            changes = self._of(incident)
            sent = next((change for change in changes if change.id == change_id), None)
            if sent:
                return sent.seq
            if len(changes) != expected:
                raise Conflict(f"{incident} is at version {len(changes)}, not {expected}")
            listed = deepcopy(list(ops))
            if listed:
                changes.append(Change(expected + 1, change_id, datetime.now(UTC).isoformat(), by, listed))
            return len(changes)

    def _of(self, incident: str) -> list[Change]:
        if incident not in self._changes:
            raise Refused(f"no incident {incident}")
        return self._changes[incident]
