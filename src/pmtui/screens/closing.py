"""What is still open before an interview ends; what is typed over it is what they had to add."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding

from pmtui import keys
from pmtui.reading.plain import one_line
from pmtui.screens.choose import Choose
from pmtui.widgets.typeahead import KeysInOrder

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.events import Key, Paste

TYPED: Final = "typed:"
"""Begins what it gives where words are typed instead of an entry chosen."""

LEAVE: Final = "leave"
"""What it gives where the interview is left, as on the page below."""


class Closing(Choose):
    """`Choose`, which gives the first letter of words that are typed, behind `TYPED`, or `LEAVE`."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "leave", show=False, priority=True)]

    def action_leave(self) -> None:
        """Leave the interview."""
        self.dismiss(LEAVE)

    async def on_key(self, event: Key) -> None:
        """A letter begins words; the key that closes the list does where another follows it."""
        letter = event.character
        if not letter or not event.is_printable or letter == " ":
            return
        if letter == keys.key("close", "list") and not await self._is_word():
            return
        event.stop()
        self.dismiss(f"{TYPED}{letter}")

    def on_paste(self, event: Paste) -> None:
        """What is pasted is words, too."""
        event.stop()
        self.dismiss(f"{TYPED}{one_line(event.text)}")

    async def _is_word(self) -> bool:
        return isinstance(self.app, KeysInOrder) and await self.app.is_text_coming()
