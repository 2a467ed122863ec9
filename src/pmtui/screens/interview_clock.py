"""The interview: how long it has been open, quietly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.errors import Refused
from pmtui.interview.clock import Clock
from pmtui.screens.interview_notes import NotesPage

if TYPE_CHECKING:
    from collections.abc import Sequence

MINUTE = 60.0
"""Seconds from one look at the clock to the next; nothing else is drawn while nobody types."""


class ClockPage(NotesPage):
    """An interview whose head line counts minutes."""

    _agreed: Sequence[str] = ("",)

    async def opened(self) -> None:
        """Count on from the sittings before."""
        try:
            place = self.services.store.place(self._incident, self._interview)
        except Refused:  # a place is worth no message, nor is what was counted there
            place = None
        planned = self.session.view.questionnaire(self._interview).minutes
        self.keeping.clock = Clock.after(place, planned)
        self._show_minutes()
        self.set_interval(MINUTE, self._count)
        await super().opened()

    def _count(self) -> None:
        self._show_minutes()
        self.keeping.stand(self.session.step.place)

    def show_agreed(self, forms: Sequence[str]) -> None:
        """Show what was agreed to beside the minutes."""
        self._agreed = forms
        self._show_minutes()

    def _show_minutes(self) -> None:
        clock, long, short = self.keeping.clock, self._agreed[0], self._agreed[-1]
        if clock is None:
            super().show_agreed(self._agreed)
            return
        pairs = [(clock.words, long), (clock.words, short), (clock.short, short)]
        super().show_agreed([" · ".join(filter(None, pair)) for pair in pairs])
