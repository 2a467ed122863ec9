"""Which questions are asked: what stands under a condition shows only where the condition holds.

An answer to a question that is not asked any more is kept, and is the answer to nothing: conditions that speak of it
see a question that was not asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from pmtui.errors import Refused
from pmtui.questionnaire.naming import RECORD, key_of, name_of
from pmtui.reading import moments
from pmtui.reading.condition_values import Reply, Span
from pmtui.reading.zones import place

__all__ = ["Relevance", "Reply", "Situation", "reply_of", "unknown_record"]

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from pmtui.questionnaire.schema import Check, Question, Questionnaire, Section
    from pmtui.reading.conditions import Condition

    OfRecord = Callable[[str], Reply]

NOT_ASKED = Reply("not_asked")


def unknown_record(_: str) -> Reply:
    """A record of which nothing is known."""
    return NOT_ASKED


@dataclass(frozen=True)
class Situation:
    """What the conditions of one interview look at.

    `replies` are by `QUESTION` or `QUESTION@ITEM`, `items` the ids of the items by section, `of_record` gives what the
    incident holds at a path, and `function` is that of the person asked; without one, everything is asked of them.
    Without `of_record` a condition on the record is taken to hold: that is how the record itself is looked at.
    """

    replies: Mapping[str, Reply]
    items: Mapping[str, Sequence[str]]
    function: str | None = None
    of_record: OfRecord | None = unknown_record


class Relevance:
    """Which questions of `questionnaire` are asked in a `situation`."""

    def __init__(self, questionnaire: Questionnaire, situation: Situation) -> None:
        self._situation = situation
        self._repeat_of = {
            name_of(section, question): section
            for section in questionnaire.sections
            if section.repeat
            for question in section.questions
        }
        self.asked: set[str] = set()
        """By `QUESTION` or `QUESTION@ITEM`, also of items without an answer."""
        self._open: set[str] = set()
        # In the order asked: a condition speaks of what stands before it, which is settled by then.
        for section in questionnaire.sections:
            self.asked.update(self._asked_in(section))

    def _asked_in(self, section: Section) -> Iterator[str]:
        if not (self._concerns(section.for_) and self._holds(section.condition, None, None)):
            return
        self._open.add(section.id)
        for item in self._situation.items.get(section.id, ()) if section.repeat else (None,):
            for question in section.questions:
                if self._concerns(question.for_) and self._holds(question.condition, section, item):
                    key = key_of(question.id, item)
                    self.asked.add(key)  # the next question of the same section may speak of this one
                    yield key

    def is_open(self, section: Section) -> bool:
        """Whether a section is asked at all, whatever is asked in it."""
        return section.id in self._open

    def failing(self, section: Section, question: Question, item: str | None) -> list[Check]:
        """The checks of a question that do not hold; one that cannot be told yet does."""
        look = self._look(section, item)
        return [check for check in question.check if check.condition.value(look) is False]

    def _concerns(self, functions: Sequence[str]) -> bool:
        return not functions or self._situation.function is None or self._situation.function in functions

    def _holds(self, condition: Condition | None, section: Section | None, item: str | None) -> bool:
        if condition is None or (self._situation.of_record is None and any(map(_is_of_record, condition.names))):
            return True
        return condition.value(self._look(section, item)) is True

    def _look(self, section: Section | None, item: str | None) -> Callable[[str], Reply]:
        def look(name: str) -> Reply:
            if _is_of_record(name):
                of_record = self._situation.of_record or unknown_record
                return of_record(name.removeprefix(RECORD))
            repeat = self._repeat_of.get(name)
            if repeat is None:
                return self._reply(name)
            question = name.partition(".")[2]
            if section is not None and section.id == repeat.id and item is not None:
                return self._reply(key_of(question, item))
            return self._of_all(repeat, question)

        return look

    def _reply(self, key: str) -> Reply:
        return self._situation.replies.get(key, NOT_ASKED) if key in self.asked else NOT_ASKED

    def _of_all(self, section: Section, question: str) -> Reply:
        """The answers about all items, as one list; what many_of gives about each is part of it."""
        values: list[Any] = []
        for item in self._situation.items.get(section.id, ()):
            value = self._reply(key_of(question, item)).value
            values += value if isinstance(value, tuple) else [value]
        return Reply("answered", tuple(values))


def _is_of_record(name: str) -> bool:
    return name.startswith(RECORD)


def reply_of(question: Question, state: str, value: Any) -> Reply:
    """What conditions see of a stored answer."""
    if state == "open":
        return NOT_ASKED
    if state != "answered":
        return Reply(state)  # type: ignore[arg-type]
    return Reply("answered", READ.get(question.type, str)(value))


def _day(text: str) -> Span:
    day, utc = date.fromisoformat(text), place("UTC")
    return Span(datetime.combine(day, time.min, utc), datetime.combine(day, time.max, utc), whole=True)


def _span(document: Mapping[str, Any]) -> Span:
    try:
        moment = moments.from_dict(document)
    except Refused:
        return Span(None, None)
    return Span(moments.earliest(moment), moments.latest(moment))


READ: dict[str, Callable[[Any], Any]] = {
    "many_of": tuple,
    "number": float,
    "scale": float,
    "date": _day,
    "moment": _span,
    "duration": lambda value: float(value["seconds"]),
    "evidence": lambda value: str(value["words"]),
}
"""From a stored value to what a condition compares; of the other types the text itself."""
