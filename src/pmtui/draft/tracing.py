"""Where each fact comes from: who told it, what it rests on, which sources say it."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pmtui.draft import fields, times
from pmtui.draft.escape import Markdown, inline, paragraphs
from pmtui.draft.layout import bullet, joined, labelled
from pmtui.draft.quoting import unquoted
from pmtui.record.consent import stands
from pmtui.record.items import KINDS, Item, Mention

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from pmtui.record.items import Account, Record
    from pmtui.record.view import View

NAMING = ("name", "what", "group", "about", "text", "regime", "of", "how", "label", "url", "aiid", "why")
"""Fields that an item is called by, the best first."""


class Tracing:
    """The accounts and sources of one incident, by the words under which the draft speaks of them.

    `withheld` is how many entries are no part of `record`, since they stay out of drafts.
    """

    def __init__(self, view: View, record: Record, withheld: int = 0) -> None:
        self.view = view
        self.record = record
        self.withheld = withheld

    def entry(self, item: Item, text: Markdown, *below: Markdown, shown: Collection[str] = ()) -> Markdown:
        """`item` as an entry of a list: its `text` with what stands behind it, and `below` it what else was said.

        `shown` are fields that the text holds, beside those that the section always lays out itself.
        """
        return bullet(self.traced(item, text), [*below, *self.details(item, shown), *self.further(item)])

    def details(self, item: Item, shown: Collection[str] = ()) -> Iterator[Markdown]:
        """The fields of `item` that its section does not lay out itself, but those `shown` already."""
        for name in fields.others(item):
            if name not in shown:
                yield labelled(fields.called(name).capitalize(), self.field(item, name))

    def field(self, item: Item, name: str) -> Markdown:
        """What a field of `item` holds: text, a moment, or several entries."""
        value = getattr(item, name)
        if isinstance(value, dict):
            return times.explained(value, self.view.incident.zone)
        return joined(map(inline, value)) if isinstance(value, tuple) else paragraphs(value)

    def traced(self, item: Item, text: Markdown) -> Markdown:
        """`text` and, in brackets, who told it, what it rests on and its sources."""
        claim = [inline(item.basis), inline(item.status), inline(item.confidence)]
        origin = joined([self.tellers(item), *claim, self.cited(item.sources)], "; ")
        return Markdown(f"{text} ({origin})") if origin else text

    def further(self, item: Item) -> Iterator[Markdown]:
        """Note and remarks of `item`, and whether accounts differ about it."""
        yield labelled("Note", paragraphs(item.note))
        for remark in item.remarks:
            yield labelled("Remark", paragraphs(remark))
        if item.differs:
            differing = ", ".join(fields.called(each.field) for each in item.differs)
            yield Markdown(f"Accounts differ on: {differing}; see Disagreements")

    def tellers(self, item: Item) -> Markdown:
        """Who told `item`; empty where all items come from one interview, which the head of the draft names."""
        if len(self.contributors) < 2:
            return Markdown("")
        told = (self.account_names[each] for each in item.accounts if self.is_quoted(each))
        noted = (self.account_names[each] for each in item.accounts if not self.is_quoted(each))
        return joined([labelled("told by", joined(told)), labelled("noted from", joined(noted))], "; ")

    def is_quoted(self, interview: str) -> bool:
        """Whether the draft repeats words of this interview's participant."""
        return interview not in self._unquoted

    @cached_property
    def _unquoted(self) -> frozenset[str]:
        return unquoted(self.view)

    def cited(self, sources: Iterable[str]) -> Markdown:
        """Sources by label; one that is not listed, as it was written."""
        return joined(self.labels.get(source, source) for source in map(inline, sources))

    def item_words(self, name: str | None) -> Markdown:
        """What the item `name` is called, in quotation marks; empty where nothing is known of it."""
        item = self._items.get(name or "")
        words = (getattr(item, field, None) for field in NAMING)
        called = next((text for text in map(inline, words) if text), Markdown(""))
        return Markdown(f"“{called}”") if called else called

    @cached_property
    def items(self) -> list[Item]:
        """All items of the record, by kind."""
        return [item for part, _ in KINDS.values() for item in getattr(self.record, part)]

    @cached_property
    def contributors(self) -> list[str]:
        """The interviews that items come from, in the order held; times named in an account are that account's."""
        facts = (item for item in self.items if not isinstance(item, Mention))
        told = {interview for item in facts for interview in item.accounts}
        return [name for name in self.view.interviews if name in told]

    @cached_property
    def account_names(self) -> dict[str, Markdown]:
        """Each interview by role and alias of its participant, by name where they agreed, with its id if need be."""
        people = {name: self.view.participant_of(name) for name in self.view.interviews}
        names = {
            name: joined(
                [
                    Markdown(f"{inline(who.role) or who.id}{f' ({alias})' if (alias := inline(who.alias)) else ''}"),
                    inline(who.name) if stands(who).named else Markdown(""),
                ]
            )
            for name, who in people.items()
        }
        count = Counter(names.values())
        return {each: Markdown(name if count[name] == 1 else f"{name}, {each}") for each, name in names.items()}

    @cached_property
    def publication_labels(self) -> dict[str, Markdown]:
        """The label of each publication by item id; one that has none, or that is another's too, gets a number."""
        count = Counter(inline(each.label) for each in self.record.publications)
        return {
            each.id: label if (label := inline(each.label)) and count[label] == 1 else Markdown(f"source {number}")
            for number, each in enumerate(self.record.publications, 1)
        }

    @cached_property
    def labels(self) -> dict[Markdown, Markdown]:
        """The label of a listed publication by its address."""
        listed = reversed(self.record.publications)  # of two with one address, the first is cited
        return {address: self.publication_labels[each.id] for each in listed if (address := inline(each.url))}

    @cached_property
    def unlisted(self) -> list[Markdown]:
        """Sources that facts name and that are not among the publications."""
        parts: list[Item | Account] = [*self.items, *self.record.accounts]
        named = dict.fromkeys(source for part in parts for source in map(inline, part.sources))
        return [source for source in named if source and source not in self.labels]

    @cached_property
    def _items(self) -> dict[str, Item]:
        return {name: item for item in self.items for name in (item.id, *item.same)}

    def value(self, value: Any) -> Markdown:
        """A value of any field, in words."""
        if isinstance(value, dict):
            return times.when(value, self.view.incident.zone)
        if isinstance(value, list):
            return joined(inline(str(each)) for each in value)
        return inline(str(value))
