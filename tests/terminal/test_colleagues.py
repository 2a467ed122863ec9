"""Two processes on one store: each sees within two seconds what the other saved, and knows that the other is there."""

from __future__ import annotations

import json
import signal
from time import monotonic
from typing import TYPE_CHECKING

from pmtui.intake import people
from pmtui.questionnaire.shelves import Shelves
from pmtui.settings import package_folder
from pmtui.store import Store

from .terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., str]

MARIA = {"PMTUI_BY": "maria"}
SOON = 2.0


def _second(folder: Path, incident: str) -> str:
    store = Store.open(folder / "store", "alex")
    people.add(store, incident, people.Person("support lead"))
    return people.begin(store, incident, "p2", "quick", Shelves.of(package_folder("questionnaires")))


def test_two_facilitators_with_two_participants(tmp_path: Path, run: Run, incident: str) -> None:
    second = _second(tmp_path, incident)
    with (
        Terminal(tmp_path, "interview", incident, "i1") as alex,
        Terminal(tmp_path, "interview", incident, second, env=MARIA) as maria,
    ):
        alex.shows("question 1 of")
        maria.shows("Before you begin")
        maria.type("\x07")
        maria.shows("question 1 of")
        maria.type("\t\tthe queue\t")
        alex.type("\t\t")
        maria.shows("saved")
        saved = monotonic()
        alex.shows("named by others: the queue")
        assert monotonic() - saved < SOON + 1  # one second for two busy cores
        alex.type("the bot\tIt paid tw")
        maria.type("It filled\t")
        maria.shows("what there is so far", "the bot")
        alex.type("ice\t")
        alex.shows("what there is so far", "the queue", "saved")
        assert "also in this interview" not in alex.words
        for each in (alex, maria):
            each.type("\x11")
            assert each.ended() == 0
    values = {each["value"] for each in json.loads(run("answers", incident, "i1", "--format", "json")).values()}
    assert values == {"the bot", "It paid twice"}


def test_two_facilitators_in_one_interview(tmp_path: Path, run: Run, incident: str) -> None:
    with Terminal(tmp_path, "interview", incident) as alex:
        alex.shows("question 1 of")
        alex.type("From alex")
        with Terminal(tmp_path, "interview", incident, env=MARIA) as maria:
            maria.shows("also in this interview: alex since")
            alex.shows("also in this interview: maria since")
            maria.type("From maria.\t")
            alex.shows("maria answered this", "Yours will stand above it", "From alex")
            alex.type(".\t")
            alex.shows("Your last answer stands")
            maria.shows("alex answered", "after you: that one stands")
            maria.kill(signal.SIGTERM)
            assert maria.ended() == 0
        alex.hides("also in this interview")
        alex.type("\x11")
        assert alex.ended() == 0
    story = run("history", incident, "i1", "story")
    assert story.index("From maria.") < story.index("From alex.")
    assert not list((tmp_path / "store" / "incidents" / incident / "presence").iterdir())
