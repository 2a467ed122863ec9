"""Moving an interview to another version of its questionnaire: what becomes of each answer, before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from pmtui import keys
from pmtui.reading.plain import one_line, shortened
from pmtui.screens.dialog import ListDialog
from pmtui.widgets.frame import Hints, Line, padded
from pmtui.widgets.listing import Listing
from pmtui.widgets.pages import Pages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult

    from pmtui.record.moving import Row

SAID = {
    "carried": "stays as it is",
    "reworded": "stays, to confirm: asked differently",
    "renamed": "stays; the question has another name",
    "as words": "stays, as words",
    "choice retired": "stays; no choice any more",
    "asked again": "kept aside, and asked again",
    "kept aside": "kept aside; not asked any more",
    "hidden": "kept; not asked any more here",
    "new": "new",
}
"""What becomes of an answer, in words."""

LONGEST = 40
"""Characters of a question or an answer that a line has room for."""


class MoveScreen(ListDialog[str]):
    """Gives `move`, `back` or none.

    `rows` say what a move would do, none where there is no other version; `ways` are (what it gives, its words).
    """

    CSS_PATH = "revisions.tcss"
    AUTO_FOCUS = "Listing"

    def __init__(self, title: str, rows: Sequence[Row], ways: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._title_words, self._rows, self._ways = title, rows, ways

    def compose(self) -> ComposeResult:
        """The title, what can be done, what becomes of each answer, keys."""
        with Vertical():
            yield Line(self._title_words, classes="title")
            yield Listing(*(Option(Content(words), id=name) for name, words in self._ways), markup=False)
            with Pages():
                yield Static(Content.assemble(*self._lines()), markup=False)
            yield Hints(
                ("up and down", "choose"),
                ("enter", "does it"),
                (keys.key("further", "list"), "read on"),
                (keys.key("close", "list"), "back"),
            )

    def _lines(self) -> Iterator[str | tuple[str, str]]:
        for row in self._rows:
            yield (
                f"{padded(SAID[row.fate], 38)}",
                "bold" if row.fate in ("asked again", "kept aside", "hidden") else "",
            )
            value = f": {shortened(row.value, LONGEST)}" if row.value else ""
            yield (f"{shortened(one_line(row.ask), LONGEST)}{value}\n", "dim")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give what is under the cursor."""
        self.dismiss(None if event.option.id == "stay" else event.option.id)
