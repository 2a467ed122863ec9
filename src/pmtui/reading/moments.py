"""A point in time, or a period, as people say it: what is known of it, how it is ordered and how it is shown.

What a text means is read by `read_moment`; its rules stand in `moment_reading`, its words in `moment_words`.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal, get_args

from pmtui.errors import Refused
from pmtui.reading.zones import known_zone, zone_or_refuse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

__all__ = [
    "Moment", "as_dict", "at_end", "earliest", "end_of", "from_dict", "known_zone", "latest", "order", "read_moment",
    "show", "zone_or_refuse",
]  # fmt: skip

Open = Literal["before", "after"]
Precision = Literal["second", "minute", "hour", "day", "month", "year"]
Basis = Literal["logged", "observed", "remembered", "estimated", "unknown"]
COARSEST_FIRST: tuple[Precision, ...] = ("year", "month", "day", "hour", "minute", "second")
COARSE = ("year", "month", "day")
"""Precisions that say no time of day."""

MONTHS = ("January", "February", "March", "April", "May", "June",
          "July", "August", "September", "October", "November", "December")  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

YEARS = range(1970, 2200)
"""Years that a moment can lie in."""


@dataclass(frozen=True)
class Moment:
    """A moment, with the words as typed.

    `at` and `until` are ISO 8601 with offset; what lies beyond `precision` in them is filler, the first instant of the
    hour, day, month or year.  With both it is a period; the last hour, day, month or year belongs to it.  `open` is
    "before" (no later than `until`) or "after" (no earlier than `at`).  Whether the day, month or year of a bound
    belongs to it is told by the bound itself: the last second of 2020 in `until` is "until the end of 2020", its first
    instant "before 2020"; in `at` these are "after 2020" and "since 2020".  `zone` is an IANA name, else the offset.
    `relative_to` is ``{"to": words, "seconds": number}``, negative for before.  `ask` is the question left open.
    """

    words: str
    at: str | None = None
    until: str | None = None
    open: Open | None = None
    precision: Precision | None = None
    basis: Basis | None = None
    zone: str | None = None
    relative_to: dict[str, Any] | None = None
    ask: str | None = None


def read_moment(words: str, *, zone: str, first_day: date | None, spoken_on: date | None) -> Moment:
    """What `words` say.  Any text is accepted; what is not said, or can be meant in two ways, is asked in `ask`.

    A time without a zone is in `zone`, a time without a day on `first_day`; "yesterday" is counted from `spoken_on`.
    Raises `Refused` where `zone` is not the name of a zone.
    """
    from pmtui.reading.moment_reading import understand

    return understand(words, zone=zone, first_day=first_day, spoken_on=spoken_on)


def as_dict(moment: Moment) -> dict[str, Any]:
    """`moment` as plain data, as it is kept: without `ask`."""
    document = asdict(moment)
    del document["ask"]
    return document


def from_dict(document: Mapping[str, Any]) -> Moment:
    """The moment that `as_dict` wrote, or that was written by hand.  Raises `Refused` where it is none."""
    known = {field.name for field in fields(Moment)}
    if unknown := sorted(str(key) for key in document if key not in known):
        raise Refused(f"moment: `{unknown[0]}` is no part of a moment; its parts are {', '.join(sorted(known))}")
    if not isinstance(document.get("words"), str):
        raise Refused("moment: `words` is missing; write the time as it was said")
    for name in ("at", "until"):
        _check_stamp(name, document.get(name))
    for name, allowed in (("open", get_args(Open)), ("precision", COARSEST_FIRST), ("basis", get_args(Basis))):
        if (value := document.get(name)) is not None and value not in allowed:
            raise Refused(f"moment: `{name}` is `{value}`; it is one of {', '.join(allowed)}")
    for name in ("zone", "ask"):
        if not isinstance(document.get(name), str | None):
            raise Refused(f"moment: `{name}` is not text")
    _check_relative(document.get("relative_to"))
    return Moment(**document)


def _check_stamp(name: str, value: object) -> None:
    if value is None:
        return
    try:
        at = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        at = None
    if at is None or at.utcoffset() is None or at.year not in YEARS:
        raise Refused(
            f"moment: `{name}` is `{value}`; write ISO 8601 with an offset, such as 2026-03-14T14:10:00+01:00"
        )


def _check_relative(value: object) -> None:
    if value is None:
        return
    if isinstance(value, dict) and isinstance(value.get("to"), str):
        seconds = value.get("seconds")
        if isinstance(seconds, int | float) and not isinstance(seconds, bool) and abs(seconds) < 1e12:
            return
    raise Refused('moment: `relative_to` is not of the form {"to": "detected", "seconds": 1200}')


def floor(at: datetime, precision: Precision | None) -> datetime:
    """The first instant of the minute, hour, day, month or year that `at` lies in, in its own offset."""
    match precision:
        case "year":
            return at.replace(month=1, day=1, hour=0, minute=0, second=0, microsecond=0)
        case "month":
            return at.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        case "day":
            return at.replace(hour=0, minute=0, second=0, microsecond=0)
        case "hour":
            return at.replace(minute=0, second=0, microsecond=0)
        case "minute":
            return at.replace(second=0, microsecond=0)
        case _:
            return at


def at_end(at: datetime, precision: Precision | None) -> bool:
    """Whether `at` is the last second of its day, month or year: the end of it as a bound."""
    after = at + timedelta(seconds=1)
    return precision in COARSE and floor(after, precision) == after


def end_of(at: datetime, precision: Precision | None) -> datetime:
    """The last second of the day, month or year that `at` lies in."""
    return _last(floor(at, precision), precision).replace(microsecond=0)


def earliest(moment: Moment) -> datetime | None:
    """The first instant that `moment` can mean; none where it has no lower bound or is not understood."""
    if not moment.at:
        return None
    at = datetime.fromisoformat(moment.at)
    if moment.open == "after" and at_end(at, moment.precision):
        return at + timedelta(seconds=1)
    return floor(at, moment.precision)


def latest(moment: Moment) -> datetime | None:
    """The last instant that `moment` can mean; none where it has no upper bound or is not understood."""
    end = moment.until or (None if moment.open == "after" else moment.at)
    if not end:
        return None
    at = datetime.fromisoformat(end)
    if moment.open == "before" and moment.precision in COARSE and not at_end(at, moment.precision):
        return floor(at, moment.precision) - timedelta(microseconds=1)
    return _last(floor(at, moment.precision), moment.precision)


def _last(at: datetime, precision: Precision | None) -> datetime:
    """The last microsecond of the minute, hour, day, month or year that begins `at`."""
    match precision:
        case "year":
            after = at.replace(year=at.year + 1)
        case "month":
            after = at.replace(year=at.year + at.month // 12, month=at.month % 12 + 1)
        case "day" | "hour" | "minute":
            after = at + timedelta(**{f"{precision}s": 1})
        case _:
            after = at + timedelta(seconds=not at.microsecond) + timedelta(microseconds=bool(at.microsecond))
    return after - timedelta(microseconds=1)


_AFTER_ALL = datetime.max.replace(tzinfo=UTC)


def order(moment: Moment) -> tuple[bool, datetime, int, int]:
    """A key by which a merged timeline is sorted; moments that compare equal keep the order they had.

    By instant.  A coarse moment stands at the beginning of its day, month or year in its own offset, ahead of finer
    ones at that instant; "before X" just ahead of X, "after X" just behind it; a moment without a time stands last.
    """
    bound = earliest(moment)
    if bound is None and moment.until:
        bound = floor(datetime.fromisoformat(moment.until), moment.precision)
    if bound is None:
        return True, _AFTER_ALL, 0, 0
    side = {"before": -1, "after": 1}.get(moment.open or "", 0)
    return False, bound, side, COARSEST_FIRST.index(moment.precision or "second")


def show(moment: Moment | Mapping[str, Any], *, zone: str | None = None) -> str:
    """`moment` for people, only as precise as it is: "Sat 14 Mar 2026 14:10 CET", "March 2026", "before 2022".

    A time of day is shown in `zone`, else in the zone of the moment; a day, month or year as it was said.  A moment
    without a time is shown as its words.  Raises `Refused` for a document that is no moment and for an unknown `zone`.
    """
    from pmtui.reading.moment_show import shown

    return shown(moment if isinstance(moment, Moment) else from_dict(moment), zone)
