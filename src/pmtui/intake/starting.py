"""A new incident from what a person fills in, and changes to what it says of itself."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from pmtui.errors import Refused
from pmtui.reading import moments, vocabularies, zones
from pmtui.reading.plain import quoted
from pmtui.record.changes import Stamp, add_incident, edit_incident
from pmtui.record.documents import Incident
from pmtui.record.names import checked_incident_id, incident_id
from pmtui.record.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pmtui.store import Store


@dataclass(frozen=True)
class Form:
    """What a person says of an incident, as words; ``None`` where nothing is said, empty where it is taken back."""

    title: str | None = None
    severity: str | None = None
    state: str | None = None
    noticed: str | None = None
    basis: str | None = None
    """How sure the time is: one of the list `time_basis`."""
    zone: str | None = None
    summary: str | None = None


def now(by: str) -> Stamp:
    """This moment, and who is at the keyboard."""
    return Stamp(datetime.now(UTC).isoformat(timespec="milliseconds"), by)


def start(store: Store, form: Form, name: str | None = None) -> str:
    """Make a new incident; returns its id, from its day and title unless `name` gives one.

    Raises `Refused` where the title or the zone is missing, or a value does not fit.
    """
    if not (form.title or "").strip():
        raise Refused("an incident needs a title; say in a few words what happened")
    if not (form.zone or "").strip():
        raise Refused("an incident needs a time zone such as Europe/Berlin; times without a zone are read in it")
    stamp = now(store.by)
    with about("zone"):
        today = _today(stamp, form.zone or "")
    fields = read(form, noticed_zone=form.zone or "", today=today)
    at = (fields.get("noticed") or {}).get("at")
    day = date.fromisoformat(at[:10]) if at else _today(stamp, fields["zone"])
    taken = {*store.ids(), *store.removed()}
    chosen = checked_incident_id(name) if name is not None else incident_id(fields["title"], day, taken)
    incident = Incident(id=chosen, created=stamp.at, **{"state": "open", **fields})
    store.create(chosen, lambda edit: add_incident(edit, incident))
    return chosen


def change(store: Store, incident: str, form: Form) -> None:
    """Set what `form` names; the rest stays.  Raises `Refused` where a value does not fit."""
    before = View(store.view(incident)).incident
    zone = form.zone or before.zone
    fields = read(form, noticed_zone=zone, today=_today(now(store.by), moments.zone_or_refuse(zone)))
    if form.basis is not None and form.noticed is None:
        if before.noticed is None:
            raise Refused("how sure is what? say first when it was noticed")
        fields["noticed"] = {**before.noticed, "basis": _basis(form.basis)}
    store.change(incident, lambda edit: edit_incident(edit, fields))


def read(form: Form, *, noticed_zone: str, today: date) -> dict[str, Any]:
    """The fields of the incident's document that `form` sets.  Raises `Refused` where a value does not fit."""
    fields: dict[str, Any] = {}
    if form.title is not None:
        with about("title"):
            fields["title"] = _filled("title", form.title)
    if form.zone is not None:
        with about("zone"):
            fields["zone"] = moments.zone_or_refuse(_filled("zone", form.zone))
    for name, listed in (("severity", "severity"), ("state", "record_state")):
        value = getattr(form, name)
        if value is not None:
            with about(name):
                if not value and name == "state":
                    raise Refused("the state cannot be empty")
                fields[name] = vocabularies.value_or_refuse(listed, value) if value else None
    if form.summary is not None:
        fields["summary"] = form.summary.strip() or None
    if form.noticed is not None:
        with about("noticed"):
            fields["noticed"] = _noticed(form, moments.zone_or_refuse(noticed_zone), today)
    return fields


@contextmanager
def about(field: str) -> Iterator[None]:
    """Name the field of the form that a refusal in the block is about."""
    try:
        yield
    except Refused as refusal:
        refusal.about = refusal.about or field
        raise


def _filled(name: str, words: str) -> str:
    if not words.strip():
        raise Refused(f"the {name} cannot be empty")
    return " ".join(words.split())


def _noticed(form: Form, zone: str, today: date) -> Mapping[str, Any] | None:
    words = (form.noticed or "").strip()
    if not words:
        return None
    moment = moments.read_moment(words, zone=zone, first_day=today, spoken_on=today)
    if moment.ask:
        way_out = "" if "?" in moment.ask else " Write it as 2026-03-14 14:05, or as 2026-03-14."
        raise Refused(f"first noticed: {quoted(words)}: {moment.ask}{way_out}")
    return {**moments.as_dict(moment), "basis": _basis(form.basis) or moment.basis}


def _basis(words: str | None) -> str | None:
    with about("basis"):
        return vocabularies.value_or_refuse("time_basis", words) if words else None


def _today(stamp: Stamp, zone: str) -> date:
    return datetime.fromisoformat(stamp.at).astimezone(zones.place(moments.zone_or_refuse(zone))).date()
