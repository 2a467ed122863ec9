"""From what was said of one point in time to the instant, or to the question that has to be asked first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import time as wall_time
from typing import TYPE_CHECKING, NamedTuple

from pmtui.errors import Refused
from pmtui.reading.moments import DAYS, MONTHS, YEARS, Precision
from pmtui.reading.zones import LETTERS, first_instant, instants, letters, own_letters, place, spelling

if TYPE_CHECKING:
    from datetime import tzinfo

    from pmtui.reading.moment_words import SaidDate, SaidTime, SaidZone

NEAR = timedelta(days=90)
"""How close to the first day a date of the year before or after must lie to be meant as well."""

LATER = timedelta(days=60)
"""How long after the first day a date without a year may lie without a question, where it is not past when told."""


class Unclear(Exception):
    """What is left open, as a question; nothing of the moment is settled."""


@dataclass(frozen=True)
class Ground:
    """What a time that is not said in full is counted from."""

    zone: str
    first_day: date | None
    spoken_on: date | None


@dataclass(frozen=True)
class Said:
    """What was said of one point in time."""

    date: SaidDate | None = None
    time: SaidTime | None = None
    zone: SaidZone | None = None
    weekday: int | None = None
    from_today: int | None = None
    part: str | None = None

    @property
    def has_day(self) -> bool:
        """Whether a day, month or year was said, in whatever way."""
        return self.date is not None or self.from_today is not None or self.weekday is not None


class Instant(NamedTuple):
    """A point in time as it was understood; `zone` is an IANA name or an offset."""

    at: datetime
    precision: Precision
    zone: str


def instant(said: Said, ground: Ground) -> Instant:
    """The instant that was `said`; the first one of a day, month or year.  Raises `Unclear`."""
    day, precision = _day(said, ground)
    if said.time is None:
        return _coarse(day, precision, said.zone, ground.zone)
    if precision != "day":
        raise Unclear(f"Which day of {f'{MONTHS[day.month - 1]} ' if precision == 'month' else ''}{day.year}?")
    time = said.time
    clock = wall_time(hour_of(time, said.part), time.minute or 0, time.second or 0, time.microsecond)
    finest: Precision = "hour" if time.minute is None else "minute" if time.second is None else "second"
    at, zone = _in_zone(datetime.combine(day, clock), said.zone, ground.zone)
    return Instant(at, finest, zone)


def hour_of(time: SaidTime, part: str | None) -> int:
    """The hour of the day, 0 to 23, that `time` says in `part` of the day.  Raises `Unclear`."""
    hour, half = time.hour, time.half or part
    if half is None:
        if time.bare:
            said = str(hour) if time.minute is None else f"{hour}:{time.minute:02}"
            minute = f"{time.minute or 0:02}"
            raise Unclear(
                f"{said} in the morning or {said} in the evening? "
                f"Write {hour % 12:02}:{minute} or {hour % 12 + 12}:{minute}."
            )
        return hour
    if half == "night" and hour % 12 < 6:
        raise Unclear(f"The night before or after midnight? Write the date and {hour % 12:02}:{time.minute or 0:02}.")
    morning = half in ("am", "morning")
    if (morning and hour > 12) or (not morning and hour == 0) or (hour == 12 and half in ("morning", "evening")):
        said = str(hour) if time.minute is None else f"{hour}:{time.minute:02}"
        raise Unclear(f"{said} does not go with {half}; which time is meant?")
    return hour % 12 + (0 if morning else 12)


def _day(said: Said, ground: Ground) -> tuple[date, Precision]:
    if said.date is not None:
        day, precision = _calendar_day(said.date, ground)
    elif said.from_today is not None:
        day, precision = _counted_day(said.from_today, ground.spoken_on), "day"
    elif ground.first_day is None:
        raise Unclear("On which day? Write the date as well.")
    else:
        day, precision = ground.first_day, "day"
    if day.year not in YEARS:
        raise Unclear(f"The year {day.year} is outside {YEARS[0]} to {YEARS[-1]}; which year is meant?")
    if said.from_today is not None and day != _counted_day(said.from_today, ground.spoken_on):
        raise Unclear(f"The date and the day counted from the interview differ; is it {_full(day)}?")
    if said.weekday is not None and precision != "day":
        raise Unclear(f"Which {DAYS[said.weekday]}? Write the date as well.")
    if said.weekday is not None and day.weekday() != said.weekday:
        if said.has_day and (said.date or said.from_today is not None):
            raise Unclear(f"{_full(day)} is not a {DAYS[said.weekday]}; which day is meant?")
        raise Unclear(f"Which {DAYS[said.weekday]}? Write the date as well.")
    return day, precision


def _counted_day(days: int, spoken_on: date | None) -> date:
    if spoken_on is None or spoken_on.year not in YEARS:
        raise Unclear("On which day was that said? Write the date.")
    return spoken_on + timedelta(days=days)


def _calendar_day(said: SaidDate, ground: Ground) -> tuple[date, Precision]:
    year, month, day = said
    if month is None and day is not None:
        raise Unclear(f"Which month is day {day} in? Write the date as well.")
    if year is None:
        year = _year(month or 1, day or 1, ground)
    try:
        found = date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        raise Unclear(
            f"There is no such day: {'-'.join(str(part) for part in (year, month, day) if part is not None)}."
        ) from None
    return found, "day" if day else "month" if month else "year"


def _year(month: int, day: int, ground: Ground) -> int:
    """The year of a date that was said without one: that of the first day.  Raises `Unclear`."""
    first_day = ground.first_day
    if first_day is None or first_day.year not in YEARS:
        raise Unclear("In which year? Write the year as well.")
    if not 1 <= month <= 12:
        return first_day.year
    day_there = {year: date(year, month, min(day, 28)) for year in range(first_day.year - 1, first_day.year + 2)}
    other = next((y for y, at in day_there.items() if y != first_day.year and abs(at - first_day) < NEAR), None)
    meant = day_there[first_day.year]
    is_past = ground.spoken_on is not None and meant <= ground.spoken_on
    if other is None and meant - first_day > LATER and not is_past:
        other = first_day.year - 1
    if other is not None:
        raise Unclear(f"In {first_day.year} or in {other}? Write the year as well.")
    return first_day.year


def _coarse(day: date, precision: Precision, zone: SaidZone | None, own: str) -> Instant:
    if zone is None:
        there = place(own)
    elif zone.kind != "letters":
        there = _place(zone.name)
    else:
        there = place(_in_zone(datetime.combine(day, wall_time()), zone, own)[1])
    return Instant(first_instant(day, there), precision, spelling(there))


def _in_zone(local: datetime, zone: SaidZone | None, own: str) -> tuple[datetime, str]:
    """The one instant at which the clocks that are meant show `local`, and the zone of these clocks."""
    if zone is None:
        return _only(local, instants(local, place(own)), own), own
    if zone.kind != "letters":
        there = _place(zone.name)
        return _only(local, instants(local, there), spelling(there)), spelling(there)
    own_place = place(own)
    shown = [at for at in instants(local, own_place) if letters(at).upper() == zone.name]
    if shown:
        return _only(local, shown, own), own
    if zone.name in own_letters(own_place, local.year):
        raise _not_then(zone.name, local, own_place)
    places = LETTERS[zone.name]
    # Whoever is in America and writes CST does not mean China.
    places = tuple(name for name in places if own.startswith("America/") and name.startswith("America/")) or places
    if len(places) > 1:
        raise Unclear(f"{zone.name} is used in {', '.join(places)}; write the place or the offset.")
    there = place(places[0])
    shown = [at for at in instants(local, there) if letters(at).upper() == zone.name or not letters(at).isalpha()]
    if not shown:
        raise _not_then(zone.name, local, there)
    return _only(local, shown, places[0]), places[0]


def _place(name: str) -> tzinfo:
    try:
        return place(name)
    except Refused as error:
        raise Unclear(f"{error}{'' if str(error).endswith('?') else '.'}") from None


def _only(local: datetime, shown: list[datetime], zone: str) -> datetime:
    if not shown:
        raise Unclear(
            f"{local:%H:%M} did not exist on {_full(local)} in {zone}: the clocks went forward; which time is meant?"
        )
    if len(shown) > 1:
        names = " or ".join(letters(at) for at in shown)
        raise Unclear(f"{local:%H:%M} came twice on {_full(local)} in {zone}: the clocks went back; {names}?")
    return shown[0]


def _not_then(name: str, local: datetime, there: tzinfo) -> Unclear:
    found = letters(local.replace(tzinfo=there))
    return Unclear(f"{name} was not in use on {_full(local)}, {found} was; which is meant?")


def _full(day: date) -> str:
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"
