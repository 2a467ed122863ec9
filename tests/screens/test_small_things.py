"""Small things that a person who comes new to the screens stumbles over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList

from pmtui.record.changes import Stamp, set_interview_state
from pmtui.widgets.answer_box import AnswerBox
from pmtui.widgets.pages import Pages

from .stage import AUTHOR, INCIDENT, NOW

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


@pytest.mark.parametrize("size", [(80, 24), (60, 20)], ids=str)
async def test_no_message_covers_the_line_that_a_dialog_asks_for(stage: Stage, size: tuple[int, int]) -> None:
    stage.held()
    async with stage.open(size) as play:
        await play.press("enter")
        for _ in range(3):
            play.app.screen.say("There is nobody to ask.")  # type: ignore[attr-defined]
            await play.settled()
        assert len(play.app.screen.query("Toast")) == 1
        await play.press("d", "w")
        await play.shows("Write the draft to which file?")
        assert not play.app.screen.query("Toast")
        play.app.notify("Not saved.\n" * 3)  # what comes now stands above
        await play.shows("Not saved.", "Write the draft to which file?", "enter keep")


async def test_an_interview_that_has_ended_says_so_in_a_narrow_head_line(stage: Stage) -> None:
    stage.incident()
    stage.person("customer relations manager of the northern region")
    opened = (INCIDENT, stage.interview("management"))
    stage.store.change(INCIDENT, lambda edit: set_interview_state(edit, "i1", "ended", Stamp(NOW, AUTHOR)))
    async with stage.open((60, 20), interview=opened) as play:
        await play.shows("ended · c")


async def test_read_on_is_offered_only_where_there_is_more(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.press("ctrl+o")
        await play.shows("ctrl+g back")
        await play.hides("read on")
        await play.resize(60, 20)
        menu, pages = play.app.screen.query_one("#menu"), play.app.screen.query_one(Pages)
        for rows in range(20, 30):
            await play.resize(60, rows)
            is_cut = menu.size.height - 1 > pages.size.height
            await (play.shows if is_cut else play.hides)("down read on")


async def test_words_that_no_question_holds_are_said_to_be_in_none(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.press("ctrl+g")
        await play.type("zzz")
        await play.shows("No question and no answer holds these words.")
        await play.press("down", "enter")
        await play.shows("No question and no answer holds these words.")
        await play.press("backspace", "backspace", "backspace")
        await play.hides("No question and no answer")
