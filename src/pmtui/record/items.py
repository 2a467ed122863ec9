"""The record: everything that is known about an incident, by kind of item.

Every item knows the accounts that it came from.  What a kind holds is in `pmtui.record.kinds`.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from pmtui.record.kinds.base import Difference, Item, Model, Moment
from pmtui.record.kinds.causes import (
    LEVELS,
    Adversary,
    Analysis,
    Condition,
    Departure,
    Elsewhere,
    Explanation,
    Factor,
    Level,
    Safeguard,
)
from pmtui.record.kinds.course import (
    Coordination,
    Detection,
    Difficulty,
    Disagreement,
    Event,
    Evidence,
    Mention,
    Milestone,
    OpenQuestion,
    Quote,
    Recovery,
    Reproduction,
    Response,
    Signal,
    WentWell,
)
from pmtui.record.kinds.duties import Compliance, Gate, Notification, Recommendation, Retention, Risk
from pmtui.record.kinds.follow_up import Action, Backing, Declined, Lesson, Review, Sharing
from pmtui.record.kinds.harm import Consequence, Impact, Principle, Support
from pmtui.record.kinds.incident import (
    Publication,
    Reference,
    Relation,
    Setting,
    Severity,
    Similar,
    Stewardship,
    Submitter,
    Tag,
    Voice,
)
from pmtui.record.kinds.systems import Agent, DataAsset, Document, Party, Provenance, System

__all__ = [
    "KINDS",
    "LEVELS",
    "Account",
    "Action",
    "Adversary",
    "Agent",
    "Analysis",
    "Backing",
    "Compliance",
    "Condition",
    "Consequence",
    "Coordination",
    "DataAsset",
    "Declined",
    "Departure",
    "Detection",
    "Difference",
    "Difficulty",
    "Disagreement",
    "Document",
    "Elsewhere",
    "Event",
    "Evidence",
    "Explanation",
    "Factor",
    "Gap",
    "Gate",
    "Impact",
    "Item",
    "Kept",
    "Lesson",
    "Level",
    "Mention",
    "Milestone",
    "Model",
    "Moment",
    "Notification",
    "OpenQuestion",
    "Party",
    "Principle",
    "Provenance",
    "Publication",
    "Quote",
    "Recommendation",
    "Record",
    "Recovery",
    "Reference",
    "Relation",
    "Reply",
    "Reproduction",
    "Response",
    "Retention",
    "Review",
    "Risk",
    "Safeguard",
    "Setting",
    "Severity",
    "Sharing",
    "Signal",
    "Similar",
    "Stewardship",
    "Submitter",
    "Support",
    "System",
    "Tag",
    "Voice",
    "WentWell",
]


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
    original: str | None = None
    """The telling in its own language, where `told` is a translation."""
    limits: str | None = None
    """What they want taken out or put differently; never in a draft."""
    checking: str | None = None
    """How they want to check what was written down."""
    withhold: str | None = None
    """`yes` where the telling must not be repeated: it stays out of drafts."""
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
    settings: tuple[Setting, ...] = ()
    relations: tuple[Relation, ...] = ()
    stewardship: tuple[Stewardship, ...] = ()
    submitters: tuple[Submitter, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    parties: tuple[Party, ...] = ()
    systems: tuple[System, ...] = ()
    provenance: tuple[Provenance, ...] = ()
    agents: tuple[Agent, ...] = ()
    data: tuple[DataAsset, ...] = ()
    impacts: tuple[Impact, ...] = ()
    consequences: tuple[Consequence, ...] = ()
    principles: tuple[Principle, ...] = ()
    support: tuple[Support, ...] = ()
    detections: tuple[Detection, ...] = ()
    signals: tuple[Signal, ...] = ()
    events: tuple[Event, ...] = ()
    responses: tuple[Response, ...] = ()
    recoveries: tuple[Recovery, ...] = ()
    coordination: tuple[Coordination, ...] = ()
    difficulties: tuple[Difficulty, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    reproductions: tuple[Reproduction, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    open_questions: tuple[OpenQuestion, ...] = ()
    mentions: tuple[Mention, ...] = ()
    departures: tuple[Departure, ...] = ()
    factors: tuple[Factor, ...] = ()
    safeguards: tuple[Safeguard, ...] = ()
    conditions: tuple[Condition, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    analyses: tuple[Analysis, ...] = ()
    adversaries: tuple[Adversary, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
    went_well: tuple[WentWell, ...] = ()
    gates: tuple[Gate, ...] = ()
    compliance: tuple[Compliance, ...] = ()
    notifications: tuple[Notification, ...] = ()
    risks: tuple[Risk, ...] = ()
    documents: tuple[Document, ...] = ()
    retention: tuple[Retention, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    actions: tuple[Action, ...] = ()
    declined: tuple[Declined, ...] = ()
    backing: tuple[Backing, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    sharing: tuple[Sharing, ...] = ()
    reviews: tuple[Review, ...] = ()
    similar: tuple[Similar, ...] = ()
    voices: tuple[Voice, ...] = ()
    tags: tuple[Tag, ...] = ()
    quotes: tuple[Quote, ...] = ()
    publications: tuple[Publication, ...] = ()
    accounts: tuple[Account, ...] = ()
    gaps: tuple[Gap, ...] = ()
    kept: tuple[Kept, ...] = ()
    empty: dict[str, str] = Field(default_factory=dict)
    """Why a part holds nothing, by its name: vocabulary `empty_reason`."""


KINDS: dict[str, tuple[str, type[Item]]] = {
    "severity": ("severity", Severity),
    "reference": ("references", Reference),
    "setting": ("settings", Setting),
    "relation": ("relations", Relation),
    "stewardship": ("stewardship", Stewardship),
    "submitter": ("submitters", Submitter),
    "milestone": ("milestones", Milestone),
    "party": ("parties", Party),
    "system": ("systems", System),
    "provenance": ("provenance", Provenance),
    "agent": ("agents", Agent),
    "data": ("data", DataAsset),
    "impact": ("impacts", Impact),
    "consequence": ("consequences", Consequence),
    "principle": ("principles", Principle),
    "support": ("support", Support),
    "detection": ("detections", Detection),
    "signal": ("signals", Signal),
    "event": ("events", Event),
    "response": ("responses", Response),
    "recovery": ("recoveries", Recovery),
    "coordination": ("coordination", Coordination),
    "difficulty": ("difficulties", Difficulty),
    "evidence": ("evidence", Evidence),
    "reproduction": ("reproductions", Reproduction),
    "disagreement": ("disagreements", Disagreement),
    "open_question": ("open_questions", OpenQuestion),
    "mention": ("mentions", Mention),
    "departure": ("departures", Departure),
    "factor": ("factors", Factor),
    "safeguard": ("safeguards", Safeguard),
    "condition": ("conditions", Condition),
    "explanation": ("explanations", Explanation),
    "analysis": ("analyses", Analysis),
    "adversary": ("adversaries", Adversary),
    "elsewhere": ("elsewhere", Elsewhere),
    "went_well": ("went_well", WentWell),
    "gate": ("gates", Gate),
    "compliance": ("compliance", Compliance),
    "notification": ("notifications", Notification),
    "risk": ("risks", Risk),
    "document": ("documents", Document),
    "retention": ("retention", Retention),
    "recommendation": ("recommendations", Recommendation),
    "action": ("actions", Action),
    "declined": ("declined", Declined),
    "backing": ("backing", Backing),
    "lesson": ("lessons", Lesson),
    "sharing": ("sharing", Sharing),
    "review": ("reviews", Review),
    "similar": ("similar", Similar),
    "voice": ("voices", Voice),
    "tag": ("tags", Tag),
    "quote": ("quotes", Quote),
    "publication": ("publications", Publication),
}
"""First part of a path -> (field of the record, what an item of it is)."""
