"""One line to type."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from pmtui import keys
from pmtui.reading.plain import one_line
from pmtui.screens.dialog import Dialog
from pmtui.widgets.frame import Hints, Line
from pmtui.widgets.line_box import LineBox

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType


class LineDialog(Dialog[str]):
    """Gives the line that was typed, or none; of a line that was begun, leaving asks first.

    Where the terminal goes away it gives what was typed so far.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "keep", show=False, priority=True)]

    typed: Callable[[str], None] | None = None
    """Called with what is typed, whenever that changes."""
    is_taken_up = False
    """Whether the words that stand there from the beginning were typed before and are not kept yet."""

    def __init__(self, value: str = "") -> None:
        super().__init__()
        self._value = one_line(value)

    def on_input_changed(self, event: LineBox.Changed) -> None:
        """Tell what is typed."""
        if self.typed is not None:
            self.typed(event.value)

    def on_input_submitted(self, event: LineBox.Submitted) -> None:
        """Give the line."""
        self.dismiss(event.value)

    def action_keep(self) -> None:
        """Give the line: `tab` goes on here, too."""
        self.dismiss(self.query_one(LineBox).value)

    def finish(self) -> None:
        """Give what was typed so far, as the terminal goes away."""
        self.dismiss(self.query_one(LineBox).value)

    def action_back(self) -> None:
        """Leave without it; where words were typed, ask first."""
        from pmtui.screens.choose import Choose

        def chosen(way: str | None) -> None:
            if way == "leave":
                self.dismiss(None)

        if self.is_begun:
            entries = [("stay", "Go on with it"), ("leave", "Leave it; these words are lost")]
            self.app.push_screen(Choose("What you typed is not kept yet.", entries), chosen)
        else:
            self.dismiss(None)

    @property
    def is_begun(self) -> bool:
        """Whether words were typed that leaving would lose."""
        words = self.query_one(LineBox).value.strip()
        return bool(words) and (self.is_taken_up or words != self._value.strip())


class Prompt(LineDialog):
    """`LineDialog` for any words; with `is_whole_or_nothing` what was typed so far is worth nothing."""

    CSS_PATH = "dialog.tcss"

    def __init__(self, title: str, value: str = "", about: str = "", *, is_whole_or_nothing: bool = False) -> None:
        super().__init__(value)
        self._title, self._about = title, about
        self._is_whole_or_nothing = is_whole_or_nothing

    def compose(self) -> ComposeResult:
        """What is asked, and more about it; the line, the keys."""
        with Vertical():
            yield Line(self._title, classes="title")
            if self._about:
                yield Static(Content(self._about))
            yield LineBox(self._value)
            yield Hints(("enter", "keep"), (keys.key("back", "dialog"), "back without it"))

    def action_keep(self) -> None:
        """Give the line, unless it is a name that `tab` might be meant to complete."""
        if not self._is_whole_or_nothing:
            super().action_keep()

    def finish(self) -> None:
        """Give what was typed so far, unless that is worth nothing."""
        if self._is_whole_or_nothing:
            self.dismiss(None)
        else:
            super().finish()

    @property
    def is_begun(self) -> bool:
        """Whether words were typed that leaving would lose."""
        return super().is_begun and not self._is_whole_or_nothing
