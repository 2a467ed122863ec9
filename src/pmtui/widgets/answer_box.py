"""Where an answer is typed: plain text with blaming passages underlined."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from textual.geometry import Offset
from textual.message import Message

from pmtui.reading.plain import marked, printable
from pmtui.widgets.changed_rows import ChangedRows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.text import Text
    from textual.events import Key, Paste

    from pmtui.blame import Flag

    Checker = Callable[[str], Sequence[Flag]]


class AnswerBox(ChangedRows):
    """A text area that underlines flags."""

    @dataclass
    class Entered(Message):
        """`enter` was pressed in an answer that may end with it."""

        box: AnswerBox

    def __init__(self, check: Checker) -> None:
        super().__init__(soft_wrap=True, tab_behavior="focus", compact=True, highlight_cursor_line=False)
        self.cursor_blink = False
        self.one_line = False
        """Whether the answer is one line; what is typed below each other is joined with spaces."""
        self.may_end = False
        """Whether `enter` is told instead of beginning a line: the answer is a number, a time or the like."""
        self._check = check
        self._checked: str | None = ""
        self._found: Sequence[Flag] = ()
        self._begins = [0]

    @property
    def words(self) -> str:
        """What is typed, as the answer that it is."""
        return " ".join(line.strip() for line in self.text.strip().splitlines()) if self.one_line else self.text

    def check_with(self, check: Checker) -> None:
        """Use another check, such as one that knows the people of this incident."""
        self._check, self._checked, self._found = check, "", ()

    def check_again(self) -> None:
        """Look for flags anew, although the text is the same."""
        self._checked = None
        self.refresh()

    def put_in(self, start: int, end: int, words: str) -> None:
        """Put `words` in the place of some characters of the text; `undo` takes that back."""
        self.replace(words, self._location(start), self._location(end), maintain_selection_offset=False)

    def _location(self, offset: int) -> tuple[int, int]:
        for row, line in enumerate(self.document.lines):
            if offset <= len(line):
                return row, offset
            offset -= len(line) + len(self.document.newline)
        return self.document.end

    @property
    def flags(self) -> Sequence[Flag]:
        """The flags of the whole text, with offsets in characters of it; looked for once for each text."""
        text = self.text
        if text != self._checked:
            self._checked, self._found = text, self._check(text)
            lengths = (len(line) + len(self.document.newline) for line in self.document.lines)
            self._begins = [0, *accumulate(lengths)]
        return self._found

    def marks(self) -> Sequence[tuple[int, int]]:
        """Where flags are underlined."""
        return [(flag.start, flag.end) for flag in self.flags]

    @property
    def offset_of_cursor(self) -> int:
        """Where the cursor stands, in characters of the text."""
        row, column = self.cursor_location
        return sum(len(line) + len(self.document.newline) for line in self.document.lines[:row]) + column

    def put_cursor(self, offset: int) -> None:
        """Put the cursor at a character of the text."""
        self.cursor_location = self._location(offset)

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Show the cursor; where what it stood in was taken back, it is shown once it stands somewhere."""
        # Textual 8.2 takes lines back, hides the scroll bar, and looks for the cursor before it has moved it.
        if self.cursor_location[0] >= self.document.line_count:
            return Offset(0, 0)
        return super().scroll_cursor_visible(center, animate)

    def get_line(self, line_index: int) -> Text:
        """A line of the text, its flags underlined."""
        line = super().get_line(line_index)
        words = line.plain
        line.plain = marked(words)
        for flag in self.flags:
            begin = self._begins[line_index] if line_index < len(self._begins) else len(self.text)
            if flag.end > begin and flag.start < begin + len(words):
                line.stylize("underline", max(flag.start - begin, 0), flag.end - begin)
        return line

    def action_delete_to_start_of_line(self) -> None:
        """Delete back to the beginning of the line as it was typed, not of the row that it is shown on."""
        row, column = self.cursor_location
        self._cut((row, 0) if column else self.get_cursor_left_location())

    def action_delete_to_end_of_line(self) -> None:
        """Delete to the end of the line as it was typed."""
        row, column = self.cursor_location
        end = len(self.document.get_line(row))
        self._cut((row, end) if column < end else self.get_cursor_right_location())

    def _cut(self, to: tuple[int, int]) -> None:
        if not self.read_only:
            self.delete(*sorted((self.cursor_location, to)), maintain_selection_offset=False)

    def take_typed(self, letters: str) -> None:
        """Put in several letters that were typed, as if one came after the other."""
        self.replace(letters, *self.selection, maintain_selection_offset=False)

    def on_paste(self, event: Paste) -> None:
        """Make safe what is pasted: codes that a terminal obeys would hide what stands behind them."""
        event.text = " ".join(event.text.split()) if self.one_line else event.text
        event.text = printable(event.text)

    async def _on_key(self, event: Key) -> None:
        if self.may_end and event.key == "enter":
            event.prevent_default()
            event.stop()
            self.post_message(self.Entered(self))
            return
        await super()._on_key(event)
