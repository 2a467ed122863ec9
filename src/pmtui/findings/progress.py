"""How far an incident has come, and what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmtui.findings import actions
from pmtui.reading.plain import counted
from pmtui.record.people import people
from pmtui.record.taking_up import OWED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmtui.record.documents import Interview
    from pmtui.record.items import Record
    from pmtui.record.view import View


@dataclass(frozen=True)
class Held:
    """Interviews: `planned` counts those made and the people without one who take part; `done` those ended."""

    done: int
    planned: int


def interviews(view: View) -> Held:
    """How many interviews there are, and how many have ended."""
    made = view.interviews.values()
    spoken_with = {each.participant for each in made}
    waiting = [each for each in people(view) if each.id not in spoken_with and each.takes_part]
    return Held(done=sum(1 for each in made if each.state == "ended"), planned=len(made) + len(waiting))


def next_step(view: View, known: Record, open_flags: int) -> str:
    """What to do next, in one sentence: the first thing that stands between the incident and its end."""
    return next(_steps(view, known, open_flags), "Nothing is waiting.")


def _steps(view: View, known: Record, open_flags: int) -> Iterator[str]:
    persons = people(view)
    spoken_with = {each.participant for each in view.interviews.values()}
    running = [each for each in view.interviews.values() if each.state != "ended" and _is_with_person(view, each)]
    waiting = [each for each in persons if each.id not in spoken_with and each.takes_part]
    owed = [each for each in persons if each.state == OWED]
    later = [gap for gap in known.gaps if gap.state == "later"]
    unconfirmed = [gap for gap in known.gaps if gap.state == "unconfirmed"]
    to_do = actions.open_actions(known)
    no_owner = [each for each in to_do if not each.owner]
    no_due = [each for each in to_do if not each.due]
    if not persons:
        yield "Add the first participant: somebody who was close to it."
    if running:
        yield f"Go on with the interview of {_role(view, running[0])}{_and_more(len(running) - 1)}."
    if waiting:
        yield f"Talk with {waiting[0].role}{_and_more(len(waiting) - 1)}."
    if owed:
        yield f"Follow up with {owed[0].role}{_and_more(len(owed) - 1)}."
    if later:
        yield f"Answer what was left for later: {counted(len(later), 'question')}."
    if unconfirmed:
        yield f"Confirm {counted(len(unconfirmed), 'answer')}, whose question is asked differently now."
    if open_flags:
        yield f"Look at {counted(open_flags, 'flag')} in the answers."
    if no_owner:
        yield f"Find an owner for {counted(len(no_owner), 'action')}."
    if no_due:
        yield f"Agree on a date for {counted(len(no_due), 'action')}."
    if view.incident.state in ("open", "interviewing", "calibrating", "reopened"):
        yield "Export the draft and hand it to reviewers."


def _is_with_person(view: View, interview: Interview) -> bool:
    return view.participant(interview.participant).kind == "person"


def _role(view: View, interview: Interview) -> str:
    return view.participant(interview.participant).role


def _and_more(number: int) -> str:
    return f" and {number} more" if number else ""
