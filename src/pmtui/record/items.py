"""The record: typed items, each folded from what the accounts say.

Every item knows the accounts that it came from.  A field that nobody spoke about is ``None``; text is as it was said.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

Level = Literal["technical", "process", "governance"]
LEVELS: tuple[Level, ...] = ("technical", "process", "governance")
Moment = dict[str, Any]
"""A moment as `pmtui.reading.moments` writes it."""


class Model(BaseModel):
    """A part of the record."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Difference(Model):
    """One field of an item of which two accounts say different things; which of them holds is not decided here."""

    field: str
    said: dict[str, Any]
    """The value by interview."""


class Item(Model):
    """What all items carry."""

    id: str
    accounts: tuple[str, ...]
    """The interviews that spoke about it."""
    basis: str | None = None
    note: str | None = None
    sources: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    differs: tuple[Difference, ...] = ()


class Severity(Item):
    """Why the incident has the severity that it has."""

    why: str | None = None


class Reference(Item):
    """How the incident is known elsewhere, and its extent in time."""

    aiid: str | None = None
    """Its number in the AI Incident Database."""
    scale: str | None = None


class Milestone(Item):
    """A named point of the incident: start, detected, contained, ended, disclosed, closed."""

    name: str | None = None
    at: Moment | None = None


class Party(Item):
    """An organisation with a part in it."""

    relation: str | None = None
    name: str | None = None
    role: str | None = None
    sector: str | None = None
    country: str | None = None


class System(Item):
    """A system affected."""

    name: str | None = None
    kind: str | None = None
    effect: str | None = None


class Provenance(Item):
    """One layer of what was running: model, prompt, configuration, data, provider, or what is not known of it."""

    layer: str | None = None
    what: str | None = None


class DataAsset(Item):
    """Data affected."""

    what: str | None = None
    personal_data: str | None = None
    sensitivity: str | None = None
    amount: str | None = None
    change: str | None = None


class Impact(Item):
    """Who was affected, and how many of them."""

    what: str | None = None
    group: str | None = None
    count: str | None = None
    share: str | None = None


class Detection(Item):
    """How it came to light."""

    how: str | None = None
    seen_by: str | None = None
    at: Moment | None = None
    delay: str | None = None


class Event(Item):
    """An entry of the timeline: one moment, one thing that happened."""

    at: Moment | None = None
    what: str | None = None
    clock: str | None = None
    marks: tuple[str, ...] = ()
    """`disputed`: sources differ; `derived`: calculated, not told."""


class Disagreement(Item):
    """Something on which sources differ."""

    about: str | None = None
    versions: tuple[str, ...] = ()
    settled: str | None = None


class Factor(Item):
    """A contributing factor; never a person."""

    level: Level
    what: str | None = None


class WentWell(Item):
    """Something that helped."""

    what: str | None = None


class Compliance(Item):
    """What the incident means under one regime."""

    touches: tuple[str, ...] = ()
    regime: str | None = None
    what: str | None = None
    outcome: str | None = None
    at: Moment | None = None


class Action(Item):
    """A corrective action."""

    what: str | None = None
    kind: str | None = None
    owner: str | None = None
    owner_basis: str | None = None
    due: Moment | None = None
    due_note: str | None = None
    status: str | None = None


class Lesson(Item):
    """Something to keep."""

    what: str | None = None


class Quote(Item):
    """Words that somebody said, as they were said."""

    text: str | None = None
    said_by: str | None = None


class Mention(Item):
    """A time that an account names: the words used, what they mean, and what they are the time of."""

    at: Moment | None = None
    of: str | None = None


class Publication(Item):
    """A source that was read."""

    label: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    kind: str | None = None
    extent: str | None = None
    """How far it was read."""


class Reply(Model):
    """An answer to a question that fills no place of its own in the record."""

    question: str
    ask: str
    state: str
    value: str | None = None
    remark: str | None = None


class Account(Model):
    """What one interview says.  Accounts stay apart; they are compared, never merged."""

    interview: str
    participant: str
    role: str
    questionnaire: str
    told: str | None = None
    """Free telling, in the participant's words."""
    cause_view: str | None = None
    mark: str | None = None
    """What has to be said about the account itself."""
    basis: str | None = None
    note: str | None = None
    sources: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    replies: tuple[Reply, ...] = ()


class Gap(Model):
    """A question that was asked and has no answer: who was asked, and what they said instead.

    `state` is that of the answer, or `unconfirmed` where one was given when the question had other words.
    """

    interview: str
    question: str
    ask: str
    state: str
    remark: str | None = None


class Kept(Model):
    """An answer that is kept and no part of the draft, since nobody is asked its question any more.

    `because` is `condition` where the question is asked only sometimes, and `version` where a newer version of the
    questionnaire has it no longer.
    """

    interview: str
    question: str
    ask: str
    value: str
    remark: str | None = None
    because: Literal["condition", "version"]


class Record(Model):
    """Everything that is known about an incident, by kind of item."""

    severity: tuple[Severity, ...] = ()
    references: tuple[Reference, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    parties: tuple[Party, ...] = ()
    systems: tuple[System, ...] = ()
    provenance: tuple[Provenance, ...] = ()
    data: tuple[DataAsset, ...] = ()
    impacts: tuple[Impact, ...] = ()
    detections: tuple[Detection, ...] = ()
    events: tuple[Event, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    accounts: tuple[Account, ...] = ()
    mentions: tuple[Mention, ...] = ()
    factors: tuple[Factor, ...] = ()
    went_well: tuple[WentWell, ...] = ()
    compliance: tuple[Compliance, ...] = ()
    actions: tuple[Action, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    quotes: tuple[Quote, ...] = ()
    publications: tuple[Publication, ...] = ()
    gaps: tuple[Gap, ...] = ()
    kept: tuple[Kept, ...] = ()
