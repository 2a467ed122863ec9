"""The minutes in the head line of an interview."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pmtui.interview.clock import SECONDS

from .stage import INCIDENT

if TYPE_CHECKING:
    from .stage import Stage


async def test_minutes_go_on_where_they_were_left(stage: Stage) -> None:
    held = stage.held()
    async with stage.open(interview=held) as play:
        await play.shows("0 of about 20 min")
        await play.press("tab", "ctrl+q")
        await play.until(lambda: stage.store.place(INCIDENT, "i1") is not None, "it is not kept")
    place = stage.store.place(INCIDENT, "i1") or {}
    assert place["question"] == "noticed"
    assert place[SECONDS] < 60
    stage.store.keep_place(INCIDENT, "i1", {**place, SECONDS: 12 * 60})
    async with stage.open(interview=held, alone=True) as play:
        await play.shows("12 of about 20 min", "question 2 of")
        await play.press("ctrl+o", "e")
        await play.shows("Open for 12 of about 20 min.")


@pytest.mark.parametrize(
    ("columns", "head"),
    [
        (110, "0 of about 20 min · quote yes · name no · read by the team"),
        (80, "0 of about 20 min · quote yes · name no · team"),
        (60, "0/20 min · quote yes · name no · team"),
    ],
)
async def test_the_head_line_has_room_for_it(stage: Stage, columns: int, head: str) -> None:
    async with stage.open(interview=stage.held(), size=(columns, 24)) as play:
        await play.shows(head)
        assert play.text.splitlines()[0].startswith("on-call")
        assert play.text.splitlines()[0].endswith("saved")


async def test_the_minute_that_passes_is_shown_and_kept(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pmtui.screens.interview_clock.MINUTE", 0.01)
    held = stage.held()
    stage.store.keep_place(INCIDENT, "i1", {SECONDS: 59})
    async with stage.open(interview=held) as play:
        await play.shows("1 of about 20 min")
        await play.until(lambda: (stage.store.place(INCIDENT, "i1") or {}).get(SECONDS, 0) >= 60, "it is not kept")
