"""`pmtui remove`: take an incident out of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.cli.opening import store_of

if TYPE_CHECKING:
    from argparse import Namespace


def run(given: Namespace) -> int:
    """Move the incident to the folder of removed ones, and say how to bring it back."""
    store = store_of(given)
    incident = store.resolve(given.incident)
    store.remove(incident)
    print(f"removed {incident}; `pmtui restore {incident}` brings it back")
    return 0
