"""What is said and agreed to before the first question, point by point.

What the facilitator says of themselves comes first, where it is not known yet, then the questionnaire's own preamble,
what holds for every interview, and what the participant agrees to.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pmtui.interview.facilitating import CHECK, due
from pmtui.reading.plain import one_line
from pmtui.record.consent import choice_of, stands

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pmtui.interview.facilitating import Check
    from pmtui.record.consent import Choice
    from pmtui.record.documents import Decision, Participant
    from pmtui.record.view import View

PREAMBLE: Final = "preamble"
"""The kind of a decision about an interview: a point that was confirmed, or those that were passed over."""


@dataclass(frozen=True)
class Point:
    """One thing to say, or with `choices` (id, words) one thing to agree on; `id` says which."""

    id: str
    words: str
    help: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    check: Check | None = None
    """What the facilitator is asked about themselves here."""


def points(view: View, interview: str, by: str, *, alone: bool) -> list[Point]:
    """Every point of the opening of `interview`, in the words for this voice; what is agreed to comes last.

    `by` is who leads it; of themselves they are asked what they have not said yet.
    """
    voice = "alone" if alone else "said"
    who = view.participant_of(interview)
    of_facilitator = [] if alone else [_check_point(each, who) for each in due(view, by, who.id)]
    own = (Point(f"own-{at}", words) for at, words in enumerate(view.questionnaire(interview).preamble, 1))
    return [
        *of_facilitator,
        *own,
        *(Point(each["id"], each[voice]) for each in _texts()["points"]),
        *agreements(alone=alone),
    ]


def agreements(*, alone: bool) -> list[Point]:
    """What a participant agrees to, point by point."""
    voice = "alone" if alone else "said"
    return [Point(each["id"], each[voice], each["help"], tuple(each["choices"].items())) for each in _texts()["agreed"]]


def chosen(participant: Participant, point: Point) -> str:
    """The id of the choice that stands at `point`; where nobody asked, the careful one."""
    if point.check:
        return point.choices[0][0]
    value = getattr(stands(participant), point.id)
    return value if isinstance(value, str) else "yes" if value else "no"


def agreed(before: Choice, point: Point, choice: str) -> Choice:
    """What is agreed to after `choice` at `point`."""
    return choice_of({**asdict(before), point.id: choice if point.id == "readers" else choice == "yes"})


def confirmed(view: View, interview: str) -> dict[str, Decision]:
    """The points that were confirmed, by id, each as it was last."""
    return {str(each.value["point"]): each for each in _decided(view, interview) if "point" in each.value}


def is_due(view: View, interview: str) -> bool:
    """Whether an interview with a person begins that was neither opened nor passed over yet."""
    held = view.interview(interview)
    is_new = held.state == "planned" and not view.answers_of(interview)
    return is_new and view.participant_of(interview).kind == "person" and not _decided(view, interview)


def told(point: Point, choice: str | None, interview: str, participant: str) -> tuple[str, str, dict[str, str]]:
    """The decision that `point` was confirmed with `choice`: its kind, what it is about, and what it holds."""
    if point.check:
        return CHECK, point.check.about(participant), {"check": point.check.id, "answer": choice or "not said"}
    return PREAMBLE, interview, {"point": point.id, "words": point.words}


def left_out(points: Sequence[Point]) -> dict[str, list[str]]:
    """What the decision holds that `points` were passed over."""
    return {"passed_over": [each.id for each in points if not each.check]}


def _check_point(check: Check, who: Participant) -> Point:
    help_ = f"Not to be read aloud. It is noted, and keeps you from nothing. {check.consider}"
    words = check.question.format(role=one_line(who.role))
    return Point(f"facilitator-{check.id}", words, help_, (("no", "No"), ("yes", "Yes")), check)


def _decided(view: View, interview: str) -> list[Decision]:
    found = [each for each in view.decisions if (each.kind, each.about) == (PREAMBLE, interview)]
    return [each for each in found if isinstance(each.value, dict)]


@cache
def _texts() -> Mapping[str, Any]:
    from pmtui.reading.yaml import shipped

    texts: Mapping[str, Any] = shipped(Path(__file__).with_name("opening.yaml"))
    return texts
