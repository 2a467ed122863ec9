"""`pmtui doctor`: what is wrong in the settings or damaged in the store, and how it is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.cli.opening import settings_of, tell
from pmtui.errors import Refused
from pmtui.store import Store

if TYPE_CHECKING:
    from argparse import Namespace


def run(given: Namespace) -> int:
    """Look at every incident, or mend one; 1 where something is wrong."""
    if given.accept_edit and given.repair is None:
        raise Refused("--accept-edit goes with --repair INCIDENT")
    settings = settings_of(given)
    store = Store.open(settings.store, settings.author)
    if given.repair is None:
        for notice in settings.screen_notices:
            print(notice)
        wrong = bool(settings.notices or settings.screen_notices)
        return max(_examine(store), int(wrong))
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
