"""Changes to an incident's documents: each is a function of an `Edit`, so the store can run it again.

Time and author come from the caller as a `Stamp`, since what may run twice must not look at a clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pmtui.errors import Refused
from pmtui.reading.plain import quoted
from pmtui.record.documents import Answer, Decision, Incident, Interview, Participant, answer_id
from pmtui.record.names import item_id, numbered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmtui.record.documents import AnswerState, Document
    from pmtui.record.edit import Edit

THE_INCIDENT = "incident"
"""The id of the one document in table `incident`."""

EDITABLE = ("title", "severity", "state", "zone", "summary", "noticed")


@dataclass(frozen=True)
class Stamp:
    """When something was done, as ISO 8601 with offset, and by whom."""

    at: str
    by: str


@dataclass(frozen=True)
class Place:
    """Where an answer belongs inside an interview."""

    question: str
    item: str | None = None


@dataclass(frozen=True)
class Given:
    """What was answered."""

    state: AnswerState
    value: Any = None
    remark: str | None = None


@dataclass(frozen=True)
class Snapshot:
    """An assembled questionnaire as plain data, and the sha256 of it."""

    sha256: str
    questionnaire: Mapping[str, Any]


def add_incident(edit: Edit, incident: Incident) -> None:
    """Put the document of a new incident in place."""
    edit.put("incident", THE_INCIDENT, _plain(incident))


def edit_incident(edit: Edit, fields: Mapping[str, Any]) -> None:
    """Set some of the `EDITABLE` fields; those that are not named stay."""
    document = edit.get("incident", THE_INCIDENT)
    if document is None:
        raise Refused("the incident has no document; run `pmtui show` to see what is wrong with it")
    edit.put("incident", THE_INCIDENT, {**document, **{key: fields[key] for key in EDITABLE if key in fields}})


def add_participant(edit: Edit, **fields: Any) -> str:
    """Add a participant with the fields of `Participant` but `id`; returns the id, such as `p3`."""
    name = numbered("p", edit.all("participants"))
    edit.put("participants", name, _plain(Participant(id=name, **fields)))
    return name


def edit_participant(edit: Edit, participant: str, fields: Mapping[str, Any]) -> None:
    """Set some fields of a participant."""
    edit.put("participants", participant, {**_needed(edit, "participants", participant), **fields})


def add_interview(edit: Edit, participant: str, asked: Snapshot, stamp: Stamp, state: str = "planned") -> str:
    """Add an interview of `participant` on the questionnaire `asked`; returns the id, such as `i2`."""
    _needed(edit, "participants", participant)
    name = numbered("i", edit.all("interviews"))
    if edit.get("questionnaires", asked.sha256) is None:
        edit.put("questionnaires", asked.sha256, dict(asked.questionnaire))
    interview = Interview(
        id=name,
        participant=participant,
        questionnaire=asked.questionnaire["questionnaire"],
        version=asked.questionnaire["version"],
        title=asked.questionnaire["title"],
        snapshot=asked.sha256,
        state=state,
        started=stamp.at,
        ended=stamp.at if state == "ended" else None,
    )
    edit.put("interviews", name, _plain(interview))
    if state == "ended":
        _was_talked_with(edit, participant)
    return name


def set_interview_state(edit: Edit, interview: str, state: str, stamp: Stamp) -> None:
    """Mark an interview as running or ended; an ended one that is opened again is running.

    With the end of it its participant was talked with, unless more than that is known of them.
    """
    document = _needed(edit, "interviews", interview)
    if document["state"] == state:
        return
    edit.put("interviews", interview, {**document, "state": state, "ended": stamp.at if state == "ended" else None})
    if state == "ended":
        _was_talked_with(edit, document["participant"])


def _was_talked_with(edit: Edit, participant: str) -> None:
    document = _needed(edit, "participants", participant)
    if document.get("state", "to_ask") in ("to_ask", "agreed"):
        edit.put("participants", participant, {**document, "state": "talked"})


def begin_interview(edit: Edit, interview: str, stamp: Stamp) -> None:
    """Mark a planned interview as running; one that has ended stays ended when an answer is corrected."""
    if _needed(edit, "interviews", interview)["state"] == "planned":
        set_interview_state(edit, interview, "running", stamp)


def next_answer(interview: str, place: Place, given: Given, stamp: Stamp, revision: int) -> Answer:
    """The answer that follows `revision` at this place; 0 where nothing was answered there."""
    return Answer(
        interview=interview,
        question=place.question,
        item=place.item,
        state=given.state,
        value=given.value,
        remark=given.remark,
        revision=revision + 1,
        at=stamp.at,
        by=stamp.by,
    )


def put_answer(edit: Edit, interview: str, place: Place, given: Given, stamp: Stamp) -> int:
    """Save one answer; returns its revision.  The same answer once more is no new revision."""
    name = answer_id(interview, place.question, place.item)
    before = edit.get("answers", name)
    if before and Given(before["state"], before.get("value"), before.get("remark")) == given:
        return int(before["revision"])
    answer = next_answer(interview, place, given, stamp, int(before["revision"]) if before else 0)
    edit.put("answers", name, {**(before or {}), **answer.model_dump(mode="json")})
    return answer.revision


def decide(edit: Edit, kind: str, about: str, stamp: Stamp, value: Any = None) -> str:
    """Add a decision; returns its id.  Taking one back is a decision too."""
    name = numbered("d", edit.all("decisions"))
    decision = Decision(id=name, kind=kind, about=about, value=value, at=stamp.at, by=stamp.by)
    edit.put("decisions", name, _plain(decision))
    return name


def forget_answer(edit: Edit, interview: str, place: Place, stamp: Stamp) -> None:
    """Take an answer out, and record by whom and when, without the words."""
    name = answer_id(interview, place.question, place.item)
    if edit.get("answers", name) is not None:
        edit.remove("answers", name)
        decide(edit, "forget", name, stamp)


def new_item(edit: Edit, kind: str) -> str:
    """An item id that no answer of the incident uses yet."""
    return item_id(kind, {answer["item"] for answer in edit.all("answers").values() if answer.get("item")})


def _needed(edit: Edit, table: str, name: str) -> dict[str, Any]:
    document = edit.get(table, name)
    if document is None:
        known = ", ".join(edit.all(table)) or "none yet"
        raise Refused(f"no {table.removesuffix('s')} {quoted(name)} in this incident; there are: {known}")
    return document


def _plain(document: Document) -> dict[str, Any]:
    return document.model_dump(mode="json", exclude_none=True)
