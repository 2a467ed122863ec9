"""Questions that somebody was not the right one to answer, put to another participant: that one's queue.

Asking is a decision about the answer at hand, settling one within the interview that it is settled in; so both leave
with the account of whoever withdraws.  Words of the question are kept as they stand in the questionnaire, without what
was answered before: they are read in another conversation.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeAlias

from pmtui.questionnaire.naming import PIPED
from pmtui.questionnaire.piping import NOT_SAID
from pmtui.record import consent
from pmtui.record.additions import OWN_QUESTION
from pmtui.record.documents import ADDRESSED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pmtui.record.documents import Answer, Decision
    from pmtui.record.view import View

ASK: Final = "ask-other"
SETTLE: Final = "settle-ask"
FOR: Final = "asked"
"""The field of an added question's value that holds the id of what it was added for."""

AskState: TypeAlias = Literal["open", "answered", "dropped"]


class Asked(NamedTuple):
    """A question put to `participant`: its id is that of the decision, `key` is `QUESTION` or `QUESTION@ITEM`.

    `note` is for whoever talks with them.
    """

    id: str
    interview: str
    """The interview in which it came up."""
    key: str
    participant: str
    ask: str
    note: str
    at: str
    by: str
    state: AskState


def asking(participant: str, ask: str, note: str = "", unclear: int | None = None) -> dict[str, Any]:
    """The value of a decision `ASK`; what earlier answers would put into the question is left open.

    `unclear` is the revision of an answer after which the same person is to be asked once more.
    """
    told = {"participant": participant, "ask": PIPED.sub(NOT_SAID, ask), "note": note.strip()}
    return told if unclear is None else {**told, "unclear": unclear}


def asked_of_others(view: View, interview: str) -> list[Asked]:
    """What was asked of others in an interview, oldest first, with how it stands."""
    return [each for each in _asked(view) if each.interview == interview]


def queue_of(view: View, participant: str) -> list[Asked]:
    """What a participant is still to be asked because it came up with others, oldest first."""
    return [each for each in _asked(view) if each.participant == participant and each.state == "open"]


def asked_here(view: View, interview: str) -> dict[str, str]:
    """By the id of what was asked, the question of `interview` that was added for it."""
    return {ask: question for ask, (held, question) in _added(view).items() if held == interview}


def came_from(view: View, asked: Asked) -> str:
    """Who wanted it to be asked, as far as that may be told: the name where they agreed to be named, else the role."""
    who = view.participant_of(asked.interview)
    return who.name if who.name and consent.stands(who).named else who.role


def _asked(view: View) -> Iterator[Asked]:
    settled: dict[str, str] = {
        each.about.partition("/")[2]: str(each.value) for each in view.decisions if each.kind == SETTLE
    }
    added = _added(view)
    for each in view.decisions:
        interview, _, key = each.about.partition("/")
        if each.kind == ASK and isinstance(each.value, dict) and interview in view.interviews:
            participant = str(each.value.get("participant"))
            yield Asked(
                each.id,
                interview,
                key,
                participant,
                str(each.value.get("ask", "")),
                str(each.value.get("note", "")),
                each.at,
                each.by,
                _state(view, each, participant, (key, added.get(each.id, ("", key))[1]), settled),
            )


def _added(view: View) -> dict[str, tuple[str, str]]:
    """(interview, question) that was added for what was asked, by the id of that."""
    values = (
        (each.about, each.value)
        for each in view.decisions
        if each.kind == OWN_QUESTION and isinstance(each.value, dict)
    )
    return {str(value[FOR]): (interview, str(value.get("id", ""))) for interview, value in values if FOR in value}


def _state(view: View, asked: Decision, participant: str, keys: Iterable[str], settled: dict[str, Any]) -> AskState:
    """Settled by hand, or by an answer to the question, under one of its `keys`, that its participant gave since."""
    if asked.id in settled:
        return "dropped" if settled[asked.id] == "dropped" else "answered"
    theirs = (name for name, each in view.interviews.items() if each.participant == participant)
    answers = (view.answers_of(name).get(key) for name in theirs for key in keys)
    is_answered = any(each and each.state in ADDRESSED and _is_newer(each, asked) for each in answers)
    return "answered" if is_answered else "open"


def _is_newer(answer: Answer, asked: Decision) -> bool:
    unclear = asked.value.get("unclear")
    if isinstance(unclear, int) and answer.document_id == asked.about:
        return answer.revision > unclear
    return datetime.fromisoformat(answer.at) >= datetime.fromisoformat(asked.at)
