"""Small things that a person who comes new to the screens stumbles over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.widgets import OptionList

from pmtui.widgets.answer_box import AnswerBox

if TYPE_CHECKING:
    from .stage import Stage

KINDS = Path(__file__).with_name("kinds.yaml")


async def test_ctrl_u_takes_the_line_as_it_was_typed(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        box = play.app.screen.query_one(AnswerBox)
        await play.type("Kept.\r" + "word " * 40)
        await play.press("ctrl+u")
        assert box.text == "Kept.\n"
        await play.press("ctrl+z")
        assert box.text == "Kept.\n" + "word " * 40
        await play.press("up", "home", "ctrl+k")
        assert len(box.text) < len("Kept.\n" + "word " * 40)
        await play.press("ctrl+u", "ctrl+u", "ctrl+u")
        assert box.text == ""
        await play.press("ctrl+u", "ctrl+k")
        assert box.text == ""


async def test_down_stays_on_the_last_line_of_a_list(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await play.press("tab")
        choices = play.app.screen.query_one("ChoiceBox", OptionList)
        await play.press("up")
        assert choices.highlighted == 0
        await play.press("down", "down", "down", "down")
        assert choices.highlighted == 2


async def test_a_question_says_that_it_is_required_until_it_is_addressed(stage: Stage) -> None:
    async with stage.open(interview=stage.held("intake")) as play:
        await play.shows("In two or three plain sentences", ", required")
        await play.type("It paid twice.\t")
        await play.press("shift+tab")
        await play.shows("It paid twice.")
        await play.hides(", required")
        await play.press("ctrl+g")
        await play.shows("Go to · 1 of")
        await play.saved()
    async with stage.open() as play:
        await play.press("enter")
        await play.shows("running, 1 answer", "It paid twice.")
        await play.press("d")
        await play.shows("It paid twice.")
        await play.hides("No summary yet")


async def test_what_one_screen_said_does_not_cover_the_next(stage: Stage) -> None:
    stage.held()
    Path("there.md").write_text("mine")
    async with stage.open() as play:
        await play.press("enter", "d", "w")
        await play.press("ctrl+u")
        await play.type("there.md\r")
        await play.shows("there already")
        await play.press("q")
        await play.hides("there already")
