"""The two ends of a period, which share what only one of them says."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from pmtui.reading.moment_instant import Ground, Instant, Said, Unclear, hour_of, instant
from pmtui.reading.moment_words import SaidDate, SaidTime
from pmtui.reading.moments import COARSE, COARSEST_FIRST, Moment, floor


def period(start: Said, end: Said, ground: Ground, *, day_trails: bool) -> Moment:
    """The period from `start` to `end`; `day_trails` where the day stands behind both.  Raises `Unclear`."""
    end_has_own_day = end.has_day
    if not start.has_day and end.has_day and start.time and not day_trails:
        raise Unclear("On which day did it begin? Write the date of each end.")
    if not (start.has_day and end.has_day):
        start, end = _same_half(start, end)
    start, end = _shared(start, end), _shared(end, start)
    one, two = instant(start, ground), instant(end, ground)
    if two.at < one.at and not end_has_own_day and end.time:
        day = two.at.date() + timedelta(days=1)
        next_day = replace(end, date=SaidDate(day.year, day.month, day.day), weekday=None, from_today=None)
        two = instant(next_day, ground)
        if two.at - one.at > timedelta(hours=12):
            raise Unclear("The end is before the beginning; on which day is each?")
    if two.at < one.at:
        raise Unclear("The end is before the beginning; on which day is each?")
    if one.precision in COARSE and two.precision not in COARSE and not end_has_own_day:
        raise Unclear("Is the end a day or a time of day? Write the date of each end.")
    return _joined_ends(one, two)


def _joined_ends(one: Instant, two: Instant) -> Moment:
    precisions = sorted({one.precision, two.precision}, key=COARSEST_FIRST.index)
    coarse = precisions[0] in COARSE
    precision, ask = (precisions[0] if coarse else precisions[-1]), None
    at, until = one.at, two.at
    if len(precisions) > 1 and coarse:
        at, until = floor(at, precision), floor(until, precision)
        ask = f"One end is said to the {precisions[0]} only; can it be said as closely as the other?"
    return Moment("", at=stamp(at), until=stamp(until), precision=precision, zone=one.zone, ask=ask)


def same_time(one: Moment, two: Moment) -> bool:
    """Whether two moments are the same, on whatever clocks."""
    if (one.open, one.precision, one.basis) != (two.open, two.precision, two.basis):
        return False
    return all(_instant(a) == _instant(b) for a, b in ((one.at, two.at), (one.until, two.until)))


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _shared(said: Said, other: Said) -> Said:
    """`said` with what only the `other` end of the period says."""
    if not said.has_day:
        said = replace(said, date=other.date, from_today=other.from_today, weekday=other.weekday)
    elif said.date and other.date:
        year = said.date.year or other.date.year
        month = said.date.month or (other.date.month if said.date.day else None)
        said = replace(said, date=SaidDate(year, month, said.date.day))
    return replace(said, zone=said.zone or other.zone)


def _same_half(start: Said, end: Said) -> tuple[Said, Said]:
    """Both ends with am or pm, where one end settles it for the other: the shorter period is meant."""
    if start.time and end.time:
        if _settled(start) and end.time.bare and not _half(end):
            minutes = _minutes(start.time, hour_of(start.time, start.part))
            return start, replace(end, time=min(_halves(end.time), key=lambda half: _apart(minutes, _minutes(half))))
        if _settled(end) and not _half(start) and (start.time.bare or (_half(end) and 1 <= start.time.hour <= 12)):
            minutes = _minutes(end.time, hour_of(end.time, end.part))
            return replace(start, time=min(_halves(start.time), key=lambda half: _apart(_minutes(half), minutes))), end
    return start, end


def _half(said: Said) -> str | None:
    return said.time.half or said.part if said.time else None


def _settled(said: Said) -> bool:
    return said.time is not None and (not said.time.bare or _half(said) is not None)


def _halves(time: SaidTime) -> list[SaidTime]:
    return [time._replace(hour=time.hour % 12 + hours, bare=False) for hours in (0, 12)]


def _minutes(time: SaidTime, hour: int | None = None) -> int:
    return (time.hour if hour is None else hour) * 60 + (time.minute or 0)


def _apart(start: int, end: int) -> int:
    """Minutes from `start` to the next `end`, a whole day where they are the same."""
    return (end - start) % 1440 or 1440


def stamp(at: datetime) -> str:
    """`at` in ISO 8601 with offset, with as much of a second as it has."""
    timespec = "seconds" if not at.microsecond else "microseconds" if at.microsecond % 1000 else "milliseconds"
    return at.isoformat(timespec=timespec)
