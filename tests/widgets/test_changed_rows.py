"""A text area that draws only the rows that an edit changed shows what it would show if it drew all of them."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.app import App

from pmtui.blame import Flag
from pmtui.widgets.answer_box import AnswerBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.geometry import Region
    from textual.pilot import Pilot

KEYS: tuple[str, ...] = (
    "a",
    "space",
    "left_parenthesis",
    "right_parenthesis",
    "backspace",
    "enter",
    "ctrl+w",
    "ctrl+k",
    "ctrl+z",
)
KEYS = (*KEYS, "up", "down", "home", "end", "left", "delete", "shift+left", "pageup", "ctrl+home")
TEXTS = ("careless", " one two three" * 4, "\nsecond\n", "中文 ", "e\u0301", "care", "less")
BLAMING = re.compile(r"care\s*less", re.IGNORECASE)


def flagged(text: str) -> Sequence[Flag]:
    return [Flag(each.start(), each.end(), "r", "", "", "", None) for each in BLAMING.finditer(text)]


class Written(AnswerBox):
    """A box that tells which rows it was asked to draw; None for all of them."""

    asked: list[int | None]

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Written:
        if repaint and not self._is_editing:
            self.asked += [region.y for region in regions] or [None]
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)


class Page(App[None]):
    CSS = "Written.warm { color: red; }"

    def compose(self) -> ComposeResult:
        Written.asked = []
        box = Written(flagged)
        box.styles.height = 6
        yield box


def shown(pilot: Pilot[None]) -> list[str]:
    strips = pilot.app.screen._compositor.render_strips()
    return [str([(each.text, each.style) for each in strip if each.text]) for strip in strips]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from((*KEYS, *TEXTS)), max_size=12))
def test_the_screen_is_the_one_that_drawing_all_gives(steps: list[str]) -> None:
    async def run() -> None:
        async with Page().run_test(size=(24, 8)) as pilot:
            box = pilot.app.query_one(Written)
            for step in steps:
                if step in KEYS:
                    await pilot.press(step)
                else:
                    box.take_typed(step)
                    await pilot.pause()
                before = shown(pilot)
                box.refresh()
                await pilot.pause()
                assert before == shown(pilot), step

    asyncio.run(run())


def drawn(text: str, cursor: int, letters: str) -> list[int | None]:
    """The rows that are drawn when `letters` are typed at `cursor` of `text`."""

    async def run() -> list[int | None]:
        async with Page().run_test(size=(24, 8)) as pilot:
            box = pilot.app.query_one(Written)
            box.load_text(text)
            box.put_cursor(cursor)
            await pilot.pause()
            box.asked.clear()
            box.take_typed(letters)
            return list(box.asked)

    return asyncio.run(run())


@pytest.mark.parametrize("letters", ["a", "xy"])
def test_letters_in_a_long_text_draw_their_row_alone(letters: str) -> None:
    assert set(drawn("one two\n" * 2, 3, letters)) == {0}


@pytest.mark.parametrize("letters", ["\n", " one two three four five six", "y careless"])
def test_what_changes_more_than_a_row_draws_all(letters: str) -> None:
    assert None in drawn("one care less two three four\nfive", 3, letters)


def test_colours_that_change_are_drawn() -> None:
    async def run() -> None:
        async with Page().run_test(size=(24, 8)) as pilot:
            box = pilot.app.query_one(Written)
            box.load_text("one")
            await pilot.pause()
            before = shown(pilot)
            box.add_class("warm")
            await pilot.pause()
            assert before != shown(pilot)
            box.remove_class("warm")
            await pilot.pause()
            assert before == shown(pilot)

    asyncio.run(run())
