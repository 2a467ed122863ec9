"""A moment as people read it; `read_moment` reads it back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from pmtui.errors import Refused
from pmtui.reading.moments import COARSE, DAYS, MONTHS, at_end
from pmtui.reading.zones import letters, place

if TYPE_CHECKING:
    from pmtui.reading.moments import Moment, Precision

UNITS = {"second": (1, "s"), "minute": (60, "min"), "hour": (3600, "h"), "day": (86400, "d")}


def shown(moment: Moment, zone: str | None) -> str:
    """What `show` promises."""
    about = "about " if moment.basis == "estimated" else ""
    if moment.relative_to and not moment.at and not moment.until:
        return about + _distance(moment.relative_to["seconds"], moment.precision, moment.relative_to["to"])
    precision = moment.precision or "minute"
    start, end = (_local(text, moment, zone) for text in (moment.at, moment.until))
    if start and end:
        return about + _period(start, end, precision)
    if start:
        return (_from(start, precision) if moment.open == "after" else "") + about + _point(start, precision)
    if end and at_end(end, precision):
        return f"until {about}the end of {_point(end, precision)}"
    if end:
        return "before " + about + _point(end, precision)
    return moment.words


def _from(at: datetime, precision: Precision) -> str:
    return "since " if precision in COARSE and not at_end(at, precision) else "after "


def _local(text: str | None, moment: Moment, zone: str | None) -> datetime | None:
    if text is None:
        return None
    at = datetime.fromisoformat(text)
    if moment.precision in COARSE:
        return at  # a day is the day of the place where it was said
    wanted = place(zone) if zone else None
    try:
        own = place(moment.zone) if moment.zone else None
    except Refused:
        own = None  # a zone that this system does not know: its offset stands in the stamp
    local = at.astimezone(wanted or own or at.tzinfo)
    # An hour is no longer one hour in a zone that is half an hour off.
    return at.astimezone(own or at.tzinfo) if moment.precision == "hour" and local.minute else local


def _point(at: datetime, precision: Precision) -> str:
    return (
        f"{_day(at, precision)} {_clock(at, precision)} {letters(at)}"
        if precision not in COARSE
        else _day(at, precision)
    )


def _period(start: datetime, end: datetime, precision: Precision) -> str:
    if precision in COARSE or start.date() != end.date() or letters(start) != letters(end):
        return f"{_point(start, precision)} to {_point(end, precision)}"
    join = " to " if precision == "hour" else "-"
    return f"{_day(start, precision)} {_clock(start, precision)}{join}{_clock(end, precision)} {letters(start)}"


def _day(at: datetime, precision: Precision) -> str:
    month = MONTHS[at.month - 1]
    match precision:
        case "year":
            return f"{at.year}"
        case "month":
            return f"{month} {at.year}"
        case _:
            return f"{DAYS[at.weekday()][:3]} {at.day} {month[:3]} {at.year}"


def _clock(at: datetime, precision: Precision) -> str:
    match precision:
        case "hour":
            return f"{at.hour % 12 or 12} {'am' if at.hour < 12 else 'pm'}"
        case "second":
            fraction = f".{at.microsecond:06}".rstrip("0") if at.microsecond else ""
            return f"{at:%H:%M:%S}{fraction}"
        case _:
            return f"{at:%H:%M}"


def _distance(seconds: float, precision: Precision | None, to: str) -> str:
    if not seconds:
        return f"at {to}"
    wanted = UNITS.get(precision or "second", UNITS["second"])
    size, unit = wanted if abs(seconds) % wanted[0] == 0 else UNITS["second"]
    amount = abs(seconds) / size
    return f"{amount:.3f}".rstrip("0").rstrip(".") + f" {unit} {'before' if seconds < 0 else 'after'} {to}"
