"""A list whose line under the cursor is seen in any number of colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widgets import OptionList

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.widgets.option_list import Option

MARK = 0
"""The number of the background (black) that the stylesheet gives to the line under the cursor."""

TURNED = Style(reverse=True)


class Listing(OptionList):
    """An option list that turns the colours of the line under the cursor round.

    The stylesheet cannot: Textual resolves `reverse` into two colours, and a terminal that has only its own, or none,
    would show nothing.
    """

    def show(self, lines: Sequence[Option]) -> None:
        """Show `lines`; the cursor stays on the line with the same id, and nothing happens where all are the same."""
        before = [(each.id, each.prompt, each.disabled) for each in self.options]
        if [(each.id, each.prompt, each.disabled) for each in lines] == before:
            return
        at, top = self.highlighted, self.scroll_offset.y
        name = None if at is None else before[at][0]
        self.clear_options()
        self.add_options(lines)
        ids = [each.id for each in lines]
        if lines:
            self.highlighted = ids.index(name) if name in ids else min(at or 0, len(lines) - 1)
        self.scroll_to(y=top, animate=False)

    def action_cursor_down(self) -> None:
        """Go to the next line; the last one is the end."""
        self._step(super().action_cursor_down, 1)

    def action_cursor_up(self) -> None:
        """Go to the line before; the first one is the end."""
        self._step(super().action_cursor_up, -1)

    def _step(self, move: Callable[[], None], direction: int) -> None:
        at = self.highlighted
        move()
        if at is not None and self.highlighted is not None and (self.highlighted - at) * direction < 0:
            self.highlighted = at

    def render_line(self, y: int) -> Strip:
        """A line of the list."""
        strip = super().render_line(y)
        if not any(_is_marked(segment.style) for segment in strip):
            return strip
        return Strip([Segment(segment.text, TURNED, segment.control) for segment in strip], strip.cell_length)


def _is_marked(style: Style | None) -> bool:
    return style is not None and style.bgcolor is not None and style.bgcolor.number == MARK
