"""Saving beside the typing: changes go to the store one after the other, in a thread."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmtui.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

PAUSE = 1.0
"""Seconds before what could not be saved is tried again."""


@dataclass(frozen=True)
class Job:
    """Something to save; `is_answer` tells answers, which are tried until they are on disk, from what comes again."""

    run: Callable[[], object]
    is_answer: bool


class Saver:
    """Runs jobs in the order given.  `tell` is called with how it stands whenever that changes.

    It does nothing while nothing waits, so that an idle screen costs nothing.
    """

    def __init__(self, tell: Callable[[Saver], None]) -> None:
        self._tell = tell
        self._jobs: deque[Job] = deque()
        self._task: asyncio.Task[None] | None = None
        self.fault: str | None = None
        """Why the last try failed, in one line."""

    @property
    def waiting(self) -> int:
        """Answers that are not on disk yet."""
        return sum(1 for job in self._jobs if job.is_answer)

    @property
    def words(self) -> str:
        """How it stands, for the head line."""
        if self.fault and self.waiting:
            return f"not saved yet, trying again: {self.fault}"
        if self.fault:
            return f"what is being typed is not kept: {self.fault}"
        return f"saving {self.waiting}" if self.waiting else "saved"

    def add(self, run: Callable[[], object], *, is_answer: bool = True) -> None:
        """Do `run` in the thread, after all that was added before."""
        self._jobs.append(Job(run, is_answer))
        self._tell(self)
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._work())

    async def drained(self, seconds: float = 5.0) -> bool:
        """Wait until everything is saved, at most `seconds`; whether it is."""
        if self._task is not None and not self._task.done():
            await asyncio.wait([self._task], timeout=seconds)
        return not self._jobs

    async def _work(self) -> None:
        while self._jobs:
            job = self._jobs[0]
            try:
                await asyncio.to_thread(job.run)
            except Refused as refusal:
                self.fault = str(refusal)
                if job.is_answer:
                    self._tell(self)
                    await asyncio.sleep(PAUSE)
                    continue
            else:
                self.fault = None
            self._jobs.popleft()
            self._tell(self)
