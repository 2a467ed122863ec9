"""The people of an incident in the order in which they are talked with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmtui.errors import Refused
from pmtui.record.changes import THE_INCIDENT, edit_participant
from pmtui.record.documents import Participant
from pmtui.record.names import in_order

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmtui.record.edit import Edit
    from pmtui.record.view import View


def people(view: View) -> list[Participant]:
    """Everybody who was or may be talked with, in that order; those who have no place yet come last."""
    persons = (each for each in view.participants.values() if each.kind == "person")
    return sorted(persons, key=lambda each: _rank(each.id, each.order))


def sources(view: View) -> list[Participant]:
    """Logs, tickets and the like that facts come from, in the order that they were added."""
    return [each for each in view.participants.values() if each.kind == "source"]


def must_take_part(incident: str, who: Participant) -> None:
    """Raise `Refused` where `who` declined or withdrew: only a state that is set on purpose brings them back."""
    if not who.takes_part:
        state = "to_ask" if who.state == "declined" else "talked"
        way = f"`pmtui participant {incident} {who.id} --state {state}`"
        raise Refused(f"{who.id} has {who.state}; another state comes first: {way}")


def must_take_part_now(edit: Edit, participant: str) -> None:
    """The same inside a change; whether there is such a participant at all is asked elsewhere."""
    document = edit.get("participants", participant)
    if document is not None:
        incident = edit.get("incident", THE_INCIDENT) or {}
        must_take_part(incident.get("id", "INCIDENT"), Participant.model_validate(document))


def put_at(edit: Edit, participant: str, place: int) -> None:
    """Talk with `participant` at `place`, counted from 1; the others keep their order around it."""
    known = edit.all("participants")
    others = [
        name
        for name in sorted(known, key=lambda name: _rank(name, known[name].get("order")))
        if _is_person(known[name])
    ]
    others.remove(participant)
    others.insert(max(place, 1) - 1, participant)
    for number, name in enumerate(others, 1):
        if known[name].get("order") != number:
            edit_participant(edit, name, {"order": number})


def _rank(name: str, order: int | None) -> tuple[bool, int, tuple[str, int]]:
    return order is None, order or 0, in_order(name)


def _is_person(document: Mapping[str, Any]) -> bool:
    return bool(document.get("kind", "person") == "person")
