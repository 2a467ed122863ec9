"""Finding a question by its own words, and by those that it was answered with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.interview.speaking import filled
from pmtui.questionnaire.naming import key_of
from pmtui.questionnaire.values import said
from pmtui.reading.plain import holds, one_line

if TYPE_CHECKING:
    from pmtui.interview.walk import Step, Walk


def question_words(walk: Walk, step: Step) -> str:
    """What a question is found by before it has an answer: its section, its words, and the item that it is about."""
    parts = [step.section.title, step.section.id]
    if step.question:
        parts += [filled(walk, step, step.question.ask), step.question.id, item_words(walk, step)]
    return " ".join(parts)


def item_words(walk: Walk, step: Step) -> str:
    """What the item of a step is called: the answer to the first question about it; empty where there is none."""
    first = step.section.questions[0]
    answer = walk.answers.get(key_of(first.id, step.item)) if step.item else None
    return said(first, answer.value) if answer and answer.state == "answered" else ""


def answer_words(walk: Walk, step: Step) -> str:
    """What was answered at a step and remarked on it, on one line."""
    answer = walk.answer(step)
    if answer is None or step.question is None:
        return ""
    words = said(step.question, answer.value) if answer.state == "answered" else ""
    return one_line(" ".join(filter(None, [words, answer.remark])))


def is_found(walk: Walk, step: Step, wanted: str) -> bool:
    """Whether a step is one that `wanted` words look for."""
    return holds(f"{question_words(walk, step)} {answer_words(walk, step)}", wanted)


def passage(words: str, wanted: str, width: int) -> str:
    """At most `width` characters of an answer around the first of the `wanted` words; empty where it holds none."""
    folded = words.casefold()
    if len(folded) != len(words):  # letters that fold into two: where a word stands is not known then
        return words[:width] if any(word in folded for word in wanted.casefold().split()) else ""
    found = [at for word in wanted.casefold().split() if (at := folded.find(word)) >= 0]
    if not found:
        return ""
    begin = max(min(found) - width // 3, 0)
    begin = begin if begin == 0 else words.find(" ", begin, min(found)) + 1 or min(found)
    return f"{'…' if begin else ''}{words[begin : begin + width]}{'…' if begin + width < len(words) else ''}"
