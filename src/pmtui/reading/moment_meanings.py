"""What a piece of a text says that a rule of `moment_tokens` has found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pmtui.reading.moment_words import FIRST_OR_LAST, LEADS, MONTH_OF, NUMBERS, SaidDate, SaidTime

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pmtui.reading.moment_words import Meaning


def _number(text: str) -> int:
    word = text.casefold()
    return NUMBERS.index(word) if word in NUMBERS else int(word)


def _leading(match: re.Match[str]) -> bool:
    """Whether a word that announces a date stands before `match`."""
    before = re.findall(r"\w+", match.string[: match.start()])
    return bool(before) and before[-1].casefold() in LEADS


def _integer(digits: str | None) -> int | None:
    return int(re.sub(r"\D", "", digits)) if digits else None


def date(match: re.Match[str]) -> list[Meaning]:
    """A date as far as it was said."""
    said = match.groupdict()
    month = (said.get("month") or "").casefold().rstrip(".")
    if (
        said.get("month") == "mar"
        and said.get("day")
        and not said.get("year")
        and match.start("month") < match.start("day")
    ):
        return [("open", f"Is {match[0]} a Tuesday or in March? Write it as 2026-03-14.")]
    return [
        (
            "date",
            SaidDate(_integer(said.get("year")), MONTH_OF.get(month) or _integer(month), _integer(said.get("day"))),
        )
    ]


def days(match: re.Match[str]) -> list[Meaning]:
    """Two days of one month, and that the second ends a period; "and" and "/" do so where it is the next day."""
    [(kind, last)] = date(match)
    first = _integer(match["first"])
    counted = re.search(r"\d[a-z]*\.?(?: and | ?/ ?)\d", match[0], re.IGNORECASE)
    spans = re.search(r"between (?:the )?$", match.string[: match.start()], re.IGNORECASE)
    if counted and not spans and first is not None and last.day != first + 1:
        return [("open", f"Are {match[0].strip()} two days, or a period? Write one day, or both ends with `to`.")]
    return [(kind, last._replace(day=first)), ("to", ""), (kind, last)]


def month_and_year(match: re.Match[str]) -> list[Meaning]:
    """A month by its number, where what stands before it does not make it the number of a thing."""
    before = re.findall(r"[^\W\d]+", match.string[: match.start()])
    if before and before[-1].casefold() not in LEADS | {"on", "at", "the", "about", "around", "circa", "month"}:
        return [("open", f"Is {match[0]} a month? Write it as 2024-05 or May 2024.")]
    return date(match)


def named(match: re.Match[str]) -> list[Meaning]:
    """The number of a thing, which is no time; kept where it reads like a date, to ask about where no other is said."""
    reads_like_date = re.search(r"(?:19|20)\d\d([-./]?)(?:0?[1-9]|1[0-2])\1\d\d?(?!\d)", match[0])
    return [("named", match[0].strip())] if reads_like_date else []


def month_alone(match: re.Match[str]) -> list[Meaning]:
    """A month, where the word is no verb."""
    # "may" and "march" are verbs as well.
    if match["month"] == "mar" and match.string != "mar":
        return [("open", "Is mar a Tuesday or March? Write 10 March 2026 or Tuesday.")]
    is_word = match["month"] in ("may", "march") and match.string != match["month"] and not _leading(match)
    return [] if is_word else date(match)


def year_alone(match: re.Match[str]) -> list[Meaning]:
    """A year, where the number counts nothing."""
    # "2000 users" are no year.
    joined = r"(?:to|and|until|till|through|or|onwards?|at|on|in|by)\b|\w{1,5} (?:19|20|21)\d\d\b"
    counted = re.match(rf" (?!{joined})[a-z]", match.string[match.end() :], re.IGNORECASE)
    return [] if counted and not _leading(match) else date(match)


def numeric(match: re.Match[str]) -> list[Meaning]:
    """A date in numbers, where it has one reading."""
    one, two, year = int(match["one"]), int(match["two"]), match["year"]
    if match["sign"] == "." and len(year) == 4 and one <= 31 and two <= 12:  # with dots the day stands first
        return [("date", SaidDate(int(year), two, one))]
    readings = {(day, month) for day, month in ((one, two), (two, one)) if month <= 12 and day <= 31}
    if len(year) == 4 and len(readings) == 1:
        [(day, month)] = readings
        return [("date", SaidDate(int(year), month, day))]
    return [("open", f"Which part of {match[0]} is the day, the month, the year? Write 2026-03-14 or 14 March 2026.")]


def day_and_month(match: re.Match[str]) -> list[Meaning]:
    """A date in numbers without a year, where it has one reading."""
    one, two = int(match["one"]), int(match["two"])
    readings = {(day, month) for day, month in ((one, two), (two, one)) if 1 <= month <= 12 and 1 <= day <= 31}
    if match[0] == "24/7":
        return []
    if max(one, two) > 31:
        return [("number", "")]
    if len(readings) == 1:
        [(day, month)] = readings
        return [("date", SaidDate(None, month, day))]
    return [("open", f"Is {match[0]} a date? Write it as 2026-03-14 or 14 March 2026.")]


def time_or_year(match: re.Match[str]) -> list[Meaning]:
    """Four digits before a zone: a time of day, where they are no year."""
    others = re.findall(r"\b(?:19|20|21)\d\d\b", match.string[: match.start()] + match.string[match.end() :])
    if match["hour"] in ("19", "20", "21") and not others:
        return [("open", f"Is {match[0]} a year or {match['hour']}:{match['minute']}? Write the date and the time.")]
    return time(match)


def time(match: re.Match[str]) -> list[Meaning]:
    """A time of day, or the question where there is none."""
    said = match.groupdict()
    hour, minute, second = _number(said["hour"]), _integer(said.get("minute")), _integer(said.get("second"))
    if hour == 24 and not minute:
        return [("open", FIRST_OR_LAST)]
    if hour > 23 or (minute or 0) > 59 or (second or 0) > 59:
        return [("open", f"{match[0]} is not a time of day; which time is meant?")]
    half = said.get("half") or said.get("part") or said.get("night") or ""
    microsecond = int((said.get("fraction") or "").ljust(6, "0")[:6])
    return [("time", SaidTime(hour, minute, second, microsecond, half.replace(".", "").casefold() or None))]


_FULL_DATE = re.compile(
    r"(?:(?:19|20|21)\d\d[-/.]\d\d?[-/.]\d\d?|\d\d?[-/.]\d\d?[-/.](?:19|20|21)\d\d"
    r"|\d\d?(?:st|nd|rd|th)? [a-z]{3,9}\.?,? (?:19|20|21)\d\d|[a-z]{3,9}\.? \d\d?(?:st|nd|rd|th)?,? (?:19|20|21)\d\d)",
    re.IGNORECASE,
)
_DATE_BEFORE = re.compile(_FULL_DATE.pattern + r",?(?: -| at| from)? $", re.IGNORECASE)
_CLOCK_BEFORE = re.compile(r"\d\d:?\d\d ?(?:-|to|and|until|till) ?$", re.IGNORECASE)
_DATE_BEHIND = re.compile(r"(?: ?(?:-|to|and|until|till) ?\d{4})?,?(?: on| of)? " + _FULL_DATE.pattern, re.IGNORECASE)


def compact_time(match: re.Match[str]) -> list[Meaning]:
    """Four digits: a time of day where they stand beside a whole date, or end what a clock time begins."""
    before, behind = match.string[: match.start()], match.string[match.end() :]
    ends = _CLOCK_BEFORE.search(before)
    if re.match(r" (?!hrs\b|hours\b)[a-z]{3,}s\b", behind):  # so many users
        return [("number", "")]
    if ends or _DATE_BEFORE.search(before) or _DATE_BEHIND.match(behind):
        return time(match)
    return [("number", "")]


def hour_of_day(match: re.Match[str]) -> list[Meaning]:
    """A number with an h: the hour, where a date stands before it, else a length of time."""
    hour, before = int(match["hour"]), match.string[: match.start()]
    if hour > 23 or not (_DATE_BEFORE.search(before) or re.search(r"\bat $", before)):
        return [("number", "")]
    return [("hour", SaidTime(hour, bare=1 <= hour <= 12 and not match["hour"].startswith("0")))]


def bare(match: re.Match[str]) -> list[Meaning]:
    """A number that may be an hour."""
    hour = _number(match["hour"])
    if hour > 23:
        return [("count" if hour <= 31 else "number", "")]
    announced = match["clock"] or re.search(r"(?:\bat |@ ?)$", match.string[: match.start()], re.I)
    time = SaidTime(hour, bare=1 <= hour <= 12 and not match["hour"].startswith("0"))
    return [("hour" if announced else "count", time)]


def kind(name: str, value: Any = "") -> Callable[[re.Match[str]], Iterable[Meaning]]:
    """What always says the same."""
    return lambda _: [(name, value)]


def unclear(match: re.Match[str]) -> list[Meaning]:
    """The question what the words mean."""
    return [("open", f'"{match[0].strip()}" is not read as a time; write the day and the time, or both ends.')]


def which_days(match: re.Match[str]) -> list[Meaning]:
    """The question which days a part of a year has."""
    return [
        ("open", f"Which days are {match[0].strip()}? Write the first and the last, such as 2026-04-01 to 2026-06-30.")
    ]
