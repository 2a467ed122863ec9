"""Law, risk and rules: what may have to be told to whom, and what was known and accepted."""

from __future__ import annotations

from pmtui.record.kinds.base import Item, Moment


class Gate(Item):
    """Facts that decide which duties can apply at all.  Most names are those of the obligations' facts."""

    jurisdictions: tuple[str, ...] = ()
    sector: tuple[str, ...] = ()
    ai_act_role: tuple[str, ...] = ()
    data_role: tuple[str, ...] = ()
    system_kind: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()
    """Misuse, attack, exposure, an agent: what nobody can rule out."""
    possible_why: str | None = None
    others: str | None = None
    """Whether a part comes from another organisation, or goes to one."""
    personal_data: str | None = None
    personal_data_breach: str | None = None
    aware_at: Moment | None = None
    causal_link_at: Moment | None = None
    confirmed_at: Moment | None = None


class Compliance(Item):
    """What the incident means under one regime."""

    touches: tuple[str, ...] = ()
    regime: str | None = None
    """Vocabulary `reporting_regime`, or other words."""
    what: str | None = None
    decision: str | None = None
    """Vocabulary `reportability`."""
    why: str | None = None
    decided_by: str | None = None
    decided_at: Moment | None = None
    starts: str | None = None
    """What starts the period."""
    due: Moment | None = None
    report: str | None = None
    """Vocabulary `report_type`."""
    next_due: Moment | None = None
    delay: str | None = None
    """What explains a delay."""
    outcome: str | None = None
    at: Moment | None = None


class Notification(Item):
    """Something that was told to somebody outside, or has to be."""

    to: str | None = None
    what: str | None = None
    at: Moment | None = None
    by: str | None = None
    channel: str | None = None
    reference: str | None = None
    terms: str | None = None
    """What they may pass on."""
    answer: str | None = None
    """What came back."""
    report: str | None = None
    """Vocabulary `report_type`."""
    waiting_for: str | None = None
    """What they still wait for."""


class Risk(Item):
    """What was known of the risk, and what is left of it."""

    known: str | None = None
    """Its entry in the register, rating and treatment."""
    foreseen: str | None = None
    """What impact assessments said."""
    accepted: str | None = None
    """What was accepted, by whom, until when, and what spoke for it."""
    accepted_until: Moment | None = None
    still_holds: str | None = None
    """What of the assessment still holds."""
    residual: str | None = None
    accepted_by: str | None = None
    stop: str | None = None
    """What would make one pause or stop the system."""


class Retention(Item):
    """What has to be kept, and for how long."""

    what: str | None = None
    how_long: str | None = None
    hold: str | None = None


class Recommendation(Item):
    """What would be recommended to an authority or to others."""

    what: str | None = None
    to: str | None = None
