"""What the keys do, and how it all works."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from pmtui import keys
from pmtui.screens.dialog import ListDialog
from pmtui.widgets.frame import Hints, padded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.events import Resize

HELP = 29
"""Columns before what a key does is told in full."""

FRAME = 5
"""Columns beside the text of a page: its margins and its scroll bar."""


def _how() -> Iterator[str]:
    """The paragraphs of how it all works."""
    keep, leave = keys.key("next", "interview"), keys.key("leave", "interview")
    yield (
        "pmtui leads you through conversations about an AI incident and makes a draft of what was said. "
        "You are here to learn how it made sense, not who did it."
    )
    yield "1. Start an incident: a title, a time zone, when it was first noticed."
    yield (
        f"2. Add a participant and start an interview. Ask, listen, type. {keep} goes to the next question, "
        f"{keys.key('previous', 'interview')} back. Any order is fine, and so is leaving questions out: "
        f"{keys.shown('unknown')} says “don't know”."
    )
    yield f"3. Preview the draft with {keys.key('draft', 'incident')} and write it to a file for reviewers."
    yield (
        "Every answer is saved when you leave its question; “saved” stands above, on the right, when it is on disk. "
        f"What you are typing is kept every second. You may leave at any moment with {leave}: it opens again where "
        "it stood."
    )
    yield (
        "A passage that puts the blame on a person is underlined, with a better question below it. It is a hint: "
        "nothing stops you from writing what was said."
    )
    yield (
        "Everything lies in files on this machine and is readable by whoever can read them. A name is not shown in "
        "drafts; it is not anonymous in the files."
    )


class TextPage(ListDialog[None]):
    """A page of text over the screen."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,question_mark", "close", show=False)]

    def content(self) -> Content:
        """The text."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The text, and how to leave it."""
        with VerticalScroll():
            yield Static(self.content(), id="text", markup=False)
        yield Hints(("enter", "go on"), ("up and down", "scroll"))

    def on_resize(self, _: Resize) -> None:
        """Lay the text out for the new width."""
        self.query_one("#text", Static).update(self.content())


class HowScreen(TextPage):
    """How pmtui works, on one page."""

    def content(self) -> Content:
        """A few sentences and three steps."""
        return Content("\n\n".join(_how()))


class HelpScreen(TextPage):
    """The keys of the screen `where`, and of the menu where it has one; before them a text under its title."""

    def __init__(self, where: str, first: tuple[str, str] | None = None) -> None:
        super().__init__()
        self._where, self._first = where, first

    def content(self) -> Content:
        """A line a key."""
        return Content.assemble(*self._lines())

    def _lines(self) -> Iterator[str | tuple[str, str]]:
        if self._first:
            yield (f"{self._first[0]}\n", "bold")
            yield f"{self._first[1]}\n\n"
        yield from self._keys("Keys", self._where)
        if self._where == "interview":
            for where, title in keys.MENU:
                yield from self._keys(f"{keys.key('more', 'everywhere')}, then: {title}", where)
            yield (
                "Words that judge a person are underlined. What cannot be seen: irony, motives, praise that is none.\n",
                "",
            )
        yield from self._keys("Everywhere", "everywhere")

    def _keys(self, title: str, where: str) -> Iterator[str | tuple[str, str]]:
        yield (f"{title}\n", "bold")
        for each in keys.of(where):
            first, *further = wrap(each.help, self.app.size.width - FRAME - HELP)
            yield f"  {padded(each.key, 11)}{padded(each.label, HELP - 13)}"
            yield ("\n".join((first, *(" " * HELP + line for line in further))) + "\n", "dim")
        yield "\n"
