"""What the app could not save when it ended, saved from the file that it wrote elsewhere."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from pmtui.errors import Refused
from pmtui.interview.closing import LAST_WORD
from pmtui.interview.facilitating import CHECK
from pmtui.interview.opening import PREAMBLE
from pmtui.questionnaire.naming import key_of
from pmtui.questionnaire.values import is_value_of
from pmtui.reading.files import content
from pmtui.reading.plain import quoted
from pmtui.record.additions import DROP_QUESTION, EVENT, OWN_QUESTION
from pmtui.record.changes import Given, Place, Stamp, begin_interview, decide, put_answer
from pmtui.record.consent import CONSENT, choice_of, give
from pmtui.record.corrections import CORRECT, correct
from pmtui.record.dismissals import AGAIN, DISMISS, NEVER
from pmtui.record.documents import AnswerState, DuringInterview, answer_id
from pmtui.record.notes import NOTES, keep_notes
from pmtui.record.probing import USED
from pmtui.record.queue import ASK, SETTLE
from pmtui.record.taking_up import FOLLOW_UP, OWED, Plan, end_interview, owe, take_up
from pmtui.record.ties import OWN, SAME
from pmtui.record.view import PARK, View
from pmtui.record.withheld import OFF, ON

if TYPE_CHECKING:
    from pathlib import Path

    from pmtui.record.edit import Edit
    from pmtui.store import Store

LARGEST = 50_000_000
"""Bytes that such a file may have."""

DECIDED = (
    SAME,
    OWN,
    DISMISS,
    NEVER,
    AGAIN,
    PARK,
    OFF,
    ON,
    ASK,
    SETTLE,
    EVENT,
    USED,
    OWN_QUESTION,
    DROP_QUESTION,
    PREAMBLE,
    LAST_WORD,
    CHECK,
)
"""Decisions about something that have a value, or none."""

FOREIGN = "not a file that pmtui wrote of what was not saved"


class Unsaved(BaseModel):
    """One change: an answer, or what was done with an item or with the interview."""

    model_config = ConfigDict(frozen=True)

    incident: str
    interview: str
    at: str
    by: str
    what: Literal["answer", DuringInterview, "end", "owe", "notes"] = "answer"
    question: str | None = None
    item: str | None = None
    state: AnswerState = "later"
    value: Any = None
    remark: str | None = None


def load_unsaved(path: Path) -> list[Unsaved]:
    """The changes in the file at `path`, in the order in which they were made.  Raises `Refused`."""
    try:
        data = json.loads(content(path, LARGEST))
        return [Unsaved.model_validate(each) for each in _listed(data)]
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise Refused(f"{path}: {FOREIGN}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    except (ValueError, RecursionError):
        raise Refused(f"{path}: {FOREIGN}") from None


def save_again(store: Store, unsaved: Unsaved) -> str:
    """Save one change; returns the words about it: `2 story`, `end`.

    An answer that stands already, as the same words, is no new revision.  Raises `Refused`.
    """
    view = View(store.view(store.resolve(unsaved.incident))).whole
    interview, stamp = view.interview(unsaved.interview).id, Stamp(unsaved.at, unsaved.by)
    if unsaved.what == "answer":
        place, given = _place(view, unsaved), Given(unsaved.state, unsaved.value, unsaved.remark)

        def answer(edit: Edit) -> int:
            begin_interview(edit, interview, stamp)
            return put_answer(edit, interview, place, given, stamp)

        return f"{store.change(view.incident.id, answer)} {key_of(place.question, place.item)}"

    def other(edit: Edit) -> None:
        if unsaved.what == "end":
            end_interview(edit, interview, stamp, is_owed=unsaved.value == OWED)
        elif unsaved.what == "owe" and unsaved.item:
            owe(edit, unsaved.item)
        elif unsaved.what == FOLLOW_UP:
            take_up(edit, interview, Plan.of(unsaved.value), stamp)
        elif unsaved.what == CORRECT and unsaved.item:
            told = unsaved.value if isinstance(unsaved.value, dict) else {}
            correct(edit, unsaved.item, told.get("before"), str(told.get("why") or ""), stamp)
        elif unsaved.what == NOTES:
            keep_notes(edit, interview, str(unsaved.value or ""), stamp)
        elif unsaved.what == "confirm-answer" and unsaved.question:
            decide(edit, unsaved.what, answer_id(interview, unsaved.question, unsaved.item), stamp)
        elif unsaved.what == CONSENT and unsaved.item:
            give(edit, unsaved.item, choice_of(unsaved.value or {}), stamp)
        elif unsaved.what in DECIDED and unsaved.item:
            decide(edit, unsaved.what, unsaved.item, stamp, unsaved.value)
        elif unsaved.item:
            decide(edit, unsaved.what, unsaved.item, stamp)

    store.change(view.incident.id, other)
    is_answer = unsaved.what == "confirm-answer" and unsaved.question
    about = key_of(unsaved.question or "", unsaved.item) if is_answer else unsaved.item
    return f"{unsaved.what} {about or interview}"


def _listed(data: object) -> list[Any]:
    if not isinstance(data, list):
        raise ValueError(FOREIGN)
    return data


def _place(view: View, unsaved: Unsaved) -> Place:
    name = unsaved.question or ""
    question = view.questionnaire(unsaved.interview).questions.get(name)
    if question is None:
        raise Refused(f"{unsaved.interview} has no question {quoted(name)}")
    if unsaved.state == "answered" and not is_value_of(question, unsaved.value):
        raise Refused(f"the answer to {name} is no {question.type.replace('_', ' ')}")
    return Place(name, unsaved.item)
