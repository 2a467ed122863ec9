"""A questionnaire as a sponsor reads it: every question, when it is asked, and what is checked, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.questionnaire.naming import RECORD, name_of
from pmtui.reading import vocabularies
from pmtui.reading.conditions import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmtui.questionnaire.schema import Choice, Conditional, Question, Questionnaire
    from pmtui.reading.conditions import Condition

MANY = 6
"""Choices that are listed in one line; of longer lists the first ones."""


def outline(questionnaire: Questionnaire) -> Iterator[str]:
    """The lines of a Markdown document."""
    words = _Words(questionnaire)
    yield f"# {questionnaire.title}"
    yield ""
    minutes = f", {questionnaire.minutes} minutes" if questionnaire.minutes else ""
    with_whom = f", with {questionnaire.with_whom}" if questionnaire.with_whom else ""
    yield f"`{questionnaire.questionnaire}` version {questionnaire.version}{minutes}{with_whom}"
    if questionnaire.condition:
        yield f"Offered when {words.of(questionnaire.condition)}."
    for point in questionnaire.preamble:
        yield f"- Read aloud: {point}"
    number = 0
    for section in questionnaire.sections:
        repeat = f" (for each {section.repeat})" if section.repeat else ""
        yield ""
        yield f"## {section.title}{repeat}"
        yield from words.asked(section, "")
        yield ""
        for question in section.questions:
            number += 1
            yield f"{number}. {question.ask}"
            yield from _details(question, words)


def _details(question: Question, words: _Words) -> Iterator[str]:
    kind = question.type.replace("_", " ")
    yield f"   - `{question.id}`, {kind}{', has to be addressed' if question.required else ''}"
    if question.options or question.choices_from:
        yield f"   - Choices: {_choices(question)}"
    bounds = [
        f"{word} {value:g}"
        for word, value in (("at least", question.min), ("at most", question.max))
        if value is not None
    ]
    if bounds and question.type != "scale":
        yield f"   - Takes {' and '.join(bounds)} {question.unit or ''}".rstrip()
    yield from words.asked(question, "   ")
    for check in question.check:
        kind = "Has to hold" if check.level == "error" else "Should hold"
        yield f"   - {kind}: {words.of(check.condition)}. If not: {check.say}"
    if question.maps_to:
        yield f"   - Fills {question.maps_to}"
    for probe in question.probe:
        yield f"   - Follow-up: {probe}"


def _choices(question: Question) -> str:
    if question.choices_from:
        return f"what was answered at {question.choices_from}"
    shown = ", ".join(choice.words for choice in question.options[:MANY])
    more = len(question.options) - MANY
    other = ", or other words" if question.other else ""
    return f"{shown}{f' and {more} more' if more > 0 else ''}{other}"


class _Words:
    """Conditions in words, with the questions' own instead of their ids."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        named = [(name_of(section, each), each) for section in questionnaire.sections for each in section.questions]
        self._questions = dict(named)

    def of(self, condition: Condition) -> str:
        return in_words(condition, self._ask, self._choice)

    def asked(self, part: Conditional, indent: str) -> Iterator[str]:
        """When and of whom a part is asked; nothing where always and of everybody."""
        if part.condition:
            yield f"{indent}- Asked when {self.of(part.condition)}"
        if part.for_:
            yield f"{indent}- Asked of: {', '.join(vocabularies.label('function', each) for each in part.for_)}"

    def _ask(self, name: str) -> str:
        if name.startswith(RECORD):
            return f"the record's {name.removeprefix(RECORD)}"
        return self._questions[name].ask if name in self._questions else name

    def _choice(self, name: str, choice: str) -> str:
        options: tuple[Choice, ...] = self._questions[name].options if name in self._questions else ()
        return next((each.words for each in options if each.id == choice), choice)
