"""Sentences where something else was asked for: none is lost, none goes to another question."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pmtui.widgets import choice_box

from .test_walking import _ask

if TYPE_CHECKING:
    from .stage import Stage

PROSE = Path(__file__).with_name("prose.yaml")
ASKED = {
    "name": "What is it called?",
    "at": "At what time?",
    "count": "How many people?",
    "stopped": "Has it stopped?",
    "level": "How bad was it?",
    "sure": "How sure are you?",
}
FIRST, SECOND = "The 2nd bot paid at ten past two.", "Then a customer called; nobody knew her."


def _kept(stage: Stage) -> dict[str, str]:
    """All words of each answer, value and remark."""
    found = stage.view().answers_of("i1").values()
    return {each.question: " ".join(str(part) for part in (each.value, each.remark) if part) for each in found}


@pytest.mark.parametrize("name", ASKED)
@pytest.mark.parametrize("between", [" ", "\r"], ids=["a space", "enter"])
async def test_two_sentences_are_kept_where_they_are_typed(stage: Stage, name: str, between: str) -> None:
    async with stage.open(interview=stage.held(PROSE, noticed="2026-03-14 14:00")) as play:
        await play.press(*["tab"] * list(ASKED).index(name))
        await play.type(f"{FIRST}{between}{SECOND}")
        assert _ask(play) == ASKED[name]
        await play.press("tab")
        if _ask(play) == ASKED[name]:
            await play.press("tab")
        assert _ask(play) != ASKED[name]
        await play.saved()
    [(where, words)] = _kept(stage).items()
    assert where == name
    assert words.index(FIRST) < words.index(SECOND)


@pytest.mark.parametrize("words", [" The bot stopped.", "2 people saw it.", "9 people saw it.", " 3 4 people saw it."])
@pytest.mark.parametrize("name", ["stopped", "level", "sure"])
async def test_a_space_and_digits_before_words_mark_nothing(stage: Stage, name: str, words: str) -> None:
    async with stage.open(interview=stage.held(PROSE, noticed="2026-03-14 14:00")) as play:
        await play.press(*["tab"] * list(ASKED).index(name))
        await play.type(f"{words}\t")
        await play.saved()
    [answer] = stage.view().answers_of("i1").values()
    assert answer.question == name
    assert words.strip() in (answer.remark or "", answer.value)
    assert answer.value in (None, words.strip())


async def test_a_space_before_words_marks_nothing_in_a_long_list(stage: Stage) -> None:
    async with stage.open(interview=stage.held(Path(__file__).with_name("long.yaml"))) as play:
        await play.type(" nobody would say")
        await play.hides("[x]")
        await play.press("ctrl+u", "space")
        await play.shows("[x]")


async def test_a_mark_stands_where_words_come_later(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice_box, "PAUSE", 0.0)
    async with stage.open(interview=stage.held(PROSE, noticed="2026-03-14 14:00")) as play:
        await play.press("tab", "tab", "tab", "space")
        await play.type("It went on for a day.\t")
        await play.saved()
    [answer] = stage.view().answers_of("i1").values()
    assert (answer.value, answer.remark) == ("yes", "It went on for a day.")


async def test_enter_goes_on_behind_what_was_understood(stage: Stage) -> None:
    async with stage.open(interview=stage.held(PROSE, noticed="2026-03-14 14:00")) as play:
        await play.press("tab")
        await play.type("14:05\r")
        assert _ask(play) == ASKED["count"]
        await play.type("many\r")
        await play.shows("asks for a number")
        await play.press("ctrl+u")
        await play.type("12\r")
        assert _ask(play) == ASKED["stopped"]


@pytest.mark.parametrize(("words", "chosen"), [("no", "no"), ("Yes.", "yes")])
async def test_the_name_of_a_choice_is_that_choice(stage: Stage, words: str, chosen: str) -> None:
    async with stage.open(interview=stage.held(PROSE)) as play:
        await play.press("tab", "tab", "tab")
        await play.type(f"{words}\t")
        assert _ask(play) == ASKED["level"]
        await play.type("hardly\t")
        assert _ask(play) == ASKED["sure"]
        await play.saved()
    assert stage.answers() == {"stopped": chosen, "level": "low"}


async def test_a_sentence_where_a_number_is_asked_for_holds_nobody_up(stage: Stage) -> None:
    async with stage.open(interview=stage.held(PROSE)) as play:
        await play.press("tab", "tab")
        await play.type("Nobody ever counted them.\t")
        assert _ask(play) == ASKED["stopped"]
        await play.shows("kept as its remark")
        await play.press("tab")
        await play.hides("kept as its remark")
        await play.saved()
    assert _kept(stage) == {"count": "Nobody ever counted them."}


async def test_lines_in_one_piece_stay_together(stage: Stage) -> None:
    """A paste without brackets: nobody saw another question before the second line."""
    async with stage.open(interview=stage.held(PROSE, noticed="2026-03-14 14:00")) as play:
        await play.press("tab")
        await play.type("14:05\rIt was a Saturday.")
        assert _ask(play) == ASKED["at"]
        await play.press("tab")
        await play.saved()
    assert "14:05 It was a Saturday." in _kept(stage)["at"]


async def test_enter_stays_where_a_time_is_asked_about(stage: Stage) -> None:
    async with stage.open(interview=stage.held(PROSE, noticed="2026-03-14 14:00")) as play:
        await play.press("tab")
        await play.type("ten past two\r")
        assert _ask(play) == ASKED["at"]
        await play.shows("Write 02:10 or 14:10")
        await play.type("after the call\t")
        await play.saved()
    assert _kept(stage)["at"].count("ten past two after the call") == 1
