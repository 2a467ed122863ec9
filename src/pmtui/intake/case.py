"""What a case file may say: one incident retold from sources, with accounts.

Every key that is not listed is a mistake.  Items may carry `source` (an address or a list of them), `basis` and `note`.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, field_validator

from pmtui.errors import Refused
from pmtui.reading import moments
from pmtui.record.names import checked_incident_id

if TYPE_CHECKING:
    from collections.abc import Callable

Precision = Literal["second", "minute", "hour", "day", "month", "year"]


def _with_offset(text: str) -> str:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        at = None
    if at is None or at.tzinfo is None:
        raise ValueError(f"`{text}` is not a time with an offset, such as 2026-03-14T14:05:00+01:00")
    if at.year not in moments.YEARS:
        raise ValueError(f"`{text}` is not in the years {moments.YEARS[0]} to {moments.YEARS[-1]}")
    # ISO 8601 has more forms than one; who reads a stamp later counts on its day standing in front.
    return text if text.startswith(f"{at.date().isoformat()}T") else at.isoformat()


def _incident_id(text: str) -> str:
    return _or_value_error(checked_incident_id, text)


def _zone(text: str) -> str:
    return _or_value_error(moments.zone_or_refuse, text)


def _or_value_error(check: Callable[[str], str], text: str) -> str:
    # A mistake that pydantic hears of as a ValueError is told at its place, together with all others.
    try:
        return check(text)
    except Refused as fault:
        raise ValueError(str(fault)) from None


def _words(text: str) -> str:
    if not text.strip():
        raise ValueError("nothing stands here; write it, or leave the whole entry out")
    return text


def _list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Stamp = Annotated[str, AfterValidator(_with_offset)]
Words = Annotated[str, AfterValidator(_words)]
Several = Annotated[list[str], BeforeValidator(_list)]


class Part(BaseModel):
    """A part of a case file."""

    model_config = ConfigDict(extra="forbid", defer_build=True)


class Item(Part):
    """A fact, with where it comes from."""

    source: Several = []
    basis: str | None = None
    note: str | None = None


class Publication(Item):
    """Something that was read."""

    id: str
    url: Words
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    kind: str | None = None
    read: str | None = None


class Milestone(Item):
    """A named point of the incident."""

    at: Stamp
    precision: Precision


class Milestones(Part):
    """The points of the incident that are known."""

    start: Milestone | None = None
    detected: Milestone | None = None
    contained: Milestone | None = None
    ended: Milestone | None = None
    disclosed: Milestone | None = None
    closed: Milestone | None = None


class Party(Item):
    """An organisation."""

    name: Words
    role: str | None = None
    sector: str | None = None
    country: str | None = None


class Severity(Item):
    """How severe it is, and why."""

    level: Literal["critical", "major", "moderate", "minor", "negligible"]
    why: str | None = None


class System(Item):
    """A system affected."""

    name: Words
    kind: str | None = None
    effect: str | None = None


class Provenance(Item):
    """What was running, layer by layer; `unknown` lists what nobody outside knows."""

    model: str | None = None
    prompt: str | None = None
    config: str | None = None
    data: str | None = None
    provider: str | None = None
    unknown: Several = []


class DataAsset(Item):
    """Data affected."""

    what: str | None = None
    personal_data: str | None = None
    sensitivity: str | None = None
    amount: str | None = None
    change: str | None = None


class Impact(Item):
    """People affected."""

    group: Words
    count: str | None = None
    share: str | None = None


class Detection(Item):
    """How it came to light."""

    how: str | None = None
    by: str | None = None
    at: Stamp | None = None
    precision: Precision | None = None
    delay: str | None = None


class Relative(Part):
    """A distance in seconds from another event."""

    to: Words
    seconds: Annotated[float, Field(gt=-1e12, lt=1e12, allow_inf_nan=False)]


class Event(Item):
    """An entry of the timeline."""

    at: Stamp
    until: Stamp | None = None
    precision: Precision
    clock: Literal["utc", "local"] | None = None
    words: str | None = None
    what: Words
    relative: Relative | None = None
    disputed: bool = False
    derived: bool = False

    @field_validator("until", mode="after")
    @classmethod
    def _is_not_before(cls, until: str | None, info: ValidationInfo) -> str | None:
        at = info.data.get("at")
        if until and at and datetime.fromisoformat(until) < datetime.fromisoformat(at):
            raise ValueError(f"`{until}` is before `at`, {at}")
        return until


class Disagreement(Item):
    """Something on which public sources differ."""

    about: Words
    versions: Several = []
    settled: str | None = None


class Mention(Item):
    """A time named in an account: its words, what they mean, what they are the time of."""

    words: Words
    at: Stamp | None = None
    precision: Precision | None = None
    of: str | None = None


class Label(Part):
    """A passage of an account that was written as blaming; for tests, not loaded."""

    text: Words
    category: str


class Account(Item):
    """What one role tells."""

    id: str
    role: Words
    mark: str | None = None
    text: Words
    moments: list[Mention] = []
    cause_view: str | None = None
    blaming: list[Label] = []


class AccountDifference(Part):
    """Where accounts differ; for tests, not loaded."""

    kind: str
    about: Words
    by: dict[str, str]


class Factor(Item):
    """A contributing factor."""

    what: Words


class Factors(Part):
    """Contributing factors by level."""

    technical: list[Factor] = []
    process: list[Factor] = []
    governance: list[Factor] = []


class Compliance(Item):
    """What it means under one regime."""

    regime: Words
    what: str | None = None
    outcome: str | None = None
    at: Stamp | None = None


class Action(Item):
    """A corrective action."""

    what: Words
    kind: Literal["policy", "control", "monitoring", "training", "technical"] | None = None
    owner_role: str | None = None
    owner_basis: str | None = None
    due: str | None = None
    due_note: str | None = None
    status: str | None = None


class Statement(Item):
    """Something that went well, or a lesson."""

    what: Words


class Quote(Item):
    """A quotation, by role."""

    text: Words
    by: str | None = None


class Case(Part):
    """A whole case file, `schema` 1."""

    schema_: Literal["1"] = Field(alias="schema")
    id: Annotated[str, AfterValidator(_incident_id)]
    title: Words
    aiid_id: str | None = None
    sources: list[Publication] = []
    zone: Annotated[str, AfterValidator(_zone)]
    scale: Literal["discrete", "series", "long-running"] | None = None
    dates: Milestones = Milestones()
    organisation: Party | None = None
    other_parties: list[Party] = []
    summary: str | None = None
    severity: Severity | None = None
    systems_affected: list[System] = []
    ai_provenance: Provenance = Provenance()
    data_affected: list[DataAsset] = []
    people_affected: list[Impact] = []
    detection: Detection | None = None
    timeline: list[Event] = []
    disagreements: list[Disagreement] = []
    accounts: list[Account] = []
    account_differences: list[AccountDifference] = []
    causes: Factors = Factors()
    what_went_well: list[Statement] = []
    compliance_impact: list[Compliance] = []
    corrective_actions: list[Action] = []
    lessons: list[Statement] = []
    quotes: list[Quote] = []
    unusual: list[str] = []
