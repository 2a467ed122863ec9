"""The form for an event that is made of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.errors import Refused
from pmtui.interview.events import Told
from pmtui.screens.form import Field, FormScreen

if TYPE_CHECKING:
    from collections.abc import Callable


class EventForm(FormScreen):
    """Gives what `keep` returns; `told` is what is known of the event, and `zone` where a time without one is."""

    def __init__(self, title: str, told: Told, zone: str, keep: Callable[[Told], str]) -> None:
        super().__init__()
        self.title_words, self._told, self._zone, self._keep = title, told, zone, keep

    def fields(self) -> list[Field]:
        """What happened, when, and who or what did it."""
        told, zone = self._told, self._zone
        return [
            Field("what", "What happened", "one thing that one role or one system did", told.what),
            Field("when", "When", f"as it was said; in {zone} where no zone is named; may stay empty", told.when),
            Field("actor", "Who or what did it", "one role, or one system; may stay empty", told.actor),
        ]

    def save(self, values: dict[str, str]) -> str:
        """Hand over what the form says."""
        told = Told(**{name: values[name].strip() for name in Told._fields})
        if not told.what:
            raise Refused("say what happened, in a few words")
        return self._keep(told)
