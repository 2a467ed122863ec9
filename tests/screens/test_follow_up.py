"""A follow-up: asked from the list of people or from the closing page, and it asks only what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pmtui.record.changes import Given, Place, Stamp, decide, edit_participant, put_answer
from pmtui.record.corrections import confirmation
from pmtui.record.queue import ASK, asking
from pmtui.record.taking_up import FOLLOW_UP, end_interview

from .stage import AUTHOR, INCIDENT, NOW
from .test_incident import _opened

if TYPE_CHECKING:
    from pathlib import Path

    from .stage import Stage

STAMP = Stamp(NOW, AUTHOR)

ASKED = """
questionnaire: small
version: 1
title: Small
sections:
  - id: opening
    title: Opening
    questions:
      - {id: story, ask: What happened?, type: long_text, required: true}
      - {id: noticed, ask: How did it come to light?}
      - {id: limit, ask: What was the limit?}
      - {id: aside, ask: Anything else?}
"""


def _ended(stage: Stage, tmp_path: Path, **states: str) -> None:
    """One interview that has ended, in which some questions have no answer but a state."""
    file = tmp_path / "small.yaml"
    file.write_text(ASKED, encoding="utf-8")
    stage.held(file)
    stage.answer("story", "It paid twice.")

    def end(edit: object) -> None:
        for name, state in states.items():
            put_answer(edit, "i1", Place(name), Given(state), STAMP)  # type: ignore[arg-type]
        end_interview(edit, "i1", STAMP)  # type: ignore[arg-type]

    stage.store.change(INCIDENT, end)


def _state(stage: Stage, name: str = "p1") -> str:
    return stage.view().participants[name].state


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_it_asks_what_was_left_and_ends_as_talked(stage: Stage, tmp_path: Path, size: tuple[int, int]) -> None:
    _ended(stage, tmp_path, limit="later")
    stage.store.change(INCIDENT, lambda edit: edit_participant(edit, "p1", {"state": "follow_up"}))
    async with stage.open(size) as play:
        await _opened(play)
        await play.shows("follow-up owed", "Follow up with on-call engineer.")
        await play.press("f")
        await play.shows("What was the limit?", "follow-up 1 of 1")
        await play.type("400 euro.\t")
        await play.shows("Before you end")
        await play.press("enter")
        await play.shows("Your own notes")
        await play.press("tab")
        await play.shows("talked", "ended, 2 answers")
    assert stage.answers() == {"story": "It paid twice.", "limit": "400 euro."}
    assert [each.state for each in stage.revisions("i1/limit")] == ["later", "answered"]
    assert _state(stage) == "talked"


async def test_it_opens_again_as_a_follow_up_where_it_stood(stage: Stage, tmp_path: Path) -> None:
    _ended(stage, tmp_path, noticed="later", limit="later")
    async with stage.open() as play:
        await _opened(play)
        await play.press("f", "tab")
        await play.type("400 eu")
        await play.shows("follow-up 2 of 2")
        await play.press("ctrl+q")
    for key in ("enter", "f"):
        async with stage.open() as play:
            await _opened(play)
            await play.press(key)
            await play.shows("follow-up 2 of 2", "400 eu")
            await play.press("shift+tab")
            await play.shows("How did it come to light?", "follow-up 1 of 2")
            await play.press("tab", "ctrl+q")
    assert stage.decided() == [FOLLOW_UP]


async def test_what_somebody_else_asked_is_asked(stage: Stage, tmp_path: Path) -> None:
    _ended(stage, tmp_path)
    stage.person("product lead")
    stage.interview("quick", "p2")
    ask = asking("p1", "Who set the limit?")
    stage.store.change(INCIDENT, lambda edit: decide(edit, ASK, "i2/system_name", STAMP, ask))
    async with stage.open() as play:
        await _opened(play)
        await play.press("f")
        await play.shows("Who set the limit?", "follow-up 1 of 1")
        await play.type("I did, in March.\t")
        await play.press("q", "ctrl+q")
        await play.hides("1 question from others")


async def test_nothing_is_begun_where_nothing_is_to_be_asked(stage: Stage, tmp_path: Path) -> None:
    _ended(stage, tmp_path)
    stage.person("product lead")
    stage.person("counsel")
    stage.interview("quick", "p2")
    stage.store.change(INCIDENT, lambda edit: edit_participant(edit, "p3", {"state": "withdrawn"}))
    async with stage.open() as play:
        await _opened(play)
        for told in ("nothing required is unanswered", "i2 has not ended yet", "counsel withdrew"):
            await play.press("f")
            await play.shows(told)
            await play.press("down")
    assert stage.decided() == []
    assert stage.view().interview("i1").state == "ended"


async def test_the_closing_page_proposes_what_is_owed(stage: Stage) -> None:
    stage.held()
    stage.person("product lead", state="talked")
    async with stage.open(interview=(INCIDENT, "i1")) as play:
        await play.press("ctrl+o", "w")
        await play.choose("Ask product lead")
        await play.press("enter", "tab", "ctrl+o", "l", "ctrl+o", "e")
        await play.choose("Mark that a follow-up with product lead is owed")
        await play.saved()
        await play.shows("a follow-up with them is owed: 1 left for later, 1 asked of others")
        await play.hides("Mark that a follow-up")
        await play.choose("a follow-up with them is owed")
        await play.press("tab")
        await play.saved()
    assert (_state(stage), _state(stage, "p2")) == ("follow_up", "follow_up")
    assert stage.view().interview("i1").state == "ended"


async def test_nobody_alone_is_asked_what_is_owed(stage: Stage) -> None:
    async with stage.open(interview=stage.held(), alone=True) as play:
        await play.press("tab", "ctrl+o", "l", "ctrl+o", "e")
        await play.shows("Before you end")
        await play.hides("follow-up")


async def test_an_account_is_written_from_the_list_of_people_where_there_is_one(stage: Stage, tmp_path: Path) -> None:
    _ended(stage, tmp_path)
    stage.person("product lead")
    target = tmp_path / "account.md"
    async with stage.open() as play:
        await _opened(play)
        await play.press("w")
        await play.shows("Write the account to which file?")
        await play.press("ctrl+u")
        await play.type(f"{target}\r")
        await play.shows("Written to")
        await play.press("down", "w")
        await play.shows("nothing was written down yet of what p2 said")
        assert play.where == "IncidentScreen"
    assert "It paid twice." in target.read_text(encoding="utf-8")


async def test_an_account_that_is_said_to_be_confirmed_is_confirmed_as_it_stands(stage: Stage, tmp_path: Path) -> None:
    _ended(stage, tmp_path)
    async with stage.open() as play:
        await _opened(play)
        await play.press("s")
        await play.choose("Account confirmed")
        await play.shows("account confirmed")
    confirmed = confirmation(stage.view(), "p1")
    assert confirmed is not None
    assert confirmed.changed == ()
