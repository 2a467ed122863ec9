"""What one item can be said to be the same as, and what was said so and can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pmtui.record.joining import things
from pmtui.record.ties import OWN, SAME

if TYPE_CHECKING:
    from pmtui.record.joining import Thing
    from pmtui.record.view import View


class Way(NamedTuple):
    """One decision that somebody can take about an item: with `thing`, as (kind, item, value)."""

    thing: Thing
    decision: tuple[str, str, str | None]

    @property
    def takes_back(self) -> bool:
        """Whether it takes an earlier one back."""
        return self.decision[0] == OWN

    @property
    def words(self) -> str:
        """What is decided, before what the other is called."""
        return "not the same as" if self.takes_back else "the same as"


def ways(view: View, item: str) -> list[Way]:
    """What can be decided about `item`: first what takes back, then each other thing of its kind."""
    apart = {each.id: each for each in things(view, together=False)}
    here = next((each for each in things(view) if item in (each.id, *each.same)), None)
    if here is None:
        return []
    others = [each for each in things(view) if each.kind == here.kind and each.id != here.id]
    if item != here.id:
        back = [Way(apart[here.id], (OWN, item, None))] if here.id in apart else []
    else:
        back = [Way(apart[each], (OWN, each, None)) for each in here.same]
    return [*back, *(Way(each, (SAME, here.id, each.id)) for each in others)]
