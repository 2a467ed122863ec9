"""What it meant for people and for the organisation."""

from __future__ import annotations

from pmtui.record.kinds.base import Item


class Impact(Item):
    """Who was affected, how, and how many of them: one entry for each figure."""

    what: str | None = None
    group: str | None = None
    """Vocabulary `stakeholder_group`, or other words."""
    kinds: tuple[str, ...] = ()
    """Vocabulary `harm_type`."""
    count: str | None = None
    bound: str | None = None
    """At least, at most, about, exactly; or that nobody can count it."""
    share: str | None = None
    counted: str | None = None
    """What is counted, of what, and how."""
    uneven: tuple[str, ...] = ()
    """Vocabulary `distribution_basis`."""
    uneven_how: str | None = None
    unseen: str | None = None
    """People who are in no data: refused, filtered, passers-by."""
    rights: str | None = None
    limbs: tuple[str, ...] = ()
    """Vocabulary `serious_incident_limb`."""
    limbs_why: str | None = None
    critical: str | None = None
    """A critical function, infrastructure or public service that it touched."""
    lasting: str | None = None
    """Vocabulary `reversibility`."""
    undone: str | None = None
    """What could be undone, what cannot, what goes on."""
    effort: str | None = None
    """What it took to deal with it."""


class Consequence(Item):
    """What it did to the service and to the organisation."""

    what: str | None = None
    area: str | None = None


class Support(Item):
    """What was offered to people affected, and to colleagues who were part of it."""

    what: str | None = None
    whom: str | None = None
    wanted: str | None = None
    """What would put it right, in their words."""


class Principle(Item):
    """AI principles at stake, and wider effects."""

    at_stake: tuple[str, ...] = ()
    """Vocabulary `ai_principle`."""
    wider: str | None = None
