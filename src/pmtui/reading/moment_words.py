"""The words in which people say a time, what they can say, and a text made ready to be read.

`moment_tokens` has the rules that find them in a text, `moment_meanings` what each says.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any, NamedTuple

from pmtui.reading.moments import DAYS, MONTHS

POINT_KINDS = {"date", "time", "weekday", "from_today", "part", "zone", "hour"}
"""Kinds of tokens that say a part of a point in time."""

LONGEST = 200
"""Characters of a text that are looked at."""


class SaidDate(NamedTuple):
    """A date as far as it was said."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


class SaidTime(NamedTuple):
    """A time of day as it was said; `half` is am, pm or a part of the day, `bare` an hour of either half."""

    hour: int
    minute: int | None = None
    second: int | None = None
    microsecond: int = 0
    half: str | None = None
    bare: bool = False


class SaidZone(NamedTuple):
    """A zone as it was said: `kind` is letters, place or offset."""

    kind: str
    name: str


Meaning = tuple[str, Any]
"""Kind and value: a part of what was said, a day as a number, or a question for the kind "open"."""


class Token(NamedTuple):
    """A piece that a rule knows; `loose_before` and `loose_after`: whether words that no rule knows stand beside it."""

    kind: str
    value: Any
    text: str
    loose_before: bool
    loose_after: bool


NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
MONTH_OF = {name: i for i, month in enumerate(MONTHS, 1) for name in (month.casefold(), month[:3].casefold())} | {
    "sept": 9
}
DAY_OF = {name: i for i, day in enumerate(DAYS) for name in (day.casefold(), day[:3].casefold())} | {
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
}
DAY_NAMES = {*(name.casefold() for name in (*MONTHS, *DAYS)), "today", "tonight", "tomorrow", "yesterday"}
ALSO_WORDS = {"WET", "WEST", "CAT", "EAT", "WAT", "WIT"}
"""Letters of zones that are words as well: they count in capitals only."""

UNKNOWN_LETTERS = (
    "PHT|ICT|MYT|TRT|ART|BRST|CLT|CLST|COT|PET|VET|GST|AMT|UYT|PYT|NPT|BTT|MMT|UZT|ALMT|MSD|SAMT|YEKT|OMST|NOVT|KRAT|IRKT|"
    "YAKT|VLAT|MAGT|AZT|IRST|AFT|TJT|HKST|NFT|FJT|MEZ|MESZ|HNE|HAE|HNC|HAC|HNP|HAP|HNEC|HAEC|CEDT|EEDT"
)
"""Letters that name a zone, and are not in the table: asked about."""

LOCAL_TIMES = {
    "pacific": "America/Los_Angeles", "pt": "America/Los_Angeles", "mountain": "America/Denver", "mt": "America/Denver",
    "central": "America/Chicago", "ct": "America/Chicago", "eastern": "America/New_York", "et": "America/New_York",
}  # fmt: skip
"""The times of the United States that are said without telling summer from winter."""

BEFORE = (
    "not later than|no later than|not after|at the latest by|at most until|earlier than|prior to|before|until|till|by"
)
AFTER = "not earlier than|no earlier than|not before|not until|at least until|later than|after|since"
ABOUT = r"c(?=\. ?\d)|about|around|roughly|approximately|approx|circa|ca|almost|nearly|shortly|~"
FILLER = "at|on|in|of|the|a|it|was|time|exactly|just|early|late|mid|beginning|end|o'clock|us|start|started|happened"
LEADS = {"in", "of", "since", "until", "till", "from", "to", "by", "before", "after", "early", "late", "during", "mid"}
OTHER = "next|following|previous|last|same|that|another|other|every|each|first|second|third"
PERIOD = "day|night|morning|afternoon|evening|week|weekend|month|quarter|year"
UNIT = r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)"

HOLIDAYS = "christmas|new year|thanksgiving|easter|halloween|good friday|boxing day|ramadan|diwali|independence day"
"""Days whose date depends on more than their name."""

FIRST_OR_LAST = "Midnight at the beginning or at the end of the day? Write 00:00 and the day that it begins."


def plain(words: str) -> str:
    """The part of `words` that is looked at, in plain signs and with single spaces."""
    head = words if len(words) <= LONGEST else (words[:LONGEST].rpartition(" ")[0] or words[:LONGEST])
    text = unicodedata.normalize("NFKC", head).translate(dict.fromkeys(map(ord, "‐‑‒–—−"), "-") | {ord("’"): "'"})
    if not text.isascii():  # digits of other scripts
        text = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)
    text = re.sub(r"\b((?:19|20|21)\d\d)(\d\d)(\d\d)[T_-](\d\d)(\d\d)(\d\d)?(?=\D|$)", _stamp, text)
    # A stamp's T and the offset that is glued to it: apart, they read like any date, time and offset.
    text = re.sub(r"(\d-\d\d)[T_](\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)", r"\1 \2 ", text)
    text = re.sub(r"(:\d\d:\d\d(?:[.,]\d{1,9})?)(-\d\d:\d\d(?![\d:]))", r"\1 \2", text)
    return " ".join(text.split())


def _stamp(match: re.Match[str]) -> str:
    year, month, day, hour, minute, second = match.groups()
    return f"{year}-{month}-{day}T{hour}:{minute}{f':{second}' if second else ''}"


def masked(text: str) -> str:
    """`text`, as long as it is, with letters that are not of English as `_`: part of a word, and of no rule."""
    return text if text.isascii() else re.sub(r"[^\W_]", lambda sign: sign[0] if sign[0].isascii() else "_", text)
