"""What the actions on questionnaires begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.cli.opening import settings_of
from pmtui.questionnaire import loading
from pmtui.questionnaire.shelves import Shelves
from pmtui.record.fold import is_known

if TYPE_CHECKING:
    from argparse import Namespace

    from pmtui.questionnaire.schema import Questionnaire


def shelves_of(given: Namespace) -> Shelves:
    """Where shared sections and questionnaires come from; no store has to be there."""
    return Shelves.of_store(settings_of(given).store)


def questionnaire_of(given: Namespace, name: str) -> Questionnaire:
    """The questionnaire in the file `name`, or of that name.  Raises `Refused`."""
    return loading.named(name, shelves_of(given), is_known)
