"""The places of the record, with what each holds, for those who write questionnaires."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.record import items
from pmtui.record.fold import ACCOUNT_FIELDS, is_known
from pmtui.record.kinds.base import Moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmtui.questionnaire.places import Kind


def places() -> dict[str, Kind]:
    """Every path that `maps_to` may name, with what stands there; of each kind first what it has alone."""
    found: dict[str, Kind] = {f"account.{field}": "text" for field in ACCOUNT_FIELDS}
    found["account.sources"] = "several"
    for kind, (_, model) in items.KINDS.items():
        own = sorted(model.model_fields.items(), key=lambda each: each[0] in items.Item.model_fields)
        for name, field in own:
            found |= {path: _kind(field.annotation) for path in _paths(kind, name) if is_known(path)}
    return found


def _paths(kind: str, field: str) -> Iterator[str]:
    levels = items.LEVELS if kind == "factor" else ("",)
    return (".".join(filter(None, (kind, level, field))) for level in levels)


def _kind(annotation: object) -> Kind:
    if annotation == Moment | None:
        return "moment"
    return "several" if annotation == tuple[str, ...] else "text"
