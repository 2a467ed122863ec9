"""Which questionnaires are offered for an interview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.errors import Refused
from pmtui.questionnaire import loading
from pmtui.questionnaire.naming import RECORD
from pmtui.record.asking import Asking
from pmtui.record.fold import is_known

if TYPE_CHECKING:
    from pmtui.questionnaire.shelves import Shelves
    from pmtui.record.view import View

FOR_FILES = "imported"
"""The questionnaire that case files walk; nobody is asked it."""


def offered(shelves: Shelves, view: View) -> list[tuple[str, str]]:
    """(name, words) of each that applies to the incident; one with a mistake is there with it, and hides no other."""
    listed = ((name, _words(shelves, name, view)) for name in shelves.names() if name != FOR_FILES)
    return [(name, words) for name, words in listed if words]


def _words(shelves: Shelves, name: str, view: View) -> str | None:
    try:
        found = loading.built_in(shelves, name, is_known)
    except Refused as refusal:
        return f"{name}: {refusal}"
    look = Asking(view).of_record
    if found.condition and found.condition.value(lambda named: look(named.removeprefix(RECORD))) is not True:
        return None
    minutes = f", {found.minutes} minutes" if found.minutes else ""
    with_whom = f", with {found.with_whom}" if found.with_whom else ""
    return f"{found.title}: {len(found.questions)} questions{minutes}{with_whom}"
