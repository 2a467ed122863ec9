"""`pmtui questionnaire`: what those who write questionnaires need."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from pmtui.errors import Refused

if TYPE_CHECKING:
    from argparse import Namespace

FILES = {"lint": "FILE...", "preview": "FILE", "outline": "FILE", "test": "FILE", "diff": "OLD NEW"}
"""The files that an action takes; the others take none."""

FORMATS = {"lint": ("text", "json", "github"), "list": ("text", "json"), "coverage": ("text", "json")}


def run(given: Namespace) -> int:
    """Do what is asked; 1 where something was found, 2 where a file cannot be used."""
    action, wanted = given.action, FILES.get(given.action, "")
    fits = {"": not given.files, "FILE...": bool(given.files), "FILE": len(given.files) == 1}
    if not fits.get(wanted, len(given.files) == 2):
        usage = f"pmtui questionnaire {action} {wanted}".rstrip()
        raise Refused(f"{'give' if wanted else 'leave out'} the file names: `{usage}`")
    if given.against is not None and action != "lint":
        raise Refused("--against OLD goes with lint; diff takes two files")
    if given.standard is not None and action != "coverage":
        raise Refused("--standard goes with coverage")
    if given.format not in FORMATS.get(action, ("text",)):
        raise Refused(f"{action} has no format {given.format}; leave --format out")
    module = import_module(f"pmtui.cli.questionnaire.{'examples' if action == 'test' else action}")
    status: int = module.run(given)
    return status
