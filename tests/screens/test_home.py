"""The list of incidents: the empty store, the form, the filter, leaving and coming back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .stage import Play, Stage

OTHER = "2026-02-01-sepsis-score"


async def test_an_empty_store_offers_three_things(stage: Stage) -> None:
    async with stage.open() as play:
        await play.shows("No incidents yet", "Start an incident", "Load an example", "Read how it works")


@pytest.mark.parametrize(("keys", "shown"), [("\r", "Time zone"), ("n", "Time zone")])
async def test_the_first_offer_starts_an_incident(stage: Stage, keys: str, shown: str) -> None:
    async with stage.open() as play:
        await play.type(keys)
        await play.shows(shown)
        await play.press("ctrl+g")
        await play.shows("No incidents yet")


@pytest.mark.parametrize("keys", [["down", "enter"], ["e"]])
async def test_the_second_offer_loads_an_example(stage: Stage, keys: list[str]) -> None:
    async with stage.open() as play:
        await play.press(*keys)
        await play.shows("a review half-way", "Coding agent deletes")
        await play.press("enter")
        await play.until(lambda: play.where == "IncidentScreen", "the example is not opened")
        await play.press("q")
        await play.shows("1 incident")
        await play.press("e", "enter")
        await play.until(lambda: play.where == "IncidentScreen", "an example that is there is not opened")
    assert len(stage.store.ids()) == 1


async def test_the_third_offer_says_how_it_works(stage: Stage) -> None:
    async with stage.open() as play:
        await play.press("down", "down", "enter")
        await play.shows("tab goes to the next question")
        await play.press("q")
        await play.shows("No incidents yet")


async def test_the_form_keeps_its_words_until_they_fit(stage: Stage) -> None:
    async with stage.open() as play:
        await play.type("nRefund bot\tsevere\tteh other day\t\t\tPaid without a limit.")
        for field, wrong, right in (
            (4, "time zone", "Europe/Berlin"),
            (1, "severe", "major"),
            (2, "teh other day", "2026-03-14 14:05"),
        ):
            await play.press("ctrl+s")
            assert play.where == "IncidentForm"
            await play.shows(wrong, "Refund bot", "Paid without a limit.")
            inputs = list(play.app.screen.query("Input"))
            inputs[field].focus()
            await play.press("home", "ctrl+k")
            await play.type(right)
        await play.press("ctrl+s")
        await play.shows("Refund bot", "major", "14:05", "Paid without a limit.")
    incident = stage.view().incident
    assert (incident.title, incident.severity, incident.zone) == ("Refund bot", "major", "Europe/Berlin")


async def test_enter_walks_the_form_and_saves_at_its_end(stage: Stage) -> None:
    async with stage.open() as play:
        await play.type("nRefund bot\r\r\r\rEurope/Berlin\r\r")
        await play.until(lambda: play.where == "IncidentScreen", "the form is not saved")
    assert len(stage.store.ids()) == 1


async def test_the_command_new_opens_the_form(stage: Stage) -> None:
    async with stage.open(form=True) as play:
        await play.shows("Start an incident", "Time zone")


async def _two(stage: Stage) -> None:
    stage.incident()
    stage.incident("Triage score missed sepsis", OTHER, severity="critical")


async def test_the_filter_shows_what_contains_the_words(stage: Stage) -> None:
    await _two(stage)
    async with stage.open() as play:
        await play.shows("2 incidents")
        await play.type("/SEPSIS crit")
        await play.shows("Triage score")
        await play.hides("Refund bot")
        await play.type(" nowhere")
        await play.shows("No incident contains these words")
        await play.press("escape")
        await play.shows("Refund bot", "Triage score")


async def test_while_one_filters_the_footer_names_no_letters(stage: Stage) -> None:
    await _two(stage)
    async with stage.open() as play:
        await play.shows("enter open", "n new", "q leave")
        await play.press("/")
        await play.shows("enter to the list", "ctrl+o more")
        await play.hides("n new", "/ filter", "? help", "q leave")
        await play.press("q", "down")
        await play.shows("enter open", "n new", "/ filter", "q leave")


async def test_from_the_filter_to_the_incident(stage: Stage) -> None:
    await _two(stage)
    async with stage.open() as play:
        await play.type("/sepsis\r\r")
        await play.until(lambda: play.where == "IncidentScreen", "nothing is opened")
        await play.shows("Triage score missed sepsis", "critical")


async def test_the_lower_part_says_what_the_incident_waits_for(stage: Stage) -> None:
    await _two(stage)
    async with stage.open() as play:
        await play.press("home")
        await play.shows(OTHER)
        first = _below(play)
        await play.press("down")
        await play.until(lambda: _below(play) != first, "the lower part stays the same")


def _below(play: Play) -> str:
    return str(play.app.screen.query_one("#next").render())


async def test_the_list_is_new_when_one_comes_back(stage: Stage) -> None:
    stage.incident()
    async with stage.open() as play:
        await play.press("enter", "e")
        await play.type(" and the limit")
        await play.press("ctrl+s", "q")
        await play.shows("Refund bot and the limit", "1 incident")


async def test_an_incident_that_cannot_be_read_hides_no_other(stage: Stage) -> None:
    await _two(stage)
    for name in ("incident.json", "journal.jsonl"):
        (stage.settings.store / "incidents" / OTHER / name).write_bytes(b"\x00\xffnot json\n")
    async with stage.open() as play:
        await play.shows("Refund bot", OTHER)
        await play.press("home", "enter")
        if play.where == "HomeScreen":
            await play.press("end", "enter")
        assert play.where == "IncidentScreen"


async def test_removing_asks_and_can_be_undone(stage: Stage) -> None:
    await _two(stage)
    async with stage.open() as play:
        await play.type("/sepsis\r\r")
        await play.press("x", "enter")
        assert stage.store.removed() == []
        await play.press("x", "down", "enter")
        await play.shows("1 incident")
        await play.hides("Triage score")
        assert stage.store.removed() == [OTHER]
        assert "no incident" not in play.words
        await play.press("escape", "r", "enter")
        await play.shows("2 incidents")
    assert stage.store.removed() == []


async def test_nothing_to_restore_is_said(stage: Stage) -> None:
    async with stage.open() as play:
        await play.press("r")
        await play.shows("No incident was removed")


async def test_help_names_every_key_of_the_list(stage: Stage) -> None:
    async with stage.open() as play:
        await play.press("?")
        await play.shows("filter", "Bring back an incident", "ctrl+q")
        await play.press("q")
        await play.shows("No incidents yet")


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_leaving(stage: Stage, key: str) -> None:
    async with stage.open() as play:
        await play.press(key)
        await play.until(lambda: not play.app.is_running, "the app is still there")
        assert play.app.return_value == 0


async def test_ctrl_c_says_how_to_leave_and_does_not(stage: Stage) -> None:
    async with stage.open() as play:
        await play.press("ctrl+c")
        await play.shows("ctrl+q leaves")


async def test_damage_that_was_found_is_told(stage: Stage) -> None:
    stage.incident()
    (stage.folder / "store" / "incidents" / "2026-03-14-refund-bot" / "incident.json").write_bytes(b"")
    async with stage.open() as play:
        await play.shows("is empty", "were read from the journal")
        await play.press("enter")
        await play.shows("Refund bot")
