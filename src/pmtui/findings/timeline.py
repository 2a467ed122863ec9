"""The timeline: the events of all accounts in one order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmtui.errors import Refused
from pmtui.reading import moments

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmtui.record.items import Event, Record


def entries(record: Record) -> list[Event]:
    """The events by `moments.order`; those without a time stand last, equal ones as they stand in the record."""
    return sorted(record.events, key=lambda event: moments.order(moment(event.at)))


def moment(document: Mapping[str, Any] | None) -> moments.Moment:
    """The moment in `document`, which may lack keys; what cannot be understood as a time stays as its words."""
    given = {"words": "", **(document or {})}
    try:
        return moments.from_dict(given)
    except Refused:
        return moments.Moment(words=str(given["words"]))
