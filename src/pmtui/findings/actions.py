"""Corrective actions: which of them still wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pmtui.record.items import Action, Record

CLOSED = frozenset({"done", "completed", "closed", "effective", "declined", "superseded", "cancelled"})
"""States after which nothing more is expected."""


def is_open(action: Action) -> bool:
    """Whether something is still to be done; any state that is not among `CLOSED`, or none, counts as open."""
    return (action.state or "").strip().casefold() not in CLOSED


def open_actions(record: Record) -> list[Action]:
    """The actions that are open, in the order of the record."""
    return [action for action in record.actions if is_open(action)]
