"""Names of any script keep their columns on every screen: each line is as wide as the window, whoever reckons it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from wcwidth import wcwidth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .stage import Play, Stage

NAMES = ["👩‍💻 Zoë 🇩🇪", "王小明 田中さん", "رنا حداد", "שרה ❤️ 1️⃣", "Ng Văn Ạ́", "👨‍👩‍👧‍👦 नि"]


def widths(play: Play) -> Sequence[int]:
    """The columns of each line of the screen where a terminal reckons each character alone."""
    lines = ["".join(segment.text for segment in strip) for strip in play.app.screen._compositor.render_strips()]
    return [sum(max(wcwidth(character), 0) for character in line) for line in lines]


@pytest.mark.parametrize("size", [(80, 24), (60, 20)], ids=str)
@pytest.mark.parametrize("name", NAMES)
async def test_a_name_moves_nothing(stage: Stage, name: str, size: tuple[int, int]) -> None:
    stage.held(summary=f"{name}: {name}")
    stage.incident(f"{name} and the refund bot", "2026-03-15-other")
    stage.person(name, name=name)
    stage.answer("story", f"I am {name}.", by=name)
    stage.answer("system_name@system-1", name)
    stage.answer("system_effect@system-1", f"It is {name}.")
    async with stage.open(size=size) as play:
        for keys in (
            [],
            ["down", "enter"],
            ["d"],
            ["q", "i"],
            ["ctrl+g", "up", "enter"],
            ["ctrl+g"],
            ["ctrl+g", "tab"],
        ):
            await play.press(*keys)
            assert set(widths(play)) == {size[0]}, play.text


async def test_a_list_keeps_its_columns_beside_names_of_any_script(stage: Stage) -> None:
    for at, name in enumerate(NAMES):
        stage.incident(f"{name} and the refund bot {name * 6}", f"2026-03-1{at}-bot")
    async with stage.open() as play:
        rows = [line for line in play.text.splitlines() if "4 min" in line]
        assert len(rows) == len(NAMES)
        assert len({sum(max(wcwidth(each), 0) for each in row[: row.index("4 min")]) for row in rows}) == 1
