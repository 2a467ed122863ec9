"""A person at the screens: what is pressed and typed, what is then to be seen, and what the store holds."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual import events
from textual._xterm_parser import XTermParser
from textual.geometry import Size
from textual.keys import _character_to_key
from textual.widgets import OptionList

from pmtui.app import Pmtui
from pmtui.intake import people, starting
from pmtui.interview import facilitating
from pmtui.interview.opening import PREAMBLE
from pmtui.questionnaire.shelves import Shelves
from pmtui.record.changes import Given, Place, Stamp, decide, put_answer, set_interview_state
from pmtui.record.consent import Choice, give
from pmtui.record.revisions import revisions
from pmtui.record.view import View
from pmtui.screens.home import HomeScreen
from pmtui.settings import Settings, package_folder
from pmtui.store import Store

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from textual.message_pump import MessagePump

    from pmtui.record.documents import Answer

AUTHOR = "alex"
NOW = "2026-03-15T09:30:00.000+00:00"
INCIDENT = "2026-03-14-refund-bot"
PATIENCE = 10.0
"""Seconds until something that should be seen is missed."""


@dataclass
class Stage:
    """A store in a folder of its own, and the people and interviews that a test puts there."""

    folder: Path

    @property
    def settings(self) -> Settings:
        return Settings(self.folder / "store", self.folder / "cache", AUTHOR, self.folder / "config" / "config.toml")

    @property
    def store(self) -> Store:
        return Store.open(self.settings.store, AUTHOR, create=True)

    def incident(self, title: str = "Refund bot", name: str = INCIDENT, **fields: str) -> str:
        form = starting.Form(title=title, zone="Europe/Berlin", **fields)
        return starting.start(self.store, form, name)

    def person(self, role: str = "on-call engineer", incident: str = INCIDENT, **fields: str) -> str:
        """Somebody who may be quoted, and with whom the author may talk."""
        name = people.add(self.store, incident, people.Person(role, **fields))
        asked = facilitating.checks()
        self.store.change(incident, lambda edit: facilitating.note(edit, name, asked, (), Stamp(NOW, AUTHOR)))
        self.store.change(incident, lambda edit: give(edit, name, Choice(quote=True), Stamp(NOW, AUTHOR)))
        return name

    def interview(self, questionnaire: str | Path = "quick", participant: str = "p1", incident: str = INCIDENT) -> str:
        """An interview whose opening was passed over."""
        name = self.unopened(questionnaire, participant, incident)
        stamp, value = Stamp(NOW, AUTHOR), {"passed_over": ["sense"]}
        self.store.change(incident, lambda edit: decide(edit, PREAMBLE, name, stamp, value))
        return name

    def unopened(self, questionnaire: str | Path = "quick", participant: str = "p1", incident: str = INCIDENT) -> str:
        """An interview that begins with its opening."""
        folder = Shelves.of(package_folder("questionnaires"))
        return people.begin(self.store, incident, participant, str(questionnaire), folder)

    def held(self, questionnaire: str | Path = "quick", **fields: str) -> tuple[str, str]:
        """An incident with one person and one interview, not begun; returns (incident, interview)."""
        self.incident(**fields)
        self.person()
        return INCIDENT, self.interview(questionnaire)

    def answer(self, place: str, value: Any, interview: str = "i1", by: str = AUTHOR, **given: Any) -> None:
        """Save an answer at `question` or `question@item`."""
        question, _, item = place.partition("@")
        stamp = Stamp(NOW, by)

        def put(edit: Any) -> None:
            set_interview_state(edit, interview, "running", stamp)
            put_answer(edit, interview, Place(question, item or None), Given("answered", value, **given), stamp)

        self.store.change(INCIDENT, put)

    def decision(self, kind: str, about: str, by: str = AUTHOR) -> None:
        self.store.change(INCIDENT, lambda edit: decide(edit, kind, about, Stamp(NOW, by)))

    def decided(self) -> list[str]:
        """The kinds of what was decided, oldest first, besides what stands with a person from the start."""
        return [
            each.kind for each in self.view().decisions if each.kind not in ("consent", "facilitator-check", PREAMBLE)
        ]

    def revisions(self, answer: str) -> list[Answer]:
        """Every revision of an answer, by its document id, oldest first."""
        return list(revisions(self.store.changes(INCIDENT), answer))

    def view(self, incident: str = INCIDENT) -> View:
        return View(self.store.view(incident))

    def answers(self, interview: str = "i1") -> dict[str, Any]:
        """What was answered, by question: a state other than answered in brackets, of items the values in order."""
        told: dict[str, Any] = {}
        for answer in self.view().answers_of(interview).values():
            value = answer.value if answer.state == "answered" else f"<{answer.state}>"
            if answer.item:
                told.setdefault(answer.question, []).append(value)
            else:
                told[answer.question] = value
        return told

    def app(self, **opened: Any) -> Pmtui:
        """The app as `pmtui` makes it, not running yet."""
        return Pmtui(self.settings, self.store, **opened)

    @asynccontextmanager
    async def open(self, size: tuple[int, int] = (80, 24), **opened: Any) -> AsyncIterator[Play]:
        """The app as `pmtui` opens it.  Leaving the block ends it as a kill does: without asking any screen."""
        app = self.app(**opened)
        async with app.run_test(size=size, notifications=True):
            play = Play(app)
            await play.begun()
            yield play


class Play:
    """A running app, seen and used by a person."""

    def __init__(self, app: Pmtui) -> None:
        self.app = app

    async def press(self, *keys: str) -> None:
        """Press keys by their names, one after the other, each when the one before is done."""
        for key in keys:
            assert self.app.is_running, f"the app has left: nobody hears {key!r}"
            name = _character_to_key(key) if len(key) == 1 else key
            self.app.post_message(events.Key(name, key if len(key) == 1 else None))
            await self.settled()

    async def type(self, text: str) -> None:
        """Send `text` in one burst, as a terminal does: `\\t` is the tab key, `\\r` enter, `\\x7f` backspace."""
        assert self.app.is_running, f"the app has left: nobody hears {text!r}"
        for event in XTermParser().feed(text):
            assert isinstance(event, events.Key | events.Paste)
            self.app.post_message(event)
        await self.settled()

    async def type_slowly(self, text: str) -> None:
        """Type `text` as a hand does, each letter when the one before has been taken."""
        for letter in text:
            self.app.post_message(events.Key(_character_to_key(letter), letter))
            await self.until(lambda: not self.app._typed, "a key is not taken")
        await self.settled()

    async def paste(self, text: str) -> None:
        self.app.post_message(events.Paste(text))
        await self.settled()

    async def resize(self, columns: int, rows: int) -> None:
        """Make the window another size."""
        size = Size(columns, rows)
        assert self.app._driver is not None
        self.app._driver._size = (columns, rows)
        self.app.post_message(events.Resize(size, size))
        await self.until(lambda: self.app.screen.outer_size == size, "it has the size of before")
        await self.settled()

    async def settled(self) -> None:
        """Wait until every key that was sent is dealt with, and what it set off has come to the app, or it has left."""
        settling = asyncio.create_task(self._dealt_with())
        end = monotonic() + 3 * PATIENCE
        while not settling.done() and self.app.is_running:
            assert monotonic() < end, f"keys are not dealt with; the screen is\n{self.text}"
            await asyncio.wait({settling}, timeout=0.1)
        if settling.done():
            settling.result()
        settling.cancel()

    async def _dealt_with(self) -> None:
        await _heard(self.app)
        if self.app._typist is not None:
            await self.app._typist
        await _heard(self.app)

    async def begun(self) -> None:
        """Wait until the first screen stands, with the list of incidents where it is that."""
        await _heard(self.app)
        for home in (screen for screen in self.app.screen_stack if isinstance(screen, HomeScreen)):
            await _heard(home)
            if home._reading is not None:
                await home._reading
        await _heard(self.app)

    async def wears(self, look: str) -> None:
        """Show everything in another look."""
        self.app.look = look
        await self.settled()

    async def choose(self, words: str) -> None:
        """Take the entry with these words from the list that is shown, wherever it stands."""
        entries = [str(option.prompt) for option in self.app.screen.query_one(OptionList).options]
        at = next(at for at, entry in enumerate(entries) if words in entry)
        await self.press(*["down"] * at, "enter")

    async def until(self, seen: Callable[[], bool], missed: str) -> None:
        """Wait until `seen` is true."""
        end = monotonic() + PATIENCE
        while not seen():
            assert monotonic() < end, f"{missed}; the screen is\n{self.text}"
            await asyncio.sleep(0.005)

    async def shows(self, *words: str) -> None:
        """Wait until the screen shows all these words; where a line was wrapped does not matter."""
        for each in words:
            await self.until(lambda wanted=each: wanted in self.words, f"{each!r} is not shown")  # type: ignore[misc]

    async def hides(self, *words: str) -> None:
        """Wait until the screen shows none of these words."""
        for each in words:
            await self.until(lambda gone=each: gone not in self.words, f"{each!r} is shown still")  # type: ignore[misc]

    async def saved(self) -> None:
        """Wait until everything is on the disk."""
        assert await self.app.saver.drained(PATIENCE), f"it is not saved; the screen is\n{self.text}"
        await self.settled()

    @property
    def text(self) -> str:
        """The screen, line by line."""
        return "\n".join(strip.text.rstrip() for strip in self.app.screen._compositor.render_strips())

    @property
    def words(self) -> str:
        """The screen on one line, runs of spaces as one; messages that lie over it once more, each in one piece."""
        lines = self.text.splitlines()
        over = [toast.region for toast in self.app.screen.query("Toast")]
        messages = [[line[each.x : each.right].strip("▌ ") for line in lines[each.y : each.bottom]] for each in over]
        folded = ["".join(message) for message in messages]  # a path is broken anywhere
        return " ".join(" ".join([*lines, *(part for message in messages for part in message), *folded]).split())

    @property
    def where(self) -> str:
        """The name of the screen's class."""
        return type(self.app.screen).__name__


async def _heard(node: MessagePump) -> None:
    """Wait until `node` has dealt with all that it was sent so far."""
    heard = asyncio.Event()
    if node.call_later(heard.set):
        await heard.wait()
