"""Which information items the questions of questionnaires cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmtui.questionnaire.schema import Questionnaire


def covered(questionnaires: Iterable[Questionnaire]) -> dict[str, dict[str, list[str]]]:
    """The ids of the questions that cover an item, by item and questionnaire: item -> questionnaire -> questions."""
    found: dict[str, dict[str, list[str]]] = {}
    for asked in questionnaires:
        for question in asked.questions.values():
            for item in question.covers:
                found.setdefault(item, {}).setdefault(asked.questionnaire, []).append(question.id)
    return found
