"""A text area that draws the rows which an edit changed, where Textual draws all that are in sight.

An edit within one line changes rows of that line alone, as long as the line takes as many rows as before and nothing
is scrolled, selected or marked otherwise; whatever else happens is drawn as Textual would.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from textual.widgets import TextArea
from textual.widgets.text_area import TextAreaTheme

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.geometry import Region
    from textual.widgets.text_area import EditResult, Location


class Drawn(NamedTuple):
    """What is drawn: `around` the line of the cursor, and that line in `rows`, the cursor in one of them."""

    around: tuple[object, ...]
    rows: list[str]
    cursor: int
    """The row of the cursor in the whole text."""


@dataclass
class Stylesheet(TextAreaTheme):
    """The colours of the stylesheet, which are asked for when they change, not with every frame."""

    known: int = field(default=-1, init=False)
    """How often the styles of the text area had changed when it was asked for them."""

    def apply_css(self, text_area: TextArea) -> None:
        """Take the colours from the styles of `text_area`."""
        if isinstance(text_area, ChangedRows) and self.known != text_area.styled:
            self.known = text_area.styled
            super().apply_css(text_area)


class ChangedRows(TextArea):
    """A text area that draws the rows which an edit changed."""

    styled = 0
    """How often its styles have changed."""
    _is_editing = False

    def __init__(self, **how: Any) -> None:
        super().__init__(**how)
        self.register_theme(Stylesheet(name="stylesheet"))
        self.theme = "stylesheet"

    def notify_style_update(self) -> None:
        """Ask for colours again."""
        self.styled += 1
        super().notify_style_update()

    def on_resize(self) -> None:
        """Draw everything anew, with the cursor in sight: Textual wraps the text for the new width and draws it only
        where it then has another number of rows."""
        self.refresh()
        self.call_after_refresh(self.scroll_cursor_visible)

    def marks(self) -> Sequence[tuple[int, int]]:
        """Where passages are marked, as (start, end) in characters of the text."""
        return ()

    def replace(
        self, insert: str, start: Location, end: Location, *, maintain_selection_offset: bool = True
    ) -> EditResult:
        """Replace a range of the text."""
        with self._drawing_changes():
            return super().replace(insert, start, end, maintain_selection_offset=maintain_selection_offset)

    def delete(self, start: Location, end: Location, *, maintain_selection_offset: bool = True) -> EditResult:
        """Delete a range of the text."""
        with self._drawing_changes():
            return super().delete(start, end, maintain_selection_offset=maintain_selection_offset)

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Ask for drawing; while an edit is made, what it changed is known only at its end."""
        if self._is_editing and repaint and not (regions or layout or recompose):
            return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    @contextmanager
    def _drawing_changes(self) -> Iterator[None]:
        if self._is_editing or not self.is_mounted:
            yield
            return
        before = self._drawn()
        self._is_editing = True
        try:
            yield
        finally:
            self._is_editing = False
            self._draw(before, self._drawn())

    def _drawn(self) -> Drawn | None:
        """What is drawn now; None where more than the rows of one line hangs on it."""
        if self.matching_bracket_location is not None or not self.selection.is_empty or not self.wrap_width:
            return None
        row, column = self.cursor_location
        lines = self.document.lines
        begin = sum(map(len, lines[:row])) + row * len(self.document.newline)
        end = begin + len(lines[row])
        # Marks behind the line are reckoned from its end, as those before it are from the beginning of the text.
        marks = [at - end if at > begin + column else at for mark in self.marks() for at in mark]
        around = (self.size, self.scroll_offset, self.document.line_count, row, marks, self.suggestion)
        return Drawn(
            around,
            self.wrapped_document.get_sections(row),
            self.wrapped_document.location_to_offset(self.cursor_location).y,
        )

    def _draw(self, before: Drawn | None, after: Drawn | None) -> None:
        if not before or not after or before.around != after.around or len(before.rows) != len(after.rows):
            self.refresh()
            return
        first = self.wrapped_document.location_to_offset((self.cursor_location[0], 0)).y
        changed = {
            first + at for at, rows in enumerate(zip(before.rows, after.rows, strict=True)) if len(set(rows)) > 1
        }
        for row in changed | {before.cursor, after.cursor}:
            self.refresh_lines(row)
