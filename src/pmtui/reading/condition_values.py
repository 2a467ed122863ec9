"""What is known of a question when a condition asks for it, and how two values compare: yes, no, or not known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

State = Literal["answered", "unknown", "declined", "not_applicable", "later", "not_asked", "unclear"]
"""As answers have it; `not_asked` where there is none yet, `unclear` where the accounts differ."""

BEFORE, SAME, AFTER = 1, 2, 4
"""How one value can stand to another; several may be possible at once, and are added."""

FITS = {
    "<": BEFORE,
    "<=": BEFORE | SAME,
    "==": SAME,
    "!=": BEFORE | AFTER,
    ">=": SAME | AFTER,
    ">": AFTER,
}
"""The ways of standing that each operator asks for."""

EQUALITY = ("==", "!=")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
TIME = re.compile(DAY.pattern + r"[T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})")

_FIRST, _LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Span:
    """Where an instant lies: from `earliest` to `latest`, both included; None is an open end.

    With `whole` it is not one instant somewhere between them but all of it, as a date is a whole day: two equal ones
    are then the same.  Both ends have a zone; raises `ValueError` for one that has none.
    """

    earliest: datetime | None
    latest: datetime | None
    whole: bool = False

    def __post_init__(self) -> None:
        for end in (self.earliest, self.latest):
            if end is not None and end.utcoffset() is None:
                raise ValueError("an end of a span has no zone")


Single = str | float | Span
Value = Single | tuple[Single | None, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """What is known of one question.

    `value` is text (also a choice's id), a number, a span, or a tuple of these: the choices of many_of, or all items'
    answers where a field of a repeat is named from outside, with None for an item that has none.  A list is taken as a
    tuple.
    """

    state: State
    value: Value | None = None

    def __post_init__(self) -> None:
        # Stored answers are lists; taken for a single value, one would never be known.
        if isinstance(self.value, list):
            object.__setattr__(self, "value", tuple(self.value))


def compared(left: Value | None, operator: str, right: Value | None) -> bool | None:
    """Whether `left operator right`; None where that cannot be told, also for values that do not go together."""
    possible = _possible(left, right)
    if not possible or (isinstance(left, str) and operator not in EQUALITY):
        return None
    fits = FITS[operator]
    if not possible & fits:
        return False
    return None if possible & ~fits else True


def written_time(text: str) -> date | Span | None:
    """The day, or the minute or second with its offset, that `text` is in ISO 8601; None where it is neither."""
    try:
        if DAY.fullmatch(text):
            return date.fromisoformat(text)
        if found := TIME.fullmatch(text):
            at = datetime.fromisoformat(text)
            return Span(at, at + timedelta(microseconds=999_999 if found[1] else 59_999_999), whole=True)
    except (ValueError, OverflowError):
        pass
    return None


def day_beside(day: date, other: Span) -> Span:
    """The whole of `day` where `other` is: a written date has no zone, so it is read in that of the answer."""
    end = other.earliest or other.latest
    zone = end.tzinfo if end else UTC
    return Span(datetime.combine(day, time.min, zone), datetime.combine(day, time.max, zone), whole=True)


def _possible(left: Value | None, right: Value | None) -> int:
    """The ways in which `left` can stand to `right`; 0 where they cannot be compared."""
    if isinstance(left, str):
        if not isinstance(right, str):
            return 0
        return SAME if left == right else BEFORE | AFTER
    if isinstance(left, Span):
        return _of_spans(left, right) if isinstance(right, Span) else 0
    if _is_number(left) and _is_number(right):
        return BEFORE * (left < right) | SAME * (left == right) | AFTER * (left > right)  # type: ignore[operator]
    return 0


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _of_spans(left: Span, right: Span) -> int:
    from_left, to_left = left.earliest or _FIRST, left.latest or _LAST
    from_right, to_right = right.earliest or _FIRST, right.latest or _LAST
    # One instant out of a span can come early or late in it; of a whole span, all of it has to.
    before = (to_left if left.whole else from_left) < (from_right if right.whole else to_right)
    after = (to_right if right.whole else from_right) < (from_left if left.whole else to_left)
    same = from_left <= to_right and from_right <= to_left
    return BEFORE * before | SAME * same | AFTER * after
