"""What stands at the end of an interview: what is still open, what waits elsewhere, and the last word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pmtui.interview.others import asked_again
from pmtui.interview.speaking import filled
from pmtui.reading.plain import counted
from pmtui.record.queue import asked_of_others
from pmtui.record.withheld import off_record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmtui.interview.session import Session
    from pmtui.record.documents import Participant
    from pmtui.record.queue import Asked
    from pmtui.record.view import View

LAST_WORD: Final = "last-word"
"""The kind of a decision about an interview: what its participant added at the end, to no question."""


@dataclass(frozen=True)
class Left:
    """One thing to look at before the end, in words; `position` is the page of the walk that it is about, if any."""

    words: str
    position: int | None = None


def left(session: Session, view: View) -> list[Left]:
    """What is still to be looked at: questions first, each with its page, then what waits elsewhere.

    `view` is the incident as it is now; `session` knows what was answered since.
    """
    return [*_questions(session), *_elsewhere(session, view)]


def summary(session: Session) -> str:
    """How far the interview came, in a sentence."""
    found = session.walk.progress()
    done, later = sum(each.is_done for each in found), sum(each.later for each in found)
    addressed, total = sum(each.addressed for each in found), sum(each.total for each in found)
    words = f"{addressed} of {counted(total, 'question')} addressed, {done} of {counted(len(found), 'section')} done"
    return f"{words}, {later} left for later." if later else f"{words}."


def why_owed(session: Session, view: View) -> str:
    """Why a follow-up with the participant is owed, `2 left for later, 1 asked of others`; empty where it is not.

    Who answers alone is not asked: it is for a facilitator to say.
    """
    if session.alone or view.participant_of(session.interview).kind != "person":
        return ""
    later = sum(each.later for each in session.walk.progress())
    asked = _open_elsewhere(session, view)
    again = sum(asked_again(view, each) for each in asked)
    counts = ((later, "left for later"), (again, "unclear"), (len(asked) - again, "asked of others"))
    return ", ".join(f"{number} {words}" for number, words in counts if number)


def owed_to(session: Session, view: View) -> list[Participant]:
    """Those whom a question was put to from here, and who were talked with already: they are owed a follow-up."""
    names = dict.fromkeys(each.participant for each in _open_elsewhere(session, view))
    return [view.participant(name) for name in names if view.participant(name).state in ("talked", "confirmed")]


def last_words(view: View, interview: str) -> list[str]:
    """What the participant added at the end, oldest first."""
    return [str(each.value) for each in view.decisions if (each.kind, each.about) == (LAST_WORD, interview)]


def _questions(session: Session) -> Iterator[Left]:
    walk = session.walk
    steps = [(at, step) for at, step in enumerate(walk.steps) if step.question and not walk.is_addressed(step)]
    for at, step in steps:
        answer = walk.answer(step)
        if step.question and answer is not None and answer.state == "later":
            yield Left(f"later: {filled(walk, step, step.question.ask)}", at)
    for at, step in steps:
        answer = walk.answer(step)
        if step.question and step.question.required and (answer is None or answer.state != "later"):
            yield Left(f"open: {filled(walk, step, step.question.ask)}", at)


def _elsewhere(session: Session, view: View) -> Iterator[Left]:
    interview = session.interview
    for asked in _open_elsewhere(session, view):
        if asked_again(view, asked):
            place = next((at for at, step in enumerate(session.walk.steps) if step.key == asked.key), None)
            yield Left(f"unclear: {asked.note or asked.ask}", place)
        else:
            yield Left(f"asked of {view.participant(asked.participant).role}: {asked.ask}")
    for idea in view.ideas:
        if idea.about == interview:
            yield Left(f"parked idea: {idea.value}")
    for words in last_words(view, interview):
        yield Left(f"added at the end: {words}")
    hidden = off_record(view)
    held = [each for each in session.walk.answers.values() if each.document_id in hidden]
    unasked = [key for key in session.walk.answers if key not in session.walk.relevance.asked]
    if held:
        yield Left(f"kept but not reported: {counted(len(held), 'answer')} off the record")
    if unasked:
        yield Left(f"kept but not reported: {counted(len(unasked), 'answer')} to what is not asked any more")


def _open_elsewhere(session: Session, view: View) -> list[Asked]:
    """What was asked of others and is open; nothing of that is told to who answers alone."""
    asked = [] if session.alone else asked_of_others(view, session.interview)
    return [each for each in asked if each.state == "open" and each.participant in view.participants]
