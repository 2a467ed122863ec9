"""The words in which people say a time, and what they can say.

`moment_tokens` has the rules that find them in a text, `moment_meanings` what each says.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from pmtui.reading.moments import DAYS, MONTHS

POINT_KINDS = {"date", "time", "weekday", "from_today", "part", "zone", "hour"}
"""Kinds of tokens that say a part of a point in time."""


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
    span: tuple[int, int]


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

BEFORE = "earlier than|prior to|ahead of|before"
UNTIL = (
    "not? later than|not after|at the latest by|at most until|(?:on|at) or before|up to and including|up until|"
    "up to|until|till|by"
)
AFTER = "later than|after"
SINCE = (
    "not? earlier than|not before|not until|at least until|until at least|(?:since|from) at least|"
    "(?:on|at) or after|dating back to|as far back as|as early as|since|"
    r"(?:starting|beginning|commencing|effective)(?: (?:in|on|from|at|with))?"
    r"(?= (?:(?:or )?about |early |late |mid)?(?:the |\w+day|\d|{month}))"
)
"""Bounds: the day, month or year that is named lies beyond `BEFORE` and `AFTER`, and belongs to `UNTIL` and `SINCE`."""
ABOUT = (
    r"c(?=\. ?\d)|about|around|roughly|approximately|approx|circa|ca|almost|nearly|or about|estimated|approximate|~|"
    r"(?:shortly|just|right|soon|immediately|moments|a (?:little|bit|moment)|slightly)(?= (?:before|after)\b)|"
    "shortly"
)
FILLER = "at|on|in|of|the|a|it|was|time|exactly|just|o'clock|us|start|started|happened|both|year|month"
LEADS = {
    "in", "of", "since", "until", "till", "from", "to", "by", "before", "after", "early", "late", "during", "mid",
    "end", "beginning", "pre", "post", "least", "starting", "through", "throughout", "between", "and",
}  # fmt: skip
OTHER = "next|following|previous|last|same|that|another|other|every|each|first|second|third"
SEASON = "spring|summer|autumn|fall|winter"
VERSIONS = r"version|ver\.?|build|release|chapter|section|sec\.|article|art\.|figure|table|no\.|nr\.|v(?=\d)"
THINGS = (
    r"tickets?|number|issue|bug|case(?: no\.?)?|docket(?: no\.?)?|id|ref\.?|pr|rfc|http|error(?: code)?|status|code|"
    r"page|room|flight|judge?ment|decision|ruling|order|regulation|directive|law|act|invoice|account|port|line|commit|"
    r"patch|incident|sev|iso|phase|level"
)
"""What has a number that is no time: a number with a dot or without."""
PERIOD = "day|night|morning|afternoon|evening|week|weekend|month|quarter|year"
UNIT = r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)"

HOLIDAYS = "christmas|new year|thanksgiving|easter|halloween|good friday|boxing day|ramadan|diwali|independence day"
"""Days whose date depends on more than their name."""

FIRST_OR_LAST = "Midnight at the beginning or at the end of the day? Write 00:00 and the day that it begins."
