"""`pmtui participant`: add somebody to talk with, or change what is known of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.cli.opening import store_of
from pmtui.errors import Refused

if TYPE_CHECKING:
    from argparse import Namespace

FIELDS = ("role", "name", "function", "zone", "reason", "order", "state")


def run(given: Namespace) -> int:
    """Save a new participant and print the id, or the fields that were named of one that is there."""
    from pmtui.intake.people import NO_ROLE, Person, add, change, read
    from pmtui.record.withdrawing import MEANING, WITHDRAWN

    person = Person(**{name: getattr(given, name) for name in FIELDS})
    if given.participant is None:
        if given.role is None:
            raise Refused(f"--role is missing: {NO_ROLE}")
        store = store_of(given)
        print(add(store, store.resolve(given.incident), person, kind="source" if given.source else "person"))
        return 0
    if given.source:
        raise Refused("--source goes with a new one; whether it is a person or a source stays")
    if person == Person():
        raise Refused("nothing to change; name a field such as --state agreed")
    store = store_of(given)
    change(store, store.resolve(given.incident), given.participant, person)
    if read(person).get("state") == WITHDRAWN:
        print(f"{given.participant} withdrew. {MEANING}")
    return 0
