"""Nothing is lost: leaving, coming back, a kill, and a disk that does not take it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from pmtui.errors import Refused
from pmtui.store import Store

from .stage import INCIDENT

if TYPE_CHECKING:
    import pytest

    from .stage import Play, Stage

KINDS = Path(__file__).with_name("kinds.yaml")


async def test_leaving_and_coming_back_stands_on_the_same_question(stage: Stage) -> None:
    held = stage.held()
    async with stage.open(interview=held) as play:
        await play.type("It paid twice.\tA customer called.\tthe bot\t")
        await play.press("shift+tab", "shift+tab", "ctrl+q")
    async with stage.open(interview=held) as play:
        await play.shows("How did it come to light?", "A customer called.")


async def test_on_an_item_that_has_no_answer_yet(stage: Stage) -> None:
    held = stage.held()
    async with stage.open(interview=held) as play:
        await play.press("tab", "tab")
        await play.type("the bot\t\t\r")
        await play.shows("system 2 of 2")
        await play.press("ctrl+q")
    async with stage.open(interview=held) as play:
        await play.shows("Which system was affected?", "system 2 of 2")
        await play.type("the queue\t")
        await play.saved()
    assert stage.answers()["system_name"] == ["the bot", "the queue"]


async def test_from_the_list_and_back_into_the_interview(stage: Stage) -> None:
    stage.held()
    async with stage.open() as play:
        await play.press("enter", "enter")
        await play.type("It paid twice.\tA customer")
        await play.press("ctrl+q", "q", "enter", "enter")
        await play.shows("How did it come to light?", "A customer")


async def _kept(stage: Stage, play: Play, text: str) -> None:
    def seen() -> bool:
        return text in str(stage.store.typing(INCIDENT, "i1"))

    await play.until(seen, "what was typed is not kept")


async def test_what_was_being_typed_comes_back_after_a_kill(stage: Stage) -> None:
    held = stage.held()
    async with stage.open(interview=held) as play:
        await play.type("It paid twice.\tA customer called, and th")
        await _kept(stage, play, "and th")
    assert stage.answers() == {"story": "It paid twice."}
    async with stage.open(interview=held) as play:
        await play.shows("A customer called, and th", "How did it come to light?", "not saved yet")
        await play.type("en a second one.\t")
        await play.saved()
        assert stage.store.typing(INCIDENT, "i1") is None
    assert stage.answers() == {"story": "It paid twice.", "noticed": "A customer called, and then a second one."}


async def test_the_cursor_comes_back_too(stage: Stage) -> None:
    held = stage.held()
    async with stage.open(interview=held) as play:
        await play.type("It paid.\rTwice.")
        await play.press("up", "home")
        await play.type("We saw: ")
        await _kept(stage, play, "We saw: It")
    async with stage.open(interview=held) as play:
        await play.type("yes, ")
        await play.press("tab")
        await play.saved()
    assert stage.answers() == {"story": "We saw: yes, It paid.\nTwice."}


async def test_what_was_marked_comes_back_after_a_kill(stage: Stage) -> None:
    held = stage.held(KINDS)
    async with stage.open(interview=held) as play:
        await play.press("tab", "tab", "tab", "space")
        await _kept(stage, play, "money")
    async with stage.open(interview=held) as play:
        await play.shows("[x] Money")
        await play.press("tab")
        await play.saved()
    assert stage.answers() == {"touched": ["money"]}


async def test_what_does_not_fit_is_kept_when_one_leaves(stage: Stage) -> None:
    held = stage.held(KINDS)
    async with stage.open(interview=held) as play:
        await play.type("a few hundred")
        await play.press("ctrl+q")
        await play.until(lambda: not play.app.is_running, "the app is still there")
    async with stage.open(interview=held) as play:
        await play.shows("How many people?", "a few hundred")


async def test_typing_that_is_kept_nowhere_any_more_is_said(stage: Stage) -> None:
    held = stage.held()
    stage.store.keep_typing(*held, {"section": "gone", "question": "gone", "item": None, "text": "words", "cursor": 0})
    async with stage.open(interview=held) as play:
        await play.shows("belongs to a question that is not there any more")


class _Disk:
    """A store whose saving fails while `full`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = True
        save = Store.change

        def change(store: Store, incident: str, fn: Any) -> Any:
            if self.full:
                raise Refused("not saved: the disk is full")
            return save(store, incident, fn)

        monkeypatch.setattr(Store, "change", change)
        monkeypatch.setattr("pmtui.screens.saving.PAUSE", 0.02)


async def test_a_full_disk_is_said_and_typing_goes_on(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    held = stage.held()
    disk = _Disk(monkeypatch)
    async with stage.open(interview=held) as play:
        await play.type("It paid twice.\t")
        await play.shows(
            "not saved yet", "How did it come to light?", "Not saved yet, and tried again: the disk is full"
        )
        await play.type("A customer called.\tthe bot\t")
        await play.shows("not saved yet", "What did it do")
        assert stage.answers() == {}
        disk.full = False
        await play.saved()
        await play.hides("not saved yet")
    assert stage.answers() == {"story": "It paid twice.", "noticed": "A customer called.", "system_name": ["the bot"]}


async def test_what_is_being_typed_is_kept_while_an_answer_waits(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    held = stage.held()
    _Disk(monkeypatch)
    async with stage.open(interview=held) as play:
        await play.type("It paid twice.\tA customer called")
        await _kept(stage, play, "A customer called")


async def test_two_windows_on_one_interview_lose_nothing(stage: Stage) -> None:
    held = stage.held()
    async with stage.open(interview=held) as one, stage.open(interview=held) as other:
        await one.type("From the first window.\t")
        await other.type("\tFrom the second.\t")
        await one.saved()
        await other.saved()
    assert stage.answers() == {"story": "From the first window.", "noticed": "From the second."}
