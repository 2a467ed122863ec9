"""The catalogue's line about one incident."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from pmtui.findings import actions, flags, progress
from pmtui.record.fold import record
from pmtui.record.view import View

if TYPE_CHECKING:
    from pmtui.blame import Rules
    from pmtui.store import Store


def row(store: Store, name: str, rules: Rules) -> dict[str, Any]:
    """The fields of `pmtui list --format json`, and `next`.  Raises `Refused` where the incident cannot be read."""
    view = View(store.view(name))
    known = record(view)
    held = progress.interviews(view)
    open_flags = flags.count(view, known, rules)
    last = deque(store.changes(name), maxlen=1)
    return {
        "id": view.incident.id,
        "title": view.incident.title,
        "severity": view.incident.severity,
        "state": view.incident.state,
        "interviews": {"done": held.done, "planned": held.planned},
        "flags": open_flags,
        "actions": {"open": len(actions.open_actions(known)), "all": len(known.actions)},
        "changed": last[0].at if last else view.incident.created,
        "next": progress.next_step(view, known, open_flags),
    }


def faulty_row(name: str, fault: str) -> dict[str, Any]:
    """The line about an incident that cannot be read."""
    nothing = {"severity": None, "state": None, "flags": None, "changed": None}
    counts = {"interviews": {"done": None, "planned": None}, "actions": {"open": None, "all": None}}
    return {"id": name, "title": "cannot be read", **nothing, **counts, "next": fault, "fault": fault}
