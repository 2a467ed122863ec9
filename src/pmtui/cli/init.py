"""`pmtui init`: a store, for oneself or for a team."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from pmtui.cli.opening import store_of

if TYPE_CHECKING:
    from argparse import Namespace


def run(given: Namespace) -> int:
    """Make the store where it is not there, share it where a group is named, and say where it lies."""
    store = store_of(given, create=True)
    if given.group is not None:
        store.share(given.group)
    print(store.root)
    if problem := store.warning():
        print(f"pmtui: {problem}", file=sys.stderr)
    return 0
