"""The people of an incident: their order, their state, why they are talked with, and what is known before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pmtui.draft import markdown
from pmtui.record.fold import record
from pmtui.record.people import people, sources

from .test_incident import _opened

if TYPE_CHECKING:
    from .stage import Play, Stage


def _three(stage: Stage) -> None:
    stage.incident()
    stage.person("on-call engineer", reason="led the response", function="responder")
    stage.person("product lead", reason="owns the bot")
    stage.person("counsel", state="declined")


def _order(stage: Stage) -> list[str]:
    return [each.id for each in people(stage.view())]


async def _named(play: Play, name: str) -> None:
    """Put the cursor on the row of a person or an interview."""
    await play.press("home", *["down"] * [line.split()[0] for line in _rows(play)].index(name))


def _rows(play: Play) -> list[str]:
    return [line for line in play.text.splitlines() if line.strip()[:1] in "pi" and line.strip()[1:2].isdigit()]


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_who_why_and_how_it_stands_are_seen_at_a_glance(stage: Stage, size: tuple[int, int]) -> None:
    _three(stage)
    stage.interview()
    async with stage.open(size) as play:
        await _opened(play)
        await play.shows("i1", "to ask", "planned, 0 answers", "responder · led the response", "owns the bot")
        assert [line.split()[0] for line in _rows(play)] == ["i1", "p2", "p3"]
        assert "declined" in _rows(play)[2]


async def test_people_are_moved_up_and_down_and_the_cursor_goes_with_them(stage: Stage) -> None:
    _three(stage)
    async with stage.open() as play:
        await _opened(play)
        await play.press("u", "l", "l", "l")
        assert _order(stage) == ["p2", "p3", "p1"]
        await play.press("u")
        assert _order(stage) == ["p2", "p1", "p3"]
        assert [line.split()[0] for line in _rows(play)] == ["p2", "p1", "p3"]


async def test_a_state_is_set_by_hand(stage: Stage) -> None:
    _three(stage)
    async with stage.open() as play:
        await _opened(play)
        await play.press("down", "s")
        await play.shows("product lead is now: to ask", "They will talk; no interview has ended.")
        await play.choose("Agreed")
        await play.shows("agreed")
    assert [each.state for each in people(stage.view())] == ["to_ask", "agreed", "declined"]


async def test_who_withdraws_is_asked_about_once_more_marked_and_brought_back(stage: Stage) -> None:
    _three(stage)
    stage.interview()
    stage.answer("story", "It paid twice.")
    async with stage.open() as play:
        await _opened(play)
        await play.press("s")
        await play.choose("Withdrawn")
        await play.shows("left out of every draft, export and finding", "until `pmtui forget`")
        await play.choose("Leave the account out")
        await play.shows("withdrawn", "in no draft")
        assert "It paid twice." not in markdown(stage.view(), record(stage.view()))
        await play.press("enter")
        await play.shows("on-call engineer withdrew. s sets another state first.")
        await play.press("s")
        await play.hides("Confirmed")
        await play.choose("Talked")
        await play.shows("i1", "running, 1 answer")
    assert "It paid twice." in markdown(stage.view(), record(stage.view()))


@pytest.mark.parametrize("key", ["enter", "i", "f"])
async def test_nothing_is_begun_with_who_declined(stage: Stage, key: str) -> None:
    _three(stage)
    async with stage.open() as play:
        await _opened(play)
        await _named(play, "p3")
        await play.press(key)
        await play.shows("counsel declined. s sets another state first.")
        assert play.where == "IncidentScreen"
    assert stage.view().interviews == {}


async def test_what_is_known_of_a_person_is_changed(stage: Stage) -> None:
    _three(stage)
    async with stage.open() as play:
        await _opened(play)
        await play.press("c", "tab", "tab")
        await play.type(" off duty\t")
        await play.press("ctrl+u")
        await play.type("Incident lead")
        await play.press("ctrl+s")
        await play.shows("incident lead · led the response off duty")
    who = stage.view().participants["p1"]
    assert (who.role, who.function, who.reason) == ("on-call engineer", "incident_lead", "led the response off duty")


async def test_keys_about_a_person_say_so_where_there_is_none(stage: Stage) -> None:
    stage.incident()
    async with stage.open() as play:
        await _opened(play)
        for key in ("s", "c", "u"):
            await play.press(key)
            await play.shows("There is nobody on the list yet.")


async def test_facts_come_first_from_a_source_and_stand_in_the_draft_as_told_by_it(stage: Stage) -> None:
    stage.incident(noticed="2026-03-14 14:05")
    async with stage.open() as play:
        await _opened(play)
        await play.press("k")
        await play.shows("Which source?", "stands in the draft as told by that source")
        await play.type("alert log\r")
        await play.shows("When was it, in the words of the source?", "alert log")
        await play.type("14:02 UTC\tRefunds above the limit.\tpayment gateway\tline 88\t")
        await play.saved()
        await play.press("ctrl+q")
        await play.shows("alert log", "source", "running, 4 answers", "Add the first participant")
        await play.press("k")
        await play.shows("Facts from which source?", "Another source")
        await play.press("enter")
        await play.shows("alert log")
        await play.press("ctrl+q")
    (source,) = sources(stage.view())
    view = stage.view()
    (event,) = record(view).events
    assert (event.what, event.actor, event.sources) == ("Refunds above the limit.", "payment gateway", ("line 88",))
    assert list(view.interviews) == ["i1"]
    assert view.participant_of("i1") == source
    draft = markdown(view, record(view))
    assert "Refunds above the limit." in draft
    assert "Facts told by:** alert log" in draft
