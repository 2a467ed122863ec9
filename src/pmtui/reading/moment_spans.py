"""Parts of a year that are said by their number: weeks, quarters, halves; and the stamp of a message in the field."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from pmtui.reading.moment_words import MONTH_OF, SaidDate, SaidTime, SaidZone

if TYPE_CHECKING:
    import re

    from pmtui.reading.moment_words import Meaning

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": 4,
    "i": 1, "ii": 2, "iii": 3, "iv": 4,
}  # fmt: skip


def _number(match: re.Match[str]) -> int:
    """Which of the parts of a year `match` names: by a figure, or by a word in its group `named`."""
    text = next(found for name, found in match.groupdict().items() if name != "year" and found)
    return int(text) if text.isdecimal() else ORDINALS[text.casefold()]


def _months(year: int, first: int, last: int) -> list[Meaning]:
    return [("date", SaidDate(year, first)), ("to", "part"), ("date", SaidDate(year, last))]


def quarter(match: re.Match[str]) -> list[Meaning]:
    """The three months of a quarter."""
    number = _number(match)
    return _months(int(match["year"]), number * 3 - 2, number * 3)


def quarters(match: re.Match[str]) -> list[Meaning]:
    """The months from one quarter to another of the same year."""
    return _months(int(match["year"]), int(match["first"]) * 3 - 2, int(match["number"]) * 3)


def half(match: re.Match[str]) -> list[Meaning]:
    """The six months of half a year."""
    number = min(_number(match), 2)  # the last half is the second
    return _months(int(match["year"]), number * 6 - 5, number * 6)


def week(match: re.Match[str]) -> list[Meaning]:
    """The days of a week as ISO counts them, or the one day of it that is named."""
    year, number, day = int(match["year"]), int(match["number"]), match.groupdict().get("day")
    try:
        first = date.fromisocalendar(year, number, int(day or 1))
    except ValueError:
        return [("open", f"There is no such week: {match[0].strip()}; write the first and the last day.")]
    ends = [first] if day else [first, first + timedelta(days=6)]
    dates: list[Meaning] = [("date", SaidDate(end.year, end.month, end.day)) for end in ends]
    return dates if day else [dates[0], ("to", "part"), dates[1]]


def week_of(match: re.Match[str]) -> list[Meaning]:
    """The days of the week that begins with a Monday that is said; another day may be anywhere in it."""
    try:
        first = date(int(match["year"]), MONTH_OF[match["month"].casefold().rstrip(".")], int(match["day"]))
    except ValueError:
        first = date.min + timedelta(days=1)
    if first.weekday():
        return [("open", f"Which days are {match[0].strip()}? Write the first and the last.")]
    last = first + timedelta(days=6)
    ends: list[Meaning] = [("date", SaidDate(day.year, day.month, day.day)) for day in (first, last)]
    return [ends[0], ("to", "part"), ends[1]]


def field_stamp(match: re.Match[str]) -> list[Meaning]:
    """Day, hour, minute, zone, month and year as one writes them in messages: 031405Z MAY 24."""
    month, year = MONTH_OF[match["month"].casefold().rstrip(".")], int(match["year"])
    if match["letter"] != "Z":
        return [("open", f"Which zone is {match[0].strip()} in? Write it as 2024-05-03 14:05 +02:00.")]
    return [
        ("date", SaidDate(year + 2000 * (year < 100), month, int(match["day"]))),
        ("time", SaidTime(int(match["hour"]), int(match["minute"]))),
        ("zone", SaidZone("place", "UTC")),
    ]
