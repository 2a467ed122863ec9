"""What is described in the record and must not be repeated: it stays out of drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.record.items import KINDS

if TYPE_CHECKING:
    from pmtui.record.items import Item, Record

YES = "yes"


def shown(record: Record) -> Record:
    """`record` without the items that somebody marked as not to be repeated."""
    parts = {
        part: tuple(each for each in getattr(record, part) if not _is_withheld(each)) for part, _ in KINDS.values()
    }
    return record.model_copy(update=parts)


def withheld(record: Record) -> int:
    """How many items and accounts of `record` stay out of drafts."""
    items = [each for part, _ in KINDS.values() for each in getattr(record, part)]
    return sum(map(_is_withheld, items)) + sum(each.withhold == YES for each in record.accounts)


def _is_withheld(item: Item) -> bool:
    return item.withhold == YES
