"""Which questionnaires are offered for an interview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.errors import Refused
from pmtui.questionnaire import loading
from pmtui.questionnaire.naming import RECORD
from pmtui.reading.plain import counted
from pmtui.record.asking import Asking
from pmtui.record.fold import is_known

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pmtui.questionnaire.schema import Questionnaire
    from pmtui.questionnaire.shelves import Shelves
    from pmtui.record.view import View

FOR_SOURCES = ("imported", "facts")
"""The questionnaires that case files and other sources walk; nobody is asked them."""


def offered(shelves: Shelves, view: View) -> list[tuple[str, str]]:
    """(path, words) of each that applies to the incident; one with a mistake is there with it, and hides no other."""
    names = [name for name in shelves.names() if name not in FOR_SOURCES]
    return [(str(path), words) for name in names for path, words in _of_name(shelves, name, view)]


def _of_name(shelves: Shelves, name: str, view: View) -> Iterator[tuple[Path, str]]:
    """The questionnaire that counts, after those before it that have mistakes."""
    for path in shelves.paths(name):
        try:
            found = loading.load(path, shelves, is_known)
        except Refused as refusal:
            yield path, f"{name}: {refusal}"
            continue
        if words := _words(found, view):
            yield path, words
        return


def _words(found: Questionnaire, view: View) -> str | None:
    look = Asking(view).of_record
    if found.condition and found.condition.value(lambda named: look(named.removeprefix(RECORD))) is not True:
        return None
    minutes = f", {found.minutes} minutes" if found.minutes else ""
    with_whom = f", with {found.with_whom}" if found.with_whom else ""
    return f"{found.title}: {counted(len(found.questions), 'question')}{minutes}{with_whom}"
