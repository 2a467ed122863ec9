from __future__ import annotations

from typing import TYPE_CHECKING

from .test_incident import _opened

if TYPE_CHECKING:
    import pytest

    from .stage import Stage


async def test_it_is_read_copied_and_written(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.incident()
    stage.person()
    monkeypatch.chdir(stage.folder)
    async with stage.open() as play:
        await _opened(play)
        await play.press("a")
        await play.shows("Invitation of on-call engineer", "A talk about: Refund bot", "c copy", "w write to a file")
        await play.press("c")
        await play.shows("Handed to the terminal's clipboard")
        assert "as on-call engineer" in play.app.clipboard
        await play.press("w", "enter")
        await play.shows("Written to")
        await play.press("q")
        assert play.where == "IncidentScreen"
    (written,) = stage.folder.glob("*-p1.txt")
    assert "as on-call engineer" in written.read_text()


async def test_who_declined_is_not_invited(stage: Stage) -> None:
    stage.incident()
    stage.person(state="declined")
    async with stage.open() as play:
        await _opened(play)
        await play.press("a")
        await play.shows("on-call engineer declined. s sets another state first.")
        assert play.where == "IncidentScreen"
