"""Before the first talk with somebody: was I involved, am I in authority?  It is noted, and stops nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.intake import people
from pmtui.interview.facilitating import noted

from .stage import INCIDENT
from .test_incident import _opened

if TYPE_CHECKING:
    from .stage import Stage


def _two(stage: Stage) -> None:
    stage.incident()
    for role in ("on-call engineer", "product lead"):
        people.add(stage.store, INCIDENT, people.Person(role))


def _noted(stage: Stage) -> list[tuple[str, bool]]:
    return [(each.words, each.is_so) for each in noted(stage.view(), "alex")]


async def test_a_yes_shows_what_to_consider_and_one_key_goes_on(stage: Stage) -> None:
    _two(stage)
    async with stage.open() as play:
        await _opened(play)
        await play.press("enter")
        await play.shows("I was involved in the incident", "I am in authority over on-call engineer", "Both")
        await play.choose("I was involved")
        await play.shows("Somebody else might facilitate")
        await play.press("enter")
        await play.shows("Which questionnaire")
        await play.press("q", "down", "enter")
        await play.shows("I am in authority over product lead", "No")
        await play.hides("I was involved")
        await play.press("enter")
        await play.shows("Which questionnaire")
        await play.press("q", "enter")
        await play.shows("Which questionnaire")
    assert _noted(stage) == [
        ("was involved in the incident", True),
        ("is in authority over on-call engineer", False),
        ("is in authority over product lead", False),
    ]


async def test_one_may_go_on_without_saying_or_not_at_all(stage: Stage) -> None:
    _two(stage)
    async with stage.open() as play:
        await _opened(play)
        await play.press("enter", "q")
        assert play.where == "IncidentScreen"
        await play.press("enter")
        await play.choose("without saying")
        await play.shows("Which questionnaire")
        await play.press("q", "down", "enter")
        await play.choose("I am in authority")
        await play.shows("It is noted")
        await play.choose("Not now")
        assert play.where == "IncidentScreen"
    assert [so for _, so in _noted(stage)] == [False, False, True]
    assert stage.view().interviews == {}


async def test_an_interview_that_begins_elsewhere_asks_at_the_head_of_its_opening(stage: Stage) -> None:
    stage.incident()
    people.add(stage.store, INCIDENT, people.Person("on-call engineer"))
    async with stage.open(interview=(INCIDENT, stage.unopened())) as play:
        await play.shows("point 1 of 14", "Were you involved in the incident yourself?", "Not to be read aloud")
        await play.press("down", "enter")
        await play.shows("point 2 of 14", "Are you in authority over on-call engineer?")
        await play.press("enter")
        await play.shows("point 3 of 14", "This is a conversation, not a form.")
        await play.press("ctrl+g")
        await play.saved()
    assert _noted(stage) == [("was involved in the incident", True), ("is in authority over on-call engineer", False)]
    assert stage.view().participant("p1").consent is None
