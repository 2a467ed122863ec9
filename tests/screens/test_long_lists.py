"""Long lists: what is typed shows fewer choices, and an answer of one's own where the question takes one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .stage import Stage

LONG = Path(__file__).with_name("long.yaml")


async def test_a_long_list_is_filtered_while_one_types(stage: Stage) -> None:
    async with stage.open(interview=stage.held(LONG)) as play:
        await play.shows("Which comes closest?", "type to see fewer", "Defective data")
        await play.type("drift")
        await play.shows("[ ] Drift")
        await play.hides("Defective data")
        await play.press("enter")
        await play.shows("[x] Drift", "Defective data")
        await play.press("tab")
        await play.saved()
    assert stage.answers() == {"one": "t-drift"}


async def test_what_is_in_no_line_is_an_answer_of_ones_own(stage: Stage) -> None:
    async with stage.open(interview=stage.held(LONG)) as play:
        await play.type("a wrong clock")
        await play.shows("[ ] a wrong clock in your own words")
        await play.press("enter")
        await play.shows("[x] a wrong clock in your own words")
        await play.press("tab")
        await play.shows("Which are there?")
        await play.type("no such thing")
        await play.hides("in your own words")
        await play.press("enter", "tab")
        await play.saved()
    assert stage.answers() == {"one": "a wrong clock", "many": "<open>"}
    assert stage.view().answers_of("i1")["many"].remark == "no such thing"


async def test_several_are_marked_with_and_without_a_filter(stage: Stage) -> None:
    async with stage.open(interview=stage.held(LONG)) as play:
        await play.press("tab")
        await play.shows("Which are there?")
        await play.press("space", "down", "down", "space")
        await play.type("snapsh\r")
        await play.press("tab")
        await play.saved()
        await play.shows("What else?")
    assert stage.answers() == {"many": ["prompts", "context", "snapshot"]}


async def test_the_menu_is_reached_from_the_filter(stage: Stage) -> None:
    async with stage.open(interview=stage.held(LONG)) as play:
        await play.type("u")
        await play.press("ctrl+o", "u")
        await play.shows("Which are there?")
        await play.saved()
    assert stage.answers() == {"one": "<unknown>"}


async def test_what_is_typed_and_not_marked_is_not_lost_on_the_way_on(stage: Stage) -> None:
    async with stage.open(interview=stage.held(LONG)) as play:
        await play.type("a wrong clock\t")
        await play.shows("Which are there?")
        await play.saved()
    assert stage.answers() == {"one": "a wrong clock"}
