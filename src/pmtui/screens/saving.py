"""Saving beside the typing: changes go to the store one after the other, in a thread."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Any

from pmtui.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Run = Callable[[], object]
    Told = Mapping[str, Any]

NOT_SAVED = "not saved: "
"""How the store begins a line on why something was not saved."""

PAUSE = 1.0
"""Seconds before what could not be saved is tried again."""


class Lane:
    """Runs what it is given, in the order given.  It does nothing while nothing waits: an idle screen costs nothing.

    `again` says whether what fails is tried until it is done.  `tell` is called whenever something changed.
    """

    def __init__(self, tell: Callable[[], None], *, again: bool) -> None:
        self._tell, self._again = tell, again
        self._waiting: deque[tuple[Run, Told]] = deque()
        self._task: asyncio.Task[None] | None = None
        self.fault: str | None = None
        """Why the last try failed, in one line."""

    def __len__(self) -> int:
        return len(self._waiting)

    @property
    def waiting(self) -> list[Told]:
        """What waits, as it was told when it was added, oldest first."""
        return [told for _, told in self._waiting]

    def add(self, run: Run, told: Told | None = None) -> None:
        """Do `run` in the thread, after all that was added before; `told` says what it saves, as plain data."""
        self._waiting.append((run, told or {}))
        self._tell()
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._work())

    async def drained(self, seconds: float) -> bool:
        """Wait until nothing waits, at most `seconds`; whether that is so."""
        if self._task is not None and not self._task.done():
            await asyncio.wait([self._task], timeout=seconds)
        return not self._waiting

    async def _work(self) -> None:
        while self._waiting:
            try:
                await asyncio.to_thread(self._waiting[0][0])
            except Exception as error:
                self.fault = str(error) if isinstance(error, Refused) else f"{type(error).__name__}: {error}"
                if self._again:
                    self._tell()
                    await asyncio.sleep(PAUSE)
                    continue
            else:
                self.fault = None
            self._waiting.popleft()
            self._tell()


class Lanes:
    """A lane for each incident: what one cannot take holds nothing back that goes to another."""

    def __init__(self, tell: Callable[[], None]) -> None:
        self._tell = tell
        self._lanes: dict[str, Lane] = {}

    def __len__(self) -> int:
        return sum(len(lane) for lane in self._lanes.values())

    @property
    def waiting(self) -> list[Told]:
        """What waits, incident by incident."""
        return [told for lane in self._lanes.values() for told in lane.waiting]

    @property
    def fault(self) -> str | None:
        """Why something that waits is not saved, in one line; none where nothing holds it."""
        return next((lane.fault for lane in self._lanes.values() if len(lane) and lane.fault), None)

    def add(self, incident: str, run: Run, told: Told) -> None:
        """Do `run` in the thread, after all that was added for `incident` before, and again until it is done."""
        if incident not in self._lanes:
            self._lanes[incident] = Lane(self._tell, again=True)
        self._lanes[incident].add(run, told)

    async def drained(self, seconds: float) -> bool:
        """Wait until nothing waits, at most `seconds`; whether that is so."""
        return all(await asyncio.gather(*(lane.drained(seconds) for lane in self._lanes.values())))


class Saver:
    """Answers, which are tried until they are on disk, and what is being typed, which comes again anyway.

    They are apart so that an answer that has to wait does not keep the typing from being kept.
    """

    def __init__(self, tell: Callable[[Saver], None]) -> None:
        self.answers = Lanes(lambda: tell(self))
        self.typing = Lane(lambda: tell(self), again=False)

    @property
    def fault(self) -> str | None:
        """Why an answer that waits is not saved, in one line; none where nothing holds it."""
        return self.answers.fault.removeprefix(NOT_SAVED) if self.answers.fault else None

    @property
    def words(self) -> str:
        """How it stands, for the head line."""
        if self.fault:
            return f"not saved yet, trying again: {self.fault}"
        if self.typing.fault:
            return f"what is being typed is not kept: {self.typing.fault}"
        if len(self.answers) > 1:
            return f"saving {len(self.answers)}"
        return "saving" if len(self.answers) else "saved"

    async def drained(self, seconds: float = 10.0) -> bool:
        """Wait until everything is saved, at most `seconds`; whether every answer is."""
        saved = await self.answers.drained(seconds)
        await self.typing.drained(seconds)
        return saved
