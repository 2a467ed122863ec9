"""What the words of a time mean.

The rules, beside those of `read_moment`:

- Other languages are put into words of English first, by `moment_languages`.
- Every number, sign and word of time is accounted for by what was understood, or it is asked about (`moment_left`).
  Other words that no rule knows are passed over; where they may say something of the time they are asked about.
- Nothing is guessed: what has two readings has no `at`, and `ask` says what is open.  So with a bare hour from 1 to 12
  ("between 9 and 10"), unless am, pm, a part of the day, the other end of the period or a leading zero settles it.
  "9:30" is 9:30 in the morning; "half past nine" is of either half of the day.  Midnight is asked
  for, because it ends one day and begins another.
- `ask` beside an `at` names what was left out and cannot make it wrong: a number by a time or day, what lies behind the
  cut.  What could make it wrong leaves the moment without `at`.
- In dates of numbers with dots the day stands first; with other signs they are asked for where both can be the month.
- A date without a year is in the year of the first day; near the turn of a year, and well after the first day, it is
  asked for.
- A weekday must agree with its date; alone it is the first day, or it is asked for.
- The two ends of a period share date, year, zone and am or pm.  A time of day that lies before its beginning is on the
  next day where that makes twelve hours at most.  Of ends that are said to different precision, two times of day have
  the finer one, others the coarser one with a question.
- "Before" and "after" leave out the day, month or year that they name, "until", "by", "since" and "from" take it in.
- "Early 2020" and the like are about that month or year.  Parts of a day are not kept: they are precise to the day.
- A time that is said twice, on two clocks or in two ways, counts where both are one instant.
- Letters of a zone are those of the given zone where its clocks show them then; else their place is in a table.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pmtui.reading.languages.elsewhere import ELSEWHERE
from pmtui.reading.moment_bounds import LEADS, POINTS, bound, day_trails, ends, estimated, is_point, without_dividers
from pmtui.reading.moment_instant import Ground, Said, Unclear, instant
from pmtui.reading.moment_languages import Said as SaidElsewhere
from pmtui.reading.moment_languages import strange, translations
from pmtui.reading.moment_left import check
from pmtui.reading.moment_periods import period, same_time, stamp
from pmtui.reading.moment_plain import LONGEST, masked, plain, spans_of_numbers
from pmtui.reading.moment_relative import relative
from pmtui.reading.moment_tokens import beside, tokens
from pmtui.reading.moment_twice import pairs, without_one_zone
from pmtui.reading.moment_words import DAY_NAMES, SaidDate, SaidTime, Token
from pmtui.reading.moments import COARSE, Moment, end_of
from pmtui.reading.zones import place, spelling

if TYPE_CHECKING:
    from datetime import date

NO_TIME = "No time was understood."
SECONDS = "Is that a count of seconds since 1970? Write the date and the time that it stands for."
NEAR = 0.82
"""How alike a word and the name of a day or month are that it may be a slip of (`difflib`'s ratio)."""
DAY_KINDS = {"date", "weekday", "from_today"}
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
        text = spans_of_numbers(text)
        moment = _read(masked(text), text, ground)
        word = None if moment.relative_to else strange(text, beside(text))
    else:
        moment, word = found[0]
    if any(other != moment for other, _ in found):
        raise Unclear("That can be read in more than one language; write the date as 2026-03-14 and the time as 14:05.")
    if word:
        raise Unclear(f'What does "{word}" say of the time? Write the day and the time without it.')
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
    found = without_dividers(_hours(tokens(text)))
    if moment := relative(text, original, is_time=_says_a_time):
        return replace(moment, basis="estimated" if any(token.kind == "about" for token in found) else None)
    for token in found:
        if token.kind == "open":
            raise Unclear(str(token.value))
    named = next((token.value for token in found if token.kind == "named"), None)
    if named and not any(token.kind == "date" and token.value.year and token.value.day for token in found):
        raise Unclear(f"Is {named} the name of a thing or a date? Write the date as 3 May 2024.")
    if not any(token.kind in POINTS for token in found):
        raise Unclear(SECONDS if re.search(r"(?<!\d)1\d{9}(?:\d{3})?(?!\d)", text) else NO_TIME)
    _ask_about_slips(text)
    moment = _said_twice(text, found, ground) or _moment(found, ground)
    left = check(text, found, precise=moment.precision not in ("month", "year"), whole_year=moment.precision == "year")
    return replace(moment, ask=moment.ask or left)


def _moment(found: list[Token], ground: Ground) -> Moment:
    """The point or period in time that `found` says.  Raises `Unclear`."""
    first, last = ends(found)
    if last and last[0].span == first[-1].span:
        is_part = any(token.kind == "to" and token.value == "part" for token in found)
        moment = _one_part(first, last, ground, is_part=is_part)
    else:
        moment = _period(first, last, ground) if last else _point(first, ground)
    return replace(moment, basis="estimated" if estimated(found) else None)


def _period(first: list[Token], last: list[Token], ground: Ground) -> Moment:
    for token in (*first, *last):
        if (token.kind in ("or_before", "or_after") and token.value != "closes") or (
            token.kind in LEADS and token.value != "whole"
        ):
            raise Unclear("Before it or after it? Write both ends as 9:00-9:30, or the first or the last alone.")
    return period(_collect(first), _collect(last), ground, day_trails=day_trails(last))


def _one_part(first: list[Token], last: list[Token], ground: Ground, *, is_part: bool) -> Moment:
    """The part of a month or year that is said in one, "1-3 March" or "Q3 2020", or what bounds it."""
    name = last[0].text.strip()
    if vague := next((token for token in first if token.kind == "vague"), None):
        raise Unclear(f'Which days are "{vague.text.strip()} {name}"? Write the first and the last.')
    if any(token.kind == "part" and token.value == "night" for token in first):
        raise Unclear("Which night is meant, and which part of it? Write the date and the time.")
    leaders = [token for token in first if token.kind != "from" or is_part]
    if side := bound(leaders + last):
        if not is_part:
            raise Unclear(f"Is {side.open} the first or the last of {name} meant? Write that day.")
        edge = first[-1] if side.whole == (side.open == "after") else last[0]
        return _point([*first[:-1], edge, *last[1:]], ground)
    return period(_collect(first), _collect(last), ground, day_trails=day_trails(last))


def _said_twice(text: str, found: list[Token], ground: Ground) -> Moment | None:
    """The one moment that `found` says twice; none where it says one once, or two."""
    times = sum(token.kind == "time" for token in found)
    ways = [_with_day(*pair) for pair in pairs(text, found)] if times > 1 else [without_one_zone(found)]
    for way in filter(None, ways):
        try:
            readings = [_moment(half, ground) for half in way]
        except Unclear:
            continue
        if same_time(*readings):
            return readings[0]
    return None


def _with_day(one: list[Token], two: list[Token]) -> list[list[Token]]:
    """Both ways to say a moment, each with the day that is said in one of them."""
    days = [[token._replace(loose_after=False) for token in half if token.kind in DAY_KINDS] for half in (one, two)]
    return [one if days[0] else [*days[1], *one], two if days[1] else [*days[0], *two]]


def _says_a_time(text: str) -> bool:
    return any(token.kind in POINTS for token in _hours(tokens(text)))


def _ask_about_slips(text: str) -> None:
    """Ask about words that change the day where one knows what they mean: a slip of the pen."""
    from difflib import get_close_matches

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


def _collect(found: list[Token]) -> Said:
    """What is said of the one point in time that is in `found`.  Raises `Unclear` where there are two."""
    said = Said()
    for index, token in enumerate(found):
        value = token.value
        if token.kind == "part" and not _beside(found, index, POINTS | {"or_so"}):
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
    if any(token.kind == "between" and is_point(found[i + 1 :]) for i, token in enumerate(found)):
        raise Unclear("Between this time and which other? Write both ends as 9:00-9:30.")
    point, side = instant(_collect(found), ground), bound(found)
    if side is None:
        return Moment("", at=stamp(point.at), precision=point.precision, zone=point.zone)
    is_end = side.whole == (side.open == "before") and point.precision in COARSE
    said_at = stamp(end_of(point.at, point.precision) if is_end else point.at)
    at, until = (None, said_at) if side.open == "before" else (said_at, None)
    return Moment("", at=at, until=until, open=side.open, precision=point.precision, zone=point.zone)
