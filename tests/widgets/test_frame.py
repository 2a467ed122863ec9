"""The first line of every screen."""

from __future__ import annotations

import asyncio

from textual.app import App

from pmtui.widgets.colours import ROLES
from pmtui.widgets.frame import Head


class Page(App[None]):
    def __init__(self) -> None:
        super().__init__(ansi_color=True)
        self.register_theme(ROLES)
        self.theme = ROLES.name


def test_nothing_moves_while_one_answer_is_saved() -> None:
    async def run() -> None:
        head = Head("on-call engineer · i1 · A refund bot that paid each of them twice", "saved")
        async with Page().run_test(size=(80, 24)) as pilot:
            await pilot.app.mount(head)
            await pilot.pause()
            head.show(middle=("consent not asked",))
            saved = head.render().plain
            head.show(right="saving")
            saving = head.render().plain
            assert saved.removesuffix(" saved") == saving.removesuffix("saving")
            assert len(saved) == len(saving) == 80

    asyncio.run(run())
