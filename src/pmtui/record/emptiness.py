"""Why something holds nothing: an empty place alone does not say whether there was nothing, or nobody asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmtui.record.documents import Answer

Reason: TypeAlias = Literal["none_found", "unknown", "not_applicable", "not_asked", "withheld"]
"""Vocabulary `empty_reason`."""

NONE = ("none", "none_found", "none_known")
"""Choices that say that there is nothing, after somebody looked."""

BY_STATE: dict[str, Reason] = {"declined": "withheld", "unknown": "unknown", "not_applicable": "not_applicable"}
"""The states that are a reason, the one that says most first: who will not say has something to say."""


def says_none(answer: Answer) -> bool:
    """Whether an answer is that there is nothing."""
    values = answer.value if isinstance(answer.value, list) else [answer.value]
    return answer.state == "answered" and bool(values) and all(each in NONE for each in values)


def reason(answers: Iterable[Answer]) -> Reason:
    """Why a place is empty to which `answers` were given, none of which fills it."""
    found = list(answers)
    if any(map(says_none, found)):
        return "none_found"
    states = {answer.state for answer in found}
    return next((why for state, why in BY_STATE.items() if state in states), "not_asked")
