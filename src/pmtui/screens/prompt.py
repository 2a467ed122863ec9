"""One line to type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from pmtui import keys
from pmtui.screens.dialog import Dialog
from pmtui.widgets.frame import Hints, Line
from pmtui.widgets.line_box import LineBox

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Prompt(Dialog[str]):
    """Gives the line that was typed, or none.

    Where the terminal goes away it gives what was typed so far, unless it `is_whole_or_nothing`.
    """

    CSS_PATH = "dialog.tcss"

    def __init__(self, title: str, value: str = "", about: str = "", *, is_whole_or_nothing: bool = False) -> None:
        super().__init__()
        self._title, self._value, self._about = title, value, about
        self._is_whole_or_nothing = is_whole_or_nothing

    def compose(self) -> ComposeResult:
        """What is asked, and more about it; the line, the keys."""
        with Vertical():
            yield Line(self._title, classes="title")
            if self._about:
                yield Static(Content(self._about))
            yield LineBox(self._value)
            yield Hints(("enter", "keep"), (keys.key("back", "dialog"), "back without it"))

    def finish(self) -> None:
        """Give what was typed so far, as the terminal goes away."""
        self.dismiss(None if self._is_whole_or_nothing else self.query_one(LineBox).value)

    def on_input_submitted(self, event: LineBox.Submitted) -> None:
        """Give the line."""
        self.dismiss(event.value)
