"""A follow-up: what is still to be asked in an interview that has ended, and which of its pages that is."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pmtui.errors import Refused
from pmtui.interview.others import waiting
from pmtui.questionnaire.naming import key_of
from pmtui.record.additions import Own
from pmtui.record.names import ALPHABET
from pmtui.record.people import must_take_part
from pmtui.record.queue import FOR, asked_here
from pmtui.record.taking_up import Plan, under_way

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pmtui.interview.others import Waiting
    from pmtui.interview.session import Session
    from pmtui.interview.walk import Step, Walk
    from pmtui.interview.walking import Walking
    from pmtui.record.view import View


def planned(session: Session) -> Plan | None:
    """What a follow-up of `session` would ask; none where nothing is to be asked."""
    walk, wanted = session.walk, _wanted(session)
    steps = [step for step in walk.steps if step.question and step.question.type != "info"]
    still_open = {step.key for step in steps if _is_open(walk, step, wanted)}
    questions = tuple(_question_for(session, each) for each in waiting(session, session.view) if each.place is None)
    if not still_open and not questions:
        return None
    left = {
        str(step.key): _revision(walk, step) for step in steps if step.key not in still_open and _is_told(walk, step)
    }
    return Plan(left, questions)


def begin(session: Session, plan: Plan, by: str) -> None:
    """Go to the first page of the follow-up `plan`, which `by` began; the caller saves it."""
    added = (Own(str(each["id"]), str(each["ask"]), str(each["after"]), by) for each in plan.questions)
    session.follow_up = plan
    session.ask_also(replace(session.added, own=(*session.added.own, *added)))
    session.position = next(iter(session.asked), session.position)


def asked_by(session: Walking, plan: Plan) -> Callable[[Step], bool]:
    """Whether a page is asked in the follow-up `plan`: what is open, what was answered since, what came up with it."""
    walk, wanted = session.walk, _wanted(session)

    def is_asked(step: Step) -> bool:
        if step.question is None:
            return any(is_asked(each) for each in walk.steps if each.section is step.section and each.question)
        if step.question.type == "info":
            return False
        is_new = _is_told(walk, step) and plan.left.get(str(step.key)) != _revision(walk, step)
        return is_new or _is_open(walk, step, wanted)

    return is_asked


def number_words(session: Walking) -> str:
    """How far the pages that the follow-up asks reach until this one: `2 of 5`."""
    asked = session.asked
    return f"{sum(at <= session.position for at in asked)} of {len(asked)}"


def interview_of(view: View, participant: str, named: str | None = None) -> str:
    """The interview in which a follow-up with `participant` is held: the one `named`, else the only one that has ended.

    Raises `Refused` where there is none, or more than one of which none is under way, and for who takes no part.
    """
    whose = view.participant(participant).id
    must_take_part(view.incident.id, view.participant(participant))
    theirs = {name: each for name, each in view.interviews.items() if each.participant == whose}
    if named is not None and view.interview(named).id not in theirs:
        raise Refused(f"{named} is not an interview of {whose}, who has: {', '.join(theirs) or 'none yet'}")
    some = [named] if named else [name for name in theirs if under_way(view, name)]
    some = some or [name for name, each in theirs.items() if each.state == "ended"] or list(theirs)
    if not some:
        begin = f"`pmtui interview {view.incident.id} --new --participant {whose}` begins one"
        raise Refused(f"there is no interview with {whose} yet to follow up; {begin}")
    if len(some) > 1:
        raise Refused(f"a follow-up of which interview? name one of {', '.join(some)}")
    return some[0]


def _wanted(session: Walking) -> frozenset[str]:
    """Keys of questions that others wanted to be asked, and of own ones that nobody answered."""
    here = {each.asked.id: each.place for each in waiting(session, session.view)}
    places = (key_of(str(place["question"]), place["item"]) for place in here.values() if place)
    settled = {question for ask, question in asked_here(session.view, session.interview).items() if ask not in here}
    answered = {each.question for each in session.walk.answers.values()}
    return frozenset([*places, *({each.id for each in session.added.own} - settled - answered)])


def _is_open(walk: Walk, step: Step, wanted: frozenset[str]) -> bool:
    answer, question = walk.answer(step), step.question
    if question is None or question.type == "info":
        return False
    if step.key in wanted or question.id in wanted:
        return True
    return question.required if answer is None else answer.state in ("later", "open")


def _is_told(walk: Walk, step: Step) -> bool:
    """Whether a page is about the interview as a whole, or about an item that was spoken of."""
    return step.item is None or step.item in walk.items(step.section)


def _revision(walk: Walk, step: Step) -> int:
    answer = walk.answer(step)
    return answer.revision if answer else 0


def _question_for(session: Session, asked: Waiting) -> Mapping[str, Any]:
    """The value of a decision that adds what others asked, behind the last question of the walk."""
    steps = [step for step in session.walk.steps if step.question]
    last = next((step for step in reversed(steps) if step.item is None), steps[-1])
    name = "own_" + "".join(secrets.choice(ALPHABET) for _ in range(5))
    return {"id": name, "ask": asked.asked.ask, "after": last.question.id if last.question else "", FOR: asked.asked.id}
