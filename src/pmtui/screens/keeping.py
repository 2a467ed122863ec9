"""What the interview screen hands to the store: answers, what is being typed, and where it stands."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pmtui.record.edit import Edit
    from pmtui.screens.saving import Saver
    from pmtui.store import Store

    Place = Mapping[str, str | None]


@dataclass(frozen=True)
class Keeping:
    """One interview of one incident in `store`; nothing here waits for a disk."""

    store: Store
    saver: Saver
    incident: str
    interview: str

    def save(self, change: Callable[[Edit], object], place: Place) -> None:
        """Save a change; once it is on disk, remove the words that were typed at `place`."""
        loop = asyncio.get_running_loop()

        def run() -> None:
            self.store.change(self.incident, change)
            loop.call_soon_threadsafe(self.forget, place)

        self.saver.answers.add(run)

    def keep(self, typed: dict[str, Any]) -> None:
        """Keep what is being typed, in a file of its own."""
        self.saver.typing.add(partial(self.store.keep_typing, self.incident, self.interview, typed))

    def forget(self, place: Place) -> None:
        """Remove the words that were typed at `place`; those typed elsewhere since stay."""
        self.saver.typing.add(partial(self._forget, place))

    def stand(self, place: Place) -> None:
        """Remember where the interview stands."""
        self.saver.typing.add(partial(self.store.keep_place, self.incident, self.interview, dict(place)))

    def _forget(self, place: Place) -> None:
        typing = self.store.typing(self.incident, self.interview)
        if typing is not None and all(typing.get(name) == value for name, value in place.items()):
            self.store.drop_typing(self.incident, self.interview)
