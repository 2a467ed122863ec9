"""Keys are handled one after the other, so that what is typed ahead on a slow line arrives where it was meant.

Textual hands a key to the widget that has the focus and takes the next one before the first is done: a `backspace` or a
`tab` in the middle of a burst would overtake the letters before it, and keys typed while a screen opens would be lost.
"""

from __future__ import annotations

import asyncio
import re
from collections import deque
from contextlib import suppress
from typing import TypeVar

from textual import events
from textual.app import App

Result = TypeVar("Result")

LONGEST = 2.0
"""Seconds that one key may take before the next is handled all the same; the first one goes on."""

PAUSE = 0.6
"""Seconds behind a key that is a command and a letter in which another makes it the beginning of a word."""

JOINER = re.compile("[\xad\u200b-\u200d\u2060]")
"""Characters that are part of words and of emoji and that nobody sees."""

ROUNDS = 5
"""Times to wait for everything that a key set off, while it still opens or closes screens."""


class KeysInOrder(App[Result]):
    """An app that handles a key, and all that it sets off, before it takes the next."""

    _typist: asyncio.Task[None] | None = None

    def __init__(self, *, ansi_color: bool) -> None:
        super().__init__(ansi_color=ansi_color)
        self._typed: deque[events.Event] = deque()
        self._arrived = asyncio.Event()
        self._handling: set[asyncio.Task[None]] = set()

    async def is_text_coming(self) -> bool:
        """Whether the next key is a letter, a space or the like; where none waits, one may come within `PAUSE`."""
        if not self._typed:
            self._arrived.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._arrived.wait(), PAUSE)
        return self.is_text_waiting

    @property
    def is_text_waiting(self) -> bool:
        """Whether the next key came in one piece with the one that is handled, and is a letter, a space or the like."""
        following = self._typed[0] if self._typed else None
        return isinstance(following, events.Key) and following.is_printable

    async def typed_out(self, seconds: float) -> None:
        """Wait until everything that was typed is handled, at most `seconds`."""
        if self._typist is not None and not self._typist.done():
            await asyncio.wait([self._typist], timeout=seconds)

    async def on_event(self, event: events.Event) -> None:
        """Queue what was typed; everything else goes its usual way."""
        if not isinstance(event, (events.Key, events.Paste)) or event.is_forwarded:
            await super().on_event(event)
            return
        if isinstance(event, events.Key) and event.key == "ctrl+j":
            # Enter, pressed before the app had begun to read keys: until then a terminal turns it into a line feed.
            event = events.Key("enter", "\r")
        if isinstance(event, events.Key) and event.character and JOINER.fullmatch(event.character):
            # Text fields take what can be printed alone; without it an emoji of two, or a Persian word, falls apart.
            event = events.Paste(event.character)
        self._typed.append(event)
        self._arrived.set()
        if self._typist is None or self._typist.done():
            self._typist = asyncio.create_task(self._type())

    async def _type(self) -> None:
        while self._typed:
            event = self._typed.popleft()
            task = asyncio.create_task(self._handle(event))
            self._handling.add(task)
            task.add_done_callback(self._handled)
            await asyncio.wait({task}, timeout=LONGEST)

    async def _handle(self, event: events.Event) -> None:
        letters = self._letters_behind(event)
        take = getattr(self.focused, "take_typed", None)
        if take is not None and len(letters) > 1:
            # A paste without brackets, or what a slow line held back: one edit, where each letter would be painted.
            for _ in letters[1:]:
                self._typed.popleft()
            take("".join(letters))
        else:
            await super().on_event(event)
        await self.quiet()

    def _letters_behind(self, event: events.Event) -> list[str]:
        """The characters of `event` and of the keys right behind it, up to one that is more than a character."""
        letters = []
        for each in (event, *self._typed):
            if not (isinstance(each, events.Key) and each.is_printable and each.character):
                break
            letters.append(each.character)
        return letters

    def _handled(self, task: asyncio.Task[None]) -> None:
        self._handling.discard(task)
        if not task.cancelled() and (error := task.exception()):  # it ends the app as it would anywhere else
            self.call_later(_raise, error)

    async def quiet(self) -> None:
        """Wait until what a key set off is done."""
        # What a widget was sent before is done when it comes to this callback; what that set off goes upwards.
        for _ in range(ROUNDS):
            before = (self.screen, self.focused)
            for node in (self.focused or self.screen).ancestors_with_self:
                handled = asyncio.Event()
                if node.call_later(handled.set):
                    await handled.wait()
            if (self.screen, self.focused) == before:
                return


def _raise(error: BaseException) -> None:
    raise error
