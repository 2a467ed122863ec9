"""A case file becomes an incident: its facts are the answers of one interview, each account those of another.

The facts' participant is the case file itself.  All walk the built-in questionnaire `imported`; an answer that the file
does not give is not made up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from pmtui.intake.case import Case
from pmtui.reading import moments, vocabularies, yaml
from pmtui.reading.checking import checked
from pmtui.record.changes import Given, Place, Snapshot, Stamp, add_incident, add_interview, add_participant, put_answer
from pmtui.record.documents import Incident
from pmtui.record.names import item_id

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pmtui.intake import case as of
    from pmtui.record.edit import Edit


@dataclass(frozen=True)
class Fact:
    """One answer to be: a question of `imported`, the item that it speaks about, and the value."""

    question: str
    item: str | None
    value: Any


def load_case(path: Path) -> Case:
    """The case in the file at `path`.

    Raises `Refused` with one line for each mistake, each with line and column: a key that is not known, one that is
    missing, a value that does not fit, a zone that does not exist.
    """
    return checked(Case, yaml.read(path))


def import_case(edit: Edit, case: Case, asked: Snapshot, stamp: Stamp) -> None:
    """Put the whole of `case` into a new incident; `asked` is the questionnaire `imported`."""
    detected = case.dates.detected
    add_incident(
        edit,
        Incident(
            id=case.id,
            title=case.title,
            severity=case.severity.level if case.severity else None,
            zone=case.zone,
            summary=case.summary,
            noticed=_moment(detected.at, detected.precision) if detected else None,
            created=stamp.at,
        ),
    )
    taken: set[str] = set()
    source = add_participant(edit, role=f"case file {case.id}", kind="source")
    _interview(edit, source, asked, stamp, _facts(case, taken))
    # What a case file retells was published, under a role.
    published = {"quote": True, "named": False, "readers": "anyone", "at": stamp.at, "by": f"case file {case.id}"}
    for account in case.accounts:
        participant = add_participant(edit, role=account.role, alias=account.id, consent=published)
        _interview(edit, participant, asked, stamp, _account(account, taken))


def _interview(edit: Edit, participant: str, asked: Snapshot, stamp: Stamp, facts: Iterator[Fact]) -> None:
    name = add_interview(edit, participant, asked, stamp, state="ended")
    for fact in facts:
        put_answer(edit, name, Place(fact.question, fact.item), Given("answered", fact.value), stamp)


@dataclass(frozen=True)
class _Items:
    """Makes the facts of one kind of item; `taken` holds the ids of all kinds."""

    kind: str
    taken: set[str]

    def of(self, item: of.Item, **values: Any) -> Iterator[Fact]:
        """The facts of a new item."""
        name = item_id(self.kind, self.taken)
        self.taken.add(name)
        return _fields(self.kind, name, item, **values)


def _fields(prefix: str, about: str | None, item: of.Item, /, **values: Any) -> Iterator[Fact]:
    # A file has one word for what a fact rests on and for who stands behind it.
    word = "standing" if item.basis in _standings() and prefix != "account" else "basis"
    values |= {word: item.basis, "note": item.note, "sources": "\n".join(item.source)}
    for field, value in values.items():
        if value not in (None, "", []):
            yield Fact(f"{prefix}_{field}", about, value)


@cache
def _standings() -> frozenset[str]:
    return frozenset(each.id for each in vocabularies.values("statement_status"))


def _account(account: of.Account, taken: set[str]) -> Iterator[Fact]:
    yield from _fields("account", None, account, told=account.text, cause_view=account.cause_view, mark=account.mark)
    mention = _Items("mention", taken)
    for said in account.moments:
        at = _moment(said.at, said.precision, words=said.words) if said.at else _words_alone(said.words)
        yield from mention.of(said, at=at, of=said.of)


def _facts(case: Case, taken: set[str]) -> Iterator[Fact]:
    yield from _about_the_incident(case, taken)
    yield from _about_systems(case, taken)
    yield from _about_the_course(case, taken)
    yield from _about_what_follows(case, taken)


def _about_the_incident(case: Case, taken: set[str]) -> Iterator[Fact]:
    for field, value in (("aiid", case.aiid_id), ("scale", case.scale)):
        if value is not None:
            yield Fact(f"reference_{field}", None, value)
    if case.severity:
        yield from _fields("severity", None, case.severity, why=case.severity.why)
    milestone = _Items("milestone", taken)
    for name in type(case.dates).model_fields:
        point: of.Milestone | None = getattr(case.dates, name)
        if point:
            yield from milestone.of(point, name=name, at=_moment(point.at, point.precision))
    parties = [("organisation", case.organisation), *(("other party", party) for party in case.other_parties)]
    for relation, each in parties:
        if each:
            words = {"name": each.name, "role": each.role, "sector": each.sector, "country": each.country}
            yield from _Items("party", taken).of(each, relation=relation, **words)
    publication = _Items("publication", taken)
    for read in case.sources:
        words = {name: getattr(read, name) for name in ("url", "title", "publisher", "published", "kind")}
        yield from publication.of(read, label=read.id, extent=read.read, **words)


def _about_systems(case: Case, taken: set[str]) -> Iterator[Fact]:
    system, layer = _Items("system", taken), _Items("provenance", taken)
    for each in case.systems_affected:
        yield from system.of(each, name=each.name, kind=each.kind, effect=each.effect)
    known = case.ai_provenance
    for name in ("model", "prompt", "config", "data", "provider"):
        if getattr(known, name):
            yield from layer.of(known, layer=name, what=getattr(known, name))
    for what in known.unknown:
        yield from layer.of(known, layer="unknown", what=what)
    if not any((known.model, known.prompt, known.config, known.data, known.provider, known.unknown)):
        yield from layer.of(known)
    asset, impact = _Items("data", taken), _Items("impact", taken)
    for data in case.data_affected:
        words = {name: getattr(data, name) for name in ("what", "personal_data", "sensitivity", "amount", "change")}
        yield from asset.of(data, **words)
    for people in case.people_affected:
        yield from impact.of(people, group=people.group, count=people.count, share=people.share)


def _about_the_course(case: Case, taken: set[str]) -> Iterator[Fact]:
    seen = case.detection
    if seen:
        at = _moment(seen.at, seen.precision) if seen.at else None
        yield from _fields("detection", None, seen, how=seen.how, seen_by=seen.by, delay=seen.delay, at=at)
    event, topic, quote = _Items("event", taken), _Items("disagreement", taken), _Items("quote", taken)
    for each in case.timeline:
        marks = [mark for mark in ("disputed", "derived") if getattr(each, mark)]
        yield from event.of(each, at=_event_moment(each), what=each.what, clock=each.clock, marks=marks)
    for about in case.disagreements:
        versions = "\n".join(" ".join(version.split()) for version in about.versions)
        yield from topic.of(about, about=about.about, versions=versions, settled=about.settled)
    for words in case.quotes:
        yield from quote.of(words, text=words.text, said_by=words.by)


def _about_what_follows(case: Case, taken: set[str]) -> Iterator[Fact]:
    for level in ("technical", "process", "governance"):
        for factor in getattr(case.causes, level):
            yield from _Items(level, taken).of(factor, what=factor.what)
    help_, regime = _Items("went_well", taken), _Items("compliance", taken)
    action, lesson = _Items("action", taken), _Items("lesson", taken)
    for helped in case.what_went_well:
        yield from help_.of(helped, what=helped.what)
    for under in case.compliance_impact:
        at = _moment(under.at, None) if under.at else None
        yield from regime.of(under, regime=under.regime, what=under.what, outcome=under.outcome, at=at)
    for to_do in case.corrective_actions:
        words = {name: getattr(to_do, name) for name in ("what", "kind", "owner_basis", "due_note", "status")}
        due = moments.as_dict(_read(to_do.due, case)) if to_do.due else None
        yield from action.of(to_do, owner=to_do.owner_role, due=due, **words)
    for learnt in case.lessons:
        yield from lesson.of(learnt, what=learnt.what)


def _read(words: str, case: Case) -> moments.Moment:
    start = case.dates.start or case.dates.detected
    first_day = date.fromisoformat(start.at[:10]) if start else None
    return moments.read_moment(words, zone=case.zone, first_day=first_day, spoken_on=None)


def _event_moment(event: of.Event) -> dict[str, Any]:
    relative = {"to": event.relative.to, "seconds": event.relative.seconds} if event.relative else None
    return _moment(event.at, event.precision, words=event.words, until=event.until, relative_to=relative)


def _moment(at: str, precision: str | None, *, words: str | None = None, **rest: Any) -> dict[str, Any]:
    """A moment from a stamp."""
    finest = precision or _precision(at)
    moment = {"words": words or at, "at": at, "until": None, "open": None, "precision": finest, "basis": None}
    return {**moment, "zone": None, "relative_to": None, **rest}


def _precision(at: str) -> str:
    # Where the file says none: midnight is filler for a day, and a full minute for what lies within it.
    stamp = datetime.fromisoformat(at)
    if stamp.second or stamp.microsecond:
        return "second"
    return "minute" if stamp.hour or stamp.minute else "day"


def _words_alone(words: str) -> dict[str, Any]:
    return {"words": words, "at": None, "until": None, "open": None, "precision": None, "basis": None, "zone": None}
