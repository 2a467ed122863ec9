"""The steps of an interview, in the order that its questions are asked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pmtui.questionnaire.naming import key_of
from pmtui.questionnaire.relevance import Relevance, Situation, unknown_record
from pmtui.record.asking import items_of, replies
from pmtui.record.documents import ADDRESSED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pmtui.questionnaire.relevance import OfRecord
    from pmtui.questionnaire.schema import Check, Question, Questionnaire, Section
    from pmtui.record.documents import Answer


@dataclass(frozen=True)
class Step:
    """One page of the walk: a question, or the page behind a repeated section that shows its items.

    `item` is the item spoken about, ``None`` outside of repeated sections; `question` is ``None`` on the page of items.
    """

    section: Section
    question: Question | None
    item: str | None = None

    @property
    def key(self) -> str | None:
        """The name of its answer inside the interview; none for a page of items."""
        return key_of(self.question.id, self.item) if self.question else None

    @property
    def place(self) -> dict[str, str | None]:
        """Where it is, as plain data that `Walk.find` takes back."""
        return {
            "section": self.section.id,
            "question": self.question.id if self.question else None,
            "item": self.item,
        }


@dataclass(frozen=True)
class Progress:
    """How far a section has come: questions addressed, and all of them; items of a repeated section."""

    section: Section
    addressed: int
    total: int
    later: int
    items: int

    @property
    def is_done(self) -> bool:
        """Whether every question of the section is addressed."""
        return self.addressed == self.total


@dataclass(frozen=True)
class Walk:
    """A questionnaire with the answers given so far.

    `begun` holds, by section, an item that was started and has no answer yet; `dropped` items that were taken out.
    """

    questionnaire: Questionnaire
    answers: Mapping[str, Answer]
    begun: Mapping[str, str]
    dropped: frozenset[str] = frozenset()
    function: str | None = None
    of_record: OfRecord = unknown_record

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Every page that is asked, in order; of a questionnaire that asks nothing yet, the first page."""
        found = tuple(step for section in self.questionnaire.sections for step in self._steps_of(section))
        first = self.questionnaire.sections[0]
        return found or (Step(first, first.questions[0]),)

    @cached_property
    def relevance(self) -> Relevance:
        """Which questions are asked."""
        said = replies(self.questionnaire, self.answers)
        items = {section.id: self._all_items(section) for section in self.questionnaire.sections if section.repeat}
        return Relevance(self.questionnaire, Situation(said, items, self.function, self.of_record))

    def failing(self, step: Step) -> list[Check]:
        """The checks of a step that do not hold; none while it has no answer."""
        answer = self.answer(step)
        if step.question is None or answer is None or answer.state != "answered":
            return []
        return self.relevance.failing(step.section, step.question, step.item)

    def items(self, section: Section) -> list[str]:
        """The items of a repeated section that have an answer, in the order first spoken of."""
        return items_of(section, self.answers, self.dropped)

    def find(self, place: Mapping[str, str | None] | None) -> int | None:
        """The position of the step at `place`, or of the nearest that is still there; none for no place."""
        if not place:
            return None
        section, question, item = place.get("section"), place.get("question"), place.get("item")
        best: tuple[int, int] | None = None
        for position, step in enumerate(self.steps):
            if step.section.id != section:
                continue
            # Another question about the same item is nearer than the same question about another one.
            near = 2 * (step.item == item) + ((step.question.id if step.question else None) == question)
            if best is None or near > best[0]:
                best = (near, position)
        return best[1] if best else None

    def first_open(self) -> int:
        """The position of the first question that is not addressed; the last step where all are."""
        for position, step in enumerate(self.steps):
            if step.question and not self.is_addressed(step):
                return position
        return len(self.steps) - 1

    def answer(self, step: Step) -> Answer | None:
        """What was answered at a step."""
        return self.answers.get(step.key) if step.key else None

    def is_addressed(self, step: Step) -> bool:
        """Whether the question of a step is settled; a page of items always is."""
        answer = self.answer(step)
        return (
            step.question is None or step.question.type == "info" or (answer is not None and answer.state in ADDRESSED)
        )

    def progress(self) -> list[Progress]:
        """How far each section has come."""
        return [self._progress(section) for section in self.questionnaire.sections]

    def _progress(self, section: Section) -> Progress:
        steps = [
            step for step in self.steps if step.section is section and step.question and step.question.type != "info"
        ]
        answers = [self.answer(step) for step in steps]
        return Progress(
            section,
            addressed=sum(1 for step in steps if self.is_addressed(step)),
            total=len(steps),
            later=sum(1 for answer in answers if answer and answer.state == "later"),
            items=len(self.items(section)) if section.repeat else 0,
        )

    def _all_items(self, section: Section) -> list[str]:
        items, begun = self.items(section), self.begun.get(section.id)
        return [*items, *([begun] if begun and begun not in items else [])]

    def _steps_of(self, section: Section) -> Iterator[Step]:
        asked = self.relevance.asked
        if not section.repeat:
            yield from (Step(section, question) for question in section.questions if question.id in asked)
            return
        for item in self._all_items(section):
            steps = (Step(section, question, item) for question in section.questions)
            yield from (step for step in steps if step.key in asked)
        if self.items(section) and self.relevance.is_open(section):
            yield Step(section, None)
