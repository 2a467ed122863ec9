"""The rarer keys of an interview, over the bottom of the screen; the text stays in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from pmtui import keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.events import Key


class MoreScreen(ModalScreen[str | None]):
    """Gives the id of the thing to do, or none."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+g,ctrl+o,ctrl+q", "back", show=False, priority=True)]

    def compose(self) -> ComposeResult:
        """A line for each part of the menu."""
        with Vertical():
            yield Static(Content.assemble(*self._lines()), markup=False)

    def _lines(self) -> Iterator[str | tuple[str, str]]:
        for where, title in keys.MENU:
            yield (f"{title:<11}", "dim")
            for each in keys.of(where):
                yield (each.key, "bold")
                yield f" {each.label}   "
            yield "\n"
        yield ("ctrl+g back", "dim")

    def on_key(self, event: Key) -> None:
        """Give what the letter stands for."""
        for where, _ in keys.MENU:
            for each in keys.of(where):
                if each.key == event.character:
                    event.stop()
                    self.dismiss(each.id)
                    return

    def action_back(self) -> None:
        """Do nothing."""
        self.dismiss(None)
