"""Tokens of a text that says a time.

One table, `RULES`, holds what is known; a text is read once, from left to right, and what no rule knows is passed over.
Which tokens belong together, and what they mean, is decided in `moment_reading`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmtui.reading import moment_meanings as mean
from pmtui.reading.languages.elsewhere import ARTICLES
from pmtui.reading.moment_words import (
    ABOUT,
    AFTER,
    BEFORE,
    DAY_OF,
    FILLER,
    FIRST_OR_LAST,
    HOLIDAYS,
    MONTH_OF,
    NUMBERS,
    OTHER,
    PERIOD,
    POINT_KINDS,
    UNIT,
    UNKNOWN_LETTERS,
    SaidTime,
    SaidZone,
    Token,
    masked,
)  # fmt: skip
from pmtui.reading.zones import LETTERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pmtui.reading.moment_words import Meaning

NO_CITY = "US |UK |The |At |Pacific|Central|Eastern|Mountain"
_month = "(?:" + "|".join(sorted(MONTH_OF, key=len, reverse=True)) + r")\b\.?"
_weekday = "(?:" + "|".join(sorted(DAY_OF, key=len, reverse=True)) + ")"
_day = r"\d{1,2}(?:st|nd|rd|th)?(?![\w:])"
_year = r"(?:19|20|21)\d\d(?![\w:])"
_half = r"(?: ?(?P<half>[ap]\.?m\.?)(?!\w)|,? (?:in the (?P<part>morning|afternoon|evening)|at (?P<night>night))\b)"
_amount = r"(?:\d{1,2}|" + "|".join(NUMBERS[1:]) + ")"
_hour = f"(?P<hour>{_amount})"
_join = r" ?(?:-|to|and|until|till|through) ?"
_clock = r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)"


def beside(text: str) -> list[str]:
    """The words next to a time, date or zone in `text` that no rule knows."""
    plain_text, words, last, last_counts = masked(text), list[str](), 0, False
    spans = [(match.start(), match.end()) for match in _SCANNER.finditer(plain_text)]
    for start, end in [*spans, (len(text), len(text))]:
        counts = start < len(text) and bool({kind for kind, _ in _meanings(plain_text, start)} & POINT_KINDS)
        gap = _PASSED_OVER.sub(lambda word: " " * len(word[0]), plain_text[last:start])
        between = [text[last + word.start() : last + word.end()] for word in re.finditer(r"[\w'-]+", gap)]
        if len(between) > 1 and between[0].isdigit():  # what is counted stands behind it
            between = between[1:]
        if between and last_counts and not re.match(r"\s*[.;:]", gap):
            words.append(between[0])
        if between and counts and not re.search(r"[.;:]\s*$", gap):
            words.append(between[-1])
        last, last_counts = end, counts
    words = [word.strip("-'") for word in words]
    return [word for word in words if re.search(r"[^\W\d_]", word) or re.fullmatch(r"(?:[01]?\d|2[0-3])[0-5]\d", word)]


def _meanings(text: str, start: int) -> list[Meaning]:
    match = _SCANNER.match(text, start)
    if match is None:
        return []
    pattern, meaning = _BY_NAME[str(match.lastgroup)]
    inner = re.compile(pattern, _FLAGS).match(text, start)
    return [*meaning(inner)] if inner else []


def tokens(text: str) -> list[Token]:
    """What the rules know of `text`, which `plain` has made plain, in its order."""
    found: list[tuple[int, int, Meaning]] = []
    for match in _SCANNER.finditer(text):
        found += [(match.start(), match.end(), said) for said in _meanings(text, match.start())]
    result: list[Token] = []
    for index, (start, end, (kind, value)) in enumerate(found):
        before = found[index - 1][1] if index else 0
        after = found[index + 1][0] if index + 1 < len(found) else len(text)
        result.append(Token(kind, value, text[start:end], _loose(text[before:start]), _loose(text[end:after])))
    return result


def _loose(gap: str) -> bool:
    return re.search(r"\w", _FILLERS.sub("", gap)) is not None


Rule = tuple[str, "Callable[[re.Match[str]], Iterable[Meaning]]"]
RULES: tuple[Rule, ...] = (
    (r"(?P<place>(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)/[\w/+-]*\w)",
     lambda match: [("zone", SaidZone("place", match["place"]))]),
    (r"(?:(?:UTC|GMT) ?(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?(?![\w:]))", mean.offset),
    (r"(?<=[\dm.]) (?P<sign>[+-])(?P<hours>\d\d):?(?P<minutes>\d\d)(?![\w:])", mean.offset),
    (r"(?<=[\dm]) ?(?P<sign>\+)(?P<hours>\d\d)(?::?(?P<minutes>\d\d))?(?![\w:])", mean.offset),
    (r"(?<=\d) ?(?-i:Z)\b", mean.kind("zone", SaidZone("place", "UTC"))),
    (r"\b(?P<local>pacific|mountain|central|eastern)(?: standard| daylight)? time\b", mean.local),
    (r"\b(?P<local>pacific|PT|MT|CT|ET)\b", mean.local),
    (rf"\b(?-i:(?!{NO_CITY})(?P<city>[A-Z]\w+(?: [A-Z]\w+)?)) time\b", mean.city),
    (r"(?<=[\dm] )(?-i:" + UNKNOWN_LETTERS + r")\b", mean.unknown_zone),
    (r"\b(?P<letters>" + "|".join(LETTERS) + r")\b", mean.letters),
    (r"\bnot (?:at |on |in |about |around )?\d\S*", mean.unclear),
    (rf"\b(?:{OTHER}) (?:{PERIOD}|{_weekday})\b|\bday (?:before(?! yesterday)|after|\d+)\b", mean.unclear),
    (r"\b(?:morning|night|evening) (?:after|before)\b|\b(?:daily|nightly|hourly)\b", mean.unclear),
    (rf"\b{UNIT} (?:later|earlier|ago|before(?! yesterday)|after|prior|past|since|to)\b", mean.unclear),
    (r"\b0{1,2}:\d\d(?::\d\d)? (?:after|before|into)\b", mean.unclear),
    (rf"\bfor (?:about )?(?:an?|{_amount}) {UNIT}\b|\b(?:until|till|to) now\b", mean.unclear),
    (rf"\b(?:half|quarter|{_amount}) past\b|\bquarter (?:to|before)\b", mean.unclear),
    (r"\bweek(?:end)? (?:of|on|from|beginning|commencing|starting|ending)\b", mean.unclear),
    (r"\b(?:fiscal|financial|academic) year\b|\bFY ?\d+", mean.unclear),
    (rf"\b(?:{HOLIDAYS})\b(?!(?: \w+)?,? {_year})", mean.unclear),
    (r"\bhalf (?:" + "|".join(NUMBERS[1:]) + r")\b|\b(?:D|T) ?[+-] ?\d+\b", mean.unclear),
    (r"\b(?:EST|IST)(?= \d)", mean.unclear),
    (r"\band \d{1,2} minutes\b|\bat \d{1,2} (?:hours|hrs)\b|^\+\d\S*|(?<!\w)'\d\d\b", mean.unclear),
    (r"\bweek ?-? ?end\b", mean.unclear),
    (rf"\bwithin (?:\w+ ){{1,2}}{UNIT}\b|\b{UNIT} from (?=\d|{_month})", mean.unclear),
    (r"(?<=[\dm] )in (?-i:(?P<city>[A-Z]\w+(?: [A-Z]\w+)?))", mean.there),
    (r"\b(?:their|his|her|my|your) (?:local )?time\b", mean.unclear),
    (r"\b(?:by|before|until) (?:the )?"
     r"(?:close of business|end of (?:the )?(?:business )?day|eod|cob)\b", mean.kind("before")),
    (r"\b(?:on|at) or before\b", mean.kind("before")),
    (r"\b(?:on|at) or after\b", mean.kind("after")),
    (r"\bmidnight\b", mean.kind("open", FIRST_OR_LAST)),
    (rf"\b(?P<first>{_day}){_join}(?P<day>{_day}) (?:of )?(?P<month>{_month})(?:,? (?P<year>{_year}))?", mean.days),
    (rf"\b(?P<month>{_month}) (?P<first>{_day}){_join}(?P<day>{_day})(?! ?[ap]\.?m)(?:,? (?P<year>{_year}))?",
     mean.days),
    (rf"\b(?P<day>{_day})[ -](?:of )?(?P<month>{_month})(?:,?[ -](?P<year>{_year}))?", mean.date),
    (rf"\b(?P<month>{_month})[ -](?:the )?(?P<day>{_day})(?! ?[ap]\.?m)(?:,? (?P<year>{_year}))?", mean.date),
    (rf"\b(?P<year>{_year})[ -](?P<month>{_month})[ -](?P<day>{_day})", mean.date),
    (rf"\b(?P<month>{_month}),? (?:of )?(?P<year>{_year})", mean.date),
    (r"\b(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)", mean.date),
    (r"\b(?P<year>(?:19|20|21)\d\d)-(?P<month>0[1-9]|1[0-2])(?![\w:-])", mean.date),
    (r"\b(?P<one>\d{1,2})(?P<sign>[-/.])(?P<two>\d{1,2})[-/.](?P<year>\d{4}|\d\d)\b(?!\.\d)", mean.numeric),
    (r"(?<![\w./-])(?P<one>\d{1,2})/(?P<two>\d{1,2})(?![\w/])", mean.day_and_month),
    (r"(?<![\w./-])(?P<one>\d{1,2})\.(?P<two>\d{1,2})\.(?!\d)", mean.day_and_month),
    (r"\b(?P<year>(?:19|20|21)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])\b", mean.date),
    (rf"\b{_clock}(?: ?(?:hrs|hours|h)\b(?! (?:of|after|before|later|earlier|ago|to|and))|(?=(?-i:Z)\b))", mean.time),
    (rf"(?<![\d:.-]){_clock}(?= ?(?:UTC|GMT)\b)", mean.time_or_year),
    (rf"\b(?P<month>{_month})(?!\w)", mean.month_alone),
    (rf"\b(?P<year>{_year})(?!\.\d)", mean.year_alone),
    (r"\b(?P<day>\d{1,2}(?:st|nd|rd|th))\b", mean.date),
    (rf"\b{_hour}:(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,](?P<fraction>\d{{1,9}}))?)?(?![\d:]){_half}?", mean.time),
    (rf"\b{_hour}\.(?P<minute>\d\d){_half}", mean.time),
    (r"(?:(?<=\bat )|(?<=\bklo )|(?<=pukul ))"
     r"(?P<hour>[012]?\d)\.(?P<minute>[0-5]\d)(?![\w%.])(?! ?(?:%|[kMG]?B\b|ms\b|s\b|x\b))", mean.time),
    (rf"\b{_hour}(?: o'clock)?{_half}", mean.time),
    (r"\b(?P<hour>\d\d)h(?P<minute>\d\d)\b", mean.time),
    (r"\b(?:12 )?(?:noon|midday)\b", mean.kind("time", SaidTime(12, 0))),
    (rf"\b{_weekday}\b", lambda match: [("weekday", DAY_OF[match[0].casefold()])]),
    (r"\bday before yesterday\b", mean.kind("from_today", -2)),
    (r"\byesterday\b", mean.kind("from_today", -1)),
    (r"\btoday\b|\bthis (?=(?:morning|afternoon|evening)\b)", mean.kind("from_today", 0)),
    (r"\btonight\b", lambda _: [("from_today", 0), ("part", "night")]),
    (r"\btomorrow\b", mean.kind("from_today", 1)),
    (r"\b(?:morning|afternoon|evening|night)\b", lambda match: [("part", match[0].casefold())]),
    (r"\bor (?:earlier|before)\b|\bat the latest\b", mean.kind("or_before")),
    (r"\b(?:or|and) (?:later|after)\b|\bat the earliest\b|\bonwards\b", mean.kind("or_after")),
    (rf"\b(?:{AFTER})\b", mean.kind("after")),
    (rf"\b(?:{BEFORE})\b", mean.kind("before")),
    (rf"\b(?:{ABOUT})\b\.?|~", mean.kind("about")),
    (r"(?<=[\dm])-?ish\b|\bor so\b|±|\+/?-", mean.kind("or_so")),
    (r"\bbetween\b", mean.kind("between")),
    (r"\bfrom\b", mean.kind("from")),
    (r"\band\b", mean.kind("and")),
    (rf" ?-(?=\W|\d|{_month}|{_weekday}\b) ?|\b(?:to|through)\b", mean.kind("to")),
    (rf"(?<![\w.:/])(?<![a-z]-){_hour}(?P<clock> o'clock)?(?!(?!ish\b)\w|[:/]|[.,]\d| {UNIT}\b)", mean.bare),
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
_PASSED_OVER = re.compile(rf"\b(?:{FILLER}|{ARTICLES})\b", _FLAGS)
