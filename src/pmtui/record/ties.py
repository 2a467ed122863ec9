"""Which items are one thing, as decisions say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmtui.record.documents import Decision

SAME: Final = "same-item"
OWN: Final = "own-item"


def ties(decisions: Iterable[Decision]) -> dict[str, str]:
    """The item that each was last said to be the same as, where that was not taken back."""
    found: dict[str, str] = {}
    for each in decisions:
        if each.kind == SAME:
            found[each.about] = str(each.value)
        elif each.kind == OWN:
            found.pop(each.about, None)
    return found


def roots(found: dict[str, str]) -> dict[str, str]:
    """The one item that stands for each of those that are tied."""
    return {item: _root(found, item) for item in found}


def _root(found: dict[str, str], item: str) -> str:
    seen = {item: 0}
    while (following := found.get(item)) is not None:
        if following in seen:  # two people said it the two ways round: any of the ring will do, always the same
            return min(list(seen)[seen[following] :])
        seen[following] = len(seen)
        item = following
    return item
