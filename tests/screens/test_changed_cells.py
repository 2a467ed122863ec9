"""What is sent leads to the screen that plain Textual shows, cell for cell, and takes few bytes."""

from __future__ import annotations

import asyncio
import inspect
import tempfile
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.console import Console
from textual._compositor import Compositor, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from pmtui.app import Pmtui
from pmtui.widgets.changed_cells import Shown, pieces_of

from .emulator import Emulator
from .stage import Stage

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.style import Style
    from textual.screen import Screen

CONSOLE = Console(color_system="256")
SIZES = ((80, 24), (60, 20), (100, 30))
KEYS: tuple[str, ...] = (
    "tab",
    "shift+tab",
    "ctrl+o",
    "ctrl+g",
    "enter",
    "q",
    "escape",
    "up",
    "down",
    "home",
    "end",
    "pagedown",
    "left",
)
KEYS = (*KEYS, "backspace", "ctrl+w", "space", "u", "r", "h", "?", "s", "ctrl+l", "ctrl+home", "ctrl+k", "ctrl+f")
TEXTS = ("He was careless.", "ä", "ほげ 中文 ", "e\u0301", "\U0001f642", "שלום", "one two " * 30, "x", "\u0335")


class Watched(Pmtui):
    """The app, with every frame shown on two terminals: all of it on one, what has changed on the other."""

    CSS_PATH = Path(inspect.getfile(Pmtui)).with_name("app.tcss")  # type: ignore[assignment]
    differs = ""
    plain = Emulator(0, 0)

    async def action_quit(self) -> None:
        """Stay, whatever is pressed."""

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        super()._display(screen, renderable)
        if isinstance(renderable, CompositorUpdate) and not self._batch_count:
            self.frame(renderable)

    def frame(self, update: Any) -> None:
        size = width, height = self.size
        fits = all(y < height and x + strip.cell_length <= width for y, x, strip in pieces_of(update))
        if not fits or (self.plain.width, self.plain.height) != size:
            # A frame of before the window became smaller garbles it until the next one, which is all of it.
            self.plain, self.ours = Emulator(*size), Emulator(*size)
            self.kept = Shown(*size, ColorSystem.EIGHT_BIT)
            self.sent = {"plain": 0, "ours": 0}
        if not fits:
            return
        whole = update.render_segments(CONSOLE)
        changes = self.kept.changes(pieces_of(update), CONSOLE)
        self.plain.feed(whole)
        self.ours.feed(changes)
        self.sent["plain"] += len(whole.encode())
        self.sent["ours"] += len(changes.encode())
        if (self.ours.rows, self.ours.look) != (self.plain.rows, ()):
            self.differs = self.differs or f"{self.plain.text}\n--- is\n{self.ours.text}"

    def drawn_whole(self) -> Emulator:
        """The screen, with all that it holds drawn as plain Textual does."""
        drawn, stock = Emulator(*self.size), Compositor()
        stock.__dict__.update(self.screen._compositor.__dict__)
        drawn.feed(LayoutUpdate([[row] for row in stock.render_strips()], self.size.region).render_segments(CONSOLE))
        return drawn


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("screens.stage.Pmtui", Watched)


STEPS = st.lists(
    st.tuples(st.just("press"), st.sampled_from(KEYS))
    | st.tuples(st.just("type"), st.sampled_from(TEXTS))
    | st.tuples(st.just("resize"), st.sampled_from(SIZES)),
    min_size=8,
    max_size=16,
)
FOLDERS = count()


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_whatever_is_done_the_screen_is_that_of_plain_textual(
    stage: Stage, watched: None, steps: list[tuple[str, Any]]
) -> None:
    asyncio.run(_walk(Stage(Path(tempfile.mkdtemp(dir=stage.folder))), steps))


async def _walk(stage: Stage, steps: list[tuple[str, Any]]) -> None:
    async with stage.open(interview=stage.held("quick")) as play:
        await play.type("It paid twice. She should have known.\ttwo\t")
        for kind, value in steps:
            if kind == "resize":
                await play.resize(*value)
            elif kind == "press":
                await play.press(value)
            else:
                await play.type(value)
            app = play.app
            assert isinstance(app, Watched)
            assert not app.differs, app.differs
            await play.until(lambda: app.plain.rows == app.drawn_whole().rows, "not drawn")  # noqa: B023
        assert play.app.sent["ours"] <= play.app.sent["plain"]  # type: ignore[attr-defined]


def strips() -> st.SearchStrategy[Strip]:
    from rich.segment import Segment
    from rich.style import Style

    looks: st.SearchStrategy[Style | None] = st.sampled_from(
        [None, Style(bold=True), Style(color="red", reverse=True), Style(bgcolor="blue"), Style(link="file:///x")]
    )
    words = st.sampled_from(["", " ", "     ", "a", "bc", "word ", "é", "中", "e\u0301", "…", "─" * 5, " " * 20])
    return st.lists(st.tuples(words, looks).map(lambda each: Segment(*each)), max_size=6).map(Strip)


PLACED = st.tuples(st.integers(0, 3), st.integers(0, 19), strips())


@settings(max_examples=150)
@given(st.lists(st.lists(PLACED, min_size=1, max_size=4), min_size=1, max_size=6))
def test_strips_anywhere_look_as_if_each_were_written(frames: list[list[tuple[int, int, Strip]]]) -> None:
    plain, ours, shown = Emulator(20, 4), Emulator(20, 4), Shown(20, 4, ColorSystem.EIGHT_BIT)
    for frame in frames:
        pieces = [(y, x, strip.crop(0, 20 - x)) for y, x, strip in frame]
        plain.feed("".join(f"\x1b[{y + 1};{x + 1}H{strip.render(CONSOLE)}" for y, x, strip in pieces))
        ours.feed(shown.changes(iter(pieces), CONSOLE))
        assert ours.rows == plain.rows
        assert shown.changes(iter(pieces[-1:]), CONSOLE) == ""


def test_a_key_sends_a_few_bytes() -> None:
    shown = Shown(80, 24, ColorSystem.EIGHT_BIT)
    shown.changes(iter([(y, 0, Strip.blank(80)) for y in range(24)]), CONSOLE)
    assert shown.changes(iter([(3, 2, _line("It paid twic"))]), CONSOLE) == "\x1b[4;3HIt paid twic"
    assert shown.changes(iter([(3, 2, _line("It paid twice"))]), CONSOLE) == "\x1b[4;15He"
    assert shown.changes(iter([(3, 2, _line("It paid twice"))]), CONSOLE) == ""
    assert shown.changes(iter([(3, 2, _line("It"))]), CONSOLE) == "\x1b[4;6H\x1b[K"


def _line(text: str, style: Style | None = None) -> Strip:
    from rich.segment import Segment

    return Strip([Segment(text, style)]).adjust_cell_length(78)
