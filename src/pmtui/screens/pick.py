"""A list of which one entry is likely: the cursor stands on it, and digits choose as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import OptionList

from pmtui.screens.choose import Choose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.events import Key

DIGITS = 9


class Pick(Choose):
    """`Choose` with the cursor on the entry `likely`; the first nine have a digit before them."""

    def __init__(
        self, title: str, entries: Sequence[tuple[str, str]], about: str = "", likely: str | None = None
    ) -> None:
        numbered = [
            (name, f"{at} {words}" if at <= DIGITS else f"· {words}") for at, (name, words) in enumerate(entries, 1)
        ]
        super().__init__(title, numbered, about)
        self._likely = likely

    def on_mount(self) -> None:
        """Put the cursor on what is likely."""
        listing = self.query_one(OptionList)
        at = next((at for at, (name, _) in enumerate(self._entries) if name == self._likely), 0)
        listing.highlighted = at

    def on_key(self, event: Key) -> None:
        """A digit chooses."""
        if event.character and event.character in "123456789" and int(event.character) <= len(self._entries):
            event.stop()
            self.dismiss(self._entries[int(event.character) - 1][0])
