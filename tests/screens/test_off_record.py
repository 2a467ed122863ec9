"""Off the record: kept out of drafts, or stored nowhere at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pmtui.draft import markdown
from pmtui.record.fold import record
from pmtui.record.withheld import count
from pmtui.screens.interview_typing import KEEP_AFTER

from .stage import INCIDENT

if TYPE_CHECKING:
    from .stage import Play, Stage

KINDS = Path(__file__).with_name("kinds.yaml")
SECRET = "the vendor knew 7391"


def holding(stage: Stage) -> list[Path]:
    """The files of this test in which the secret stands."""
    return [path for path in stage.folder.rglob("*") if SECRET.encode() in _content(path)]


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.is_file() else b""
    except FileNotFoundError:  # one that was written under another name first
        return b""


async def off(play: Play, words: str) -> None:
    await play.type("\x0fj")
    await play.shows("Off the record")
    await play.choose(words)


@pytest.fixture
def quick_keeping(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is typed is kept at once."""
    monkeypatch.setattr("pmtui.screens.interview_typing.KEEP_AFTER", KEEP_AFTER / 100)


async def test_what_is_kept_out_of_drafts_is_stored_and_in_no_draft(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await off(play, "Keep this answer out")
        await play.shows("Kept out of every draft and export", "off the record")
        await play.type(f"{SECRET}\t")
        await play.shows("How did it come to light?")
        await play.hides("off the record")
        await play.type("On the record.\t")
        await play.saved()
    assert stage.answers() == {"story": SECRET, "noticed": "On the record."}
    view = stage.view()
    assert SECRET not in markdown(view, record(view))
    assert "On the record." in markdown(view, record(view))
    assert count(view) == 1
    async with stage.open(interview=(INCIDENT, "i1")) as play:
        await play.press("shift+tab", "shift+tab", "shift+tab")
        await play.shows(SECRET, "off the record")
        await off(play, "back on the record")
        await play.saved()
    assert SECRET in markdown(stage.view(), record(stage.view()))


async def test_words_that_are_saved_can_be_hidden_and_the_screen_says_what_keeps_them(stage: Stage) -> None:
    held = stage.held()
    stage.answer("story", SECRET)
    async with stage.open(interview=held) as play:
        await play.press("shift+tab")
        await play.type("\x0fj")
        await play.shows("stays in its history until it is forgotten", f"pmtui forget {INCIDENT} i1 story")
        await play.choose("Keep this answer out")
        await play.saved()
    assert SECRET not in markdown(stage.view(), record(stage.view()))


@pytest.mark.usefixtures("quick_keeping")
async def test_what_is_not_stored_is_in_no_file_at_any_moment(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await off(play, "Do not store")
        await play.shows("not stored: leaving loses it")
        for letter in SECRET:
            await play.type(letter)
        play.app._keep_typing()  # what a hang-up does
        await play.saved()
        assert holding(stage) == []
        await play.type("\t")
        await play.shows("How did it come to light?", "some is not stored")
        await play.type("On the record.\x1b[Z")
        await play.shows(SECRET, "not stored: leaving loses it")
        await play.type("\x0fu")
        await play.shows("How did it come to light?", "On the record.")
        await play.saved()
        assert holding(stage) == []
    assert holding(stage) == []
    assert stage.answers() == {"story": "<unknown>", "noticed": "On the record."}


async def test_leaving_asks_once(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await off(play, "Do not store")
        await play.type(SECRET)
        await play.press("ctrl+q")
        await play.shows("stored nowhere")
        await play.choose("Stay")
        await play.shows(SECRET)
        await play.press("ctrl+q")
        await play.choose("Leave, and lose")
        await play.until(lambda: play.where != "InterviewScreen", "it is not left")
    assert holding(stage) == []


async def test_leaving_asks_nothing_where_nothing_would_be_lost(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await off(play, "Do not store")
        await play.press("ctrl+q")
        await play.until(lambda: play.where != "InterviewScreen", "it is not left")


@pytest.mark.parametrize("way", ["Store it as this answer", "Store it, and keep it out"])
async def test_it_can_be_stored_after_all(stage: Stage, way: str) -> None:
    held = stage.held()
    stage.answer("story", "Said before.")
    async with stage.open(interview=held) as play:
        await play.press("shift+tab")
        await play.shows("Said before.")
        await off(play, "Do not store")
        await play.hides("Said before.")
        await play.type(SECRET)
        await off(play, way)
        await play.shows("Said before.", SECRET)
        await play.type("\t")
        await play.saved()
    assert stage.answers() == {"story": f"Said before.\n{SECRET}"}
    assert count(stage.view()) == (way != "Store it as this answer")


@pytest.mark.usefixtures("quick_keeping")
async def test_what_was_typed_before_it_was_chosen_leaves_its_file(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.type(SECRET)
        await play.until(lambda: bool(holding(stage)), "it is not kept")
        await off(play, "Do not store")
        await play.until(lambda: not holding(stage), "it is kept still")
        await play.shows(SECRET)


async def test_a_choice_that_is_not_stored(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await play.press("tab")
        await off(play, "Do not store")
        await play.press("space", "tab", "shift+tab")
        await play.shows("not stored: leaving loses it")
        await play.saved()
    assert stage.answers() == {}


async def test_a_page_without_a_question_has_nothing_to_take_off(stage: Stage) -> None:
    held = stage.held()
    stage.answer("system_name@s1234", "bot")
    async with stage.open(interview=held) as play:
        while "what there is so far" not in play.words:
            await play.press("tab")
        await play.type("j")
        await play.shows("There is nothing to answer on this page.")
