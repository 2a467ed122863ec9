"""Which questionnaires are offered for an interview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.errors import Refused
from pmtui.questionnaire import loading
from pmtui.record.fold import is_known

if TYPE_CHECKING:
    from pmtui.questionnaire.shelves import Shelves

FOR_FILES = "imported"
"""The questionnaire that case files walk; nobody is asked it."""


def offered(shelves: Shelves) -> list[tuple[str, str]]:
    """(name, words) of each; one with a mistake is there with its mistake, and hides no other."""
    return [(name, _words(shelves, name)) for name in shelves.names() if name != FOR_FILES]


def _words(shelves: Shelves, name: str) -> str:
    try:
        found = loading.built_in(shelves, name, is_known)
    except Refused as refusal:
        return f"{name}: {refusal}"
    minutes = f", {found.minutes} minutes" if found.minutes else ""
    with_whom = f", with {found.with_whom}" if found.with_whom else ""
    return f"{found.title}: {len(found.questions)} questions{minutes}{with_whom}"
