"""Two windows on one incident: what one saves the other sees, and nothing that is being typed moves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pmtui.screens.goto import GoToScreen
from pmtui.store import Here
from pmtui.widgets.answer_box import AnswerBox

from .stage import INCIDENT, NOW

if TYPE_CHECKING:
    from .stage import Play, Stage

KINDS = Path(__file__).with_name("kinds.yaml")


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pmtui.screens.interview_shared.EVERY", 0.02)
    monkeypatch.setattr("pmtui.screens.incident.EVERY", 0.02)


def _box(play: Play) -> AnswerBox:
    return play.app.screen_stack[-1].query_one(AnswerBox)


async def test_what_others_named_comes_in_while_one_types(stage: Stage) -> None:
    held = stage.held()
    stage.person("support lead")
    other = stage.interview(participant="p2")
    async with stage.open(interview=held) as play:
        await play.press("tab", "tab")
        await play.shows("Which system was affected?")
        stage.answer("system_name@system-aaaaaa", "the queue", other, by="maria")
        await play.shows("named by others: the queue")
        await play.type("the b")
        stage.answer("system_name@system-bbbbbb", "the ledger", other, by="maria")
        stage.answer("story", "It paid twice.", other, by="maria")
        await play.until(
            lambda: len(play.app.screen.session.named_by_others()) == 2,  # type: ignore[attr-defined]
            "the second is not seen",
        )
        await play.type("ot\t\t")
        await play.shows("what there is so far", "the bot", "the queue", "the ledger")
        await play.saved()
    assert stage.answers()["system_name"] == ["the bot"]


async def test_the_sections_and_the_page_of_items_follow(stage: Stage) -> None:
    held = stage.held()
    async with stage.open(interview=held) as play:
        await play.press("ctrl+g")
        await play.shows("What happened 0/2")
        await play.press("down")
        stage.answer("noticed", "A customer called.", by="maria")
        await play.shows("What happened 1/2")
        assert isinstance(play.app.screen, GoToScreen)
        await play.press("enter")
        await play.shows("How did it come to light?", "A customer called.")


async def test_an_answer_that_is_open_and_untouched_is_shown(stage: Stage) -> None:
    held = stage.held()
    async with stage.open(interview=held) as play:
        stage.answer("story", "It paid twice.", by="maria")
        await play.shows("It paid twice.")
        await play.type(" On Saturday.\t")
        await play.saved()
    assert stage.answers() == {"story": "It paid twice. On Saturday."}


async def test_an_answer_that_is_being_typed_is_kept_and_both_are_told(stage: Stage) -> None:
    held = stage.held()
    async with stage.open(interview=held) as play:
        await play.type("Mine.")
        await play.press("left")
        stage.answer("story", "Hers.", by="maria")
        await play.shows("maria answered this", "Yours will stand above it", "Mine.")
        assert _box(play).cursor_location == (0, 4)
        await play.type("\t")
        await play.shows("Your last answer stands", "maria", "ctrl+o h")
        await play.saved()
        assert stage.answers() == {"story": "Mine."}
        stage.answer("story", "Hers again.", by="maria")
        await play.shows("after you: that one stands")
        await play.press("shift+tab")
        await play.shows("Hers again.")
        await play.press("ctrl+o", "h", "down")
        await play.shows("maria", "Hers.")
        await play.press("enter")
        await play.saved()
    assert stage.answers() == {"story": "Mine."}
    assert [each.value for each in stage.revisions("i1/story")] == ["Hers.", "Mine.", "Hers again.", "Mine."]


async def test_marks_of_others_come_in_and_those_put_here_stay(stage: Stage) -> None:
    held = stage.held(KINDS)
    async with stage.open(interview=held) as play:
        await play.press("tab", "tab", "tab", "down")
        stage.answer("touched", ["money"], by="maria")
        await play.shows("[x] Money")
        await play.press("space")
        await play.shows("[x] Money", "[x] Health")
        stage.answer("touched", ["trust"], by="maria")
        await play.shows("maria answered this")
        await play.shows("[x] Money", "[x] Health", "[ ] Trust")
        await play.press("tab")
        await play.saved()
    assert stage.answers()["touched"] == ["money", "health"]


async def test_a_page_that_is_asked_no_more_stays_until_it_is_left(stage: Stage) -> None:
    held = stage.held()
    async with stage.open(interview=held) as play:
        await play.press("tab", "tab")
        await play.type("the bot\t")
        await play.saved()
        await play.type("It paid")
        item = next(each.item for each in stage.view().answers.values() if each.item)
        stage.decision("drop-item", str(item), by="maria")
        stage.answer("story", "Hers.", by="maria")
        await play.type(" twice.")
        await play.shows("It paid twice.")
        await play.type("\t")
        await play.press("shift+tab", "shift+tab", "shift+tab", "shift+tab")
        await play.shows("Hers.")
        await play.saved()
    assert stage.answers()["system_effect"] == ["It paid twice."]


async def test_who_else_is_here_is_said_in_one_line(stage: Stage) -> None:
    held = stage.held()
    maria = Here("maria", "i1", NOW)
    async with stage.open(interview=held) as play:
        stage.store.beat(INCIDENT, maria, "x")
        await play.shows("also in this interview: maria since 15 Mar 10:30")
        stage.store.beat(INCIDENT, Here("kim", "i2", NOW), "y")
        await play.type("It paid.")
        assert "kim" not in play.words
        stage.store.leave(INCIDENT, maria, "x")
        await play.hides("also in this interview")
        assert [each.by for each in stage.store.others(INCIDENT, "z")] == ["alex", "kim"]
        await play.press("ctrl+q")
        await play.until(lambda: not play.app.is_running, "the app is still there")
    assert [each.by for each in stage.store.others(INCIDENT, "z")] == ["kim"]


async def test_the_incident_follows_and_the_cursor_stays(stage: Stage) -> None:
    stage.held()
    stage.person("support lead")
    async with stage.open() as play:
        await play.press("enter", "down")
        stage.person("data scientist")
        stage.answer("story", "It paid twice.", by="maria")
        await play.shows("data scientist", "running, 1 answer")
        stage.store.beat(INCIDENT, Here("maria", "i1", NOW), "x")
        await play.shows("maria here, 1 answer")
        await play.press("enter")
        await play.shows("Which questionnaire for support lead?")
        stage.answer("noticed", "A customer called.", by="maria")
        await play.press("q")
        await play.shows("maria here, 2 answers")
