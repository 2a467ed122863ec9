"""How long an interview has been open, beside how long it was planned for.

It is kept with the place where somebody stands, so that it goes on when they come back, and each counts their own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from pmtui.reading.plain import one_line, shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SECONDS: Final = "seconds"
"""The field of a place that holds how long the interview was open until then."""

LONGEST = 10_000_000
"""Seconds, some four months: what is more was not counted by a clock."""

LONGEST_PLAN = 12
"""Characters of what was planned."""


@dataclass
class Clock:
    """Counts on from `before`, the seconds of earlier sittings; `planned` is in minutes, such as `50-70`."""

    planned: str | None = None
    before: float = 0
    now: Callable[[], float] = monotonic
    _began: float = field(init=False)

    def __post_init__(self) -> None:
        self._began = self.now()

    @classmethod
    def after(cls, place: Mapping[str, Any] | None, planned: str | None) -> Clock:
        """The clock of an interview that was left at `place`."""
        seconds = (place or {}).get(SECONDS)
        is_count = isinstance(seconds, int) and not isinstance(seconds, bool) and 0 <= seconds < LONGEST
        return cls(planned, seconds if is_count else 0)  # type: ignore[arg-type]

    @property
    def seconds(self) -> int:
        """How long it was open, in all sittings."""
        return int(self.before + self.now() - self._began)

    @property
    def words(self) -> str:
        """`12 of 50-70 min`, or `12 min` where nothing was planned."""
        planned = f" of {self._plan}" if self._plan else ""
        return f"{self.seconds // 60}{planned} min"

    @property
    def short(self) -> str:
        """`12/50-70 min`, for narrow windows."""
        planned = f"/{self._plan.removeprefix('about ')}" if self._plan else ""
        return f"{self.seconds // 60}{planned} min"

    def mark(self, place: Mapping[str, Any]) -> dict[str, Any]:
        """`place` with how long the interview was open until now."""
        return {**place, SECONDS: self.seconds}

    @property
    def _plan(self) -> str:
        return shortened(one_line(self.planned or ""), LONGEST_PLAN)
