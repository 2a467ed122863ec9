"""`pmtui unpack`: a store from a backup."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pmtui.cli.opening import settings_of
from pmtui.reading.plain import counted

if TYPE_CHECKING:
    from argparse import Namespace


def run(given: Namespace) -> int:
    """Make the store; 1 where the backup holds incidents that were damaged when it was made."""
    from pmtui.store.backup import unpack

    target = Path(os.path.realpath(given.into if given.into is not None else settings_of(given).store))
    done = unpack(Path(given.file), target)
    print(f"{counted(done.incidents, 'incident')} in {target}")
    for notice in done.notices:
        print(f"pmtui: {notice}", file=sys.stderr)
    return 1 if done.notices else 0
