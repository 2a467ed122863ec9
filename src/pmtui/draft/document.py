"""An incident as one JSON document: what `show` and `export` give to scripts, and what `new --from` reads back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pmtui.record.items import Record
    from pmtui.record.view import View

SCHEMA = 1
"""Rises when a field is renamed or removed, which has not happened yet; fields may be added without."""


def document(view: View, known: Record) -> dict[str, Any]:
    """The documents of the incident as lists, and the record that they fold to."""
    return {
        "schema": SCHEMA,
        "incident": view.incident.model_dump(mode="json"),
        "participants": [each.model_dump(mode="json") for each in view.participants.values()],
        "interviews": [each.model_dump(mode="json") for each in view.interviews.values()],
        "answers": [each.model_dump(mode="json") for each in view.answers.values()],
        "decisions": [each.model_dump(mode="json") for each in view.decisions],
        "questionnaires": {name: dict(each) for name, each in view.tables.get("questionnaires", {}).items()},
        "record": known.model_dump(mode="json"),
    }
