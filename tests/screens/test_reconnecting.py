"""A line drops, and who comes back at once is faster than the window that they left."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pmtui.screens.interview import InterviewScreen

from .stage import INCIDENT

if TYPE_CHECKING:
    from .stage import Stage

STORY = {"section": "opening", "question": "story", "item": None}


def kept(stage: Stage, text: str) -> None:
    stage.store.keep_typing(INCIDENT, "i1", {**STORY, "text": text, "cursor": len(text)})


async def test_what_the_old_window_keeps_later_is_put_in_before_it_is_written_over(stage: Stage) -> None:
    held = stage.held()
    kept(stage, "It paid tw")
    async with stage.open(interview=held) as play:
        await play.shows("It paid tw")
        kept(stage, "It paid twice.")
        await play.type(" Then it stopped.")
        await play.shows("It paid twice. Then it stopped.", "came after this was opened")
        await play.type(" All of it.\t")
        await play.saved()
    assert stage.answers() == {"story": "It paid twice. Then it stopped. All of it."}


async def test_it_is_put_in_where_nothing_is_typed_yet(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.shows("question 1 of")
        kept(stage, "It paid twice.")
        screen = play.app.screen
        assert isinstance(screen, InterviewScreen)
        screen.keeping.look()
        await play.shows("It paid twice.")


async def test_what_was_typed_and_marked_at_a_list_is_put_in_as_well(stage: Stage) -> None:
    level = {"section": "all", "question": "level", "item": None}
    held = stage.held(Path(__file__).with_name("prose.yaml"))
    stage.store.keep_place(*held, level)
    async with stage.open(interview=held) as play:
        await play.shows("How bad was it?")
        await play.type("id twice.")
        stage.store.keep_typing(*held, {**level, "chosen": ["low"], "above": "It pa"})
        screen = play.app.screen
        assert isinstance(screen, InterviewScreen)
        screen.keeping.look()
        await play.shows("It paid twice.", "came after this was opened")
        await play.press("tab")
        await play.saved()
    assert stage.answers() == {"level": "It paid twice."}
