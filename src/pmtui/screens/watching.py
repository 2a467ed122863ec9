"""Seeing what colleagues save, and who of them is here, while this window is used."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from secrets import token_hex
from typing import TYPE_CHECKING

from pmtui.errors import Refused
from pmtui.store.presence import BEAT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pmtui.record.view import View
    from pmtui.store import Here, Store

EVERY = 0.8
"""Seconds between two looks; what a colleague saved is to be seen within two."""


@dataclass
class Watch:
    """Looks at one incident, in a thread; while nobody saves, a look costs the `stat` of its journal.

    `calm` counts what was saved here: a view that was read while it counted on is old.  It gives none while a view
    cannot be taken.  `take` gets a newer view and says whether it took it; one that it did not take comes again.
    """

    store: Store
    incident: str
    calm: Callable[[], int | None]
    take: Callable[[View], bool]
    met: Callable[[Sequence[Here]], None]
    """Called with who else is in the incident, whenever that has changed."""
    refused: Callable[[Refused], None]
    here: Here | None = None
    """What others are shown of this window."""
    _window: str = field(default_factory=lambda: token_hex(6), init=False)
    _seen: tuple[int, int, int] | None = field(default=None, init=False)
    _others: Sequence[Here] = field(default=(), init=False)
    _beaten: float = field(default=0.0, init=False)
    _fault: str | None = field(default=None, init=False)
    _task: asyncio.Task[None] | None = field(default=None, init=False)

    def look(self) -> None:
        """Look now, where no look is under way."""
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._look())

    def leave(self) -> None:
        """Show others that this window is closed."""
        if self._task is not None:
            self._task.cancel()
        if self.here:
            self.store.leave(self.incident, self.here, self._window)

    async def _look(self) -> None:
        calm = self.calm()
        others, stamp = await asyncio.to_thread(self._glance)
        if others != self._others:
            self._others = others
            self.met(others)
        try:
            if calm is not None and (stamp is None or stamp != self._seen):
                await self._read(calm, stamp)
        except Refused as refusal:
            if str(refusal) != self._fault:
                self._fault = str(refusal)
                self.refused(refusal)
        else:
            self._fault = None

    def _glance(self) -> tuple[Sequence[Here], tuple[int, int, int] | None]:
        """Who else is here, and what tells that the incident was changed; none where it cannot be looked at.

        Both in one go: each trip to a thread costs as much as what is done there.
        """
        if self.here and time.monotonic() - self._beaten > BEAT:
            self.store.beat(self.incident, self.here, self._window)
            self._beaten = time.monotonic()
        others = self.store.others(self.incident, self._window)
        try:
            return others, self.store.stamp(self.incident)
        except Refused:  # who reads it is told why
            return others, None

    async def _read(self, calm: int, stamp: tuple[int, int, int] | None) -> None:
        from pmtui.record.view import View

        view = View(await asyncio.to_thread(self.store.view, self.incident))
        if self.calm() == calm and self.take(view):
            self._seen = stamp
