"""What a section lays out itself of each kind of item; the other fields are listed by what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.record import items

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMON = frozenset(items.Item.model_fields)
"""Fields that every item has; they stand behind its words, or below them."""

LAID_OUT: dict[type[items.Item], tuple[str, ...]] = {
    items.Severity: ("why",),
    items.Reference: ("aiid", "scale"),
    items.Milestone: ("name", "at"),
    items.Party: ("relation", "name", "role", "sector", "country"),
    items.System: ("name", "kind", "effect"),
    items.Provenance: ("layer", "what"),
    items.DataAsset: ("what", "personal_data", "sensitivity", "amount", "change"),
    items.Impact: ("what", "group", "count", "share"),
    items.Detection: ("how", "seen_by", "at", "delay"),
    items.Event: ("at", "what", "clock", "marks"),
    items.Disagreement: ("about", "versions", "settled"),
    items.Factor: ("level", "what"),
    items.WentWell: ("what",),
    items.Compliance: ("touches", "regime", "what", "outcome", "at"),
    items.Action: ("what", "kind", "owner", "owner_basis", "due", "due_note", "state"),
    items.Lesson: ("what",),
    items.Quote: ("text", "said_by"),
    items.Mention: ("at", "of"),
    items.Publication: ("label", "url", "title", "publisher", "published", "kind", "extent"),
}

CALLED = {
    "at": "time",
    "told": "telling",
    "ai_act_role": "role under the AI Act",
    "aware_at": "the organisation was aware",
    "causal_link_at": "the link to the system was established or held likely",
    "confirmed_at": "it was determined that it had happened",
    "asked_at": "asked",
    "changed_at": "last changed",
    "check_at": "checked",
    "decided_at": "decided",
    "did": "what it saw and did",
    "of": "of",
    "live": "live, test or exercise",
    "seen_by": "first seen by",
    "thought": "taken for",
    "saw": "in front of them",
    "sensible": "what made it sensible then",
    "with_others": "together with",
    "until": "kept until",
}
"""What fields are called where their name alone does not say it."""


def called(field: str) -> str:
    """What a field is called in the draft."""
    return CALLED.get(field, field.replace("_", " "))


def others(item: items.Item) -> Iterator[str]:
    """The fields of `item` that its section does not lay out itself."""
    shown = LAID_OUT.get(type(item), ())
    return (name for name in type(item).model_fields if name not in COMMON and name not in shown)
