"""Where one line is typed: a name, a remark, words to look for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from pmtui.reading.plain import one_line, printable

if TYPE_CHECKING:
    from textual.events import Paste


class LineBox(Input):
    """An input that does not blink, and that makes safe what is put in: text that was pasted becomes one line.

    `name` is the widget's id.
    """

    def __init__(self, value: str = "", name: str | None = None, placeholder: str = "") -> None:
        super().__init__(one_line(value), placeholder=placeholder, id=name, select_on_focus=False)
        self.cursor_blink = False

    def replace(self, text: str, start: int, end: int) -> None:
        """Put `text` in the place of some characters."""
        super().replace(" ".join(printable(text).splitlines()), start, end)

    def on_paste(self, event: Paste) -> None:
        """Take all that was pasted, where the input would take its first line alone."""
        event.prevent_default()
        event.stop()
        self.replace(" ".join(event.text.split()), *self.selection)
