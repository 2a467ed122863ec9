"""What was involved: systems, their parts and versions, data, organisations."""

from __future__ import annotations

from pmtui.record.kinds.base import Item, Moment


class System(Item):
    """A system affected."""

    name: str | None = None
    other_names: tuple[str, ...] = ()
    kind: str | None = None
    effect: str | None = None
    """What it did, or did not do, that differed from what people needed."""
    developer: str | None = None
    operator: str | None = None
    answers_for: str | None = None
    """The role that answers for its outcome, and where its authority and time come from."""
    path: str | None = None
    """The path from input to effect."""
    purpose: str | None = None
    limits: str | None = None
    """Its stated limits."""
    technique: str | None = None
    """Kind of model, and where it came from."""
    tasks: tuple[str, ...] = ()
    """Vocabulary `ai_task`."""
    autonomy: str | None = None
    """Vocabulary `autonomy_level`."""
    oversight: str | None = None
    """Who could see, step in, stop: as it was meant."""
    oversight_practice: str | None = None
    """The same, as it was done."""
    use: str | None = None
    """How it was really used at the time."""
    breadth: str | None = None
    """Vocabulary `deployment_breadth`."""
    users: str | None = None
    """Users, sites, share of cases."""
    rights: str | None = None
    """Vocabulary `usage_rights`."""
    allowed: str | None = None
    """What one may inspect, change or switch."""
    legal_roles: tuple[str, ...] = ()
    """Vocabulary `ai_act_role`."""
    registration: str | None = None
    """Registration, conformity, lot or serial number."""
    assurance: tuple[str, ...] = ()
    """Documents, tests and approvals that spoke for it."""
    untested: str | None = None
    """What these could not show."""


class Provenance(Item):
    """One layer of what was running: model, prompt, configuration, data, provider, or what is not known of it."""

    layer: str | None = None
    """Vocabulary `system_component`, or other words."""
    what: str | None = None
    version: str | None = None
    supplier: str | None = None
    changed: str | None = None
    """What changed last."""
    changed_at: Moment | None = None
    system: str | None = None


class DataAsset(Item):
    """Data affected."""

    what: str | None = None
    personal_data: str | None = None
    sensitivity: str | None = None
    amount: str | None = None
    change: str | None = None
    kinds: tuple[str, ...] = ()
    """Vocabulary `data_kind`."""
    places: tuple[str, ...] = ()
    """Where in the system: vocabulary `data_place`."""
    people: str | None = None
    """About how many people."""
    records: str | None = None
    """About how many records."""
    origin: str | None = None
    quality: str | None = None
    """Coverage, labels, checks, and whose cases are rare in it."""
    permission: str | None = None
    protections: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()
    """Vocabulary `security_effect`."""
    travelled: str | None = None
    recoverable: str | None = None
    consequences: str | None = None
    """For the people whose data they are."""


class Party(Item):
    """An organisation with a part in it."""

    relation: str | None = None
    name: str | None = None
    role: str | None = None
    """Vocabulary `actor_role`, or other words."""
    sector: str | None = None
    country: str | None = None
    system: str | None = None
    """Of which system."""
    terms: str | None = None
    """What was agreed on changes, incidents, support and evidence."""
    practice: str | None = None
    """How that worked, and what fell between."""
    needed: str | None = None
    asked_at: Moment | None = None
    got: str | None = None
    clock: str | None = None
    """A duty to report of its own."""


class Agent(Item):
    """What a system that acts by itself was up to."""

    goal: str | None = None
    instructions: str | None = None
    reach: str | None = None
    """Tools, rights, money, data."""
    memory: str | None = None
    delegated: str | None = None
    step_in: str | None = None
    """Points where a person could have stepped in."""
    factors: tuple[str, ...] = ()
    """Vocabulary `agent_factor`."""


class Document(Item):
    """Something written that guided the work: a policy, a standard, a control, an assessment."""

    what: str | None = None
    kind: str | None = None
    said: str | None = None
    """What it says about something like this."""
    usable: str | None = None
    """How usable it was for the people doing the work."""
    nonconformity: str | None = None
