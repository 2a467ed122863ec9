"""`pmtui backup`: the whole store in one file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pmtui.cli.opening import store_of, tell
from pmtui.reading.plain import counted

if TYPE_CHECKING:
    from argparse import Namespace


def run(given: Namespace) -> int:
    """Write it, and say how many incidents are in it."""
    store = store_of(given)
    count = store.back_up(Path(given.file).expanduser())
    tell(store)
    print(f"{counted(count, 'incident')} in {given.file}")
    return 0
