"""A long text to read, with some lines in bold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import TextArea

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from rich.text import Text


class ReadingBox(TextArea):
    """Lines to scroll through; only those in sight are laid out, so that a long draft opens at once."""

    def __init__(self) -> None:
        super().__init__(read_only=True, soft_wrap=True, compact=True, show_cursor=False, highlight_cursor_line=False)
        self.cursor_blink = False
        self._strong: Collection[int] = ()

    def show_lines(self, lines: Sequence[str], strong: Collection[int] = ()) -> None:
        """Show `lines`, those numbered in `strong` in bold."""
        self._strong = strong
        self.load_text("\n".join(lines))

    def get_line(self, line_index: int) -> Text:
        """A line of the text."""
        line = super().get_line(line_index)
        if line_index in self._strong:
            line.stylize("bold")
        return line
