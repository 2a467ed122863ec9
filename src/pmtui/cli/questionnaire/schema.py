"""`pmtui questionnaire schema`: the JSON Schema with which an editor helps to write one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace


def run(_: Namespace) -> int:
    """Print it."""
    from pmtui.questionnaire.editing import schema

    print(json.dumps(schema(), indent=2))
    return 0
