"""A question as it is spoken on one page: with earlier answers in its words, and items to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.questionnaire import values
from pmtui.questionnaire.references import PIPED, RECORD, name_of
from pmtui.questionnaire.schema import Choice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pmtui.interview.walk import Step, Walk
    from pmtui.questionnaire.schema import Question

NOT_SAID = "…"
"""Stands where an earlier answer would, and there is none."""

LONGEST = 80
"""Characters of an earlier answer that a question repeats."""


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
    if question.choices_from:
        path = question.choices_from
        named = of_record(path.removeprefix(RECORD)) if path.startswith(RECORD) else _said(walk, path)
        changes["choices"] = tuple(Choice.model_construct(id=each) for each in dict.fromkeys(named))
    return question.model_copy(update=changes)


def filled(walk: Walk, step: Step, text: str) -> str:
    """`text` with earlier answers in the place of `{question}` and `{item.question}`."""
    return PIPED.sub(lambda match: _words(walk, step, match[1]), text)


def _words(walk: Walk, step: Step, name: str) -> str:
    words = ", ".join(_said(walk, name, step.item if _is_field_of(step, name) else None))
    return (words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…") or NOT_SAID


def _is_field_of(step: Step, name: str) -> bool:
    return step.item is not None and name.partition(".")[0] == step.section.repeat


def _said(walk: Walk, name: str, item: str | None = None) -> list[str]:
    """The answers to the question called `name`, in words: about `item`, or about all items."""
    for section in walk.questionnaire.sections:
        for question in section.questions:
            if name_of(section, question) == name:
                items = [item] if item or not section.repeat else walk.items(section)
                return [words for each in items if (words := _answer(walk, question, each))]
    return []


def _answer(walk: Walk, question: Question, item: str | None) -> str:
    answer = walk.answers.get(f"{question.id}@{item}" if item else question.id)
    if answer is None or answer.state != "answered" or answer.key not in walk.relevance.asked:
        return ""
    return " ".join(values.said(question, answer.value).split())
