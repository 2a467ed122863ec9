"""The documents of an incident as they are kept, one model a table.

A field that a newer version wrote is kept, not dropped.  Times are ISO 8601 with offset.
"""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict

from pmtui.questionnaire.naming import key_of

AnswerState = Literal["answered", "unknown", "declined", "not_applicable", "later", "open"]
ADDRESSED = ("answered", "unknown", "declined", "not_applicable")
"""States that settle a question; `later` does not, nor does `open`, which is a remark without an answer."""

ParticipantState = Literal["to_ask", "agreed", "declined", "talked", "follow_up", "confirmed", "withdrawn"]


class Document(BaseModel):
    """One document of a table."""

    model_config = ConfigDict(extra="allow", frozen=True, defer_build=True)


class Incident(Document):
    """Table `incident`: one document, `incident`."""

    id: str
    title: str
    severity: str | None = None
    state: str = "open"
    zone: str
    summary: str | None = None
    noticed: dict[str, Any] | None = None
    """When it was first noticed: a moment."""
    created: str


Readers = Literal["team", "reviewers", "anyone"]
"""Who may read an account, each more than the one before."""


class Consent(BaseModel):
    """What a participant agreed to, when, and who wrote it down."""

    model_config = ConfigDict(extra="allow", frozen=True, defer_build=True)

    quote: bool
    """Whether a draft may repeat what they told in their own words."""
    named: bool
    """Whether exports may show their name beside their role."""
    readers: Readers
    at: str
    by: str


class Participant(Document):
    """Table `participants`, by ids `p1`, `p2`, ...: a person who gives an account, or a source that was imported."""

    id: str
    role: str
    alias: str | None = None
    """A short label that a source gives them."""
    name: str | None = None
    function: str | None = None
    zone: str | None = None
    kind: Literal["person", "source"] = "person"
    reason: str | None = None
    """Why to talk with them."""
    order: int | None = None
    """Their place among those to talk with, from 1; without one they come after those that have one."""
    state: ParticipantState = "to_ask"
    consent: Consent | None = None
    """None where nobody asked yet."""

    @property
    def takes_part(self) -> bool:
        """Whether they give an account, or may still give one."""
        return self.state not in ("declined", "withdrawn")


class Interview(Document):
    """Table `interviews`, by ids `i1`, `i2`, ...: one participant walked through one version of a questionnaire."""

    id: str
    participant: str
    questionnaire: str
    version: int
    title: str
    snapshot: str
    """sha256 of the questionnaire as asked; table `questionnaires` holds it under this id."""
    state: Literal["planned", "running", "ended"] = "planned"
    started: str
    ended: str | None = None


class Answer(Document):
    """Table `answers`, by ids `<interview>/<question>` or `<interview>/<question>@<item>`."""

    interview: str
    question: str
    item: str | None = None
    state: AnswerState
    value: Any = None
    remark: str | None = None
    revision: int
    """Counts the times that this answer was saved, from 1."""
    at: str
    by: str

    @property
    def key(self) -> str:
        """`QUESTION` or `QUESTION@ITEM`: its name inside its interview."""
        return key_of(self.question, self.item)

    @property
    def document_id(self) -> str:
        """Its id in table `answers`."""
        return answer_id(self.interview, self.question, self.item)


DuringInterview: TypeAlias = Literal[
    "drop-item",
    "keep-item",
    "confirm-answer",
    "same-item",
    "own-item",
    "dismiss-flag",
    "dismiss-rule",
    "show-flags",
    "park-idea",
    "ask-other",
    "settle-ask",
    "consent",
    "own-question",
    "drop-question",
    "timeline-event",
    "probe-used",
    "off-record",
    "on-record",
    "preamble",
    "last-word",
    "facilitator-check",
    "correct-answer",
    "follow-up",
]
"""Kinds of decisions that are made in an interview, where a save may have to wait."""


class Decision(Document):
    """Table `decisions`, by ids `d1`, `d2`, ...: something decided about what others said."""

    id: str
    kind: Literal[
        DuringInterview,
        "forget",
        "move-interview",
        "move-back",
        "confirm-account",
    ]
    about: str
    value: Any = None
    at: str
    by: str


def answer_id(interview: str, question: str, item: str | None) -> str:
    """The document id of an answer in table `answers`."""
    return f"{interview}/{key_of(question, item)}"
