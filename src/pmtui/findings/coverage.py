"""Which of the items that a standard asks for an incident answers, and who can best answer the open ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from pmtui.reading import standards
from pmtui.record.asking import Asking
from pmtui.record.emptiness import Reason, reason, says_none

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pmtui.reading.standards import Information
    from pmtui.record.documents import Answer
    from pmtui.record.items import Record
    from pmtui.record.view import View

State: TypeAlias = Literal["answered"] | Reason

POINTS = {
    "start": "TM-01",
    "detected": "TM-03",
    "contained": "TM-06",
    "ended": "TM-02",
}
"""The item that a named point of the incident answers, where its question does not say so itself."""


IN_WORDS = ("ID-03", "IM-02")
"""Items that no choice answers: what happened in plain language, and how severe it was with the reasons."""

PROSE = ("text", "long_text")
"""Types of questions that are answered in words."""

SETTLED: tuple[State, ...] = ("answered", "none_found", "not_applicable")
"""States after which nobody has to be asked: that there was nothing, or that it does not apply, is a full answer."""


class Covered(NamedTuple):
    """One item: `state` is `answered`, or why it holds nothing; `people` are those who can best answer it."""

    item: Information
    state: State
    people: tuple[str, ...]

    @property
    def is_open(self) -> bool:
        """Whether somebody has still to be asked."""
        return self.state not in SETTLED


def of_incident(view: View, known: Record, standard: str | None) -> list[Covered]:
    """Every item that `standard` asks for, or every item, in the order of the list."""
    given = _given(view)
    held = set(_held(view, known))
    return [
        Covered(item, "answered" if item.id in held else _state(given.get(item.id, [])), _people(view, item))
        for item in standards.asked_by(standard)
    ]


def _state(answers: list[Answer]) -> State:
    if any(each.state == "answered" and not says_none(each) for each in answers):
        return "answered"
    return reason(answers)


def _given(view: View) -> Mapping[str, list[Answer]]:
    """The answers that count by the items that their questions cover."""
    asking = Asking(view)
    found: dict[str, list[Answer]] = {}
    for interview in view.interviews:
        questions, counts = view.questionnaire(interview).questions, asking.counts(interview)
        for answer in view.answers_of(interview).values():
            if counts(answer):
                question = questions[answer.question]
                is_choice = answer.state == "answered" and question.type not in PROSE
                for item in question.covers:
                    if not (is_choice and item in IN_WORDS):
                        found.setdefault(item, []).append(answer)
    return found


def _held(view: View, known: Record) -> Iterator[str]:
    """Items that the incident itself answers, without a question."""
    incident = view.incident
    yield "ID-01"
    if incident.title.strip():
        yield "ID-02"
    if (incident.summary or "").strip():
        yield "ID-03"
    if (incident.noticed or {}).get("at"):
        yield "TM-03"
    yield from (POINTS[each.name] for each in known.milestones if each.name in POINTS and each.at)


def _people(view: View, item: Information) -> tuple[str, ...]:
    """Participants with a function that knows best; those of the first function before the others."""
    people = [each for each in view.participants.values() if each.function in item.functions and each.takes_part]
    return tuple(each.id for each in sorted(people, key=lambda each: item.functions.index(each.function or "")))
