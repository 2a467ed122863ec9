"""A sentence that becomes an event, and goes on as a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pmtui.record.fold import record
from pmtui.widgets.answer_box import AnswerBox

from .stage import INCIDENT

if TYPE_CHECKING:
    from .stage import Stage

STORY = "The dashboard was red. At 14:05 the bot paid 412 refunds. Then it stopped."


async def test_the_sentence_under_the_cursor_becomes_an_event_and_everything_stays(stage: Stage) -> None:
    async with stage.open(interview=stage.held(noticed="2026-03-14 14:05")) as play:
        await play.type(STORY)
        box = play.app.screen.query_one(AnswerBox)
        box.put_cursor(40)
        await play.type("\x14")
        await play.shows("Make it an event", "At 14:05 the bot paid 412 refunds.", "14:05")
        await play.press("ctrl+s")
        await play.shows("✓ event: Sat 14 Mar 2026 14:05 CET · ctrl+t changes it")
        assert (box.text, box.offset_of_cursor) == (STORY, 40)
        box.put_cursor(5)
        await play.shows("✓ 1 here in the timeline")
        await play.type("\t")
        await play.saved()
    (event,) = record(stage.view()).events
    assert event.what == "At 14:05 the bot paid 412 refunds."
    assert stage.answers()["story"] == STORY


async def test_it_is_changed_and_taken_out_again(stage: Stage) -> None:
    async with stage.open(interview=stage.held(noticed="2026-03-14 14:05")) as play:
        await play.type("At 14:05 the bot paid.")
        await play.press("ctrl+o", "v", "ctrl+s")
        await play.shows("✓ event")
        await play.press("ctrl+t")
        await play.choose("Change the event")
        await play.shows("Change the event", "14:05")
        await play.press("tab")
        await play.type("\x1514:07\tgateway\r")
        await play.shows("✓ event: Sat 14 Mar 2026 14:07 CET")
        await play.type("\t")
        await play.saved()
        (event,) = record(stage.view()).events
        assert (event.actor, (event.at or {})["words"]) == ("gateway", "14:07")
    async with stage.open(interview=(INCIDENT, "i1")) as play:
        await play.press("shift+tab")
        await play.shows("✓ event: Sat 14 Mar 2026 14:07 CET")
        await play.press("ctrl+t")
        await play.choose("Take it out")
        await play.hides("✓ event")
        await play.saved()
    assert record(stage.view()).events == ()


async def test_what_is_off_the_record_becomes_no_event(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.press("ctrl+t")
        await play.shows("Put the cursor into a sentence first")
        await play.press("ctrl+o", "j", "enter")
        await play.type("It paid.")
        await play.press("ctrl+t")
        await play.shows("off the record, and an event would be in drafts")


@pytest.mark.parametrize("questionnaire", ["governance", "responder"])
async def test_an_interview_that_asks_for_no_events_has_them_all_the_same(stage: Stage, questionnaire: str) -> None:
    async with stage.open(interview=stage.held(questionnaire)) as play:
        while not play.app.screen.query_one(AnswerBox).display:
            await play.press("tab")
        await play.type("The bot paid twice.")
        await play.press("ctrl+t", "ctrl+s")
        await play.shows("✓ event: no time yet")
        await play.press("ctrl+t", "q")
        await play.saved()
    (event,) = record(stage.view()).events
    assert event.what == "The bot paid twice."


async def test_what_is_in_the_timeline_is_stored_and_cannot_be_unstored(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.type("The bot paid.")
        await play.press("ctrl+t", "ctrl+s", "ctrl+o", "j")
        await play.choose("Do not store")
        await play.shows("A sentence here is in the timeline, and stored.")
        await play.hides("leaving loses it")
        await play.type("\t")
        await play.saved()
    assert stage.answers()["story"] == "The bot paid."
