"""What the tests of screens stand on tells what went wrong, and does not wait for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .stage import Stage


async def test_keys_for_an_app_that_has_left_are_an_error(stage: Stage) -> None:
    async with stage.open() as play:
        play.app.exit(0)
        await play.settled()
        await play.until(lambda: not play.app.is_running, "the app is still there")
        with pytest.raises(AssertionError, match="has left: nobody hears 'tab'"):
            await play.press("tab")
        with pytest.raises(AssertionError, match="has left: nobody hears 'It'"):
            await play.type("It")
