"""The words in which people say a time, as tokens.

One table, `RULES`, holds what is known; a text is read once, from left to right, and what no rule knows is passed over.
Which tokens belong together, and what they mean, is decided in `moment_reading`.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any, NamedTuple

from pmtui.reading.moments import DAYS, MONTHS
from pmtui.reading.zones import LETTERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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

LOCAL_TIMES = {
    "pacific": "America/Los_Angeles", "pt": "America/Los_Angeles", "mountain": "America/Denver", "mt": "America/Denver",
    "central": "America/Chicago", "ct": "America/Chicago", "eastern": "America/New_York", "et": "America/New_York",
}  # fmt: skip
"""The times of the United States that are said without telling summer from winter."""

BEFORE = (
    "not later than|no later than|not after|at the latest by|at most until|earlier than|prior to|before|until|till|by"
)
AFTER = "not earlier than|no earlier than|not before|not until|at least until|later than|after|since"
ABOUT = "about|around|roughly|approximately|approx|circa|ca|almost|nearly|shortly|~"
FILLER = "at|on|in|of|the|a|it|was|time|exactly|just|early|late|mid|beginning|end|o'clock|us|start|started|happened"
LEADS = {"in", "of", "since", "until", "till", "from", "to", "by", "before", "after", "early", "late", "during", "mid"}
OTHER = "next|following|previous|last|same|that|another|other|every|each|first|second|third"
PERIOD = "day|night|morning|afternoon|evening|week|weekend|month|quarter|year"
UNIT = r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)"

_month = "(?:" + "|".join(sorted(MONTH_OF, key=len, reverse=True)) + r")\b\.?"
_weekday = "(?:" + "|".join(sorted(DAY_OF, key=len, reverse=True)) + ")"
_day = r"\d{1,2}(?:st|nd|rd|th)?(?![\w:])"
_year = r"(?:19|20|21)\d\d(?![\w:])"
_half = r"(?: ?(?P<half>[ap]\.?m\.?)(?!\w)|,? (?:in the (?P<part>morning|afternoon|evening)|at (?P<night>night))\b)"
_amount = r"(?:\d{1,2}|" + "|".join(NUMBERS[1:]) + ")"
_hour = f"(?P<hour>{_amount})"
_join = r" ?(?:-|to|and|until|till|through) ?"
FIRST_OR_LAST = "Midnight at the beginning or at the end of the day? Write 00:00 and the day that it begins."


def plain(words: str) -> str:
    """The part of `words` that is looked at, in plain signs and with single spaces."""
    head = words if len(words) <= LONGEST else (words[:LONGEST].rpartition(" ")[0] or words[:LONGEST])
    text = unicodedata.normalize("NFKC", head).translate(dict.fromkeys(map(ord, "‐‑‒–—−"), "-") | {ord("’"): "'"})
    # A stamp's T and the offset that is glued to it: apart, they read like any date, time and offset.
    text = re.sub(r"(\d-\d\d)T(\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)", r"\1 \2 ", text)
    text = re.sub(r"(:\d\d:\d\d(?:[.,]\d{1,9})?)(-\d\d:\d\d(?![\d:]))", r"\1 \2", text)
    return " ".join(text.split())


def tokens(text: str) -> list[Token]:
    """What the rules know of `text`, which `plain` has made plain, in its order."""
    found: list[tuple[int, int, Meaning]] = []
    for match in _SCANNER.finditer(text):
        pattern, meaning = _BY_NAME[str(match.lastgroup)]
        if inner := re.compile(pattern, _FLAGS).match(text, match.start()):
            found += [(match.start(), match.end(), said) for said in meaning(inner)]
    result: list[Token] = []
    for index, (start, end, (kind, value)) in enumerate(found):
        before = found[index - 1][1] if index else 0
        after = found[index + 1][0] if index + 1 < len(found) else len(text)
        result.append(Token(kind, value, text[start:end], _loose(text[before:start]), _loose(text[end:after])))
    return result


def _loose(gap: str) -> bool:
    return re.search(r"\w", _FILLERS.sub("", gap)) is not None


def _number(text: str) -> int:
    word = text.casefold()
    return NUMBERS.index(word) if word in NUMBERS else int(word)


def _leading(match: re.Match[str]) -> bool:
    """Whether a word that announces a date stands before `match`."""
    before = re.findall(r"\w+", match.string[: match.start()])
    return bool(before) and before[-1].casefold() in LEADS


def _integer(digits: str | None) -> int | None:
    return int(re.sub(r"\D", "", digits)) if digits else None


def _date(match: re.Match[str]) -> list[Meaning]:
    said = match.groupdict()
    month = (said.get("month") or "").casefold().rstrip(".")
    return [
        (
            "date",
            SaidDate(_integer(said.get("year")), MONTH_OF.get(month) or _integer(month), _integer(said.get("day"))),
        )
    ]


def _days(match: re.Match[str]) -> list[Meaning]:
    [(kind, last)] = _date(match)
    return [(kind, last._replace(day=_integer(match["first"]))), ("to", ""), (kind, last)]


def _month_alone(match: re.Match[str]) -> list[Meaning]:
    # "may" and "march" are verbs as well.
    is_word = match["month"] in ("may", "march", "mar") and match.string != match["month"] and not _leading(match)
    return [] if is_word else _date(match)


def _year_alone(match: re.Match[str]) -> list[Meaning]:
    # "2000 users" are no year.
    counted = re.match(r" (?!(?:to|and|until|till|through|or)\b)[a-z]", match.string[match.end() :], re.IGNORECASE)
    return [] if counted and not _leading(match) else _date(match)


def _numeric(match: re.Match[str]) -> list[Meaning]:
    one, two, year = int(match["one"]), int(match["two"]), match["year"]
    readings = {(day, month) for day, month in ((one, two), (two, one)) if month <= 12 and day <= 31}
    if len(year) == 4 and len(readings) == 1:
        [(day, month)] = readings
        return [("date", SaidDate(int(year), month, day))]
    return [("open", f"Which part of {match[0]} is the day, the month, the year? Write 2026-03-14 or 14 March 2026.")]


def _time(match: re.Match[str]) -> list[Meaning]:
    said = match.groupdict()
    hour, minute, second = _number(said["hour"]), _integer(said.get("minute")), _integer(said.get("second"))
    if hour == 24 and not minute:
        return [("open", FIRST_OR_LAST)]
    if hour > 23 or (minute or 0) > 59 or (second or 0) > 59:
        return [("open", f"{match[0]} is not a time of day; which time is meant?")]
    half = said.get("half") or said.get("part") or said.get("night") or ""
    microsecond = int((said.get("fraction") or "").ljust(6, "0")[:6])
    return [("time", SaidTime(hour, minute, second, microsecond, half.replace(".", "").casefold() or None))]


def _bare(match: re.Match[str]) -> list[Meaning]:
    number = _number(match["hour"])
    if number > 23:
        return [("count", "")] if number <= 31 else []
    announced = match["clock"] or re.search(r"(?:\bat |@ ?)$", match.string[: match.start()], re.I)
    time = SaidTime(number, bare=1 <= number <= 12 and not match["hour"].startswith("0"))
    return [("hour" if announced else "count", time)]


def _letters(match: re.Match[str]) -> list[Meaning]:
    word = match["letters"].upper()
    is_word = word in ALSO_WORDS and not match["letters"].isupper()
    return [] if is_word else [("zone", SaidZone("letters", word))]


def _local(match: re.Match[str]) -> list[Meaning]:
    is_word = len(match["local"]) == 2 and not match["local"].isupper()
    return [] if is_word else [("zone", SaidZone("place", LOCAL_TIMES[match["local"].casefold()]))]


def _offset(match: re.Match[str]) -> list[Meaning]:
    hours, minutes = int(match["hours"]), int(match["minutes"] or 0)
    if hours > 14 or minutes > 59:
        return [("open", f"{match[0].strip()} is not an offset that is in use; which zone is meant?")]
    return [("zone", SaidZone("offset", f"{match['sign']}{hours:02}:{minutes:02}"))]


def _kind(kind: str, value: Any = "") -> Callable[[re.Match[str]], Iterable[Meaning]]:
    return lambda _: [(kind, value)]


def _unclear(match: re.Match[str]) -> list[Meaning]:
    return [("open", f'"{match[0].strip()}" is not read as a time; write the day and the time, or both ends.')]


Rule = tuple[str, "Callable[[re.Match[str]], Iterable[Meaning]]"]
RULES: tuple[Rule, ...] = (
    (r"(?P<place>(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)/[\w/+-]*\w)",
     lambda match: [("zone", SaidZone("place", match["place"]))]),
    (r"(?:(?:UTC|GMT) ?(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?(?![\w:]))", _offset),
    (r"(?<=[\dm.]) (?P<sign>[+-])(?P<hours>\d\d):?(?P<minutes>\d\d)(?![\w:])", _offset),
    (r"(?<=[\dm]) ?(?P<sign>\+)(?P<hours>\d\d)(?::?(?P<minutes>\d\d))?(?![\w:])", _offset),
    (r"(?<=\d) ?(?-i:Z)\b", _kind("zone", SaidZone("place", "UTC"))),
    (r"\b(?P<local>pacific|mountain|central|eastern)(?: standard| daylight)? time\b", _local),
    (r"\b(?P<local>pacific|PT|MT|CT|ET)\b", _local),
    (r"\b(?P<letters>" + "|".join(LETTERS) + r")\b", _letters),
    (r"\bnot (?:at |on |in |about |around )?\d\S*", _unclear),
    (rf"\b(?:{OTHER}) (?:{PERIOD}|{_weekday})\b|\bday (?:before|after|\d+)\b|\b(?:daily|nightly|hourly)\b", _unclear),
    (rf"\b{UNIT} (?:later|earlier|ago|before|after|prior|past|since|to)\b", _unclear),
    (rf"\bfor (?:about )?(?:an?|{_amount}) {UNIT}\b|\b(?:until|till|to) now\b", _unclear),
    (rf"\b(?:half|quarter|{_amount}) past\b|\bquarter (?:to|before)\b", _unclear),
    (r"\bmidnight\b", _kind("open", FIRST_OR_LAST)),
    (rf"\b(?P<first>{_day}){_join}(?P<day>{_day}) (?:of )?(?P<month>{_month})(?:,? (?P<year>{_year}))?", _days),
    (rf"\b(?P<month>{_month}) (?P<first>{_day}){_join}(?P<day>{_day})(?! ?[ap]\.?m)(?:,? (?P<year>{_year}))?", _days),
    (rf"\b(?P<day>{_day})[ -](?:of )?(?P<month>{_month})(?:,?[ -](?P<year>{_year}))?", _date),
    (rf"\b(?P<month>{_month})[ -](?:the )?(?P<day>{_day})(?! ?[ap]\.?m)(?:,? (?P<year>{_year}))?", _date),
    (rf"\b(?P<year>{_year})[ -](?P<month>{_month})[ -](?P<day>{_day})", _date),
    (rf"\b(?P<month>{_month}),? (?:of )?(?P<year>{_year})", _date),
    (r"\b(?P<year>\d{4})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})(?!\d)", _date),
    (r"\b(?P<year>(?:19|20|21)\d\d)-(?P<month>0[1-9]|1[0-2])(?![\w:-])", _date),
    (r"\b(?P<one>\d{1,2})[/.](?P<two>\d{1,2})[/.](?P<year>\d{4}|\d\d)\b", _numeric),
    (rf"\b(?P<month>{_month})(?!\w)", _month_alone),
    (rf"\b(?P<year>{_year})(?!\.\d)", _year_alone),
    (r"\b(?P<day>\d{1,2}(?:st|nd|rd|th))\b", _date),
    (rf"\b{_hour}:(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,](?P<fraction>\d{{1,9}}))?)?(?![\d:]){_half}?", _time),
    (rf"\b{_hour}\.(?P<minute>\d\d){_half}", _time),
    (rf"\b{_hour}(?: o'clock)?{_half}", _time),
    (r"\b(?P<hour>\d\d)h(?P<minute>\d\d)\b", _time),
    (r"\b(?:noon|midday)\b", _kind("time", SaidTime(12, 0))),
    (rf"\b{_weekday}\b", lambda match: [("weekday", DAY_OF[match[0].casefold()])]),
    (r"\bday before yesterday\b", _kind("from_today", -2)),
    (r"\byesterday\b", _kind("from_today", -1)),
    (r"\btoday\b|\bthis (?=(?:morning|afternoon|evening)\b)", _kind("from_today", 0)),
    (r"\btonight\b", lambda _: [("from_today", 0), ("part", "night")]),
    (r"\btomorrow\b", _kind("from_today", 1)),
    (r"\b(?:morning|afternoon|evening|night)\b", lambda match: [("part", match[0].casefold())]),
    (r"\bor (?:earlier|before)\b|\bat the latest\b", _kind("or_before")),
    (r"\b(?:or|and) (?:later|after)\b|\bat the earliest\b|\bonwards\b", _kind("or_after")),
    (rf"\b(?:{AFTER})\b", _kind("after")),
    (rf"\b(?:{BEFORE})\b", _kind("before")),
    (rf"\b(?:{ABOUT})\b\.?|~", _kind("about")),
    (r"(?<=[\dm])-?ish\b|\bor so\b|±|\+/?-", _kind("or_so")),
    (r"\bbetween\b", _kind("between")),
    (r"\bfrom\b", _kind("from")),
    (r"\band\b", _kind("and")),
    (rf" ?-(?=\W|\d|{_month}|{_weekday}\b) ?|\b(?:to|through)\b", _kind("to")),
    (rf"(?<![\w.:/])(?<![a-z]-){_hour}(?P<clock> o'clock)?(?!(?!ish\b)\w|[:/]|[.,]\d| {UNIT}\b)", _bare),
)  # fmt: skip
"""Pattern and meaning, the first that fits wins."""

_FLAGS = re.IGNORECASE | re.ASCII
_BY_NAME = {f"r{index}": rule for index, rule in enumerate(RULES)}
# One pass over all rules says which one fits and where; that rule alone then takes its piece apart.
_SCANNER = re.compile(
    "|".join(f"(?P<{name}>{re.sub(r'[(][?]P<[a-z]+>', '(?:', pattern)})" for name, (pattern, _) in _BY_NAME.items()),
    _FLAGS,
)
_FILLERS = re.compile(rf"\b(?:{FILLER})\b", _FLAGS)
