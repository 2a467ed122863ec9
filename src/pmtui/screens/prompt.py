"""One line to type."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from pmtui.widgets.frame import Hints, Line
from pmtui.widgets.line_box import LineBox

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Prompt(ModalScreen[str | None]):
    """Gives the line that was typed, or none."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+g,ctrl+q", "back", show=False, priority=True)]

    def __init__(self, title: str, value: str = "", about: str = "") -> None:
        super().__init__()
        self._title, self._value, self._about = title, value, about

    def compose(self) -> ComposeResult:
        """What is asked, and more about it; the line, the keys."""
        with Vertical():
            yield Line(self._title, classes="title")
            if self._about:
                yield Static(Content(self._about))
            yield LineBox(self._value)
            yield Hints(("enter", "keep"), ("ctrl+g", "back without it"))

    def on_input_submitted(self, event: LineBox.Submitted) -> None:
        """Give the line."""
        self.dismiss(event.value)

    def action_back(self) -> None:
        """Give nothing."""
        self.dismiss(None)
