"""The steps of an interview, in the order that its questions are asked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pmtui.record.documents import ADDRESSED, key_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pmtui.questionnaire.schema import Question, Questionnaire, Section
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

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Every page, in order."""
        return tuple(step for section in self.questionnaire.sections for step in self._steps_of(section))

    def items(self, section: Section) -> list[str]:
        """The items of a repeated section that have an answer, in the order first spoken of."""
        ids = {question.id for question in section.questions}
        told = (answer.item for answer in self.answers.values() if answer.question in ids)
        return list(dict.fromkeys(item for item in told if item and item not in self.dropped))

    def find(self, place: Mapping[str, str | None] | None) -> int | None:
        """The position of the step at `place`, or of the nearest that is still there; none for no place."""
        if not place:
            return None
        wanted = (place.get("section"), place.get("question"), place.get("item"))
        best = None
        for position, step in enumerate(self.steps):
            here = (step.section.id, step.question.id if step.question else None, step.item)
            if here == wanted:
                return position
            if best is None and here[0] == wanted[0]:
                best = position
        return best

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
        return step.question is None or (answer is not None and answer.state in ADDRESSED)

    def progress(self) -> list[Progress]:
        """How far each section has come."""
        return [self._progress(section) for section in self.questionnaire.sections]

    def _progress(self, section: Section) -> Progress:
        steps = [step for step in self.steps if step.section is section and step.question]
        answers = [self.answer(step) for step in steps]
        return Progress(
            section,
            addressed=sum(1 for step in steps if self.is_addressed(step)),
            total=len(steps),
            later=sum(1 for answer in answers if answer and answer.state == "later"),
            items=len(self.items(section)) if section.repeat else 0,
        )

    def _steps_of(self, section: Section) -> Iterator[Step]:
        if not section.repeat:
            yield from (Step(section, question) for question in section.questions)
            return
        items = self.items(section)
        begun = self.begun.get(section.id)
        for item in [*items, *([begun] if begun and begun not in items else [])]:
            yield from (Step(section, question, item) for question in section.questions)
        if items:
            yield Step(section, None)
