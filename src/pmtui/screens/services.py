"""What every screen is given: the store, saving, and the folders of data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from pmtui.blame import Rules
    from pmtui.interview.probes import Probes
    from pmtui.questionnaire.shelves import Shelves
    from pmtui.record.view import View
    from pmtui.screens.saving import Saver
    from pmtui.store import Store


@dataclass
class Services:
    """Handed from screen to screen, so that no screen looks for the app."""

    store: Store
    saver: Saver
    cache: Path
    shelves: Shelves
    examples: Path
    rules_folder: Path
    zone: str
    """The time zone of new incidents, where the person said so."""

    @cached_property
    def rules(self) -> Rules:
        """The rules of the blame check, read when they are first needed."""
        from pmtui import blame

        rules, fault = blame.usable(self.rules_folder)
        if fault:
            self.store.notices.append(" ".join(fault.splitlines()))
        return rules

    @cached_property
    def probes(self) -> tuple[Probes, ...]:
        """The follow-up questions by kind of statement, read when they are first needed."""
        from pmtui.interview import probes

        found, fault = probes.usable(self.store.root / "probes")
        if fault:
            self.store.notices.append(" ".join(fault.splitlines()))
        return found

    def view(self, incident: str) -> View:
        """An incident as the store holds it now.  Raises `Refused` where it cannot be read."""
        from pmtui.record.view import View

        return View(self.store.view(incident))
