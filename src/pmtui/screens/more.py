"""All that can be done on a screen, over its bottom; what was typed stays in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from pmtui import keys
from pmtui.screens.dialog import Dialog
from pmtui.widgets.frame import Hints, padded
from pmtui.widgets.pages import Pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.events import Key, Resize

TITLE = 11
"""Columns of the title of a part."""

MARGIN = 1
"""Columns on both sides, as the stylesheet has them."""

AROUND = 2
"""Lines above and below the menu, a rule and the way back."""


class MoreScreen(Dialog[str]):
    """Gives the id of the thing to do on the screen `where`, or none."""

    CSS_PATH = "dialog.tcss"

    def __init__(self, where: str) -> None:
        super().__init__()
        self._menu = keys.menu(where)

    def compose(self) -> ComposeResult:
        """A line or more for each part of the menu."""
        with Vertical():
            with Pages():
                yield Static(self._laid_out(self.app.size.width), id="menu", markup=False)
            yield Hints()

    def on_resize(self, event: Resize) -> None:
        """Lay the menu out for the width that there is."""
        menu, room = self._laid_out(event.size.width), max(event.size.height - AROUND, 1)
        self.query_one(Pages).styles.max_height = room
        self.query_one("#menu", Static).update(menu)
        further = [("down", "read on")] if len(menu.plain.splitlines()) > room else []
        self.query_one(Hints).show((keys.key("back", "dialog"), "back"), *further)

    def _laid_out(self, width: int) -> Content:
        return Content.assemble(*self._lines(width - 2 * MARGIN))

    def _lines(self, width: int) -> Iterator[str | tuple[str, str]]:
        for title, found in self._menu:
            yield (padded(title, TITLE), "dim")
            room = width - TITLE
            for pressed, each in found:
                needed = cell_len(f"{pressed} {each.label}")
                if needed > room:
                    yield f"\n{' ' * TITLE}"
                    room = width - TITLE
                yield (pressed, "bold")
                yield f" {each.label}   "
                room -= needed + 3
            yield "\n"

    def on_key(self, event: Key) -> None:
        """Give what was chosen, by its letter or by the key that does it on the screen below."""
        if event.key == keys.key("more", "everywhere"):
            event.stop()
            self.action_back()
        elif event.key == "down":
            self.query_one(Pages).further()
        for pressed, each in (pair for _, found in self._menu for pair in found):
            if event.character == pressed or event.key == each.key:
                event.stop()
                self.dismiss(each.id)
                return
