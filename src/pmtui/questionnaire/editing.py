"""The JSON Schema of a questionnaire's file, draft 7, with which editors help to write one."""

from __future__ import annotations

from typing import Any

from pmtui.questionnaire.assembling import OURS
from pmtui.questionnaire.schema import Questionnaire

DRAFT = "http://json-schema.org/draft-07/schema#"


def schema() -> dict[str, Any]:
    """What a file may say, with a description of each key."""
    found = Questionnaire.model_json_schema(by_alias=True)
    parts = found["$defs"]
    question = parts["Question"]["properties"]
    for ours in OURS:
        del question[ours]
    choice = {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/Choice"}]}
    listed = {"type": "array", "items": choice}
    question["choices"] = {
        "description": "a list, the name of one at the top, or where the choices come from",
        "anyOf": [
            listed,
            {"type": "string"},
            _only("from", "the items of a repeated section, such as system.name"),
            _only("vocabulary", "a list that comes with pmtui"),
        ],
    }
    found["properties"]["choices"]["additionalProperties"] = listed
    shared = _only("use", "a shared section and its version, such as common/timeline@2")
    found["properties"]["sections"]["items"] = {"anyOf": [{"$ref": "#/$defs/Section"}, shared]}
    return {"$schema": DRAFT, **_plain(found)}


def _only(key: str, about: str) -> dict[str, Any]:
    value = {"type": "string", "description": about}
    return {"type": "object", "properties": {key: value}, "required": [key], "additionalProperties": False}


def _plain(part: Any) -> Any:
    """Without the titles that pydantic makes of names: an editor would show them instead of the descriptions."""
    if isinstance(part, list):
        return [_plain(each) for each in part]
    if not isinstance(part, dict):
        return part
    # A key of a file may be called `title` as well; that one has a schema behind it.
    return {key: _plain(each) for key, each in part.items() if key != "title" or isinstance(each, dict)}
