"""What a text can say of a time: patterns, and what each means.  `moment_tokens` reads a text with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.reading import moment_meanings as mean
from pmtui.reading import moment_places as places
from pmtui.reading import moment_spans as spans
from pmtui.reading import moment_spoken as spoken
from pmtui.reading.moment_words import (
    ABOUT,
    AFTER,
    BEFORE,
    DAY_OF,
    FIRST_OR_LAST,
    HOLIDAYS,
    MONTH_OF,
    NUMBERS,
    OTHER,
    PERIOD,
    SEASON,
    SINCE,
    THINGS,
    UNIT,
    UNKNOWN_LETTERS,
    UNTIL,
    VERSIONS,
    SaidTime,
    SaidZone,
)  # fmt: skip
from pmtui.reading.zones import LETTERS

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable

    from pmtui.reading.moment_words import Meaning

NO_CITY = "US |UK |The |At |Pacific|Central|Eastern|Mountain"
NO_ZONE = (
    "AT|SAT|OCT|SEPT|NEXT|LAST|BUT|IT|YET|GET|JUST|NOT|OUT|ACT|BOT|GPT|CERT|TEST|CHAT|ROOT|GIT|JWT|IOT|IRT|LIST|POST|PUT|"
    "STAT|REST"
)
_month = "(?:" + "|".join(sorted(MONTH_OF, key=len, reverse=True)) + r")\b\.?"
_weekday = "(?:" + "|".join(sorted(DAY_OF, key=len, reverse=True)) + ")"
_day = r"\d{1,2}(?:st|nd|rd|th)?(?!\w|:\d)"
_year = r"(?:19|20|21)\d\d(?!\w|:\d)"
_half = r"(?: ?(?P<half>[ap]\.?m\.?)(?!\w)|,? (?:in the (?P<part>morning|afternoon|evening)|at (?P<night>night))\b)"
_amount = r"(?:\d{1,2}|" + "|".join(NUMBERS[1:]) + ")"
_hour = f"(?P<hour>{_amount})"
_minutes = f"(?:a )?(?P<minutes>quarter|half|twenty(?:[- ]five)?|{_amount})"
_no_more = rf"(?!\w|[:.]\d| (?:{UNIT}|{_month}))"
_as_minutes = " min(?:ute)?s?"
_on_the_clock = rf"{_hour}(?: o'clock)?(?:{_half}|{_no_more})"
_hour_in_words = rf"(?P<hour>{'|'.join(NUMBERS[1:])})\b{_no_more}"
_behind_word = "|".join(f"(?<={word})" for word in (*NUMBERS[1:], "noon", "midday", "clock"))
_join = r" ?(?:-|/|to|and|until|till|through) ?"
_behind_time = r"(?:(?<=[\dm] )|(?<=m\. )|(?<=[\dm] [(]))"
_letters = "|".join(LETTERS)
_clock = r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)"
_ordinal = r"(?P<number>first|second|third|fourth|last|[1-4](?:st|nd|rd|th)|I{1,3}|IV)"
_of_year = r"(?:[ ,/-]| of |, )*(?:the year )?(?P<year>(?:19|20|21)\d\d)(?![\w:]|[-/.]\d)"
_no_number = rf"\d{{4}}-\d\d-\d\d|\d{{1,2}}:\d\d|{_day} (?:of )?{_month}|\d{{1,2}}(?:[.:]\d\d)? ?[ap]\.?m\b"
_no_name = rf"UTC|GMT|KW|CW|WK|FY|TH|AM|PM|(?i:{_month}|{_weekday})|{'|'.join(LETTERS)}"

Rule = tuple[str, "Callable[[re.Match[str]], Iterable[Meaning]]"]

ZONES: tuple[Rule, ...] = (
    (r"(?P<place>(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)/[\w/+-]*\w)",
     lambda match: [("zone", SaidZone("place", match["place"]))]),
    (r"(?<=[\dm] )(?P<place>(?-i:[A-Z][a-z]+/[A-Z]\w+))", lambda match: [("zone", SaidZone("place", match["place"]))]),
    (r"(?:(?:UTC/GMT|GMT/UTC|UTC|GMT) ?(?P<sign>[+-]) ?(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?(?![\w:]))",
     places.offset),
    (rf"(?<=[\w)]) ?[+-] ?(?:\d{{1,4}}(?:[.,]\d+)? ?-?(?:{UNIT}|[smhdw])\b|(?:an?|{'|'.join(NUMBERS[1:])}) {UNIT}\b)",
     mean.unclear),
    (r"(?:(?<=[\dm.]) |(?<=[A-Z] [(]))(?P<sign>[+-])(?P<hours>\d\d):?(?P<minutes>\d\d)(?![\w:])", places.offset),
    (r"(?<=:\d\d) (?P<sign>-)(?P<hours>0\d|1[0-2])(?![\w:.])", places.offset),
    (r"(?<=[\dm]) ?(?P<sign>\+)(?P<hours>\d\d)(?::?(?P<minutes>\d\d))?(?![\w:])", places.offset),
    (r"(?<=\d) ?(?-i:Z)\b", mean.kind("zone", SaidZone("place", "UTC"))),
    (r"(?<=[\dm] )(?:zulu|(?-i:UT|TU))\b", mean.kind("zone", SaidZone("place", "UTC"))),
    (r"\b(?P<name>" + "|".join(sorted(places.FULL_NAMES, key=len, reverse=True)) + r") time\b", places.full_name),
    (r"\b(?P<local>pacific|mountain|central|eastern) (?P<season>standard|daylight)(?: time)?\b", places.local),
    (r"\b(?:US |North American )?(?P<local>pacific|mountain|central|eastern) time\b", places.local),
    (rf"\b(?P<local>pacific|PT|MT|CT|ET)\b|{_behind_time}(?P<local_too>eastern|central|mountain)\b", places.local),
    (rf"\b(?-i:(?!{NO_CITY})(?P<city>[A-Z]\w+(?: [A-Z]\w+)?)) time\b", places.city),
    (rf"{_behind_time}(?!(?:local|the|this|that|it|first|real|standard|daylight)\b)[a-z]+ time\b",
     places.unknown_zone),
    (rf"{_behind_time}(?-i:{UNKNOWN_LETTERS})\b", places.unknown_zone),
    (r"\b(?P<letters>" + "|".join(LETTERS) + r")\b", places.letters),
    (rf"{_behind_time}(?-i:(?!(?:{NO_ZONE})\b)[A-Z]{{1,3}}T)\b", places.unknown_zone),
    (r"(?<=[\dm] )in (?-i:(?P<city>[A-Z]\w+(?: [A-Z]\w+)?))", places.there),
)  # fmt: skip

SPOKEN: tuple[Rule, ...] = (
    (rf"\b{_minutes}(?:{_as_minutes})? (?P<way>past) {_on_the_clock}", spoken.time),
    (rf"\b(?:(?:a )?(?P<minutes>quarter|twenty(?:[- ]five)?)(?:{_as_minutes})?|(?P<counted>{_amount}){_as_minutes})"
     rf" (?P<way>to) {_on_the_clock}", spoken.time),
    (rf"(?<!from )(?<!between )\b(?P<minutes>five|ten) to {_hour_in_words}", spoken.time_or_period),
    (rf"\bhalf {_hour_in_words}", spoken.half_of),
)  # fmt: skip

UNCLEAR: tuple[Rule, ...] = (
    (r"\bnot (?:at |on |in |about |around )?\d\S*|\bnever (?:at|on|in|before|after)\b", mean.unclear),
    (rf"\b(?:{OTHER}) (?:{PERIOD}|{SEASON}|{_weekday})\b|\bday (?:before(?! yesterday)|after|\d+)\b", mean.unclear),
    (r"\b(?:morning|night|evening|eve) (?:after|before|of(?= \d| \w+ \d))\b(?<!morning of)(?<!evening of)(?<!night of)",
     mean.unclear),
    (r"\b(?:daily|nightly|hourly|weekly|monthly)\b", mean.unclear),
    (rf"\b{UNIT} (?:later|earlier|ago|before(?! yesterday)|after|prior|past|since|to)\b", mean.unclear),
    (r"\b0{1,2}:\d\d(?::\d\d)? (?:after|before|into)\b", mean.unclear),
    (rf"\bfor (?:about )?(?:an?|{_amount}) {UNIT}\b|\b(?:until|till|to) now\b", mean.unclear),
    (rf"\b(?:half|quarter|{_amount}) past\b|\bquarter (?:to|before)\b", mean.unclear),
    (rf"(?<!from )(?<!between )(?<![\w:.-])(?:[1-9]|1[0-2]|15|2[05]|{'|'.join(NUMBERS[1:])}) to (?=\d{{1,2}}[:.]\d\d)",
     mean.unclear),
    (rf"\b(?:{SEASON})(?: of)?,? (?:the year )?'?\d\d+(?:[-/]\d+)?", mean.unclear),
    (r"(?<=\d\d-\d\d )\d\d-\d\d(?![\d:-])", mean.unclear),
    (rf"\b(?:fiscal|financial|academic|school) year\b|\bFY ?'?\d+|\b(?:{HOLIDAYS})\b(?!(?: \w+)?,? {_year})",
     mean.unclear),
    (r"\b(?:D|T) ?[+-] ?\d+\b|\b(?:EST|IST)(?= \d)", mean.unclear),
    (r"\band \d{1,2} minutes\b|\bat \d{1,2} (?:hours|hrs)\b|^\+\d\S*|(?<!\w)'\d\d\b|\bweek ?-? ?end\b", mean.unclear),
    (rf"\bwithin (?:\w+ ){{1,2}}{UNIT}\b|\b{UNIT} from (?=\d|{_month})", mean.unclear),
    (r"\b(?:their|his|her|my|your) (?:local )?time\b|/ ?P(?:T?\d+[YMDHSW])+\b", mean.unclear),
    (rf"[<>≤≥]=? ?(?=\d|{_month})|\b(?:to|from|until) \?|\? ?(?:-|to\b)|- ?\?", mean.unclear),
    (r"\b(?:until|till|to|through) at least\b|\bturn of the\b", mean.unclear),
    (r"\b(?:no|non|nicht|niet|pas|nie|ikke|inte|x) (?:before|after|until|since|by|shortly)\b", mean.unclear),
    (r"\b(?:since|until|from|by) (?:before|after)\b|\b(?:EO[YMQW]|[YMQ]TD|ending)\b", mean.unclear),
    (rf"\b(?:{OTHER}|this) {_month}|\bthis (?:year|quarter|month|week)\b", mean.unclear),
    (r"\b(?:year|quarter|month|week)s? (?:ended|to)\b", mean.unclear),
    (rf"\b{_weekday} (?:before|after|following|preceding|prior)\b", mean.unclear),
    (r"(?<=:\d\d) ?-\d{1,2}(?![\d:.h/])(?! ?(?:[ap]\.?m\b|o'clock))", mean.unclear),
    (rf"\b(?:[a-z]+-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
     rf"[a-z]+teenth|[a-z]+tieth) (?:day )?(?:of )?{_month}", mean.unclear),
)  # fmt: skip

SPANS: tuple[Rule, ...] = (
    (rf"\bQ(?P<first>[1-4]) ?(?:-|to|and|through|/) ?Q(?P<number>[1-4]){_of_year}", spans.quarters),
    (rf"\b(?:Q(?P<number>[1-4])|{_ordinal.replace('number', 'named')} quarter){_of_year}", spans.quarter),
    (r"\b(?P<year>(?:19|20|21)\d\d)[ -]?Q(?P<number>[1-4])\b", spans.quarter),
    (rf"\b(?:H(?P<number>[12])|(?P<before>[12])H|{_ordinal.replace('number', 'named')} half){_of_year}", spans.half),
    (r"\b(?P<year>(?:19|20|21)\d\d)[ -]?H(?P<number>[12])\b", spans.half),
    (r"\b(?P<year>(?:19|20|21)\d\d)-?W(?P<number>\d\d)(?:-?(?P<day>[1-7]))?(?![\w-])", spans.week),
    (rf"\b(?:KW|CW|W|calendar week|ISO week) ?-?(?P<number>\d\d?)(?!\d){_of_year}", spans.week),
    (rf"\bweek (?:of|beginning|commencing|starting)(?: on)? (?:the |monday,? )?"
     rf"(?P<day>{_day}) (?:of )?(?P<month>{_month}),? (?P<year>{_year})", spans.week_of),
    (rf"\bweek (?:of|beginning|commencing|starting)(?: on)? (?:monday,? )?"
     rf"(?P<month>{_month}) (?P<day>{_day}),? (?P<year>{_year})", spans.week_of),
    (r"\bweek(?:end)? (?:of|on|from|beginning|commencing|starting|ending)\b", mean.unclear),
    (r"\b(?:Q[1-4]|[1-4]Q|H[12]|[12]H)\b(?: ?'?\d\d\b)?", mean.which_days),
    (r"\b(?:(?:weeks?|wks?|KW|CW|W)\.? ?-?\d\d?|S\d\d?(?= (?:19|20)\d\d))\b",
     mean.which_days),
    (rf"\b{_ordinal.replace('number', 'named')} (?:quarter|half|week)\b", mean.which_days),
)  # fmt: skip

DATES: tuple[Rule, ...] = (
    (rf"\b(?P<day>\d\d)(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d) ?(?-i:(?P<letter>[A-Z]))? ?"
     rf"(?P<month>{_month}),? ?(?P<year>\d{{4}}|\d\d)\b", spans.field_stamp),
    (rf"\b(?P<first>{_day}){_join}(?P<day>{_day}) (?:of )?(?P<month>{_month})(?:,? (?P<year>{_year}))?", mean.days),
    (rf"\b(?P<month>{_month}) (?P<first>{_day}){_join}(?P<day>{_day})(?! ?[ap]\.?m)(?:,? (?P<year>{_year}))?",
     mean.days),
    (rf"\b(?P<day>{_day})[ -](?:of )?(?P<month>{_month})(?:,?[ -](?P<year>{_year}))?", mean.date),
    (rf"\b(?P<month>{_month})[ -](?:the )?(?P<day>{_day})(?! ?[ap]\.?m)(?:,? (?P<year>{_year}))?", mean.date),
    (rf"\b(?P<year>{_year})[ -](?P<month>{_month})[ -](?P<day>{_day})", mean.date),
    (rf"\b(?P<month>{_month}),?[ -](?:of )?(?P<year>{_year})", mean.date),
    (r"\b(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)", mean.date),
    (r"\b(?P<year>(?:19|20|21)\d\d)-(?P<month>0[1-9]|1[0-2])(?![\w:-])", mean.date),
    (r"(?<!\d\.)\b(?P<one>\d{1,2})(?P<sign>[-/.])(?P<two>\d{1,2})[-/.](?P<year>\d{4}|\d\d)\b(?!\.\d)", mean.numeric),
    (r"(?<![\w./-])(?P<month>0?[1-9]|1[0-2])[/.](?P<year>(?:19|20)\d\d)(?![\w/]|[.-]\d)", mean.month_and_year),
    (r"(?<![\w./-])(?P<one>\d{1,2})/(?P<two>\d{1,2})(?![\w/])", mean.day_and_month),
    (r"(?<![\w./-])(?P<one>\d{1,2})\.(?P<two>\d{1,2})\.(?!\d)", mean.day_and_month),
    (r"\b(?P<year>(?:19|20|21)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])\b", mean.date),
    (rf"\b{_clock}(?: ?(?:hrs|hours|h)\b(?! (?:of|after|before|later|earlier|ago|to|and))|(?=(?-i:Z)\b))", mean.time),
    (rf"(?<=\bat ){_clock}(?=$|[,;.)-](?!\d\d?\b)| (?:on|to|until|and|-)\b| -| ?(?-i:[A-Z]{{2,5}})\b)",
     mean.time_or_year),
    (rf"(?<![\d:.-]){_clock}(?= ?(?:UTC|GMT)\b)", mean.time_or_year),
    (rf"\b(?P<month>{_month})(?!\w)", mean.month_alone),
    (rf"\b(?P<year>{_year})(?!\.\d)", mean.year_alone),
    (r"\b(?P<day>\d{1,2}(?:st|nd|rd|th))\b", mean.date),
)  # fmt: skip

TIMES: tuple[Rule, ...] = (
    (r"(?<![\d:.])(?P<hour>[01]\d|2[0-3]):(?P<minute>\d\d)-(?P<hour_two>\d\d)(?P<between>:?)(?P<minute_two>\d\d)?"
     r"(?![\d:.])(?! ?[ap]\.?m)", places.until_or_offset),
    (rf"\b{_hour}:(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,](?P<fraction>\d{{1,9}}))?)?(?![\d:]){_half}?", mean.time),
    (rf"\b{_hour}\.(?P<minute>\d\d){_half}", mean.time),
    (rf"(?<![\w.:]){_hour}\.(?P<minute>[0-5]\d)(?=(?: ?-|,? (?:to|and|until|till)) ?\d{{1,2}}\.[0-5]\d ?[ap]\.?m\b)",
     mean.time),
    (rf"(?<![\w.:]){_hour}\.(?P<minute>[0-5]\d)(?= ?[(]?(?-i:{_letters})\b)", mean.time),
    (r"(?<![\w.:])(?P<hour>\d{1,2})(?P<minute>[0-5]\d) ?(?P<half>[ap]\.?m\.?)(?!\w)", mean.time),
    (r"(?:(?<=\bat )|(?<=\bklo )|(?<=pukul ))"
     r"(?P<hour>[012]?\d)\.(?P<minute>[0-5]\d)(?![\w%.])(?! ?(?:%|[kMG]?B\b|ms\b|s\b|x\b))", mean.time),
    (rf"(?<![\w.:/]){_clock}(?![\w:./]|-(?!{_clock.replace('hour', 'hours').replace('minute', 'minutes')}\b))",
     mean.compact_time),
    (r"(?<![\w.:/])(?P<hour>\d{1,2}) ?h\b", mean.hour_of_day),
    (rf"\b{_hour}(?: o'clock)?{_half}", mean.time),
    (r"\b(?P<hour>\d\d)h(?P<minute>\d\d)\b", mean.time),
    (r"\b(?:12 )?(?:noon|midday)(?:\b|(?=ish\b))", mean.kind("time", SaidTime(12, 0))),
    (r"\bmidnight\b", mean.kind("open", FIRST_OR_LAST)),
)  # fmt: skip

DAYS: tuple[Rule, ...] = (
    (rf"\b{_weekday}\b", lambda match: [("weekday", DAY_OF[match[0].casefold()])]),
    (r"\bday before yesterday\b", mean.kind("from_today", -2)),
    (r"\byesterday\b", mean.kind("from_today", -1)),
    (r"\btoday\b|\bthis (?=(?:morning|afternoon|evening)\b)", mean.kind("from_today", 0)),
    (r"\btonight\b", lambda _: [("from_today", 0), ("part", "night")]),
    (r"\btomorrow\b", mean.kind("from_today", 1)),
    (r"\b(?:early|small) hours(?: of)?\b", mean.kind("part", "morning")),
    (r"\b(?:morning|afternoon|evening|night)\b", lambda match: [("part", match[0].casefold())]),
)  # fmt: skip

BOUNDS: tuple[Rule, ...] = (
    (r"\b(?:by|before|until) (?:the )?"
     r"(?:close of business|end of (?:the )?(?:business )?day|eod|cob)\b", mean.kind("before", "whole")),
    (r"(?<=\d)(?: ?- ?| (?:to|until|through) )(?:the )?date\b(?! of)", mean.kind("or_after")),
    (r"(?<=[\w)])(?: ?- ?| (?:to|until|through) )(?:the )?(?:present(?: day)?|ongoing)\b", mean.kind("or_after")),
    (r"(?<=\b(?:19|20)\d\d)(?: ?-(?= ?(?:$|[,;)]))|\+(?!\d))", mean.kind("or_after")),
    (rf"\bpre[- ](?=the )?(?={_year}|{_month})", mean.kind("before", "")),
    (rf"\bpost[- ](?={_year}|{_month})", mean.kind("after", "")),
    (r"\bup to there\b", mean.kind("or_before", "closes")),
    (rf"\b(?:{SINCE.format(month=_month)})(?! that\b)\b", mean.kind("after", "whole")),
    (rf"\b(?:{UNTIL})\b|^(?:through|to and including)\b", mean.kind("before", "whole")),
    (r"\b(?:or|and) (?:earlier|before)(?! than)\b|\bat the (?:very )?latest\b", mean.kind("or_before")),
    (r"\b(?:or|and) (?:later|after|thereafter)(?! than)\b|\bat the (?:very )?earliest\b|\bonwards?\b",
     mean.kind("or_after")),
    (rf"\b(?:{AFTER})\b", mean.kind("after", "")),
    (rf"\b(?:{BEFORE})\b", mean.kind("before", "")),
    (rf"\b(?:{ABOUT})\b\.?|~", mean.kind("about")),
    (r"\b(?:the )?(?:very )?(?:end|close|latter part) of(?: the)?(?: month| year)?(?: of)?(?! (?:business|play))\b",
     mean.kind("vague", "end")),
    (r"\byear-end\b", mean.kind("vague", "end")),
    (r"\b(?:the )?(?:very )?(?:beginning|start) of(?: the)?(?: month| year)?(?: of)?\b", mean.kind("vague", "start")),
    (r"\b(?:(?:very )?early|late|(?:the )?(?:middle|course) of)\b|\bmid(?:\b-?|(?=-))", mean.kind("vague", "")),
    (rf"(?:(?<=[\dm])|{_behind_word})-?ish\b|\bor so\b|(?:±|\+/?-) ?\d+(?:[.,]\d+)? ?(?:{UNIT}|[smhd])\b|±|\+/?-",
     mean.kind("or_so")),
    (r"\bbetween\b", mean.kind("between")),
    (r"\bfrom\b", mean.kind("from", "whole")),
    (r"\band\b", mean.kind("and")),
    (rf" ?-(?=\W|\d|{_month}|{_weekday}\b) ?|\b(?:to and including|to|through)\b", mean.kind("to")),
)  # fmt: skip

THINGS_WITH_NUMBERS: tuple[Rule, ...] = (
    (r"\b\d{1,2}:\d\d-[a-z]{2,4}-\d+[\w-]*", mean.named),  # a case of a court
    (rf"\b(?:{VERSIONS})[ :]?#?(?!{_no_number})\d[\w/-]*(?:\.\w+)*(?: of {_year})?", mean.named),
    (rf"\b(?:{THINGS})[ :]?#?(?!{_no_number})\d[\w/-]*(?![\w/]|[.,]\d)(?: of {_year})?", mean.named),
    (rf"(?<![\w./-])(?!(?:mid|early|late|pre|post|{_month}|{_weekday})\b)[a-z]+[a-z0-9.]*(?:-[a-z0-9.]*[a-z0-9]){{2,}}(?<=[^a-z]\w)(?!\w)",
     mean.named),
    (rf"(?<![\w/.])(?-i:(?!(?:{_no_name})\b)[A-Z][A-Z]+[A-Z0-9]*)"
     r"[-_]\d[\w-]*(?:\.\w+)*", mean.named),
)  # fmt: skip

RULES: tuple[Rule, ...] = (
    *THINGS_WITH_NUMBERS,
    *ZONES,
    *SPANS,
    *SPOKEN,
    *UNCLEAR,
    *DATES,
    *TIMES,
    *DAYS,
    *BOUNDS,
    (rf"(?<![\w.:/])(?<![a-z]-){_hour}(?P<clock> o'clock)?(?!(?!ish\b)\w|[:/]|[.,]\d| {UNIT}\b)", mean.bare),
)
"""The first that fits wins."""
