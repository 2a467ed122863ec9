"""A questionnaire as an interview carries it: assembled, as plain data, under its sum."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from pmtui.questionnaire.schema import Questionnaire


def snapshot(questionnaire: Questionnaire) -> tuple[str, dict[str, Any]]:
    """(sha256 of the canonical JSON, the assembled questionnaire as plain data): what an interview keeps."""
    data = questionnaire.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"choices", "tests"})
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest(), data


def from_snapshot(data: dict[str, Any]) -> Questionnaire:
    """The questionnaire of an interview, as it was when the interview began."""
    return Questionnaire.model_validate(data)
