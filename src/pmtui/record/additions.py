"""What an interview asks beyond its questionnaire: questions of one's own, and events made of what was said.

The questionnaire is kept as it was asked; each addition is a decision, and joined in whenever the interview is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from pmtui.errors import Refused
from pmtui.questionnaire.schema import Question, Questionnaire, Section

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from pmtui.record.documents import Decision

OWN_QUESTION: Final = "own-question"
DROP_QUESTION: Final = "drop-question"
EVENT: Final = "timeline-event"
ADDING = (OWN_QUESTION, DROP_QUESTION, EVENT)

WHAT, AT, ACTOR = "event.what", "event.at", "event.actor"
OWN_EVENT: Final = "own_event_what"
"""The question that holds what happened, where the questionnaire has no place for events."""


@dataclass(frozen=True)
class Own:
    """A question of one's own, asked behind the question `after`."""

    id: str
    ask: str
    after: str
    by: str = ""

    @property
    def question(self) -> Question:
        """It as a question.  Raises `Refused` where it is none."""
        try:
            return Question.model_validate(
                {"id": self.id, "ask": self.ask, "type": "long_text", "note": f"Added by {self.by}."}
            )
        except ValidationError:
            raise Refused(
                f"a question that was added cannot be read; pmtui may be older than what wrote {self.id}"
            ) from None


@dataclass(frozen=True)
class Additions:
    """What one interview asks in addition: own questions, oldest first; places for events, and for who acts in them."""

    own: tuple[Own, ...] = ()
    has_events: bool = False
    has_actors: bool = False
    has_own_events: bool = False
    """Whether events were told where the questionnaire had no place for them, which it may have got since."""


@dataclass(frozen=True)
class EventPlace:
    """The section of a questionnaire that holds events, and its questions for what they say."""

    section: Section
    what: Question
    at: Question
    actor: Question | None


def additions(decisions: Iterable[Decision], interview: str, answered: Collection[str]) -> Additions:
    """What was added to `interview`; an own question that was dropped stays where it is among those `answered`."""
    own: dict[str, Own] = {}
    has_events = has_actors = False
    for each in decisions:
        value: dict[str, Any] = each.value if isinstance(each.value, dict) else {}
        if each.kind == OWN_QUESTION and each.about == interview:
            name = str(value.get("id", ""))
            own[name] = Own(name, str(value.get("ask", "")), str(value.get("after", "")), each.by)
        elif each.kind == DROP_QUESTION and each.about == interview and each.value not in answered:
            own.pop(str(each.value), None)
        elif each.kind == EVENT and each.about.partition("/")[0] == interview:
            has_events, has_actors = True, has_actors or bool(value.get("actor"))
    return Additions(tuple(own.values()), has_events, has_actors, OWN_EVENT in answered)


def joined(asked: Questionnaire, added: Additions) -> Questionnaire:
    """The questionnaire `asked` with what was `added` in its place."""
    if added == Additions():
        return asked
    sections = list(asked.sections)
    if added.has_events:
        sections = _with_events(sections, added)
    for own in added.own:
        if own.id not in asked.questions:
            sections = _behind(sections, own)
    whole: Questionnaire = _made(asked, sections=tuple(sections))
    return whole


def event_place(asked: Questionnaire) -> EventPlace | None:
    """Where a questionnaire holds events; none where it asks for no event with its time."""
    for section in asked.sections:
        by_path = {question.maps_to: question for question in section.questions}
        if section.repeat and WHAT in by_path and AT in by_path:
            return EventPlace(section, by_path[WHAT], by_path[AT], by_path.get(ACTOR))
    return None


def _with_events(sections: list[Section], added: Additions) -> list[Section]:
    own = _event_questions()
    actor = [each for each in own if each.maps_to == ACTOR and added.has_actors]
    at = next((at for at, each in enumerate(sections) if each.repeat and _holds_events(each)), None)
    if at is None or added.has_own_events:
        events = [*(each for each in own if each.maps_to != ACTOR), *actor]
        return [*sections, Section(id="own_events", title="Timeline", repeat="event", questions=tuple(events))]
    if actor and all(each.maps_to != ACTOR for each in sections[at].questions):
        sections[at] = _made(sections[at], questions=(*sections[at].questions, *actor))
    return sections


@cache
def _event_questions() -> tuple[Question, ...]:
    from pmtui.reading.yaml import shipped

    asked = shipped(Path(__file__).with_name("event_questions.yaml"))
    return tuple(Question.model_validate(each) for each in asked)


def _holds_events(section: Section) -> bool:
    return {WHAT, AT} <= {each.maps_to for each in section.questions}


def _behind(sections: list[Section], own: Own) -> list[Section]:
    """`sections` with a question of one's own behind its place; at the end, where that is not there any more."""
    home = next((at for at, each in enumerate(sections) if any(q.id == own.after for q in each.questions)), None)
    at = len(sections) - 1 if home is None else home
    questions = list(sections[at].questions)
    behind = next((place + 1 for place, each in enumerate(questions) if each.id == own.after), len(questions))
    questions.insert(behind, own.question)
    return [*sections[:at], _made(sections[at], questions=tuple(questions)), *sections[at + 1 :]]


def _made(model: Any, **changes: Any) -> Any:
    """`model` with some fields changed; what it had worked out of the others before is worked out anew."""
    fields = {name: getattr(model, name) for name in type(model).model_fields}
    return type(model).model_construct(**{**fields, **changes})
