"""An incident read back from the JSON document that `pmtui export --format json` wrote."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from pmtui.errors import Refused
from pmtui.questionnaire.loading import from_snapshot
from pmtui.record.changes import THE_INCIDENT
from pmtui.record.documents import Answer, Decision, Incident, Interview, Participant, answer_id
from pmtui.record.names import checked_incident_id

if TYPE_CHECKING:
    from pathlib import Path

    from pmtui.record.documents import Document
    from pmtui.record.edit import Edit

LARGEST = 50_000_000
"""Bytes that an exported document may have."""

TABLES: dict[str, type[Document]] = {
    "participants": Participant,
    "interviews": Interview,
    "answers": Answer,
    "decisions": Decision,
}


def load_exported(path: Path) -> dict[str, Any]:
    """The exported document in the file at `path`; raises `Refused` where it is none, or of a newer schema."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        raise Refused(f"{path}: cannot be read: {error.strerror}") from None
    if len(raw) > LARGEST:
        raise Refused(f"{path}: larger than {LARGEST:,} bytes")
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError):
        raise Refused(f"{path}: not a JSON document; a case file ends in .yaml") from None
    if not isinstance(data, dict) or not {"schema", "incident", "answers"} <= set(data):
        raise Refused(f"{path}: not a document that `pmtui export --format json` wrote")
    if not isinstance(data["schema"], int) or data["schema"] > 1:
        raise Refused(f"{path}: of schema {data['schema']}, and this pmtui reads up to 1; use a newer pmtui")
    return _checked(path, data)


def import_exported(edit: Edit, data: dict[str, Any]) -> None:
    """Put the documents of an exported incident into a new one.  The record is folded anew, not taken over."""
    edit.put("incident", THE_INCIDENT, data["incident"])
    for name, questionnaire in data.get("questionnaires", {}).items():
        edit.put("questionnaires", name, questionnaire)
    for table in TABLES:
        for each in data.get(table, []):
            name = (
                answer_id(each["interview"], each["question"], each.get("item")) if table == "answers" else each["id"]
            )
            edit.put(table, name, each)


def _checked(path: Path, data: dict[str, Any]) -> dict[str, Any]:
    try:
        checked_incident_id(Incident.model_validate(data["incident"]).id)
        for table, model in TABLES.items():
            for each in data.get(table, []):
                model.model_validate(each)
        for questionnaire in data.get("questionnaires", {}).values():
            from_snapshot(questionnaire)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise Refused(f"{path}: {type(error).__name__} in {error.title}: {where}: {first['msg']}") from None
    except (AttributeError, TypeError):
        raise Refused(f"{path}: not a document that `pmtui export --format json` wrote") from None
    return data
