"""What the words of a time mean.

The rules, beside those of `read_moment`:

- Words that no rule knows are passed over.  Nothing is guessed: what has two readings has no `at`, and `ask` says what
  is open.  So with a bare hour from 1 to 12 ("between 9 and 10"), unless am, pm, a part of the day, the other end of
  the period or a leading zero settles it.  "9:30" is half past nine in the morning.  Midnight is asked for, because it
  ends one day and begins another.
- `ask` beside an `at` names what was left out: a number that stands by the time, or what lies behind the cut.
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
from datetime import timedelta
from typing import TYPE_CHECKING

from pmtui.reading.moment_instant import Ground, Instant, Said, Unclear, hour_of, instant
from pmtui.reading.moment_words import DAY_NAMES, LONGEST, NUMBERS, SaidDate, SaidTime, Token, plain, tokens
from pmtui.reading.moments import COARSE, COARSEST_FIRST, Moment, Open, Precision, floor
from pmtui.reading.zones import place, spelling

if TYPE_CHECKING:
    from datetime import date, datetime

NO_TIME = "No time was understood."
NO_DAY = re.compile(r"\b(?:Q[1-4]|[HW]\d\d?)\b", re.IGNORECASE | re.ASCII)
NEAR = 0.82
"""How alike a word and the name of a day or month are that it may be a slip of (`difflib`'s ratio)."""
POINTS = {"date", "time", "weekday", "from_today"}
UNKNOWN = {"unknown", "not known", "don't know", "do not know", "no idea", "nobody knows"}
ALWAYS_A_ZONE = {"UTC", "GMT"}
DISTANCE = re.compile(
    r"\b(?P<amount>\d{1,6}(?:[.,]\d{1,3})?|half an?|an?|" + "|".join(NUMBERS[1:]) + r")[ -]?"
    r"(?P<unit>seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?) "
    r"(?:(?P<backwards>before|prior to|ahead of|earlier than)|after|later than)\b(?P<to>.*)",
    re.IGNORECASE | re.ASCII,
)
MORE_OR_LESS = re.compile(r"\b(?:than|least|most|within|up to)\b", re.IGNORECASE)
UNITS: dict[str, tuple[int, Precision]] = {
    "s": (1, "second"), "m": (60, "minute"), "h": (3600, "hour"), "d": (86400, "day"), "w": (604800, "day"),
}  # fmt: skip


def understand(words: str, *, zone: str, first_day: date | None, spoken_on: date | None) -> Moment:
    """What `read_moment` promises."""
    zone = spelling(place(zone))
    text = plain(words)
    if text.casefold().strip(" .?!") in UNKNOWN:
        return Moment(words, basis="unknown")
    try:
        moment = replace(_read(text, Ground(zone, first_day, spoken_on)), words=words)
    except Unclear as question:
        return Moment(words, ask=str(question))
    if len(words) > LONGEST and not moment.ask:
        return replace(moment, ask=f"Only the first {LONGEST} characters were read; does a time stand behind them?")
    return moment


def _read(text: str, ground: Ground) -> Moment:
    found = _hours(tokens(text))
    if distance := DISTANCE.search(text):
        return _relative(distance, found)
    for token in found:
        if token.kind == "open":
            raise Unclear(str(token.value))
    if not any(token.kind in POINTS for token in found):
        raise Unclear(NO_TIME)
    _ask_about_slips(text)
    first, last = _ends(found)
    moment = _period(first, last, ground) if last else _point(first, ground)
    counts = [token.text for token in found if token.kind in ("hour", "count")]
    ask = moment.ask or (f"Is {counts[0]} a part of the time? It was left out." if counts else None)
    return replace(moment, ask=ask, basis="estimated" if _estimated(found) else None)


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
        is_hour = isinstance(token.value, SaidTime) and announced and not token.loose_after
        result.append(token._replace(kind="time") if is_hour else token)
    return result


def _relative(match: re.Match[str], found: list[Token]) -> Moment:
    to = match["to"].strip(" .,;:")
    if any(token.kind in POINTS for token in found):
        raise Unclear(
            "A time and a distance are said; which one counts? Write the time, or the distance from an event."
        )
    if MORE_OR_LESS.search(match.string[: match.start()]):
        raise Unclear("At least or at most that long is no point in time; about how long was it?")
    if not to:
        raise Unclear(f'"{match[0].strip()}" what? Name the event that it is counted from.')
    unit = match["unit"][0].casefold()
    size, precision = UNITS[unit]
    number = _amount(match["amount"].casefold())
    seconds = round(number * size, 3)
    if not number.is_integer() and unit != "s":  # half an hour is said to the minute
        precision = COARSEST_FIRST[COARSEST_FIRST.index(precision) + 1]
    signed = -seconds if match["backwards"] else seconds
    relative = {"to": re.sub("^the ", "", to), "seconds": int(signed) if signed.is_integer() else signed}
    about = any(token.kind == "about" for token in found)
    return Moment("", precision=precision, relative_to=relative, basis="estimated" if about else None)


def _amount(text: str) -> float:
    if text.startswith("half"):
        return 0.5
    if text in ("a", "an"):
        return 1.0
    return float(NUMBERS.index(text) if text in NUMBERS else text.replace(",", "."))


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
    stamp = _stamp(point.at)
    at, until = (None, stamp) if bound == "before" else (stamp, None)
    return Moment("", at=at, until=until, open=bound, precision=point.precision, zone=point.zone)


def _period(first: list[Token], last: list[Token], ground: Ground) -> Moment:
    start, end = _collect(first), _collect(last)
    end_has_own_day = end.has_day
    if not start.has_day and end.has_day and start.time and not _day_trails(last):
        raise Unclear("On which day did it begin? Write the date of each end.")
    if not (start.has_day and end.has_day):
        start, end = _same_half(start, end)
    start, end = _shared(start, end), _shared(end, start)
    one, two = instant(start, ground), instant(end, ground)
    if two.at < one.at and not end_has_own_day and end.time:
        day = two.at.date() + timedelta(days=1)
        next_day = replace(end, date=SaidDate(day.year, day.month, day.day), weekday=None, from_today=None)
        two = instant(next_day, ground)
        if two.at - one.at > timedelta(hours=12):
            raise Unclear("The end is before the beginning; on which day is each?")
    if two.at < one.at:
        raise Unclear("The end is before the beginning; on which day is each?")
    return _joined_ends(one, two)


def _joined_ends(one: Instant, two: Instant) -> Moment:
    precisions = sorted({one.precision, two.precision}, key=COARSEST_FIRST.index)
    coarse = precisions[0] in COARSE
    precision, ask = (precisions[0] if coarse else precisions[-1]), None
    at, until = one.at, two.at
    if len(precisions) > 1 and coarse:
        at, until = floor(at, precision), floor(until, precision)
        ask = f"One end is said to the {precisions[0]} only; can it be said as closely as the other?"
    return Moment("", at=_stamp(at), until=_stamp(until), precision=precision, zone=one.zone, ask=ask)


def _day_trails(found: list[Token]) -> bool:
    """Whether the day is said behind the time, where it can speak of both ends: "9:00 to 9:30 on 1 March"."""
    kinds = [token.kind for token in found if token.kind in POINTS]
    return "time" in kinds and kinds[0] == "time"


def _shared(said: Said, other: Said) -> Said:
    """`said` with what only the `other` end of the period says."""
    if not said.has_day:
        said = replace(said, date=other.date, from_today=other.from_today, weekday=other.weekday)
    elif said.date and other.date:
        year = said.date.year or other.date.year
        month = said.date.month or (other.date.month if said.date.day else None)
        said = replace(said, date=SaidDate(year, month, said.date.day))
    return replace(said, zone=said.zone or other.zone)


def _same_half(start: Said, end: Said) -> tuple[Said, Said]:
    """Both ends with am or pm, where one end settles it for the other: the shorter period is meant."""
    if start.time and end.time:
        if _settled(start) and end.time.bare and not _half(end):
            minutes = _minutes(start.time, hour_of(start.time, start.part))
            return start, replace(end, time=min(_halves(end.time), key=lambda half: _apart(minutes, _minutes(half))))
        if _settled(end) and not _half(start) and (start.time.bare or (_half(end) and 1 <= start.time.hour <= 12)):
            minutes = _minutes(end.time, hour_of(end.time, end.part))
            return replace(start, time=min(_halves(start.time), key=lambda half: _apart(_minutes(half), minutes))), end
    return start, end


def _half(said: Said) -> str | None:
    return said.time.half or said.part if said.time else None


def _settled(said: Said) -> bool:
    return said.time is not None and (not said.time.bare or _half(said) is not None)


def _halves(time: SaidTime) -> list[SaidTime]:
    return [time._replace(hour=time.hour % 12 + hours, bare=False) for hours in (0, 12)]


def _minutes(time: SaidTime, hour: int | None = None) -> int:
    return (time.hour if hour is None else hour) * 60 + (time.minute or 0)


def _apart(start: int, end: int) -> int:
    """Minutes from `start` to the next `end`, a whole day where they are the same."""
    return (end - start) % 1440 or 1440


def _stamp(at: datetime) -> str:
    timespec = "seconds" if not at.microsecond else "microseconds" if at.microsecond % 1000 else "milliseconds"
    return at.isoformat(timespec=timespec)
