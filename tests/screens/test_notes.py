"""The facilitator's own notes, after an interview has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.record.notes import notes_of, typing_of

from .stage import AUTHOR, INCIDENT

if TYPE_CHECKING:
    import pytest

    from .stage import Stage


async def test_they_come_after_the_end_and_are_read_again_from_the_closing_page(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.press("ctrl+o", "e", "enter")
        await play.shows("Your own notes · on-call engineer", "whoever can open its folder can read them")
        await play.type("Theme: alarms.")
        await play.press("tab")
        await play.saved()
    assert stage.view().interview("i1").state == "ended"
    assert notes_of(stage.view(), "i1", AUTHOR) == "Theme: alarms."
    assert stage.store.typing(INCIDENT, typing_of("i1")) is None
    async with stage.open(interview=(INCIDENT, "i1")) as play:
        await play.press("ctrl+o", "e")
        await play.choose("Your own notes on this talk")
        await play.shows("Theme: alarms.")
        await play.type(" Ask the vendor.")
        await play.press("ctrl+q")
        await play.shows("This interview has ended")
        await play.saved()
    assert notes_of(stage.view(), "i1", AUTHOR) == "Theme: alarms. Ask the vendor."


async def test_a_contributor_alone_is_asked_for_none(stage: Stage) -> None:
    async with stage.open(interview=stage.held(), alone=True) as play:
        await play.press("ctrl+o", "e", "enter")
        await play.until(lambda: play.where not in ("InterviewScreen", "Choose"), "it is not left")
        assert play.where != "NotesScreen"
    async with stage.open(interview=(INCIDENT, "i1"), alone=True) as play:
        await play.press("ctrl+o", "e")
        await play.shows("This interview has ended")
        await play.hides("Your own notes")


async def test_what_was_typed_when_the_line_dropped_is_taken_up(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pmtui.screens.notes.KEEP_AFTER", 0.01)
    held = stage.held()
    async with stage.open(interview=held) as play:
        await play.press("ctrl+o", "e", "enter")
        await play.type("Half a [b]thought")
        await play.until(lambda: bool(stage.store.typing(INCIDENT, typing_of("i1"))), "it is not kept")
    assert notes_of(stage.view(), "i1", AUTHOR) == ""
    async with stage.open(interview=held) as play:
        await play.shows("typed and not saved yet")
        await play.press("ctrl+o", "e")
        await play.choose("Your own notes on this talk")
        await play.shows("Half a [b]thought", "typed and not saved yet")
        await play.press("tab")
        await play.saved()
    assert notes_of(stage.view(), "i1", AUTHOR) == "Half a [b]thought"
