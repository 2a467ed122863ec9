"""What contributed, what held, and what was set aside."""

from __future__ import annotations

from typing import Literal

from pmtui.record.kinds.base import Item

Level = Literal["technical", "process", "governance"]
LEVELS: tuple[Level, ...] = ("technical", "process", "governance")


class Factor(Item):
    """A contributing factor; never a person."""

    level: Level
    what: str | None = None
    kinds: tuple[str, ...] = ()
    """Vocabularies `cause_technical`, `cause_process`, `cause_governance`."""
    evidence: str | None = None
    against: str | None = None
    """What speaks against it."""
    would_settle: str | None = None
    """Which evidence would settle it."""
    with_others: str | None = None
    """Which others it took: changes that are harmless one by one."""


class Departure(Item):
    """The first point at which the system departed from what was expected."""

    what: str | None = None
    context: str | None = None
    """What was in the input and the context, and what had been dropped."""
    then: str | None = None
    """What the next part made of it."""


class Safeguard(Item):
    """A layer of defence, and what it did."""

    what: str | None = None
    kind: str | None = None
    """Vocabulary `safeguard`."""
    outcome: str | None = None
    """Vocabulary `safeguard_outcome`."""
    did: str | None = None
    """What it saw and did."""
    needs: str | None = None
    """What it would take to see it."""


class Explanation(Item):
    """Another explanation, and why it was set aside."""

    what: str | None = None
    why: str | None = None
    back: str | None = None
    """What would bring it back."""


class Analysis(Item):
    """How the causes were looked for."""

    methods: tuple[str, ...] = ()
    """Vocabulary `analysis_method`."""
    story: str | None = None
    """How it came to be, so that everybody recognises their part."""
    factors: str | None = None
    """Each factor as one sentence of cause and effect."""
    together: str | None = None
    """Which factors it took together, harmless one by one."""
    words: str | None = None
    """Words that could sound like blame to somebody who was there."""


class Condition(Item):
    """What made actions and decisions sensible then."""

    what: str | None = None
    kind: str | None = None
    """Information, goals, pressure, usual practice, procedure as written and as done."""
    of: str | None = None
    """The act or the decision that it belongs to."""
    rewarded: str | None = None
    """What was noticed and rewarded."""
    choice: str | None = None
    """What other choice there was."""


class Adversary(Item):
    """An attack or a misuse: intent, route, techniques, weakness."""

    intent: str | None = None
    against: str | None = None
    """What tells that nobody meant it."""
    route: str | None = None
    reach: str | None = None
    """What could be reached, and what was taken or changed."""
    tactics: tuple[str, ...] = ()
    """Vocabulary `atlas_tactic`."""
    techniques: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    """Vocabularies `owasp_llm` and `owasp_asi`."""
    weakness: str | None = None
    disclosure: str | None = None
    persists: str | None = None
    """What may still be there."""


class Elsewhere(Item):
    """Where else the same conditions are."""

    where: str | None = None
    alike: str | None = None
    """What is the same there."""
