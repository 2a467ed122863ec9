"""A follow-up: an interview that has ended is taken up again for what is still to be asked, and ends once more.

It is the same interview with the same questions, so that an answer given in it is a revision of the one before, or a
new one beside the others; only the walk is narrowed.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from pmtui.record.additions import OWN_QUESTION
from pmtui.record.changes import decide, edit_participant, set_interview_state
from pmtui.record.corrections import has_changed_since_confirmed
from pmtui.record.withdrawing import WITHDRAWN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmtui.record.changes import Stamp
    from pmtui.record.edit import Edit
    from pmtui.record.view import View

FOLLOW_UP: Final = "follow-up"
"""A decision about an interview: it is taken up again, and `left` is what is not asked again: revisions, by key."""

OWED: Final = "follow_up"
"""The state of a participant of whom something is still to be asked."""


@dataclass(frozen=True)
class Plan:
    """What a follow-up asks: everything but what it `left` out, which is the revision (0 for none) by key of an answer.

    `questions` are values of decisions `OWN_QUESTION`: what others asked that the questionnaire has no place for.
    """

    left: Mapping[str, int]
    questions: tuple[Mapping[str, Any], ...] = ()

    @classmethod
    def of(cls, value: object) -> Plan:
        """The plan that a document or a file holds; what is none in it is left out."""
        told = value if isinstance(value, dict) else {}
        left, questions = told.get("left"), told.get("questions")
        kept = {key: each for key, each in left.items() if isinstance(each, int)} if isinstance(left, dict) else {}
        listed = questions if isinstance(questions, (list, tuple)) else ()
        return cls(kept, tuple(each for each in listed if isinstance(each, dict)))

    @property
    def value(self) -> dict[str, Any]:
        """It as plain data."""
        return asdict(self)


def take_up(edit: Edit, interview: str, plan: Plan, stamp: Stamp) -> None:
    """Take up an interview that has ended, for what `plan` asks."""
    set_interview_state(edit, interview, "running", stamp)
    decide(edit, FOLLOW_UP, interview, stamp, {"left": dict(plan.left)})
    for question in plan.questions:
        decide(edit, OWN_QUESTION, interview, stamp, dict(question))


def under_way(view: View, interview: str) -> Plan | None:
    """The follow-up that an interview was taken up for and has not come to its end; none where there is none."""
    if view.interview(interview).state != "running":
        return None
    plans = [each.value for each in view.decisions if (each.kind, each.about) == (FOLLOW_UP, interview)]
    return Plan.of(plans[-1]) if plans else None


def end_interview(edit: Edit, interview: str, stamp: Stamp, *, is_owed: bool = False) -> None:
    """End an interview; its participant was talked with, and `is_owed` says that something is still to be asked.

    What a follow-up was owed for is done with its end; an account that changed in it is to be confirmed anew.
    """
    decided = edit.all("decisions").values()
    followed = any((each.get("kind"), each.get("about")) == (FOLLOW_UP, interview) for each in decided)
    set_interview_state(edit, interview, "ended", stamp)
    who = (edit.get("interviews", interview) or {})["participant"]
    state = (edit.get("participants", who) or {}).get("state")
    if is_owed:
        owe(edit, who)
    elif followed and (state == OWED or (state == "confirmed" and has_changed_since_confirmed(edit, who))):
        edit_participant(edit, who, {"state": "talked"})


def owe(edit: Edit, participant: str) -> None:
    """Say that something is still to be asked of a participant; who withdrew stays withdrawn."""
    if (edit.get("participants", participant) or {}).get("state") != WITHDRAWN:
        edit_participant(edit, participant, {"state": OWED})
