"""What the interview screen hands to the store: answers, what is being typed, and where it stands."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from pmtui.interview.clock import Clock
    from pmtui.record.changes import Stamp
    from pmtui.record.edit import Edit
    from pmtui.screens.saving import Saver
    from pmtui.store import Store

    Place = Mapping[str, str | None]


DYING = 10.0
"""Seconds for which a window whose line dropped may go on keeping what was typed in it."""


@dataclass
class Keeping:
    """One interview of one incident in `store`; nothing here waits for a disk."""

    store: Store
    saver: Saver
    incident: str
    interview: str
    overtook: Callable[[Mapping[str, Any]], None]
    """Called with an answer of somebody else that a save of ours came after."""
    kept_elsewhere: Callable[[Mapping[str, Any]], None] = lambda _: None
    """Called with what another window of this person kept soon after this one was opened."""
    saves: int = field(default=0, init=False)
    """How many changes were handed over."""
    clock: Clock | None = field(default=None, init=False)
    """Counts how long the interview is open, and is kept with the place."""
    _saved: int = field(default=0, init=False)
    _kept: int = field(default=0, init=False)
    """How often something that is being typed was kept."""
    _last: Mapping[str, Any] | None = field(default=None, init=False)
    """What is kept as far as is known here."""
    _looks_until: float = field(default=0.0, init=False)

    @property
    def is_saving(self) -> bool:
        """Whether a change is on its way."""
        return self._saved < self.saves

    def save(self, change: Callable[[Edit], object], place: Place, stamp: Stamp, **told: Any) -> None:
        """Save a change; once it is on disk, remove the words that were typed at `place`.

        `told` says what is saved, as the fields of `intake.unsaved.Unsaved`, for the file that it is written to where
        the store does not take it.
        """
        loop, kept = asyncio.get_running_loop(), self._kept
        self.saves += 1

        def run() -> None:
            stood = self.store.change(self.incident, change)
            if isinstance(stood, Mapping):
                loop.call_soon_threadsafe(self.overtook, stood)
            loop.call_soon_threadsafe(self._done, place, kept)

        here = {"incident": self.incident, "interview": self.interview, "at": stamp.at, "by": stamp.by}
        self.saver.answers.add(self.incident, run, {**here, **place, **told})

    def _done(self, place: Place, kept: int) -> None:
        self._saved += 1
        self.forget(place, kept)

    def keep(self, typed: dict[str, Any]) -> None:
        """Keep what is being typed, in a file of its own."""
        self._kept += 1
        self.saver.typing.add(partial(self._keep, typed, asyncio.get_running_loop()))

    def took_up(self, typing: Mapping[str, Any] | None) -> None:
        """Remember that `typing` was kept when this window opened; what is kept elsewhere soon after it is told."""
        self._last, self._looks_until = typing, monotonic() + DYING

    def look(self) -> None:
        """Look whether another window kept something."""
        self.saver.typing.add(partial(self._look, asyncio.get_running_loop()))

    def forget(self, place: Place, kept: int | None = None) -> None:
        """Remove the words that were typed at `place`; those that came later than the first `kept` stay."""
        if kept is None or kept == self._kept:
            self.saver.typing.add(partial(self._forget, place))

    def stand(self, place: Place) -> None:
        """Remember where the interview stands, and how long it was open."""
        told = self.clock.mark(place) if self.clock else dict(place)
        self.saver.typing.add(partial(self.store.keep_place, self.incident, self.interview, told))

    def _forget(self, place: Place) -> None:
        typing = self.store.typing(self.incident, self.interview)
        if typing is not None and all(typing.get(name) == value for name, value in place.items()):
            self.store.drop_typing(self.incident, self.interview)

    def _keep(self, typed: dict[str, Any], loop: asyncio.AbstractEventLoop) -> None:
        self._look(loop)  # before it is written over
        self.store.keep_typing(self.incident, self.interview, typed)
        self._last = typed

    def _look(self, loop: asyncio.AbstractEventLoop) -> None:
        if monotonic() > self._looks_until:
            return
        found = self.store.typing(self.incident, self.interview)
        if found is not None and found != self._last:
            self._last = found
            loop.call_soon_threadsafe(self.kept_elsewhere, found)
