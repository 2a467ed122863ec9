"""What is off the record: answers that are kept, and stand in no draft and no export of any format.

This is the one place that leaves them out.  What goes out of pmtui is made from `on_record(view)`; the record is a fold
of it, so that whatever starts from the record is safe without a line of its own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from pmtui.record.notes import NOTES
from pmtui.record.telling import made_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmtui.record.documents import Answer
    from pmtui.record.view import View

OFF: Final = "off-record"
ON: Final = "on-record"


def off_record(view: View) -> frozenset[str]:
    """The ids of the answers that are off the record, given yet or not.

    An interview that was moved to another version holds the words under other ids as well: they are meant too.
    """
    hidden: frozenset[str] = frozenset()
    for each in view.decisions:
        if each.kind == OFF:
            hidden |= _all_names(view, each.about)
        elif each.kind == ON:
            hidden -= _all_names(view, each.about)
    return hidden | _events_of(view, hidden) if hidden else hidden


def is_off_record(view: View, answer: Answer) -> bool:
    """Whether an answer is off the record."""
    return answer.document_id in off_record(view)


def on_record(view: View, *, besides: str | None = None) -> View:
    """`view` without what is off the record: the answers, what was decided about them, what a move kept of them.

    Nobody's own notes are on the record.  What the interview `besides` keeps off the record stays.
    """
    hidden = {name for name in off_record(view) if name.partition("/")[0] != besides}
    if NOTES in view.tables:
        view = replace(view, tables={name: each for name, each in view.tables.items() if name != NOTES})
    if not hidden:
        return view
    tables: dict[str, Mapping[str, Mapping[str, Any]]] = {
        **view.tables,
        "answers": {name: each for name, each in view.tables.get("answers", {}).items() if name not in hidden},
        "decisions": {
            name: each for name, each in view.tables.get("decisions", {}).items() if each.get("about") not in hidden
        },
        "moves": {
            name: each
            for name, each in view.tables.get("moves", {}).items()
            if hidden.isdisjoint((name.partition("/")[2], each.get("of")))
        },
    }
    return replace(view, tables=tables)


def count(view: View) -> int:
    """How many answers are off the record."""
    return len(off_record(view) & view.answers.keys())


def _events_of(view: View, hidden: frozenset[str]) -> frozenset[str]:
    """The answers about events that were made of the words of what is `hidden`."""
    items = {each.item for each in made_of(view.decisions) if each.answer in hidden}
    held = {name.partition("/")[0] for name in hidden}
    return frozenset(name for name, each in view.answers.items() if each.item in items and each.interview in held)


def _all_names(view: View, name: str) -> frozenset[str]:
    from pmtui.record.moving import traces  # it moves answers, and is not needed where none is off the record

    return frozenset(traces(view.tables, name)[0])
