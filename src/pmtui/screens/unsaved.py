"""What could not be saved when the app ends, written to a file elsewhere."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pmtui.draft.writing import write
from pmtui.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def put_elsewhere(waiting: Sequence[Mapping[str, Any]], at: str) -> Path:
    """Write what waits to a file of this moment `at`, an ISO time; returns its path.

    It goes where the app was started, else to the home folder, else where temporary files go.  Where none of them takes
    it, it is printed on standard error, and `Refused` is raised.
    """
    text = json.dumps(list(waiting), ensure_ascii=False, indent=2) + "\n"
    stamp = "".join(letter for letter in at[:19] if letter.isalnum())
    why = Refused("no folder takes a file")
    for folder in (".", "~", tempfile.gettempdir()):
        try:
            return write(text, Path(folder) / f"pmtui-unsaved-{stamp}.json")
        except Refused as refused:
            why = refused
    sys.stderr.write(text)
    raise why
