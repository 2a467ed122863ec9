"""What a draft leaves out for participants who did not want to be quoted: their words, while facts stay.

Not quoted means: no telling, no answer in their own words, no remark, no quotation, no words of a time, no flagged
passage.  What was noted of systems, events and factors stays, as notes: without it, there would be nothing to review.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmtui.record.consent import is_quoted
from pmtui.record.items import KINDS

if TYPE_CHECKING:
    from pmtui.record.items import Item, Record
    from pmtui.record.view import View


def unquoted(view: View) -> frozenset[str]:
    """The interviews whose participant is not quoted."""
    return frozenset(name for name in view.interviews if not is_quoted(view.participant_of(name)))


def without_words(view: View, record: Record) -> Record:
    """`record` without the words of those who are not quoted; accounts are left to the part that shows them."""
    silent = unquoted(view)
    if not silent:
        return record
    spoken = {each.remark for each in view.answers.values() if each.interview not in silent}
    remarks = {each.remark for each in view.answers.values() if each.interview in silent} - spoken
    parts: dict[str, Any] = {
        part: tuple(_without(each, silent, remarks) for each in getattr(record, part)) for part, _ in KINDS.values()
    }
    parts["quotes"] = tuple(each for each in parts["quotes"] if not silent.issuperset(each.accounts))
    parts["gaps"] = tuple(
        each.model_copy(update={"remark": None}) if each.interview in silent else each for each in record.gaps
    )
    parts["kept"] = tuple(each for each in record.kept if each.interview not in silent)
    return record.model_copy(update=parts)


def _without(item: Item, silent: frozenset[str], remarks: set[str | None]) -> Item:
    if silent.isdisjoint(item.accounts):
        return item
    changes: dict[str, Any] = {"remarks": tuple(each for each in item.remarks if each not in remarks)}
    for name in type(item).model_fields:
        value = getattr(item, name)
        if isinstance(value, dict) and any(value.get(known) for known in ("at", "until", "relative_to")):
            changes[name] = {**value, "words": ""}
    return item.model_copy(update=changes)
