"""Only what has changed goes over the line: a few dozen bytes a key, where Textual sends all rows of a text area.

What the terminal shows is remembered cell by cell.  Of each frame the cells that differ are written, and where none
does, nothing.  This is the one module that uses private names of Textual; a test holds its screens against those of
plain Textual, cell for cell.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar, cast

from rich.color import ColorSystem
from rich.style import Style
from textual import events, on
from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual.app import App
from textual.driver import Driver
from textual.geometry import Region, Size
from textual.screen import Screen
from textual.strip import Strip

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console, RenderableType
    from textual.drivers.headless_driver import HeadlessDriver
    from textual.drivers.linux_driver import LinuxDriver
    from textual.geometry import Offset

Result = TypeVar("Result")

Cell = tuple[str, str]
"""A character and how it looks: the numbers of an SGR sequence, none for the terminal's own look."""

Piece = tuple[int, int, Strip]
"""A strip, with the row and the column that it begins at."""

NARROW = re.compile(r"[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u2500-\u259f]*")
"""Text that takes one cell a character in every terminal.  Terminals differ about wide, joined and other characters."""

COLOURS = {"standard": ColorSystem.STANDARD, "256": ColorSystem.EIGHT_BIT}
"""Those that have fewer than all colours, by what a console calls them."""

BLANK = (" ", "")

JOINED = 5
"""Cells that are written again rather than moving the cursor over them."""

ERASED = 4
"""Blank cells at the end of a row from which on erasing them is shorter."""

SMALL = 512
"""Characters that a terminal draws at once, also without being told where a frame begins and ends."""


class Shown:
    """What a terminal of `width` columns and `height` rows shows; a cell of which nobody knows is None."""

    def __init__(self, width: int, height: int, colours: ColorSystem) -> None:
        self.size = (width, height)
        self._width, self._colours = width, colours
        self._rows: list[list[Cell | None]] = [[None] * width for _ in range(height)]
        self._whole: list[dict[int, tuple[int, str]]] = [{} for _ in range(height)]
        self._looks: dict[Style, str] = {}
        self._look = ""

    def changes(self, pieces: Iterator[Piece], console: Console) -> str:
        """What to send so that the terminal shows `pieces`; empty where it does."""
        sent = "".join(self._change(*piece, console) for piece in pieces)
        return sent + self._to_look("")

    def _change(self, y: int, x: int, strip: Strip, console: Console) -> str:
        if y >= len(self._rows) or x >= self._width:  # a frame of before the window became smaller
            return ""
        if not all(NARROW.fullmatch(text) and not (style and style.link) for text, style, _ in strip):
            return self._write_whole(y, x, strip, console)
        cells: list[Cell] = []
        for text, style, _ in strip:
            look = self._look_of(style) if style else ""
            cells += [(character, look) for character in text]
        del cells[self._width - x :]
        row = self._rows[y]
        if row[x : x + len(cells)] == cells:
            return ""
        sent = "".join(self._write_changes(y, x, cells))
        row[x : x + len(cells)] = cells
        self._forget_whole(y, x, x + len(cells))
        return sent

    def _write_whole(self, y: int, x: int, strip: Strip, console: Console) -> str:
        """Write a strip as Textual does, and take what stands behind it as unknown: it may be wider than it seems."""
        text, end = strip.render(console), x + strip.cell_length
        if self._whole[y].get(x) == (end, text):
            return ""
        self._forget_whole(y, x, self._width)
        self._rows[y][x:] = [None] * (self._width - x)
        self._whole[y][x] = (end, text)
        return f"{self._to_look('')}{_move(x, y)}{text}"

    def _forget_whole(self, y: int, start: int, end: int) -> None:
        """Strips that were written whole are not there any more where something was written over them."""
        if self._whole[y]:
            kept = {x: whole for x, whole in self._whole[y].items() if x >= end or whole[0] <= start}
            self._whole[y] = kept

    def _runs(self, row: list[Cell | None], x: int, cells: list[Cell]) -> Iterator[tuple[int, int]]:
        """Where cells differ, as (start, end); what lies closely between two is in the run too."""
        start = end = -1
        for at, cell in enumerate(cells):
            if cell != row[x + at]:
                if start >= 0 and at - end > JOINED:
                    yield start, end
                    start = -1
                start, end = at if start < 0 else start, at + 1
        if start >= 0:
            yield start, end

    def _write_changes(self, y: int, x: int, cells: list[Cell]) -> Iterator[str]:
        """The runs that differ; where only blanks follow up to the end of the row, they are erased."""
        blank = len(cells)
        is_last = all(each == BLANK for each in self._rows[y][x + len(cells) :])
        while is_last and blank and cells[blank - 1] == BLANK:
            blank -= 1
        for start, end in self._runs(self._rows[y], x, cells):
            yield _move(x + start, y)
            if end - max(start, blank) >= ERASED:
                yield from self._write(cells[start:blank])
                yield f"{self._to_look('')}\x1b[K"
                return
            yield from self._write(cells[start:end])

    def _write(self, cells: list[Cell]) -> Iterator[str]:
        for character, look in cells:
            if look != self._look:
                yield self._to_look(look)
            yield character

    def _to_look(self, look: str) -> str:
        before, self._look = self._look, look
        if look == before:
            return ""
        return f"\x1b[{'0;' if before and look else ''}{look}m"

    def _look_of(self, style: Style) -> str:
        if style not in self._looks:
            # The terminal's own colours need no number: a look is always set from nothing.
            ink, ground = (each if each and not each.is_default else None for each in (style.color, style.bgcolor))
            told = style.without_color + Style(color=ink, bgcolor=ground)
            self._looks[style] = Strip.render_ansi(told, self._colours)
        return self._looks[style]


def _move(x: int, y: int) -> str:
    return f"\x1b[{y + 1};{x + 1}H"


def pieces_of(update: ChopsUpdate | LayoutUpdate) -> Iterator[Piece]:
    """What Textual would write for an update, in its order."""
    if isinstance(update, LayoutUpdate):
        for y, line in enumerate(update.strips, update.region.y):
            yield y, update.region.x, Strip.join(line)
        return
    for y, first, last in update.spans:
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is not None and x <= last and end > first:
                yield y, x, strip if x >= first and end <= last else strip.crop(0, min(end, last) - x)


class RowsOfUpdate(Compositor):
    """Renders the rows of a frame that changed, where Textual renders all widgets whole to show one row."""

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        if crop is None:
            yield from super()._get_renders()
            return
        rows = Region(0, crop.y, self.size.width, crop.height)
        for widget, (region, clip) in self.visible_widgets.items():
            if shown := region.intersection(clip).intersection(rows):
                yield region, shown, widget.render_lines(shown.translate(-region.offset))


class ChangedScreen(Screen[Result]):
    """A screen that renders what has changed."""

    def __init__(self, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(name, id, classes)
        self._compositor = RowsOfUpdate()


class ChangedCells(App[Result]):
    """An app that sends what has changed on its screen, and nothing else."""

    def __init__(self, *, ansi_color: bool) -> None:
        super().__init__(ansi_color=ansi_color)
        self._shown: Shown | None = None
        self._cursor_shown: Offset | None = None

    @on(Driver.SignalResume)
    def _resumed(self) -> None:
        self.action_draw_anew()

    def on_resize(self, event: events.Resize) -> None:
        """Draw everything: a terminal may move what it shows, also where it comes back to the size that it had."""
        if event.pixel_size is None:
            # Told by a signal, not by the terminal.  A signal that comes while the one before is dealt with overtakes
            # it: the last size that arrives may be an old one, the one that is read now is not.
            driver = cast("LinuxDriver | HeadlessDriver", self._driver)
            event.size = Size(*driver._get_terminal_size())  # noqa: SLF001
        self.action_draw_anew()

    def on_idle(self) -> None:
        """Have the screens take a new size.

        Textual waits 8 ms for another one, with a timer that never goes off where the machine was busy for longer
        between two of its lines; from then on it would wait for that timer with every size.
        """
        self._check_resize()

    def action_draw_anew(self) -> None:
        """Write every cell again, whatever the terminal shows."""
        self._shown = None
        self.refresh()

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        is_sent = self._running and not self._closed and not self.is_headless and not self._batch_count
        if self._driver is None or not is_sent or not isinstance(renderable, ChopsUpdate | LayoutUpdate):
            super()._display(screen, renderable)
            return
        try:
            self._send(renderable)
        finally:
            self.post_display_hook()

    def _send(self, update: ChopsUpdate | LayoutUpdate) -> None:
        if self._driver is None:
            return
        width, height = self.size
        if self._shown is None or self._shown.size != (width, height):
            colours = COLOURS.get(self.console.color_system or "", ColorSystem.TRUECOLOR)
            self._shown, self._cursor_shown = Shown(width, height, colours), None
        sent = self._shown.changes(pieces_of(update), self.console)
        cursor = self.screen.outer_size.clamp_offset(self.cursor_position)
        if not sent and cursor == self._cursor_shown:
            return
        self._cursor_shown = cursor
        sent += _move(*cursor)
        if len(sent) > SMALL:
            self._begin_update()
        self._driver.write(sent)
        if len(sent) > SMALL:
            self._end_update()
        self._driver.flush()
