"""`pmtui restore`: bring a removed incident back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.cli.opening import store_of

if TYPE_CHECKING:
    from argparse import Namespace


def run(given: Namespace) -> int:
    """Move the incident back into the list."""
    store = store_of(given)
    print(f"restored {store.restore(given.incident)}")
    return 0
