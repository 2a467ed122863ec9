"""A short list to choose one entry from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from pmtui import keys
from pmtui.reading.plain import one_line
from pmtui.screens.dialog import ListDialog
from pmtui.widgets.frame import Hints, Line
from pmtui.widgets.listing import Listing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.widgets import OptionList


class Choose(ListDialog[str]):
    """Gives the id of the entry chosen, or none.  `entries` are (id, words); `about` says more, where there is more."""

    CSS_PATH = "dialog.tcss"

    def __init__(self, title: str, entries: Sequence[tuple[str, str]], about: str = "") -> None:
        super().__init__()
        self._title, self._entries, self._about = title, entries, about

    def compose(self) -> ComposeResult:
        """The question, more about it, the entries, the keys."""
        with Vertical():
            yield Line(self._title, classes="title")
            if self._about:
                yield Static(Content(one_line(self._about)))
            yield Listing(*(Option(Content(one_line(words)), id=name) for name, words in self._entries), markup=False)
            yield Hints(("enter", "choose"), (keys.key("close", "list"), "back"))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give the entry under the cursor."""
        self.dismiss(event.option.id)
