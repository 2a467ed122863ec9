"""`pmtui doctor`: what is damaged in the store, and how it is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.cli.opening import store_of, tell
from pmtui.errors import Refused

if TYPE_CHECKING:
    from argparse import Namespace

    from pmtui.store import Store


def run(given: Namespace) -> int:
    """Look at every incident, or mend one; 1 where something is wrong."""
    if given.accept_edit and given.repair is None:
        raise Refused("--accept-edit goes with --repair INCIDENT")
    store = store_of(given)
    if given.repair is None:
        return _examine(store)
    for line in store.repair(store.resolve(given.repair), accept_edit=given.accept_edit):
        print(line)
    tell(store)
    return 0


def _examine(store: Store) -> int:
    problem = store.warning()
    is_sound = problem is None
    if problem:
        print(problem)
    for incident in store.ids():
        problems = store.examine(incident)
        is_sound = is_sound and not problems
        for problem in problems or ["sound"]:
            print(f"{incident}: {problem}")
    return 0 if is_sound else 1
