"""A long session leaves nothing behind: as many widgets, timers and tasks after many rounds as after a few."""

from __future__ import annotations

import asyncio
import gc
from collections import Counter
from typing import TYPE_CHECKING

from textual.dom import DOMNode
from textual.strip import Strip
from textual.timer import Timer

if TYPE_CHECKING:
    from .stage import Play, Stage


def _alive() -> Counter[str]:
    gc.collect()
    kinds = (DOMNode, Timer, asyncio.Task)
    return Counter(type(each).__name__ for each in gc.get_objects() if isinstance(each, kinds))


async def _round(play: Play) -> None:
    await play.type("x\x7fA few words more. ")
    await play.press("tab", "shift+tab", "ctrl+o", "q", "ctrl+g", "q", "ctrl+l")
    await play.saved()


async def test_rounds_of_an_interview_leave_nothing_behind(stage: Stage) -> None:
    async with stage.open(interview=stage.held("quick")) as play:
        for _ in range(2):
            await _round(play)
        before = _alive()
        strips = sum(isinstance(each, Strip) for each in gc.get_objects())
        for _ in range(6):
            await _round(play)
        # A closed dialog goes after the key that closed it is dealt with.
        await play.until(lambda: not _alive() - before, f"more is alive than {before}")
        assert sum(isinstance(each, Strip) for each in gc.get_objects()) < 3 * strips + 1000
