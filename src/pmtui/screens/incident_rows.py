"""The rows of an incident: everybody to talk with in their order, with their interviews, and then the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from pmtui import keys
from pmtui.reading import vocabularies
from pmtui.reading.plain import counted, one_line
from pmtui.record.people import people, sources
from pmtui.record.queue import queue_of
from pmtui.record.withdrawing import WITHDRAWN
from pmtui.widgets.frame import fitted, padded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmtui.record.documents import Interview, Participant
    from pmtui.record.view import View
    from pmtui.store import Here

NOBODY = "nobody"
"""The row that stands for the first participant, where there is none."""

EMPTY = "Nobody was asked yet: {} adds the first participant, {} puts in what is known already."

ID, STATE, TOLD = 5, 19, 22
"""Columns of a row; the role takes what is left."""

WIDE = 70
"""Columns from which all of these fit beside a role."""

NO_INTERVIEW = "no interview yet"


def rows(view: View, others: Sequence[Here], width: int) -> Iterator[tuple[str, Content]]:
    """(id of the interview, else of the participant, what is shown of it) in a list of so many columns."""
    for who in (*people(view), *sources(view)):
        held = [each for each in view.interviews.values() if each.participant == who.id]
        for each in held:
            here = [known.by for known in others if known.interview == each.id]
            yield each.id, _row(view, who, each, _told(view, each, here), width)
        if not held:
            yield who.id, _row(view, who, None, _untold(who), width)
    if not view.participants:
        words = EMPTY.format(*(keys.shown(each, "incident") for each in ("interview", "facts")))
        yield NOBODY, Content.styled(words, "dim")


def _row(view: View, who: Participant, held: Interview | None, told: str, width: int) -> Content:
    beside = TOLD if width >= WIDE else 0
    room = max(width - ID - STATE - beside, 10)
    state = "source" if who.kind == "source" and who.takes_part else vocabularies.label("participant_state", who.state)
    first = Content.assemble(
        (padded(held.id if held else who.id, ID), "dim"),
        f"{padded(one_line(who.role), room - 1)} ",
        padded(state.lower(), STATE),
        (padded(told, beside), "dim"),
    )
    more = " · ".join((*([] if beside else [told]), *_more(view, who, held)))
    return Content.assemble(first, (f"\n{' ' * ID}{fitted(more, width - ID)}", "dim")) if more else first


def _told(view: View, held: Interview, here: list[str]) -> str:
    count = counted(len(view.answers_of(held.id)), "answer")
    return f"{fitted(', '.join(here), 9)} here, {count}" if here else f"{held.state}, {count}"


def _untold(who: Participant) -> str:
    if who.state == WITHDRAWN:
        return "in no draft"
    return NO_INTERVIEW if who.kind == "person" else "no facts yet"


def _more(view: View, who: Participant, held: Interview | None) -> Iterator[str]:
    """What the second line says: function, why, what waits for them, on which questions."""
    if who.function:
        yield vocabularies.label("function", who.function).lower()
    if who.reason:
        yield one_line(who.reason)
    waiting = len(queue_of(view, who.id)) if who.takes_part else 0
    if waiting:
        yield f"{counted(waiting, 'question')} from others"
    if held:
        yield one_line(held.title)
