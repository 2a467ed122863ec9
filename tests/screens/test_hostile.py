"""Text that is no markup, no escape code and no trick, through every screen: it is shown, and harms nothing."""

from __future__ import annotations

import json
import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from textual.screen import Screen

import pmtui.screens
from pmtui.questionnaire.loading import built_in
from pmtui.questionnaire.shelves import BUILT_IN, Shelves
from pmtui.reading.plain import UNSAFE, one_line
from pmtui.record.changes import add_participant
from pmtui.widgets.spelling import steady

if TYPE_CHECKING:
    from .stage import Play, Stage

HOSTILE = {
    "tags": "[/ [b [red]x [/a/b] [@click=app.bell]x [/ x[/red][/]]] [$warning 50%]",
    "escape codes": "\x1b[31mred \x1b]0;title\x07after \x9b31mred be\x00fore \u202egnp.exe\u2066\u200f",
    "lines": "one\r\ntwo\u2028three\x0bfour =1+1|' `x` {y} %s \\",
    "wide": "ほげ🧑\u200d🚀 \ufe0f가 e\u0301" + "\u0335" * 40 + " x",
    "one long word": "w" * 3000,
    "pasted 30 kB": "All of the log. " * 1900,
}
CONTROLS = {chr(code) for code in UNSAFE if code != 0x0A} - {"\n"}
SEEN = 24
"""Characters at the beginning of a text that every place has room for."""


def screens() -> set[str]:
    """The names of all screens: the classes that no other is made from, and `Choose`, which is opened itself too."""
    modules = [import_module(f"pmtui.screens.{each.name}") for each in pkgutil.iter_modules(pmtui.screens.__path__)]
    classes = {kind for module in modules for kind in vars(module).values() if _is_ours(kind)}
    return {"Choose"} | {
        kind.__name__ for kind in classes if not any(other is not kind and issubclass(other, kind) for other in classes)
    }


def _is_ours(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Screen) and kind.__module__.startswith("pmtui.screens")


class Journey:
    """One text typed wherever one can type."""

    def __init__(self, play: Play, text: str) -> None:
        self.play, self.text, self.visited = play, text, set[str]()

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.play.press(key)
            self.look()

    async def give(self, *keys: str) -> None:
        """Paste the text, then press keys."""
        await self.play.paste(self.text)
        self.look()
        await self.press(*keys)

    def look(self) -> None:
        """Nothing that a terminal would obey is on the screen."""
        self.visited.add(self.play.where)
        shown = self.play.text
        assert not CONTROLS & set(shown), f"{CONTROLS & set(shown)} on {self.play.where}:\n{shown!r}"

    async def sees(self) -> None:
        """The text is on the screen, as far as there is room."""
        await self.play.shows(steady(one_line(self.text)[:SEEN].strip()))
        self.look()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
async def test_every_screen(stage: Stage, text: str) -> None:
    async with stage.open((100, 30)) as play:
        trip = Journey(play, text)
        await trip.press("down", "down", "enter", "q")  # how it works
        await _incident(trip)
        await _people(trip, stage)
        await _interview(trip)
        await _version(trip, stage)
        await _draft(trip)
        await _list(trip)
        assert trip.visited == screens()


async def _incident(trip: Journey) -> None:
    await trip.press("n")
    await trip.give("tab", "tab", "tab", "tab")
    await trip.play.type("Europe/Berlin\t")
    await trip.give("ctrl+s")
    assert trip.play.where == "IncidentScreen", trip.play.text
    await trip.sees()
    await trip.press("e")
    await trip.sees()
    await trip.press("tab")
    await trip.give("ctrl+s")  # as a severity it is refused
    assert trip.play.where == "IncidentForm"
    await trip.press("ctrl+g", "down", "enter")


async def _people(trip: Journey, stage: Stage) -> None:
    incident = stage.store.ids()[0]
    stage.store.change(incident, lambda edit: add_participant(edit, role=trip.text, alias=trip.text, kind="source"))
    await trip.press("p")
    await trip.give("tab")
    await trip.give("tab", "ctrl+s")
    await trip.sees()
    await trip.play.choose("Neither")
    await trip.sees()
    await trip.press("q", "home", "a")
    await trip.play.until(lambda: trip.play.where == "InvitationScreen", "no invitation is shown")
    await trip.press("q", "enter")
    await trip.play.choose("Quick review")
    assert trip.play.where == "OpeningScreen", trip.play.text
    await trip.press("ctrl+g")
    assert trip.play.where == "InterviewScreen", trip.play.text


async def _interview(trip: Journey) -> None:
    play = trip.play
    await trip.sees()  # in the head line
    await trip.give("tab", "shift+tab")
    await trip.press("ctrl+home")
    await trip.sees()
    await trip.press("ctrl+t", "ctrl+g", "ctrl+o", "p", "q", "ctrl+o", "q")
    await trip.give("ctrl+g", "down", "enter")
    await trip.press("ctrl+o", "r")
    await trip.give("enter")
    await trip.sees()
    await trip.press("ctrl+o", "h")
    await trip.sees()
    await trip.press("down", "space", "space", "q")
    await trip.press("ctrl+o", "?", "q", "ctrl+o", "b", "down", "enter", "q")
    await trip.press("ctrl+g")
    await trip.give("ctrl+g")
    await trip.press("tab", "tab")
    await trip.give("tab", "tab")
    await play.shows("what there is so far")
    await trip.sees()
    await trip.press("ctrl+g")
    await play.type("somebody outside\r")
    await trip.press("o")
    await trip.give("enter", "end")
    await trip.sees()
    await trip.press("tab")
    await play.saved()
    await trip.press("ctrl+o", "e", "enter")
    await play.until(lambda: play.where == "NotesScreen", "no page for notes is shown")
    await trip.give("tab")
    await play.until(lambda: play.where == "IncidentScreen", "the interview is not left")
    await trip.sees()


async def _version(trip: Journey, stage: Stage) -> None:
    """Another version of the questionnaire, whose words are the text."""
    shelf = stage.store.root / "questionnaires"
    shelf.mkdir()
    asked = json.loads(json.dumps(built_in(Shelves.of(BUILT_IN), "quick").model_dump(mode="json", by_alias=True)))
    words = one_line(trip.text).replace("{", "(")  # where a brace would speak of another question
    question = {"id": "story", "ask": words, "help": words, "probe": [words]}
    section = {"id": "opening", "title": words, "questions": [question]}
    kept = {name: asked[name] for name in ("questionnaire", "version")}
    (shelf / "quick.yaml").write_text(json.dumps({**kept, "title": words, "sections": [section]}, ensure_ascii=False))
    for _ in range(2):  # there and back
        await trip.press("v", "down", "space", "enter")
        assert trip.play.where == "IncidentScreen", trip.play.text


async def _draft(trip: Journey) -> None:
    await trip.press("d")
    assert trip.play.where == "DraftScreen"
    await trip.press("w", "ctrl+u")
    await trip.give("enter")
    assert trip.play.where == "DraftScreen"
    await trip.press("q")


async def _list(trip: Journey) -> None:
    await trip.press("x")
    await trip.sees()
    await trip.press("q", "q")
    await trip.sees()
    await trip.press("/")
    await trip.give()
    await trip.press("escape")
    await trip.sees()
