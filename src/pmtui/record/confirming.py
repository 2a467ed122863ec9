"""Answers that wait to be confirmed: their question has other words since the interview was moved."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from pmtui.questionnaire.changes import counterpart
from pmtui.record.documents import answer_id
from pmtui.record.moving import moves_of

if TYPE_CHECKING:
    from pmtui.questionnaire.schema import Questionnaire
    from pmtui.record.documents import Answer
    from pmtui.record.view import View

CONFIRM: Final = "confirm-answer"


def to_confirm(view: View, interview: str) -> dict[str, str]:
    """The words of the question when it was answered, by `QUESTION` or `QUESTION@ITEM`, where they are others now.

    An answer that was given again or confirmed since is not among them.
    """
    moves = moves_of(view, interview)
    if not moves:
        return {}
    now, confirmed = view.questionnaire(interview), _confirmed(view)
    found = {}
    for key, answer in view.answers_of(interview).items():
        question = now.questions.get(answer.question)
        if question is None or answer.state in ("later", "open"):
            continue
        answered, looked_at = _time(answer.at), confirmed.get(answer_id(interview, answer.question, answer.item))
        since = (
            each for each in moves if answered <= _time(each.at) and not (looked_at and looked_at >= _time(each.at))
        )
        then = next((view.snapshot(each.value["from"]) for each in since), None)
        words = _words_of(answer, then, now) if then else None
        if words and words != question.ask:
            found[key] = words
    return found


def _words_of(answer: Answer, then: Questionnaire, now: Questionnaire) -> str | None:
    asked = (
        each for each in then.questions.values() if (other := counterpart(each, now)) and other.id == answer.question
    )
    return next((each.ask for each in asked), None)


def _confirmed(view: View) -> dict[str, datetime]:
    """When each answer was last confirmed, by its document id."""
    found: dict[str, datetime] = {}
    for each in view.decisions:
        if each.kind == CONFIRM:
            found[each.about] = max(_time(each.at), found.get(each.about, _time(each.at)))
    return found


def _time(at: str) -> datetime:
    return datetime.fromisoformat(at)
