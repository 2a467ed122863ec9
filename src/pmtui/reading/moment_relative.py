"""A moment that is said by its distance from another: "20 min after detected", "T+20m", "an hour before the deploy"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pmtui.reading.moment_instant import Unclear
from pmtui.reading.moments import COARSEST_FIRST, Moment, Precision

if TYPE_CHECKING:
    from collections.abc import Callable

ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
UNITS: dict[str, tuple[int, Precision]] = {
    "s": (1, "second"), "m": (60, "minute"), "h": (3600, "hour"), "d": (86400, "day"), "w": (604800, "day"),
}  # fmt: skip

_number = rf"(?:{'|'.join(TENS)})(?:[ -](?:{'|'.join(ONES[1:10])}))?|{'|'.join(ONES[:0:-1])}"
_amount = rf"(?:\d{{1,6}}(?:[.,]\d{{1,3}})?|(?<![a-z])(?:half an?|an?|{_number})(?=[ -]))"
_part = (
    rf"{_amount}(?: and a half)?[ -]?"
    r"(?:seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w)(?![a-z])(?: and a half)?"
)
_parts = rf"{_part}(?:(?:,? and |, | )?{_part})*"
_flags = re.IGNORECASE | re.ASCII
PART = re.compile(
    rf"(?P<amount>{_amount})(?P<more> and a half)?[ -]?"
    r"(?P<unit>seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w)(?![a-z])(?P<half> and a half)?",
    _flags,
)
DISTANCE = re.compile(
    rf"(?<![\w.,:])(?P<parts>{_parts}) "
    r"(?:(?P<backwards>before|prior to|ahead of|earlier than)|after|later than|since)\b(?P<to>.*)",
    _flags,
)
SUM = re.compile(
    rf"(?P<about>(?:about|around|roughly|approx\.?|ca\.?|~) ?)?(?P<to>[a-z_][^+]*?) ?(?P<sign>\+| -|(?<=\bT)-) ?"
    rf"(?P<parts>{_parts})",
    _flags,
)
LATER = re.compile(
    rf"(?<![\w.,:])(?:\+ ?)?(?P<parts>{_parts})(?: (?P<way>later|earlier|afterwards?|thereafter))?", _flags
)
MORE_OR_LESS = re.compile(r"\b(?:than|least|most|within|up to)\b", re.IGNORECASE)
BROKEN_OFF = re.compile(r"(?:[\d/-]|\b(?:to|or|and|between|hundred|few|couple of|half|past))\s*$", re.IGNORECASE)
"""What before a distance says that it is only the end of one."""


class Length(NamedTuple):
    """How long something is said to be."""

    seconds: float
    precision: Precision


def relative(text: str, original: str, *, is_time: Callable[[str], bool]) -> Moment | None:
    """The moment that `text` counts from another, named as in `original`, which is as long; none where it counts none.

    `is_time`: whether a text says a time; beside a distance there must be none.  Raises `Unclear`.
    """
    if match := DISTANCE.search(text):
        before, backwards = text[: match.start()], bool(match["backwards"])
    elif match := SUM.fullmatch(text):
        before, backwards = "", "-" in match["sign"]
    elif (later := LATER.fullmatch(text.strip(" .,;"))) and (later["way"] or text.startswith("+")):
        raise Unclear(f'"{original.strip()}" than what? Name the event that it is counted from: 5 min after detected.')
    else:
        return None
    if MORE_OR_LESS.search(before):
        raise Unclear("At least or at most that long is no point in time; about how long was it?")
    if BROKEN_OFF.search(before):
        raise Unclear("How long was it, in one number? Write it as 25 min after detected.")
    if is_time(f"{text[: match.start('parts')]}. {text[match.end('parts') :]}"):
        raise Unclear(
            "A time and a distance are said; which one counts? Write the time, or the distance from an event."
        )
    to = re.sub("^the ", "", original[match.start("to") : match.end("to")].strip(" .,;:"))
    if re.match(r"(?:and|or)\b", to):
        raise Unclear("Before it or after it? Write one of them.")
    if not to:
        raise Unclear(f'"{match[0].strip()}" what? Name the event that it is counted from.')
    length = _length(match["parts"])
    seconds = -length.seconds if backwards else length.seconds
    relative_to = {"to": to, "seconds": int(seconds) if seconds.is_integer() else seconds}
    return Moment("", precision=length.precision, relative_to=relative_to)


def _length(parts: str) -> Length:
    """The length that `parts` add up to, precise to the smallest of them."""
    found = [_one(match) for match in PART.finditer(parts)]
    finest = max((part.precision for part in found), key=COARSEST_FIRST.index)
    return Length(round(float(sum(part.seconds for part in found)), 3), finest)


def _one(match: re.Match[str]) -> Length:
    size, precision = UNITS[match["unit"][0].casefold()]
    number = _value(match["amount"].casefold()) + (0.5 if match["more"] or match["half"] else 0)
    if not number.is_integer() and size > 1:  # half an hour is said to the minute
        precision = COARSEST_FIRST[COARSEST_FIRST.index(precision) + 1]
    return Length(number * size, precision)


def _value(text: str) -> float:
    if text.startswith("half"):
        return 0.5
    if text in ("a", "an"):
        return 1.0
    words = re.findall(r"[a-z]+", text)
    if words:
        return float(sum(TENS[word] if word in TENS else ONES.index(word) for word in words))
    return float(text.replace(",", "."))
