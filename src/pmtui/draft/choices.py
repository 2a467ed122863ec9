"""Choices in the words that people read, where answers keep their ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmtui.record.items import KINDS, Factor

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmtui.record.items import Item, Record
    from pmtui.record.view import View

    Words = Mapping[str, str]


def in_words(view: View, record: Record) -> Record:
    """`record` with each choice in the words of the questionnaire that offered it."""
    offered = _offered(view)
    parts = {
        name: tuple(_item(item, kind, offered) for item in getattr(record, name)) for kind, (name, _) in KINDS.items()
    }
    return record.model_copy(update=parts)


def _offered(view: View) -> dict[str, dict[str, str]]:
    """The words of each choice by its id, by the path that the question maps to."""
    offered: dict[str, dict[str, str]] = {}
    for interview in view.interviews:
        for question in view.questionnaire(interview).questions.values():
            if question.maps_to and question.options:
                known = offered.setdefault(question.maps_to, {})
                for choice in question.options:
                    known.setdefault(choice.id, choice.words)
    return offered


def _item(item: Item, kind: str, offered: Mapping[str, Words]) -> Item:
    within = f"{kind}.{item.level}" if isinstance(item, Factor) else kind
    words = {field: offered.get(f"{within}.{field}", {}) for field in type(item).model_fields}
    changed = {field: _said(getattr(item, field), known) for field, known in words.items() if known}
    differs = tuple(
        each.model_copy(
            update={"said": {who: _said(value, words.get(each.field, {})) for who, value in each.said.items()}}
        )
        for each in item.differs
    )
    return item.model_copy(update={**changed, "differs": differs}) if changed or differs else item


def _said(value: Any, words: Words) -> Any:
    if isinstance(value, str):
        return words.get(value, value)
    if isinstance(value, list | tuple):
        return type(value)(words.get(each, each) for each in value)
    return value
