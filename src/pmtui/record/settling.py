"""Times that are counted from another one: computed anew from the answers, so that they move with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmtui.errors import Refused
from pmtui.reading import moments

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pmtui.record.items import Item
    from pmtui.record.view import View

DATED = ("detections", "milestones", "events", "mentions")
"""Fields of the record whose items have a time, `at`."""

NOTICED = ("noticed", "detected", "detection", "discovery", "discovered")
"""What people call the moment in which an incident was first noticed."""


def settle(view: View, parts: dict[str, list[Any]]) -> None:
    """Give a time to the items of `parts` that are said by their distance from a milestone, an event or the noticing.

    An item that has a time of its own keeps it; one whose other is not known, or has no time, stays as it was said.
    """
    dated = [(name, at) for name in DATED for at, each in enumerate(parts[name]) if _is_open(each.at)]
    if not dated:
        return
    # Few incidents have such a time, and every look at one comes by here.
    from pmtui.reading.moment_settling import settled

    known = _known(view, parts)
    for name, at in dated:
        item: Item = parts[name][at]
        moment = settled(moments.from_dict(item.at), known)  # type: ignore[attr-defined]
        if moment.at or moment.until:
            parts[name][at] = item.model_copy(update={"at": moments.as_dict(moment)})


def _is_open(document: Mapping[str, Any] | None) -> bool:
    return bool(document and document.get("relative_to") and not document.get("at") and not document.get("until"))


def _known(view: View, parts: Mapping[str, Iterable[Any]]) -> dict[str, moments.Moment]:
    """The moments that words can speak of, by what they are called; the nearest thing to a name counts."""
    found: dict[str, moments.Moment] = {}
    named = [
        *((each.what, each.at) for each in parts["events"]),
        *((name, view.incident.noticed) for name in NOTICED),
        *((name, each.at) for each in parts["detections"] for name in NOTICED if each.at),
        *((each.name, each.at) for each in parts["milestones"]),
    ]
    for name, document in named:
        if name and document:
            try:
                found[name] = moments.from_dict({"words": "", **document})
            except Refused:  # a time that cannot be read is none to count from
                continue
    return found
