"""What the keys do, and how it all works."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from pmtui import keys
from pmtui.reading.plain import one_line
from pmtui.widgets.frame import Hints, padded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult

HOW = """\
pmtui leads you through conversations about an AI incident and makes a draft
of what was said. You are here to learn how it made sense, not who did it.

  1  Start an incident: a title, a time zone, when it was first noticed.
  2  Add a participant and start an interview. Ask, listen, type.
     tab goes to the next question, shift+tab back. Any order is fine,
     and so is leaving questions out: ctrl+o u says "don't know".
  3  Preview the draft with d and write it to a file for reviewers.

Every answer is saved when you leave its question; the word "saved" stands
above, on the right, when it is on disk. What you are typing is kept every
second. You may leave at any moment with ctrl+q: it opens again where it stood.

A passage that puts the blame on a person is underlined, with a better
question below it. It is a hint: nothing stops you from writing what was said.

Everything lies in files on this machine and is readable by whoever can read
them. A name is not shown in drafts; it is not anonymous in the files.
"""


class TextPage(ModalScreen[None]):
    """A page of text over the screen."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q,escape,enter,ctrl+g,question_mark,ctrl+q", "back", show=False)]

    def content(self) -> Content:
        """The text."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The text, and how to leave it."""
        with VerticalScroll():
            yield Static(self.content(), markup=False)
        yield Hints(("enter", "go on"), ("up and down", "scroll"))

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()


class HowScreen(TextPage):
    """How pmtui works, on one page."""

    def content(self) -> Content:
        """A few sentences and three steps."""
        return Content(HOW)


class ReadAloud(TextPage):
    """What a facilitator reads aloud before the first question, point by point."""

    def __init__(self, title: str, points: Sequence[str]) -> None:
        super().__init__()
        self._title_words, self._points = title, points

    def content(self) -> Content:
        """The points, one below the other."""
        points = "\n\n".join(one_line(point) for point in self._points)
        return Content.assemble((f"{one_line(self._title_words)}: to read aloud before you begin\n\n", "bold"), points)


class HelpScreen(TextPage):
    """The keys of the screen `where`, and of the menu where it has one."""

    def __init__(self, where: str) -> None:
        super().__init__()
        self._where = where

    def content(self) -> Content:
        """A line a key."""
        return Content.assemble(*self._lines())

    def _lines(self) -> Iterator[str | tuple[str, str]]:
        yield from _keys("Keys", self._where)
        if self._where == "interview":
            for where, title in keys.MENU:
                yield from _keys(f"ctrl+o, then: {title}", where)
            yield (
                "Words that judge a person are underlined. What cannot be seen: irony, motives, praise that is none.\n",
                "",
            )
        yield from _keys("Everywhere", "everywhere")


def _keys(title: str, where: str) -> Iterator[str | tuple[str, str]]:
    yield (f"{title}\n", "bold")
    for each in keys.of(where):
        yield f"  {padded(each.key, 11)}{padded(each.label, 16)}"
        yield (f"{each.help}\n", "dim")
    yield "\n"
