"""How it came to light, what happened when, and what was done about it."""

from __future__ import annotations

from pmtui.record.kinds.base import Item, Moment


class Milestone(Item):
    """A named point of the incident: a beginning, noticed, understood, aware, contained, ended, remedied, closed.

    There can be several of one name, each with its basis; none has to be there.
    """

    name: str | None = None
    at: Moment | None = None
    of: str | None = None
    """Of which system, group or organisation."""
    by: str | None = None
    """Who knew, or who decided that it was so."""
    why: str | None = None
    """What that rested on."""


class Detection(Item):
    """How it came to light."""

    how: str | None = None
    source: str | None = None
    """Vocabulary `detection_source`."""
    seen_by: str | None = None
    at: Moment | None = None
    delay: str | None = None
    path: str | None = None
    """The way of the first signal through the organisation, and where it stopped."""


class Signal(Item):
    """A sign before or during the incident, and what became of it."""

    what: str | None = None
    at: Moment | None = None
    seen_by: str | None = None
    became: str | None = None
    """Seen, discounted, out of reach, passed on."""


class Event(Item):
    """An entry of the timeline: one moment, one thing that happened."""

    at: Moment | None = None
    what: str | None = None
    actor: str | None = None
    """One role or system."""
    lane: str | None = None
    """System, change, decision, response, communication, earlier related event."""
    clock: str | None = None
    marks: tuple[str, ...] = ()
    """`disputed`: sources differ; `derived`: calculated, not told."""
    saw: str | None = None
    """What was in front of them."""
    thought: str | None = None
    """What they took it for."""
    sensible: str | None = None
    """What made it sensible then."""


class Response(Item):
    """A step to stop, limit or repair it."""

    what: str | None = None
    kind: str | None = None
    """Vocabulary `containment_action`."""
    purpose: str | None = None
    """Vocabulary `response_kind`."""
    at: Moment | None = None
    by: str | None = None
    options: str | None = None
    """What else was considered."""
    known_then: str | None = None
    effect: str | None = None
    """Helped, none, made it worse, not known then."""
    stays: str | None = None
    """Whether it should stay."""
    cost: str | None = None


class Recovery(Item):
    """The return to service."""

    fallback: str | None = None
    checks: str | None = None
    criteria: str | None = None
    decided_by: str | None = None
    at: Moment | None = None


class Coordination(Item):
    """Who took part, how they were found, how the picture travelled."""

    what: str | None = None
    hypotheses: str | None = None


class Difficulty(Item):
    """What made diagnosis and response hard."""

    what: str | None = None


class WentWell(Item):
    """Something that helped."""

    what: str | None = None


class Evidence(Item):
    """Material that shows what happened, or that no longer does."""

    what: str | None = None
    kind: str | None = None
    """Vocabulary `evidence_kind`."""
    where: str | None = None
    holder: str | None = None
    integrity: str | None = None
    until: Moment | None = None
    """When it may be gone."""
    lost: str | None = None
    """What can no longer be rebuilt, and why."""
    altered: str | None = None
    """What of the system was changed since."""


class Reproduction(Item):
    """What it takes to see it again safely."""

    how: str | None = None
    rate: str | None = None
    cannot: str | None = None


class Disagreement(Item):
    """Something on which sources or accounts differ."""

    about: str | None = None
    versions: tuple[str, ...] = ()
    settled: str | None = None
    tells: str | None = None
    """What the difference tells us."""


class OpenQuestion(Item):
    """Something that is not known."""

    what: str | None = None
    find_out: str | None = None
    """What it would take to find out."""


class Mention(Item):
    """A time that an account names: the words used, what they mean, and what they are the time of."""

    at: Moment | None = None
    of: str | None = None


class Quote(Item):
    """Words that somebody said, as they were said."""

    text: str | None = None
    said_by: str | None = None
    original: str | None = None
    """The words in their own language, where `text` is a translation."""
