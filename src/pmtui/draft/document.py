"""An incident as one JSON document: what `show` and `export` give to scripts, and what `new --from` reads back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmtui.findings.codes import codes
from pmtui.record.consent import stands
from pmtui.record.withdrawing import WITHDRAWN
from pmtui.record.withheld import on_record

if TYPE_CHECKING:
    from pmtui.record.documents import Participant
    from pmtui.record.items import Record
    from pmtui.record.view import View

SCHEMA = 2
"""That of the documents in the store; it rises when a field is renamed or removed, fields may be added without."""


def document(view: View, known: Record) -> dict[str, Any]:
    """The documents of the incident as lists, and the record that they fold to; nothing that is off the record."""
    view = on_record(view)
    return {
        "schema": SCHEMA,
        "incident": view.incident.model_dump(mode="json"),
        "participants": [_person(each) for each in view.participants.values()],
        "interviews": [each.model_dump(mode="json") for each in view.interviews.values()],
        "answers": [each.model_dump(mode="json") for each in view.answers.values()],
        "decisions": [each.model_dump(mode="json") for each in view.decisions],
        "questionnaires": {name: dict(each) for name, each in view.shown.get("questionnaires", {}).items()},
        "record": known.model_dump(mode="json"),
        "codes": codes(view, known),
    }


def _person(participant: Participant) -> dict[str, Any]:
    """A participant as it leaves the store: the name only where they agreed to be named.

    Of one who withdrew, that they did and nothing else.
    """
    told = participant.model_dump(mode="json")
    if participant.state == WITHDRAWN:
        kept = {"id": participant.id, "role": WITHDRAWN, "kind": participant.kind, "state": WITHDRAWN}
        return {name: kept.get(name) for name in told if name in type(participant).model_fields}
    return told if stands(participant).named else {**told, "name": None}


def schema() -> dict[str, Any]:
    """The JSON Schema of `document`, draft 2020-12.  `docs/export.schema.json` holds it for scripts."""
    from pydantic import BaseModel, ConfigDict, Field, create_model

    from pmtui.record.documents import Answer, Decision, Incident, Interview, Participant
    from pmtui.record.items import Record

    def listed(model: type[BaseModel]) -> Any:
        return (list[model], ...)  # type: ignore[valid-type]

    whole = create_model(
        "Export",
        __config__=ConfigDict(title="An incident as `pmtui export --format json` prints it", extra="allow"),
        schema_=(int, Field(alias="schema", ge=SCHEMA, le=SCHEMA)),
        incident=(Incident, ...),
        participants=listed(Participant),
        interviews=listed(Interview),
        answers=listed(Answer),
        decisions=listed(Decision),
        questionnaires=(dict[str, dict[str, Any]], Field(description="as asked, by sha256")),
        record=(Record, ...),
        codes=(dict[str, list[str]], Field(description="of outside lists, derived from what was chosen")),
    )
    found = whole.model_json_schema(by_alias=True, mode="serialization")
    about = "Unstable: fields may still be renamed. Times are ISO 8601 with offset."
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "description": about, **found}
