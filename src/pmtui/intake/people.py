"""People to talk with, and interviews with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmtui.errors import Refused
from pmtui.intake.starting import now
from pmtui.interview.beginning import asked
from pmtui.reading import moments, vocabularies
from pmtui.record.changes import add_interview, add_participant

if TYPE_CHECKING:
    from pmtui.questionnaire.shelves import Shelves
    from pmtui.record.edit import Edit
    from pmtui.store import Store


@dataclass(frozen=True)
class Person:
    """A participant to be, in words."""

    role: str
    name: str | None = None
    function: str | None = None
    zone: str | None = None


def add(store: Store, incident: str, person: Person) -> str:
    """Add a participant; returns the id.  Raises `Refused` without a role, or with a zone that does not exist."""
    role = " ".join(person.role.split())
    if not role:
        raise Refused("a participant needs a role, such as `on-call engineer`; a name is optional")
    zone = moments.zone_or_refuse(person.zone) if person.zone else None
    function = vocabularies.value_or_refuse("function", person.function) if person.function else None

    def put(edit: Edit) -> str:
        return add_participant(edit, role=role, name=person.name or None, function=function, zone=zone)

    return store.change(incident, put)


def begin(store: Store, incident: str, participant: str, questionnaire: str, shelves: Shelves) -> str:
    """Make an interview of `participant` on a questionnaire (a name on `shelves`, or a file); returns the id."""
    snapshot, stamp = asked(questionnaire, shelves), now(store.by)

    def put(edit: Edit) -> str:
        return add_interview(edit, participant, snapshot, stamp)

    return store.change(incident, put)
