"""How long something took, as people say it: `20 min`, `2 h 30`, `about three days`, `1:30 h`."""

from __future__ import annotations

import re
from typing import Any, Final

UNITS: Final = {
    "second": 1, "sec": 1, "s": 1, "minute": 60, "min": 60, "m": 60, "hour": 3600, "hr": 3600, "h": 3600,
    "day": 86400, "d": 86400, "week": 604800, "wk": 604800, "w": 604800,
}  # fmt: skip
"""Seconds of a unit.  Months and years are none: they are not of one length."""

SHOWN = (("week", 604800), ("day", 86400), ("h", 3600), ("min", 60), ("s", 1))
NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
ALSO: Final = {"a": 1.0, "an": 1.0, "half an": 0.5, "half a": 0.5, "a quarter of an": 0.25}
LONGEST = 200
"""Characters of a text that is looked at."""

_NUMBER = r"\d{1,7}(?:[.,]\d{1,3})?|a quarter of an|half an?|an?|" + "|".join(NUMBERS[1:])
_PART = re.compile(
    rf"(?P<number>{_NUMBER})\s*-?\s*(?P<unit>seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|wks?|w)(?![a-z])"
    r"(?:\s*(?P<half>and a half))?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?P<hours>\d{1,4}):(?P<minutes>[0-5]\d)(?::(?P<seconds>[0-5]\d))?\s*(?:h|hours?)?", re.IGNORECASE)
_BARE_MINUTES = re.compile(r"\s*(\d{1,2})\s*\Z")
_ABOUT = re.compile(r"^(?:about|around|roughly|approximately|approx\.?|some|circa|ca\.?|~)\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,]*(?:and)?\s*", re.IGNORECASE)


def read_duration(words: str) -> dict[str, Any] | None:
    """`{"words", "seconds", "about"}`; none where the words are no length of time, or more than one.

    "2 h 30" is two hours and thirty minutes.  Nothing is guessed: a month has no length.
    """
    text = words.strip()[:LONGEST].strip(" .")
    about = _ABOUT.match(text)
    rest = text[about.end() :] if about else text
    clock = _CLOCK.fullmatch(rest)
    if clock:
        hours, minutes, seconds = (int(clock[name] or 0) for name in ("hours", "minutes", "seconds"))
        return {"words": words, "seconds": float(hours * 3600 + minutes * 60 + seconds), "about": bool(about)}
    found = _sum(rest)
    return None if found is None else {"words": words, "seconds": found, "about": bool(about)}


def _sum(text: str) -> float | None:
    total, at, smallest = 0.0, 0, float("inf")
    while match := _PART.match(text, at):
        size = _size(match["unit"])
        if size >= smallest:  # "3 min 2 h" is nothing that one says
            return None
        total += (_number(match["number"]) + (0.5 if match["half"] else 0.0)) * size
        smallest, at = size, match.end()
        between = _BETWEEN.match(text, at)
        at = between.end() if between else at
    if smallest == UNITS["h"] and (bare := _BARE_MINUTES.match(text, at)) and int(bare[1]) < 60:
        return total + int(bare[1]) * 60
    return total if at and at == len(text) else None


def _size(unit: str) -> int:
    name = unit.casefold()
    return UNITS[name] if name in UNITS else UNITS[name.removesuffix("s")]


def _number(text: str) -> float:
    name = " ".join(text.casefold().split())
    if name in ALSO:
        return ALSO[name]
    return float(NUMBERS.index(name) if name in NUMBERS else name.replace(",", "."))


def show_duration(document: dict[str, Any]) -> str:
    """A duration for a reader: `about 2 h 30 min`; of parts that are nothing, none."""
    left, parts = float(document["seconds"]), []
    for name, size in SHOWN:
        whole = int(left // size)
        left -= whole * size
        if whole:
            parts.append(f"{whole} {name}{'s' if size > 3600 and whole > 1 else ''}")
    if left:
        parts.append(f"{left:.3f}".rstrip("0") + " s" if not parts else "")
    return ("about " if document.get("about") else "") + (" ".join(filter(None, parts)) or "0 s")
