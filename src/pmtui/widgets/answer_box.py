"""Where an answer is typed: plain text with blaming passages underlined."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea

from pmtui.reading.plain import marked, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.text import Text
    from textual.events import Key, Paste

    from pmtui.blame import Flag

    Checker = Callable[[str], Sequence[Flag]]

LINES_REMEMBERED = 4096


class AnswerBox(TextArea):
    """A text area that underlines flags.  Each paragraph is checked by itself, and again only when it changed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # The text area would take these; here they belong to the screen.
        Binding("ctrl+f", "screen.next_flag", show=False),
    ]

    @dataclass
    class Entered(Message):
        """`enter` was pressed in an answer of one line."""

        box: AnswerBox

    def __init__(self, check: Checker) -> None:
        super().__init__(soft_wrap=True, tab_behavior="focus", compact=True, highlight_cursor_line=False)
        self.cursor_blink = False
        self.one_line = False
        self._flags_of = lru_cache(LINES_REMEMBERED)(check)

    def check_with(self, check: Checker) -> None:
        """Use another check, such as one that knows the people of this incident."""
        self._flags_of = lru_cache(LINES_REMEMBERED)(check)

    @property
    def flags(self) -> list[Flag]:
        """The flags of the whole text, with offsets in characters of it."""
        found, offset = [], 0
        for line in self.document.lines:
            found += [replace(flag, start=flag.start + offset, end=flag.end + offset) for flag in self._flags_of(line)]
            offset += len(line) + len(self.document.newline)
        return found

    @property
    def offset_of_cursor(self) -> int:
        """Where the cursor stands, in characters of the text."""
        row, column = self.cursor_location
        return sum(len(line) + len(self.document.newline) for line in self.document.lines[:row]) + column

    def put_cursor(self, offset: int) -> None:
        """Put the cursor at a character of the text."""
        for row, line in enumerate(self.document.lines):
            if offset <= len(line):
                self.cursor_location = (row, offset)
                return
            offset -= len(line) + len(self.document.newline)
        self.cursor_location = self.document.end

    def get_line(self, line_index: int) -> Text:
        """A line of the text, its flags underlined."""
        line = super().get_line(line_index)
        words = line.plain
        line.plain = marked(words)
        for flag in self._flags_of(words):
            line.stylize("underline", flag.start, flag.end)
        return line

    def on_paste(self, event: Paste) -> None:
        """Make safe what is pasted: codes that a terminal obeys would hide what stands behind them."""
        event.text = " ".join(event.text.split()) if self.one_line else event.text
        event.text = printable(event.text)

    async def _on_key(self, event: Key) -> None:
        if self.one_line and event.key == "enter":
            event.prevent_default()
            event.stop()
            self.post_message(self.Entered(self))
            return
        await super()._on_key(event)
