"""`pmtui participant`: add somebody to talk with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.cli.opening import store_of

if TYPE_CHECKING:
    from argparse import Namespace


def run(given: Namespace) -> int:
    """Save the participant and print the id."""
    from pmtui.intake.people import Person, add

    store = store_of(given)
    person = Person(given.role, given.name, given.function, given.zone)
    print(add(store, store.resolve(given.incident), person))
    return 0
