"""Repeated sections, and going to any question."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pmtui.record.fold import record

from .stage import INCIDENT

if TYPE_CHECKING:
    from .stage import Play, Stage

KINDS = Path(__file__).with_name("kinds.yaml")


async def _to_things(play: Play) -> None:
    await play.press("ctrl+g")
    await play.type("did you see\r")
    await play.shows("What did you see?", "thing 1 of 1")


async def test_one_thing_after_the_other(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await _to_things(play)
        await play.type("the gateway\tIt paid.\t")
        await play.shows("what there is so far", "the gateway · It paid.", "another thing")
        await play.press("enter")
        await play.shows("thing 2 of 2")
        await play.type("the review queue\t\t")
        await play.shows("the gateway · It paid.", "the review queue")
        await play.press("a")
        await play.type("the bot\t\t\t")
        await play.shows("What should others know?")
        await play.saved()
    assert stage.answers() == {"thing": ["the gateway", "the review queue", "the bot"], "effect": ["It paid."]}


async def test_back_to_a_thing_from_the_page_of_items(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await _to_things(play)
        await play.type("the gatewai\t\t\rthe queue\t\t")
        await play.press("home", "enter")
        await play.shows("What did you see?", "thing 1 of 2", "the gatewai")
        await play.type("\x7fy\t")
        await play.saved()
    assert stage.answers()["thing"] == ["the gateway", "the queue"]


async def test_another_from_the_middle_of_a_thing(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await _to_things(play)
        await play.type("the gateway")
        await play.press("ctrl+o", "a")
        await play.shows("thing 2 of 2")
        await play.type("the queue\t")
        await play.saved()
    assert stage.answers()["thing"] == ["the gateway", "the queue"]


async def test_where_a_section_is_asked_once_there_is_no_other(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await play.type("4")
        await play.press("ctrl+o", "a")
        await play.shows("is asked once")
        await play.press("ctrl+o", "k")
        await play.shows("asked once")
        await play.shows("How many people?")
        await play.saved()
    assert stage.answers() == {"count": 4}


async def test_a_thing_is_taken_out_of_the_walk_and_stays_in_the_record(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await _to_things(play)
        await play.type("the gateway\t\t\rthe queue\t\t")
        await play.press("home", "enter")
        await play.press("ctrl+o", "k")
        await play.saved()
        await play.press("ctrl+g")
        await play.type("things\t")
        await play.shows("Things seen")
    view = stage.view()
    first = next(answer.item for answer in view.answers_of("i1").values() if answer.value == "the gateway")
    assert view.dropped == {first}
    async with stage.open(interview=("2026-03-14-refund-bot", "i1")) as play:
        await _to_things(play)
        await play.shows("the queue")


async def test_a_thing_without_answers_leaves_nothing_behind(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await _to_things(play)
        await play.type("the gateway\t\t\r")
        await play.shows("thing 2 of 2")
        await play.press("ctrl+o", "k")
        await play.saved()
    assert stage.view().dropped == set()
    assert stage.answers()["thing"] == ["the gateway"]


async def test_next_section(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await play.type("7")
        await play.press("ctrl+o", "s")
        await play.shows("What did you see?")
        await play.press("ctrl+o", "s")
        await play.shows("What should others know?")
        await play.press("ctrl+o", "s")
        await play.shows("What should others know?")
        await play.saved()
    assert stage.answers() == {"count": 7}


async def test_go_to_shows_the_walk_with_what_is_done(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await play.type("7\t")
        await play.press("l", "ctrl+g")
        await play.shows("Kinds of answers 1/6", "✓ How many people?", "later How bad was it?", "· Has it stopped?")
        await play.press("down", "enter")
        await play.shows("What did it touch?", "question 4 of 6")


async def test_go_to_names_the_things(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await _to_things(play)
        await play.type("the gateway\t\t\rthe queue\t\t")
        await play.press("ctrl+g")
        await play.type("queue")
        await play.shows("What did it do? (thing: the queue)")
        await play.hides("the gateway")


async def test_go_to_finds_as_one_types(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await play.press("ctrl+g")
        await play.type("OTHERS know")
        await play.shows("What should others know?")
        await play.hides("How bad was it?")
        await play.press("enter")
        await play.shows("section 3 of 3")
        assert play.where == "InterviewScreen"


async def test_go_to_that_finds_nothing_stays(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await play.type("7")
        await play.press("ctrl+g")
        await play.type("nothing of this kind\r")
        assert play.where == "GoToScreen"
        await play.press("ctrl+g")
        await play.shows("How many people?", "7")
        await play.type("2\t")
        await play.saved()
    assert stage.answers() == {"count": 72}


async def test_what_does_not_fit_keeps_go_to_closed(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await play.type("many")
        await play.press("ctrl+g")
        assert play.where == "InterviewScreen"
        await play.shows("asks for a number")


async def test_what_somebody_else_named_is_spoken_about_and_two_become_one(stage: Stage) -> None:
    stage.incident()
    stage.person()
    stage.interview()
    stage.interview()
    stage.answer("system_name@s7", "Refund bot", interview="i1")
    async with stage.open(interview=(INCIDENT, "i2")) as play:
        await play.press("ctrl+g")
        await play.type("which system\r")
        await play.shows("named by others: Refund bot · ctrl+o t speaks about one of them")
        await play.press("ctrl+o", "t")
        await play.shows("Which system do they speak about?", "Refund bot named by on-call engineer")
        await play.press("enter")
        await play.press("tab")
        await play.type("It paid twice.\t")
        await play.shows("It paid twice.", "another system")
        await play.press("enter")
        await play.type("the bot")
        await play.press("ctrl+o", "m")
        await play.shows("This system is", "the same as: Refund bot")
        await play.press("enter")
        await play.shows("They are one now")
        await play.press("ctrl+o", "m")
        await play.shows("not the same as: Refund bot")
        await play.press("q")
        await play.saved()
    (system,) = record(stage.view()).systems
    assert (system.id, system.effect, system.accounts, len(system.same)) == ("s7", "It paid twice.", ("i1", "i2"), 1)


async def test_nothing_else_that_it_could_be_the_same_as(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await play.press("ctrl+o", "t")
        await play.shows("Nobody else named anything that this section asks about.")
        await play.press("ctrl+o", "m")
        await play.shows("Go to a question about one item first")
