"""Which questionnaires are offered for an interview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.errors import Refused
from pmtui.questionnaire import loading

if TYPE_CHECKING:
    from pathlib import Path

FOR_FILES = "imported"
"""The questionnaire that case files walk; nobody is asked it."""


def offered(folder: Path) -> list[tuple[str, str]]:
    """(name, words) of each; one with a mistake is there with its mistake, and hides no other."""
    return [(name, _words(folder, name)) for name in loading.names(folder) if name != FOR_FILES]


def _words(folder: Path, name: str) -> str:
    try:
        found = loading.built_in(folder, name)
    except Refused as refusal:
        return f"{name}: {refusal}"
    minutes = f", {found.minutes} minutes" if found.minutes else ""
    with_whom = f", with {found.with_whom}" if found.with_whom else ""
    return f"{found.title}: {len(found.questions)} questions{minutes}{with_whom}"
