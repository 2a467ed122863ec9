"""What is read aloud and agreed to before the first question, one point at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from pmtui import keys
from pmtui.reading.plain import one_line
from pmtui.widgets.binding import bindings
from pmtui.widgets.cover import Covered
from pmtui.widgets.frame import Foot, Head, Line
from pmtui.widgets.listing import Listing
from pmtui.widgets.typeahead import KeysInOrder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.app import ComposeResult
    from textual.events import Key, Paste

    from pmtui.interview.opening import Point

    Confirmed = Callable[[Point, str | None], None]


BACK: Final = "q"
"""Goes back on pages where nothing is typed."""


@dataclass(frozen=True)
class Script:
    """What is gone through: `stands` holds the choice at each point that has one, `before` when a point was confirmed.

    Both are by the id of the point.
    """

    title: str
    points: Sequence[Point]
    stands: Mapping[str, str]
    before: Mapping[str, str]
    is_first: bool
    """Whether the interview begins with it: who types is at the first question then."""


class OpeningScreen(Covered[str | None]):
    """Calls `confirm` with each point that is confirmed and the choice that was made, `passed_over` with those left.

    It gives what was typed, which belongs to the question behind it, or nothing.
    """

    where = "opening"
    CSS_PATH = "opening.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("opening"),
        Binding("escape,ctrl+q", "leave_opening", show=False, priority=True),
    ]

    def __init__(self, script: Script, confirm: Confirmed, passed_over: Callable[[Sequence[Point]], None]) -> None:
        super().__init__()
        self._title_words, self._points = script.title, script.points
        self._is_first = script.is_first
        self._confirm, self._passed_over = confirm, passed_over
        self._stands, self._before, self._at = dict(script.stands), dict(script.before), 0

    def compose(self) -> ComposeResult:
        """Head, one point large, what it means, the choice, what was confirmed, keys."""
        yield Head(self._title_words)
        yield Line(id="number", classes="dim")
        yield Static(id="point", markup=False)
        yield Static(id="meaning", markup=False, classes="dim")
        yield Listing(id="choices", markup=False)
        yield Line(id="confirmed", classes="dim")
        yield Foot("opening")

    def on_mount(self) -> None:
        """Show the first point."""
        self._show()

    def _show(self) -> None:
        point = self._points[self._at]
        self.query_one("#number", Line).show(f"point {self._at + 1} of {len(self._points)}")
        self.query_one("#point", Static).update(Content.styled(one_line(point.words), "bold"))
        self.query_one("#meaning", Static).update(Content(one_line(point.help)))
        choices = self.query_one("#choices", Listing)
        choices.display = bool(point.choices)
        choices.clear_options()
        choices.add_options(Option(Content(words), id=name) for name, words in point.choices)
        if point.choices:
            choices.highlighted = [name for name, _ in point.choices].index(self._stands[point.id])
            choices.focus()
        else:
            self.set_focus(None)
        self.query_one("#confirmed", Line).show(self._before.get(point.id, ""))

    def action_confirm_point(self) -> None:
        """Confirm this point, with the choice under the cursor, and go to the next."""
        point, choices = self._points[self._at], self.query_one("#choices", Listing)
        choice = point.choices[choices.highlighted or 0][0] if point.choices else None
        if choice is not None:
            self._stands[point.id] = choice
        self._confirm(point, choice)
        self._before[point.id] = "confirmed"
        self._go(1)

    def action_skip_point(self) -> None:
        """Go to the next point; this one is not confirmed."""
        self._go(1)

    def action_point_before(self) -> None:
        """Go to the point before."""
        self._go(-1)

    def _go(self, by: int) -> None:
        if self._at + by == len(self._points):
            self.action_leave_opening()
            return
        self._at = max(self._at + by, 0)
        self._show()

    def action_leave_opening(self) -> None:
        """Go to the questions; what was not confirmed is kept as that."""
        self._leave(None)

    def _leave(self, typed: str | None) -> None:
        left = [each for each in self._points if each.id not in self._before]
        if left:
            self._passed_over(left)
        self.dismiss(typed)

    async def action_help(self) -> None:
        """Show what the keys do."""
        from pmtui.screens.help import HelpScreen

        await self.app.push_screen(HelpScreen(self.where))

    async def on_key(self, event: Key) -> None:
        """Who begins to type is at the first question already; a lone `q` goes back as it does elsewhere."""
        letter = event.character
        if not letter or not event.is_printable or letter == " ":
            return
        is_command = letter in (BACK, keys.key("help", "opening"))
        if self._is_first and not (is_command and await self._is_alone()):
            event.stop()
            self._leave(letter)
        elif letter == BACK:
            event.stop()
            self._leave(None)

    async def _is_alone(self) -> bool:
        return not (isinstance(self.app, KeysInOrder) and await self.app.is_text_coming())

    def on_paste(self, event: Paste) -> None:
        """What is pasted belongs to the first question, too."""
        event.stop()
        if self._is_first:
            self._leave(event.text)
