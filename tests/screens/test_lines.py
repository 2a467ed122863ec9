"""One line that is typed over an interview, such as a remark: it is not lost, whatever happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pmtui.screens.choose import Choose
from pmtui.screens.prompt import LineDialog

if TYPE_CHECKING:
    from .stage import Play, Stage

WORDS = "The pager was silent, and nobody knew."
OPENS = {"remark": "\x0fr", "idea": "\x0fi", "own question": "\x0fq", "anything else": "\x0fe"}


async def _typed_over(play: Play, name: str) -> None:
    await play.type(OPENS[name])
    await play.type(WORDS)
    await play.shows(WORDS)


def _everything(stage: Stage) -> str:
    view = stage.view()
    return f"{view.answers_of('i1')} {view.decisions}"


@pytest.mark.parametrize("name", OPENS)
async def test_it_stands_there_again_after_a_kill(stage: Stage, name: str) -> None:
    held = stage.held()
    async with stage.open(interview=held) as play:
        await play.type("It paid twice.")
        await _typed_over(play, name)
        play.app.screen_stack[1].keep_typing()  # type: ignore[attr-defined]  # a kill comes after it was kept
        await play.saved()
        kept = stage.store.typing(*held)
    assert kept is not None
    stage.store.keep_typing(*held, kept)
    async with stage.open(interview=held) as play:
        await play.shows(WORDS)
        assert isinstance(play.app.screen, LineDialog)
        await play.press("escape")
        await play.shows("not kept yet")
        await play.press("enter", "enter")
        await play.saved()
    assert WORDS in _everything(stage)
    assert WORDS not in str(stage.store.typing(*held))


@pytest.mark.parametrize("name", OPENS)
async def test_leaving_it_asks_first(stage: Stage, name: str) -> None:
    async with stage.open(interview=stage.held()) as play:
        await _typed_over(play, name)
        await play.press("escape")
        assert isinstance(play.app.screen, Choose)
        await play.press("enter")
        await play.shows(WORDS)
        await play.press("ctrl+g", "down", "enter")
        await play.hides(WORDS)
        await play.saved()
    assert WORDS not in _everything(stage)


@pytest.mark.parametrize("name", OPENS)
async def test_it_is_kept_where_the_terminal_goes_away(stage: Stage, name: str) -> None:
    async with stage.open(interview=stage.held()) as play:
        await _typed_over(play, name)
        play.app._hang_up()
        await play.until(lambda: not play.app.is_running, "it is open still")
    assert WORDS in _everything(stage)


@pytest.mark.parametrize("name", OPENS)
async def test_tab_keeps_it_too(stage: Stage, name: str) -> None:
    async with stage.open(interview=stage.held()) as play:
        await _typed_over(play, name)
        await play.press("tab")
        await play.saved()
        assert not isinstance(play.app.screen, LineDialog)
    assert WORDS in _everything(stage)


async def test_what_is_not_stored_is_in_no_file_either(stage: Stage) -> None:
    held = stage.held()
    async with stage.open(interview=held) as play:
        await play.type("\x0fj")
        await play.choose("Do not store")
        await _typed_over(play, "own question")
        play.app.screen_stack[1].keep_typing()  # type: ignore[attr-defined]
        await play.saved()
        assert WORDS not in str(stage.store.typing(*held))
        await play.press("ctrl+g", "down", "enter")
