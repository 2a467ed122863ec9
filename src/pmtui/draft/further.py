"""Sections that need no layout of their own: each item by its first words, and what else is known of it below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.draft import fields
from pmtui.draft.escape import Markdown
from pmtui.draft.layout import bullets, labelled, section
from pmtui.record.items import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from pmtui.draft.tracing import Tracing
    from pmtui.record.items import Item

UNLABELLED = ("what", "about", "where", "who", "name")
"""Fields whose words need no label where an entry begins with them."""


def of(kind: str, title: str) -> Callable[[Tracing], Markdown]:
    """The section `title` with the items of `kind`; empty where there are none."""
    part, _ = KINDS[kind]

    def written(tracing: Tracing) -> Markdown:
        return section(title, bullets(_entry(tracing, each) for each in getattr(tracing.record, part)))

    return written


def _entry(tracing: Tracing, item: Item) -> Markdown:
    first = next((name for name in fields.others(item) if tracing.field(item, name)), None)
    if first is None:
        return tracing.entry(item, Markdown("not described"))
    words = tracing.field(item, first)
    lead = words if first in UNLABELLED else labelled(fields.called(first).capitalize(), words)
    return tracing.entry(item, lead, shown=(first,))
