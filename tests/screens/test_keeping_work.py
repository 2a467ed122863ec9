"""Nothing that a key does takes away what a person said, or holds them in."""

from __future__ import annotations

import fcntl
import json
import re
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from textual.app import App

from pmtui.app import Pmtui, open_app
from pmtui.errors import Refused
from pmtui.intake.unsaved import load_unsaved, save_again
from pmtui.screens.unsaved import put_elsewhere
from pmtui.store import Store

from .stage import INCIDENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmtui.screens.saving import Saver

    from .stage import Play, Stage

KINDS = Path(__file__).with_name("kinds.yaml")


@contextmanager
def _locked(stage: Stage) -> Iterator[None]:
    """Hold the lock of the incident, as another program that saves does."""
    with (stage.settings.store / "incidents" / INCIDENT / ".lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _refusing(monkeypatch: pytest.MonkeyPatch) -> None:
    def change(*_: Any) -> None:
        raise Refused("not saved: the folder is gone")

    monkeypatch.setattr(Store, "change", change)


async def _gone(play: Play) -> None:
    await play.until(lambda: not play.app.is_running, "the app is still there")


async def test_leaving_while_another_program_saves(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pmtui.widgets.typeahead.LONGEST", 0.1)
    held = stage.held()
    async with stage.open(interview=held) as play:
        with _locked(stage):
            await play.type("It paid twice.")
            await play.press("ctrl+q")
            assert play.app.is_running, "it left before the answer was saved"
        await _gone(play)
    assert stage.answers() == {"story": "It paid twice."}


async def test_leaving_where_nothing_can_be_saved(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pmtui.widgets.typeahead.LONGEST", 0.1)
    monkeypatch.setattr("pmtui.app.PATIENCE", 0.2)
    monkeypatch.setattr("pmtui.screens.interview.SOON", 0.2)
    monkeypatch.setattr("pmtui.screens.saving.PAUSE", 0.02)
    held = stage.held()
    _refusing(monkeypatch)
    async with stage.open(interview=held) as play:
        await play.type("It paid twice.")
        await play.press("ctrl+q")
        await play.shows("not saved yet, trying again: the folder is gone", "Press ctrl+q again")
        await play.press("ctrl+q")
        await _gone(play)


def test_what_was_not_saved_is_said_at_the_end(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pmtui.screens.saving.PAUSE", 0.02)
    held = stage.held()
    _refusing(monkeypatch)

    async def typed(pilot: Any) -> None:
        await pilot.press("a", "tab", "b", "tab")
        pilot.app.exit(0)

    monkeypatch.setattr("pmtui.app.Pmtui.run", lambda app, **_: App.run(app, headless=True, auto_pilot=typed))
    with pytest.raises(
        Refused, match=r"2 changes not saved: the folder is gone; written to a file, .*unsaved-"
    ) as refused:
        open_app(stage.settings, interview=held)
    path = Path(re.findall("--unsaved (.*)`", str(refused.value))[0])
    assert path.parent == stage.folder
    assert path.stat().st_mode & 0o777 == 0o600
    first, second = json.loads(path.read_text())
    assert (first["incident"], first["interview"], first["question"], first["value"]) == (*held, "story", "a")
    assert (second["question"], second["state"], second["value"], second["by"]) == ("noticed", "answered", "b", "alex")
    monkeypatch.undo()
    assert [save_again(stage.store, each) for each in load_unsaved(path)] == ["1 story", "1 noticed"]
    assert stage.answers() == {"story": "a", "noticed": "b"}
    assert [save_again(stage.store, each) for each in load_unsaved(path)] == ["1 story", "1 noticed"]
    assert stage.view().answers["i1/story"].at == first["at"]


def test_where_no_folder_takes_it_the_next_one_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home, here = tmp_path / "home", tmp_path / "here"
    for folder in (home, here):
        folder.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(here)
    paths = [put_elsewhere([{"value": "größer"}], "2026-03-15T09:30:00.000+00:00") for _ in range(2)]
    assert [path.parent for path in paths] == [here, home]
    assert all("größer" in path.read_text() for path in paths)


async def test_words_typed_while_the_first_ones_are_saved_stay_kept(stage: Stage) -> None:
    held = stage.held()
    async with stage.open(interview=held) as play:
        with _locked(stage):
            await play.type("first\t")
            await play.press("shift+tab")
            await play.type(" and second")
            play.app._keep_typing()
        await play.saved()
        assert stage.answers() == {"story": "first"}
        assert (stage.store.typing(*held) or {}).get("text") == "first and second"


async def _to_items(play: Play) -> None:
    await play.press("ctrl+g")
    await play.type("what did you see\r")
    await play.shows("What did you see?")


async def test_a_letter_on_the_page_of_items_harms_nothing(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await _to_items(play)
        await play.type("the gateway\t\t")
        await play.shows("what there is so far")
        for key in "udnlropkz":
            await play.press(key)
            await play.press("ctrl+o", key)
            await play.shows("what there is so far")
        await play.saved()
    assert stage.answers()["thing"] == ["the gateway"]


async def test_an_item_that_was_being_typed_is_brought_back(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await _to_items(play)
        await play.type("precious words")
        await play.press("ctrl+o", "k")
        await play.shows("ctrl+o z brings it back")
        await play.hides("precious words")
        await play.press("ctrl+o", "z")
        await play.shows("precious words")
        await play.saved()
        assert stage.view().dropped == set()
        await play.press("ctrl+o", "z")
        await play.shows("No item of this section was removed")


async def test_a_state_in_the_place_of_an_answer_asks_first(stage: Stage) -> None:
    held = stage.held()
    stage.answer("story", "It paid twice.")
    async with stage.open(interview=held) as play:
        await play.press("shift+tab", "ctrl+o", "u")
        await play.shows("This question has an answer. Put “don't know” in its place?")
        await play.press("enter")
        await play.shows("It paid twice.")
        await play.saved()
        assert stage.answers() == {"story": "It paid twice."}
        await play.press("ctrl+o", "u", "down", "enter")
        await play.saved()
    assert stage.answers() == {"story": "<unknown>"}


async def test_a_letter_on_a_page_of_choices_keeps_what_is_marked(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await play.press("tab", "space", "n")
        await play.shows("This question has an answer")
        await play.press("q")
        await play.shows("[x] Hardly")


async def test_a_remark_that_is_only_looked_at_stays_as_it_is(stage: Stage) -> None:
    held = stage.held()
    stage.answer("story", "It paid twice.", remark="one\n\ntwo")
    async with stage.open(interview=held) as play:
        await play.press("shift+tab", "ctrl+o", "r", "enter")
        await play.saved()
    (answer,) = stage.view().answers.values()
    assert (answer.remark, answer.revision) == ("one\n\ntwo", 1)


async def test_a_summary_that_is_only_looked_at_stays_as_it_is(stage: Stage) -> None:
    stage.incident(summary="First.\n\nSecond\tone.")
    async with stage.open() as play:
        await play.press("enter", "e")
        await play.type("!")
        await play.press("ctrl+s")
        await play.shows("Refund bot!")
    assert stage.view().incident.summary == "First.\n\nSecond\tone."


async def test_the_cursor_goes_to_the_field_that_does_not_fit(stage: Stage) -> None:
    async with stage.open() as play:
        await play.press("n")
        await play.type("Refund bot\tquite bad\tsoonish\t\tEurope/Berlin\t")
        for field, words in (("severity", "major"), ("noticed", "2026-03-14 14:05")):
            await play.press("ctrl+s")
            assert play.app.focused is not None
            assert play.app.focused.id == field
            await play.press("ctrl+u")
            await play.type(words)
        await play.press("ctrl+s")
        await play.shows("major", "noticed Sat 14 Mar 2026 14:05")


async def test_two_lines_pasted_where_one_is_asked_for(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await _to_items(play)
        await play.paste("the\ngateway")
        await play.press("tab")
        await play.saved()
    assert stage.answers()["thing"] == ["the gateway"]


def test_where_no_folder_takes_it_it_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise Refused("not written: the disk is full")

    monkeypatch.setattr("pmtui.screens.unsaved.write", full)
    with pytest.raises(Refused, match="the disk is full"):
        put_elsewhere([{"value": "It paid."}], "2026-03-15T09:30:00.000+00:00")
    assert json.loads(capsys.readouterr().err) == [{"value": "It paid."}]


async def test_what_was_answered_before_is_shown_and_brought_back(stage: Stage) -> None:
    held = stage.held()
    stage.answer("story", "It paid once.", remark="said twice")
    async with stage.open(interview=held) as play:
        await play.press("shift+tab", "end")
        await play.type(" No, twice.\t")
        await play.press("shift+tab", "ctrl+o", "h")
        await play.shows(
            "What was answered here", "alex · It paid once. No, twice.", "15 Mar 10:30", "The answer of now:"
        )
        await play.press("down")
        await play.shows("Then and now", "It paid once. {+No, twice.+} remark: said twice")
        await play.press("enter")
        await play.saved()
        await play.shows("It paid once.", "remark: said twice")
        await play.hides("No, twice.")
    (answer,) = stage.view().answers.values()
    assert (answer.value, answer.revision) == ("It paid once.", 3)


async def test_history_of_nothing_is_said(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.press("ctrl+o", "h")
        await play.shows("Nothing was answered here yet")


async def test_who_answered_the_same_meanwhile_is_said_and_both_are_kept(stage: Stage) -> None:
    held = stage.held()
    async with stage.open(interview=held) as play:
        await play.type("mine")
        stage.answer("story", "theirs", by="robin")
        await play.press("tab")
        await play.shows("Your last answer stands; robin gave one too, on 15 Mar 10:30: ctrl+o h")
        await play.press("shift+tab")
        await play.type(" still\t")
        await play.hides("robin gave one too")
        await play.press("shift+tab", "ctrl+o", "h")
        await play.shows("mine still", "robin · theirs")
    assert stage.answers() == {"story": "mine still"}


async def test_an_incident_that_takes_nothing_holds_no_other_back(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pmtui.screens.interview.SOON", 0.1)
    save = Store.change

    def change(store: Store, incident: str, fn: Any) -> Any:
        if incident == INCIDENT:
            raise Refused("not saved: its journal is damaged")
        return save(store, incident, fn)

    stage.held()
    stage.incident("Other bot", "2026-03-15-other")
    stage.person(incident="2026-03-15-other")
    stage.interview(incident="2026-03-15-other")
    monkeypatch.setattr(Store, "change", change)
    async with stage.open() as play:
        for title in ("Refund bot", "Other bot"):
            await play.type(f"/{title}\r\r\r")
            await play.until(lambda: play.where == "InterviewScreen", f"{title} is not opened")
            await play.type("It paid twice.\t")
            await play.shows("not saved yet")
            await play.press("ctrl+q", "q", "escape")
        (waiting,) = play.app.saver.answers.waiting
        assert waiting["incident"] == INCIDENT
    assert stage.view("2026-03-15-other").answers["i1/story"].value == "It paid twice."


async def test_a_screen_that_cannot_show_it_holds_up_nothing(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    told = []

    def broken(_: Pmtui, saver: Saver) -> None:
        told.append(saver.words)
        raise LookupError("no head line")

    held = stage.held()

    async def saved() -> None:
        async with stage.open(interview=held) as play:
            monkeypatch.setattr(Pmtui, "_tell", broken)
            play.app.saver.answers.add(held[0], lambda: stage.answer("story", "It paid."), {})
            play.app.saver.answers.add(held[0], lambda: stage.answer("noticed", "A customer."), {})
            await play.app.saver.drained(5)
            await play.settled()

    with pytest.raises(LookupError, match="no head line"):
        await saved()
    assert told
    assert stage.answers() == {"story": "It paid.", "noticed": "A customer."}
