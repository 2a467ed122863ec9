"""A question as it is spoken on one page: with earlier answers in its words, and items to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.questionnaire.naming import RECORD
from pmtui.questionnaire.piping import Piping
from pmtui.questionnaire.schema import Choice
from pmtui.record.asking import piping

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pmtui.interview.walk import Step, Walk
    from pmtui.questionnaire.piping import Piping
    from pmtui.questionnaire.schema import Question


def spoken(walk: Walk, step: Step, of_record: Callable[[str], Iterable[str]]) -> Question | None:
    """The question of `step` for this interview; none on a page of items.

    `of_record` gives what the incident holds at a path, for choices that are taken from there.
    """
    question = step.question
    if question is None:
        return None
    changes: dict[str, object] = {
        "ask": filled(walk, step, question.ask),
        "help": question.help and filled(walk, step, question.help),
        "probe": tuple(filled(walk, step, each) for each in question.probe),
    }
    path = question.choices_from
    if path:
        named = of_record(path.removeprefix(RECORD)) if path.startswith(RECORD) else _piping(walk).said(path)
        changes["choices"] = tuple(Choice.model_construct(id=each) for each in dict.fromkeys(named))
    return question.model_copy(update=changes)


def filled(walk: Walk, step: Step, text: str) -> str:
    """`text` with earlier answers in the place of `{question}` and `{item.question}`."""
    return _piping(walk).filled(text, step.section, step.item)


def _piping(walk: Walk) -> Piping:
    asked = walk.relevance.asked
    return piping(walk.questionnaire, walk.answers, lambda answer: answer.key in asked, walk.dropped)
