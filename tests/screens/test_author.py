"""Who is writing: asked on an account that several people may use, and not again once it was said."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from pmtui.app import Pmtui

from .stage import Stage

if TYPE_CHECKING:
    from pathlib import Path


class Shared(Stage):
    """The account `root`, where nobody has said who is typing."""

    def app(self, **opened: object) -> Pmtui:
        guess = self.settings._replace(author="root", is_guess=True)
        return Pmtui(guess, self.store, **opened)  # type: ignore[arg-type]


async def test_the_name_that_is_given_stands_beside_what_is_saved(tmp_path: Path) -> None:
    stage = Shared(tmp_path)
    async with stage.open() as play:
        await play.shows("Who is writing?", "This account, root", "--by NAME")
        await play.type("Ane Åsen\r")
        await play.shows("No incidents yet")
        await play.type("nRefund bot\r\r\r\rEurope/Berlin\r\r")
        await play.until(lambda: play.where == "IncidentScreen", "the form is not saved")
    assert {change.by for change in stage.store.changes(stage.store.ids()[0])} == {"Ane Åsen"}
    assert tomllib.loads(stage.settings.config.read_text()) == {"author": "Ane Åsen"}


async def test_nothing_typed_means_the_account_and_is_kept(tmp_path: Path) -> None:
    stage = Shared(tmp_path)
    async with stage.open() as play:
        await play.type("  \r")
        await play.shows("No incidents yet")
        assert play.app.services.store.by == "root"
    assert tomllib.loads(stage.settings.config.read_text()) == {"author": "root"}


async def test_who_goes_back_without_a_name_is_asked_at_the_next_start(tmp_path: Path) -> None:
    stage = Shared(tmp_path)
    async with stage.open() as play:
        await play.press("ctrl+g")
        await play.shows("No incidents yet")
    assert not stage.settings.config.exists()


async def test_the_form_comes_after_the_name(tmp_path: Path) -> None:
    stage = Shared(tmp_path)
    async with stage.open(form=True) as play:
        await play.type("alex\r")
        await play.shows("Time zone")


async def test_a_file_that_cannot_be_written_is_named_and_the_name_counts(tmp_path: Path) -> None:
    stage = Shared(tmp_path)
    stage.settings.config.parent.write_text("a file where a folder should be")
    async with stage.open() as play:
        await play.type("alex\r")
        await play.shows("was not written")
        assert play.app.services.store.by == "alex"


async def test_an_interview_that_was_named_opens_at_once(tmp_path: Path) -> None:
    stage = Shared(tmp_path)
    held = stage.held()
    async with stage.open(interview=held) as play:
        await play.until(lambda: play.where == "InterviewScreen", "something stands before the interview")
