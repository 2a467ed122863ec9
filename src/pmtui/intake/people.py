"""People to talk with, sources of facts, and interviews with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from pmtui.errors import Refused
from pmtui.intake.starting import about, now
from pmtui.interview.beginning import asked
from pmtui.reading import moments, vocabularies
from pmtui.reading.plain import quoted
from pmtui.record.changes import add_interview, add_participant, edit_participant
from pmtui.record.corrections import confirm_account
from pmtui.record.people import must_take_part_now, put_at
from pmtui.record.view import View

if TYPE_CHECKING:
    from collections.abc import Callable

    from pmtui.questionnaire.shelves import Shelves
    from pmtui.record.edit import Edit
    from pmtui.store import Store


@dataclass(frozen=True)
class Person:
    """What is said of a participant, as words; ``None`` where nothing is said, empty where it is taken back."""

    role: str | None = None
    name: str | None = None
    function: str | None = None
    zone: str | None = None
    reason: str | None = None
    order: str | None = None
    """Their place among those to talk with, from 1; the others move on."""
    state: str | None = None


def add(store: Store, incident: str, person: Person, *, kind: Literal["person", "source"] = "person") -> str:
    """Add a participant; returns the id.  Raises `Refused` without a role, or where something does not fit."""
    if person.role is None:
        raise Refused(NO_ROLE)
    fields, order = read(person), _place(person.order)
    if kind == "source" and order is not None:
        raise Refused("a source has no place among those to talk with; leave the order out")

    def put(edit: Edit) -> str:
        name = add_participant(edit, kind=kind, **fields)
        if order is not None:
            put_at(edit, name, order)
        return name

    return store.change(incident, put)


def change(store: Store, incident: str, participant: str, person: Person) -> None:
    """Set what `person` names; the rest stays.  Raises `Refused` where it does not fit.

    Whose account is said to be confirmed confirmed it as it stands, which nobody does who declined or withdrew.
    """
    who = View(store.view(incident)).participant(participant)
    fields, order = read(person), _place(person.order)
    if who.kind == "source" and order is not None:
        raise Refused(f"{who.id} is a source and has no place among those to talk with; leave the order out")
    stamp = now(store.by)

    def put(edit: Edit) -> None:
        if fields.get("state") == "confirmed":
            confirm_account(edit, who.id, stamp)
        if fields:
            edit_participant(edit, who.id, fields)
        if order is not None:
            put_at(edit, who.id, order)

    store.change(incident, put)


def read(person: Person) -> dict[str, Any]:
    """The fields of a participant's document that `person` sets.  Raises `Refused` where a value does not fit."""
    checks: dict[str, Callable[[str], Any]] = {
        "role": _role,
        "name": _line,
        "function": lambda words: vocabularies.value_or_refuse("function", words) if words.strip() else None,
        "zone": lambda words: moments.zone_or_refuse(words.strip()) if words.strip() else None,
        "reason": _line,
        "state": lambda words: vocabularies.value_or_refuse("participant_state", words),
    }
    fields = {}
    for name, check in checks.items():
        words = getattr(person, name)
        if words is not None:
            with about(name):
                fields[name] = check(words)
    return fields


NO_ROLE = "a participant needs a role, such as `on-call engineer`; a name is optional"


def _role(words: str) -> str:
    role = " ".join(words.split())
    if not role:
        raise Refused(NO_ROLE)
    return role


def _line(words: str) -> str | None:
    return " ".join(words.split()) or None


def _place(words: str | None) -> int | None:
    if words is None or not words.strip():
        return None
    with about("order"):
        number = words.strip()
        if not (number.isascii() and number.isdecimal() and len(number) < 9 and int(number)):
            raise Refused(f"{quoted(words)} is no place in an order; write a number from 1")
        return int(number)


def begin(store: Store, incident: str, participant: str, questionnaire: str, shelves: Shelves) -> str:
    """Make an interview of `participant` on a questionnaire (a name on `shelves`, or a file); returns the id.

    Raises `Refused` where they declined or withdrew, or there is no such participant or questionnaire.
    """
    snapshot, stamp = asked(questionnaire, shelves), now(store.by)

    def put(edit: Edit) -> str:
        must_take_part_now(edit, participant)
        return add_interview(edit, participant, snapshot, stamp)

    return store.change(incident, put)
