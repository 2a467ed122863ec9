"""What is shown where the window is too small for anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from pmtui.widgets.changed_cells import ChangedScreen

if TYPE_CHECKING:
    from textual.events import Event
    from textual.geometry import Size

Result = TypeVar("Result")

COLUMNS, LINES = 60, 20
"""The smallest window that every screen fits."""


class Cover(Static):
    """Lies over a screen and says how small the window is; what is under it goes on taking keys, and loses nothing."""

    DEFAULT_CSS = """
    Cover { overlay: screen; position: absolute; width: 100vw; height: 100vh; background: $background; display: none; }
    """

    def fit(self, size: Size) -> None:
        """Cover the screen where a window of this size is too small, and only there."""
        self.display = is_small(size)
        self.update(Content(f"{size.width}x{size.height}: pmtui needs {COLUMNS}x{LINES}. Nothing is lost."))


def is_small(size: Size) -> bool:
    """Whether a window of this size is too small for any screen."""
    return size.width < COLUMNS or size.height < LINES


class Covered(ChangedScreen[Result]):
    """A screen that says so where the window is too small for it, and comes back whole."""

    _too_small: Cover | None = None

    async def on_event(self, event: Event) -> None:
        """Let no size count but that which the window has by now.

        Textual tells a screen again of the size that it has just taken, behind what waits.  Of two sizes one after the
        other only the last counts: the size of before would win, and the screen stay in it.
        """
        if isinstance(event, Resize):
            event.size = self.app.size
        await super().on_event(event)

    def on_compose(self) -> None:
        """Take messages away as it opens: they belong to what was done before, and would cover what is asked now."""
        self.app.clear_notifications()

    def on_resize(self, event: Resize) -> None:
        """Cover it, or take the cover away; the cover comes with the first window that is too small."""
        if self._too_small is not None:
            self._too_small.fit(event.size)
        elif is_small(event.size):
            self._too_small = Cover(markup=False)
            self._too_small.fit(event.size)
            self.mount(self._too_small)
