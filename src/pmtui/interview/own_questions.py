"""A question of one's own in an interview: placed behind the one at hand, and dropped while it has no answer."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pmtui.errors import Refused
from pmtui.reading.plain import one_line
from pmtui.record.additions import Own
from pmtui.record.names import ALPHABET

if TYPE_CHECKING:
    from pmtui.interview.session import Session

LONGEST = 500
"""Characters that a question may have: it has to be read aloud, and to fit on a screen."""


def add(session: Session, words: str, by: str) -> dict[str, Any]:
    """Ask `words` behind the question at hand; returns the value of the decision that says so.

    Raises `Refused` where there are no words, too many, or no question at hand.
    """
    ask, after = one_line(words).strip(), session.step.question
    if after is None:
        raise Refused("there is no question on this page; go to the one that yours comes behind")
    if not ask:
        raise Refused("a question needs words")
    if len(ask) > LONGEST:
        raise Refused(f"a question of {len(ask)} characters cannot be read aloud; at most {LONGEST}")
    own = Own(_new_id(session), ask, after.id, by)
    session.ask_also(replace(session.added, own=(*session.added.own, own)))
    return {"id": own.id, "ask": own.ask, "after": own.after}


def is_own(session: Session) -> bool:
    """Whether the question at hand is one of somebody's own."""
    question = session.step.question
    return question is not None and any(each.id == question.id for each in session.added.own)


def drop(session: Session) -> str:
    """Ask the own question at hand no more; returns its id.  Raises `Refused` where it is none, or answered."""
    question = session.step.question
    if question is None or not is_own(session):
        raise Refused("this question is part of the questionnaire; skip it, or say that it does not apply")
    if any(each.question == question.id for each in session.walk.answers.values()):
        raise Refused("this question has an answer, and stays")
    behind = {"section": session.step.section.id, "question": _before(session, question.id), "item": session.step.item}
    session.ask_also(replace(session.added, own=tuple(each for each in session.added.own if each.id != question.id)))
    session.go_to(behind)
    return question.id


def _before(session: Session, question: str) -> str:
    return next(each.after for each in session.added.own if each.id == question)


def _new_id(session: Session) -> str:
    while True:
        name = "own_" + "".join(secrets.choice(ALPHABET) for _ in range(5))
        if name not in session.walk.questionnaire.questions:
            return name
