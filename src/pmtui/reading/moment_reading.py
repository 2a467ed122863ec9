"""What the words of a time mean.

The rules, beside those of `read_moment`:

- Other languages are put into words of English first, by `moment_languages`.
- Words that no rule knows are passed over; where they may say something of the time they are asked about.
- Nothing is guessed: what has two readings has no `at`, and `ask` says what is open.  So with a bare hour from 1 to 12
  ("between 9 and 10"), unless am, pm, a part of the day, the other end of the period or a leading zero settles it.
  "9:30" is half past nine in the morning.  Midnight is asked for, because it ends one day and begins another.
- `ask` beside an `at` names what was left out: a number that stands by the time, or what lies behind the cut.
- In dates of numbers with dots the day stands first; with other signs they are asked for where both can be the month.
- A date without a year is in the year of the first day; near the turn of a year it is asked for.
- A weekday must agree with its date; alone it is the first day, or it is asked for.
- The two ends of a period share date, year, zone and am or pm.  A time of day that lies before its beginning is on the
  next day where that makes twelve hours at most.  Of ends that are said to different precision, two times of day have
  the finer one, others the coarser one with a question.
- Parts of the day and words such as "early" are not kept in `at`: a day or month is what they are precise to.
- Letters of a zone are those of the given zone where its clocks show them then; else their place is in a table.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pmtui.reading.languages.elsewhere import ELSEWHERE
from pmtui.reading.moment_instant import Ground, Said, Unclear, instant
from pmtui.reading.moment_languages import Said as SaidElsewhere
from pmtui.reading.moment_languages import strange, translations
from pmtui.reading.moment_periods import period, stamp
from pmtui.reading.moment_relative import relative
from pmtui.reading.moment_tokens import beside, tokens
from pmtui.reading.moment_words import DAY_NAMES, LONGEST, SaidDate, SaidTime, Token, masked, plain
from pmtui.reading.moments import Moment, Open
from pmtui.reading.zones import place, spelling

if TYPE_CHECKING:
    from datetime import date

NO_TIME = "No time was understood."
NO_DAY = re.compile(r"\b(?:Q[1-4]|[HW]\d\d?)\b", re.IGNORECASE | re.ASCII)
NEAR = 0.82
"""How alike a word and the name of a day or month are that it may be a slip of (`difflib`'s ratio)."""
POINTS = {"date", "time", "weekday", "from_today"}
UNKNOWN = {"unknown", "not known", "don't know", "do not know", "no idea", "nobody knows"}
ALWAYS_A_ZONE = {"UTC", "GMT"}


def understand(words: str, *, zone: str, first_day: date | None, spoken_on: date | None) -> Moment:
    """What `read_moment` promises."""
    zone = spelling(place(zone))
    text = plain(words)
    if text.casefold().strip(" .?!") in UNKNOWN:
        return Moment(words, basis="unknown")
    try:
        moment = replace(_in_any_language(text, Ground(zone, first_day, spoken_on)), words=words)
    except Unclear as question:
        return Moment(words, ask=str(question))
    if len(words) > LONGEST and not moment.ask:
        return replace(moment, ask=f"Only the first {LONGEST} characters were read; does a time stand behind them?")
    return moment


def _in_any_language(text: str, ground: Ground) -> Moment:
    found = [_translated(said, text, ground) for said in translations(text)]
    if not found:
        moment = _read(masked(text), text, ground)
        word = None if moment.relative_to else strange(text, beside(text))
    else:
        moment, word = found[0]
    if any(other != moment for other, _ in found):
        raise Unclear("That can be read in more than one language; write the date as 2026-03-14 and the time as 14:05.")
    if word and not moment.ask:
        return replace(moment, ask=f'What does "{word}" say of the time? It was left out.')
    return moment


def _translated(said: SaidElsewhere, text: str, ground: Ground) -> tuple[Moment, str | None]:
    """What was `said` means, and a word that was left out and may belong to it."""
    if said.text.casefold().strip(" .?!") in UNKNOWN:
        return Moment("", basis="unknown"), None
    if said.questions:
        raise Unclear(f'"{said.questions[0]}" is not read as a time; write the day and the time, or both ends.')
    moment = _read(masked(said.text), said.text, ground)
    if moment.relative_to:
        # What is named is named in the words of the text.
        to = moment.relative_to["to"]
        start = said.origin[said.text.rindex(to)]
        return replace(moment, relative_to=moment.relative_to | {"to": text[start:].strip(" .,;:")}), None
    known = said.language.thorough and said.evidence[0] > 1
    odd = [word for word in beside(said.text) if word.isdigit() or word.casefold() in ELSEWHERE or not known]
    return moment, odd[0] if odd else None


def _read(text: str, original: str, ground: Ground) -> Moment:
    found = _hours(tokens(text))
    if moment := relative(text, original, is_time=_says_a_time):
        return replace(moment, basis="estimated" if any(token.kind == "about" for token in found) else None)
    for token in found:
        if token.kind == "open":
            raise Unclear(str(token.value))
    if not any(token.kind in POINTS for token in found):
        raise Unclear(NO_TIME)
    _ask_about_slips(text)
    first, last = _ends(found)
    trails = _day_trails(last)
    moment = period(_collect(first), _collect(last), ground, day_trails=trails) if last else _point(first, ground)
    counts = [token.text for token in found if token.kind in ("hour", "count")]
    ask = moment.ask or (f"Is {counts[0]} a part of the time? It was left out." if counts else None)
    return replace(moment, ask=ask, basis="estimated" if _estimated(found) else None)


def _says_a_time(text: str) -> bool:
    return any(token.kind in POINTS for token in _hours(tokens(text)))


def _ask_about_slips(text: str) -> None:
    """Ask about words that change the day where one knows what they mean: a slip of the pen, a quarter, a week."""
    from difflib import get_close_matches

    if part := NO_DAY.search(text):
        raise Unclear(f"Which days are {part[0]}? Write the first and the last, such as 2026-04-01 to 2026-06-30.")
    for word in re.findall(r"[a-z]{5,}", text.casefold()):
        near = [name for name in DAY_NAMES if abs(len(name) - len(word)) <= 1]
        if word not in DAY_NAMES and (close := get_close_matches(word, near, n=1, cutoff=NEAR)):
            raise Unclear(f"Is {word} {close[0]}? Write it so that it can be read.")


def _hours(found: list[Token]) -> list[Token]:
    """`found` with numbers that are said as hours as times: "at 9", "between 9 and 10", "9 UTC", "9" alone."""
    result: list[Token] = []
    for index, token in enumerate(found):
        before = found[index - 1].kind if index and not token.loose_before else None
        after = found[index + 1].kind if index + 1 < len(found) and not token.loose_after else None
        announced = (
            token.kind == "hour"
            or before in {"about", "before", "after", "between", "from", "to", "and", "date", "weekday", "from_today"}
            or after in {"to", "and", "zone", "or_before", "or_after", "or_so"}
            or (len(found) == 1 and not token.loose_before)
        )
        if before == "date" and token.kind == "count" and after is None and not found[index - 1].value.year:
            raise Unclear(f"Is {token.text.strip()} a year or an hour? Write it as 2026-03-14 14:00.")
        is_hour = isinstance(token.value, SaidTime) and announced and not token.loose_after
        result.append(token._replace(kind="time") if is_hour else token)
    return result


def _ends(found: list[Token]) -> tuple[list[Token], list[Token]]:
    """What is said of the beginning and of the end of a period; of a point in time all, and nothing."""
    for index, token in enumerate(found):
        left, right = found[:index], found[index + 1 :]
        joins = (
            token.kind == "to"
            or token.text.casefold() in ("until", "till")
            or (token.kind == "and" and any(other.kind == "between" for other in left))
        )
        if (
            joins
            and left
            and _is_point(right)
            and left[-1].kind in POINTS | {"zone", "part"}
            and not token.loose_before
        ):
            return left, right if not token.loose_after else []
    return found, []


def _is_point(found: list[Token]) -> bool:
    """Whether a point in time stands next in `found`, "about" aside."""
    if found and found[0].kind == "about" and not found[0].loose_after:
        found = found[1:]
    return bool(found) and found[0].kind in POINTS and not found[0].loose_before


def _estimated(found: list[Token]) -> bool:
    for index, token in enumerate(found):
        leads = token.kind == "about" and not token.loose_after
        if leads and (_is_point(found[index:]) or _bound(found[index + 1 : index + 3])):
            return True
        if token.kind == "or_so" and not token.loose_before and index and found[index - 1].kind in POINTS | {"zone"}:
            return True
    return False


def _bound(found: list[Token]) -> Open | None:
    """Whether the point in time in `found` is the latest or the earliest one.  Raises `Unclear`."""
    bounds: set[Open] = set()
    for index, token in enumerate(found):
        leads = token.kind in ("before", "after", "from") and _is_point(found[index + 1 :])
        follows = token.kind in ("or_before", "or_after") and index > 0 and not token.loose_before
        if leads or follows:
            bounds.add("before" if token.kind in ("before", "or_before") else "after")
    if len(bounds) > 1:
        raise Unclear("Before it or after it? Write one, or both ends as 9:00-9:30.")
    return bounds.pop() if bounds else None


def _collect(found: list[Token]) -> Said:
    """What is said of the one point in time that is in `found`.  Raises `Unclear` where there are two."""
    said = Said()
    for index, token in enumerate(found):
        value = token.value
        if token.kind == "part" and not _beside(found, index, POINTS):
            continue
        if token.kind == "zone" and getattr(value, "kind", "") == "letters" and not _counts_as_zone(found, index):
            continue
        if token.kind not in POINTS | {"zone", "part"}:
            continue
        earlier = getattr(said, token.kind)
        if isinstance(value, SaidDate) and isinstance(earlier, SaidDate):
            value = _joined(earlier, value)
        elif earlier is not None and earlier != value:
            first = next(other for other in found if other.kind == token.kind)
            raise Unclear(f"{first.text.strip()} or {token.text.strip()}: which one is meant?")
        said = replace(said, **{token.kind: value})
    return said


def _counts_as_zone(found: list[Token], index: int) -> bool:
    # ADT and CAT are also other things than zones where no time stands beside them.
    return getattr(found[index].value, "name", "") in ALWAYS_A_ZONE or _beside(found, index, POINTS | {"part", "zone"})


def _beside(found: list[Token], index: int, kinds: set[str]) -> bool:
    token = found[index]
    before = index > 0 and not token.loose_before and found[index - 1].kind in kinds
    return before or (index + 1 < len(found) and not token.loose_after and found[index + 1].kind in kinds)


def _joined(one: SaidDate, two: SaidDate) -> SaidDate:
    if any(a is not None and b is not None and a != b for a, b in zip(one, two, strict=True)):
        raise Unclear("Two dates are said; which one is meant?")
    return SaidDate(*(a if a is not None else b for a, b in zip(one, two, strict=True)))


def _point(found: list[Token], ground: Ground) -> Moment:
    if any(token.kind == "between" and _is_point(found[i + 1 :]) for i, token in enumerate(found)):
        raise Unclear("Between this time and which other? Write both ends as 9:00-9:30.")
    point, bound = instant(_collect(found), ground), _bound(found)
    said_at = stamp(point.at)
    at, until = (None, said_at) if bound == "before" else (said_at, None)
    return Moment("", at=at, until=until, open=bound, precision=point.precision, zone=point.zone)


def _day_trails(found: list[Token]) -> bool:
    """Whether the day is said behind the time, where it can speak of both ends: "9:00 to 9:30 on 1 March"."""
    kinds = [token.kind for token in found if token.kind in POINTS]
    return "time" in kinds and kinds[0] == "time"
