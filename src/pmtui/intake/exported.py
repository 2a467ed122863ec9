"""An incident read back from the JSON document that `pmtui export --format json` wrote."""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from pmtui.errors import Refused
from pmtui.interview.beginning import days_of
from pmtui.questionnaire.values import is_value_of
from pmtui.reading import moments, vocabularies
from pmtui.reading.files import content
from pmtui.reading.plain import quoted
from pmtui.record.changes import THE_INCIDENT
from pmtui.record.documents import answer_id
from pmtui.record.names import checked_incident_id
from pmtui.record.view import View
from pmtui.store.schema import forward_all, newest

if TYPE_CHECKING:
    from pathlib import Path

    from pmtui.record.edit import Edit

LARGEST = 50_000_000
"""Bytes that an exported document may have."""

TABLES = ("participants", "interviews", "decisions")
"""Tables whose documents carry their id.  The record is not among them: it is folded anew."""

FOREIGN = "not a document that `pmtui export --format json` wrote"


def load_exported(path: Path) -> dict[str, Any]:
    """The exported document in the file at `path`.

    Raises `Refused` where it is none, of a newer schema, or holds something that no view could be made of.
    """
    try:
        data = json.loads(content(path, LARGEST))
    except (ValueError, RecursionError):
        raise Refused(f"{path}: not a JSON document; a case file ends in .yaml") from None
    try:
        return checked_document(data)
    except Refused as fault:
        raise Refused(f"{path}: {fault}") from None


def checked_document(data: Any) -> dict[str, Any]:
    """`data` itself, where it is an exported document as a whole.  Raises `Refused` with the first mistake."""
    if not isinstance(data, dict) or not {"schema", "incident", "answers"} <= set(data):
        raise Refused(FOREIGN)
    if not isinstance(data["schema"], int) or not 1 <= data["schema"] <= newest():
        raise Refused(f"of schema {data['schema']}, and this pmtui reads up to {newest()}; use a newer pmtui")
    try:
        _check(View(_tables(data)).whole)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise Refused(f"{error.title}: {where}: {first['msg']}") from None
    except (LookupError, AttributeError, TypeError, ValueError):
        raise Refused(FOREIGN) from None
    return data


def import_exported(edit: Edit, data: dict[str, Any]) -> None:
    """Put the documents of an exported incident into a new one.  The record is folded anew, not taken over."""
    for table, documents in _tables(data).items():
        for name, each in documents.items():
            edit.put(table, name, each)


def _tables(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    for table in TABLES:
        twice = [name for name, count in Counter(each["id"] for each in data.get(table, [])).items() if count > 1]
        if twice:
            raise Refused(f"{quoted(str(twice[0]))} stands twice in {table}")
    by_id = {table: {each["id"]: each for each in data.get(table, [])} for table in TABLES}
    answers = {answer_id(each["interview"], each["question"], each.get("item")): each for each in data["answers"]}
    tables = {
        "incident": {THE_INCIDENT: data["incident"]},
        "questionnaires": dict(data.get("questionnaires", {}).items()),
        **by_id,
        "answers": answers,
    }
    return forward_all(tables, data["schema"])


def _check(view: View) -> None:
    """Read all that a view reads, so that what is wrong is found before anything is made."""
    checked_incident_id(view.incident.id)
    moments.zone_or_refuse(view.incident.zone)
    datetime.fromisoformat(view.incident.created)
    vocabularies.value_or_refuse("record_state", view.incident.state)
    if view.incident.severity is not None:
        vocabularies.value_or_refuse("severity", view.incident.severity)
    if view.incident.noticed is not None:
        moments.from_dict(view.incident.noticed)
    for each in view.participants.values():
        if each.zone is not None:
            moments.zone_or_refuse(each.zone)
    for interview in view.interviews:
        view.questionnaire(interview)
        days_of(view, interview)
    for answer in view.answers.values():
        question = view.questionnaire(answer.interview).questions.get(answer.question)
        if question and answer.state == "answered" and not is_value_of(question, answer.value):
            raise Refused(f"the answer {answer.interview}/{answer.key} is no {question.type.replace('_', ' ')}")
    _ = view.decisions
