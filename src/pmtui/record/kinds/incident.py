"""The incident as a whole: its class, its place in the world, who looks after its record."""

from __future__ import annotations

from pmtui.record.kinds.base import Item, Moment


class Severity(Item):
    """How severe it is held to be, and why."""

    level: str | None = None
    """Vocabulary `severity`; the incident's own is decided apart from what single people say."""
    why: str | None = None
    event_class: str | None = None
    """Vocabulary `event_class`."""
    worst: str | None = None
    """The plausible worst case, and what stopped it."""


class Reference(Item):
    """How the incident is known elsewhere, and its extent in time."""

    aiid: str | None = None
    """Its number in the AI Incident Database."""
    scale: str | None = None
    """A single event, a series, long-running."""
    identifiers: tuple[str, ...] = ()
    """Names and numbers that others have given it."""
    title: str | None = None
    summary: str | None = None
    parts: tuple[str, ...] = ()
    """Parts with systems, times and causes of their own."""


class Setting(Item):
    """Where it took place: sector, use, stage, places."""

    sector: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    """Vocabulary `business_function`."""
    stage: str | None = None
    """Vocabulary `lifecycle_stage`."""
    live: str | None = None
    """Live use, a test, an exercise."""
    places: tuple[str, ...] = ()
    """Countries and sites where it took place."""
    felt: tuple[str, ...] = ()
    """Countries and sites where its effects were felt."""


class Relation(Item):
    """How AI relates to what happened, also where it has no part."""

    role: tuple[str, ...] = ()
    """Vocabulary `ai_relation`."""
    why: str | None = None
    would_settle: str | None = None
    """Which evidence would settle it."""


class Stewardship(Item):
    """Who looks after the record, and what may be passed on."""

    owner: str | None = None
    reviewers: tuple[str, ...] = ()
    state: str | None = None
    """Vocabulary `record_state`, as somebody said it."""
    signed_off: str | None = None
    due: Moment | None = None
    marking: str | None = None
    """Vocabulary `sharing_marking`."""
    limits: str | None = None
    """Embargo, attribution, what may be passed on to whom."""


class Submitter(Item):
    """Who brings the incident to us."""

    who: str | None = None
    capacity: str | None = None
    """Vocabulary `submitter_type`."""
    organisation: str | None = None
    contact: str | None = None


class Tag(Item):
    """What others find it under."""

    domains: tuple[str, ...] = ()
    """Vocabulary `mit_domain`."""
    causal: tuple[str, ...] = ()
    """Vocabulary `mit_causal`."""
    words: tuple[str, ...] = ()


class Similar(Item):
    """An earlier or similar incident, near miss or complaint."""

    what: str | None = None
    at: Moment | None = None
    promised: str | None = None
    became: str | None = None
    """What came of it."""


class Voice(Item):
    """Somebody who was heard, or has not been."""

    who: str | None = None
    side: str | None = None
    """The side of the incident that they saw."""
    heard: str | None = None
    consent: str | None = None
    """How their words may be used."""
    informed: str | None = None
    """How they want to be kept informed."""
    confirmed: str | None = None
    """Whether they confirmed their account."""


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
