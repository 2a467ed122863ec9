"""Times of day as one reads them from a clock with hands: "ten past two", "quarter to five"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.reading.moment_words import NUMBERS, SaidTime

if TYPE_CHECKING:
    import re

    from pmtui.reading.moment_words import Meaning

MINUTES = {name: number for number, name in enumerate(NUMBERS)} | {
    "quarter": 15,
    "twenty": 20,
    "twenty-five": 25,
    "half": 30,
}


def time(match: re.Match[str]) -> list[Meaning]:
    """So many minutes past an hour, or to one; the question where they are none."""
    said = match.groupdict()
    minutes, named = _number(said["minutes"] or said["counted"]), _number(said["hour"])
    half = (said["half"] or said["part"] or said["night"] or "").replace(".", "").casefold() or None
    is_to = said["way"].casefold() == "to"
    if not 1 <= minutes <= 59 or named > 23 or (is_to and named == 0):
        return [("open", f"{match[0].strip()} is not a time of day; which time is meant?")]
    if is_to and named == 12 and half in ("am", "pm"):  # it is five to noon, or to midnight, on the other side of it
        return [("open", f"Is {match[0].strip()} before noon or before midnight? Write 11:45 or 23:45.")]
    hour, minute = (_before(named), 60 - minutes) if is_to else (named, minutes)
    return [("time", SaidTime(hour, minute, half=half, bare=1 <= named <= 12))]


def time_or_period(match: re.Match[str]) -> list[Meaning]:
    """The question whether "ten to five" is a time or a period."""
    minutes, named = _number(match["minutes"]), _number(match["hour"])
    hour, minute = _before(named) % 12, 60 - minutes
    times = f"{hour:02}:{minute:02} or {hour + 12}:{minute:02}"
    return [("open", f"Is {match[0].strip()} a time or a period? Write {times}, or both ends as 9:00-17:00.")]


def half_of(match: re.Match[str]) -> list[Meaning]:
    """The question whether "half nine" is half past nine, as in Britain, or half an hour to nine, as next door."""
    hour = _number(match["hour"])
    return [
        ("open", f"Is {match[0].strip()} {hour}:30 or {_before(hour)}:30? Write it in figures, such as {hour:02}:30.")
    ]


def _before(hour: int) -> int:
    return 12 if hour == 1 else hour - 1


def _number(said: str) -> int:
    word = said.casefold().replace(" ", "-")
    return MINUTES[word] if word in MINUTES else int(word)
