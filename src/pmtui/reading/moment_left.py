"""What of a text was not understood: every number, sign and word of time is accounted for, or asked about."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from pmtui.reading.moment_bounds import LEADS, POINTS
from pmtui.reading.moment_instant import Unclear
from pmtui.reading.moment_tokens import known

if TYPE_CHECKING:
    from pmtui.reading.moment_words import Token

_FLAGS = re.IGNORECASE | re.ASCII
CHUNK = re.compile(r"[^\s,;()\[\]\"']*\d(?:[^\s,;()\[\]\"']|,(?=\d\d\d))*")
NAME = re.compile(r"[#@]?[a-z_][\w./:@+-]*|\d{1,2}(?:xx|d|k|g|fa)|\d+(?:\.\d+){2,}(?:-\w+)?|#\d+", _FLAGS)
"""What has a number and is the name of a thing: GPT-4, p99, 5xx, 2.1.116."""
PART_OF_YEAR = re.compile(r"[a-z]{1,2}\d{1,2}", _FLAGS)
"""What may be a week or a quarter beside a year: S18."""
AMOUNT = re.compile(r"[$€£¥]\d[\d.,]*[kmb]?|\d[\d.,]*%", re.IGNORECASE)
COUNTED = re.compile(r" (?:[a-z]+ )?(?:[a-z]{3,}s|people|million|billion|percent|per cent|staff|children)\b", _FLAGS)
LENGTH = re.compile(
    r" ?-?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|[smhdw]|"
    r"uhr|uur|heures?|horas?|ore)\b",
    _FLAGS,
)
CLOCK_LIKE = re.compile(r"(?:[01]?\d|2[0-3])[.,hu]?[0-5]\d|\d{1,2}")
WORDS_OF_TIME = """
    later earlier sooner following preceding quarters? weeks? fortnights? months days hours minutes seconds mins hrs
    plus minus anniversary except dawn dusk sunrise sunset noonish lunch(?:time)? breakfast dinner(?:time)? bedtime
    overnight ago decades? century
"""
WORDS = re.compile(
    rf"\b(?:{'|'.join(WORDS_OF_TIME.split())}|half(?! of| the| a million)|years(?! (?:19|20)\d\d)|short of|instead of|"
    r"standard time|daylight(?: saving)?)\b",
    _FLAGS,
)
"""Words of time that are no part of what the rules know."""
PLUS = re.compile(r"(?<!\w)\+ ?\d+|(?<=\d)\+ ?\d+")
STOP = re.compile(r"[.,;:()\[\]]| - ")


class Left(NamedTuple):
    """A question about what is left over; `harmless` where the answer cannot change what was understood."""

    ask: str
    harmless: bool


def check(text: str, found: list[Token], *, precise: bool, whole_year: bool) -> str | None:
    """The question about a number that stands beside what was understood; none where all is accounted for.

    `precise`: whether a time of day was understood; `whole_year`: whether only a year.  Raises `Unclear` where what is
    left over may change what was understood.
    """
    spans = _accounted(text, found)
    if word := next((word for word in WORDS.finditer(text) if not _within(word.start(), spans)), None):
        raise Unclear(f'What does "{word[0]}" say of the time? Write the day and the time, or both ends.')
    _check_bounds(text, found)
    if (plus := PLUS.search(text)) and not _within(plus.start(), spans):
        raise Unclear(f'What does "{plus[0]}" say of the time? Write the time that it comes to.')
    if found[-1].kind == "to" and found[-1].text.strip() != "-" and not text[found[-1].span[1] :].strip(" .,"):
        raise Unclear("Until when? Write both ends, or `since` before the first.")
    for left in filter(None, (_number(text, match, spans, whole_year) for match in CHUNK.finditer(text))):
        if not left.harmless or not precise:
            raise Unclear(left.ask)
        return left.ask
    return None


def _accounted(text: str, found: list[Token]) -> list[tuple[int, int]]:
    """Where `text` is understood, or known to be no time; a bare number that became no hour is not."""
    open_numbers = {token.span for token in found if token.kind in ("hour", "count", "number")}
    return [span for span in known(text) if span not in open_numbers]


def _within(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _number(text: str, match: re.Match[str], spans: list[tuple[int, int]], whole_year: bool) -> Left | None:
    word = match[0].rstrip(".:!?/-")
    digits = [match.start() + at for at, sign in enumerate(word) if sign.isdigit()]
    open_digits = [at for at in digits if not _within(at, spans)]
    behind = text[match.start() + len(word) :]
    letters = word.removesuffix("h")  # "14:00-15:00h"
    glued = [at for at, sign in enumerate(letters, match.start()) if sign.isalpha() and not _within(at, spans)]
    if glued and len(open_digits) < len(digits):
        return Left(f"What is {word}? Write the day as 2026-03-14 and the time as 14:05.", harmless=False)
    if not open_digits or (len(open_digits) == len(digits) and _is_no_time(word, behind, whole_year)):
        return None
    if len(open_digits) < len(digits):
        return Left(f"What is {word}? Write the day as 2026-03-14 and the time as 14:05.", harmless=False)
    if LENGTH.match(behind) or not word[0].isalnum():
        return Left(f'What does "{_with_next(word, behind)}" say of the time? Write both ends, or one.', harmless=False)
    ask = f"Is {word} a part of the time? It was left out."
    return Left(ask, harmless=re.fullmatch(r"\d{1,3}|\d{5,}|\d+[.]\d", word) is not None)


def _is_no_time(word: str, behind: str, whole_year: bool) -> bool:
    """Whether the number `word` names, measures or counts something that is no time."""
    is_name = NAME.fullmatch(word) and not (whole_year and PART_OF_YEAR.fullmatch(word))
    is_amount = AMOUNT.fullmatch(word) or re.match(r" ?(?:%|[kMG]i?B\b|ms\b)", behind)
    counts = COUNTED.match(behind) and (not CLOCK_LIKE.fullmatch(word) or re.fullmatch(r"\d{3,4}", word))
    # A number with one place behind the point is no time of day.
    is_decimal = re.fullmatch(r"\d+[.]\d|0?[.]\d+", word)
    return bool(is_name or is_amount or (not LENGTH.match(behind) and (counts or is_decimal)))


def _with_next(word: str, behind: str) -> str:
    following = re.match(r" ?\w+", behind)
    return word + (following[0] if following else "")


def _check_bounds(text: str, found: list[Token]) -> None:
    """Ask where something stands between a word such as "before" and the time: "after the deploy at 9:30"."""
    for token, following in pairwise(found):
        between = text[token.span[1] : following.span[0]]
        if (
            token.kind in LEADS
            and token.loose_after
            and following.kind in POINTS
            and token.text.casefold() not in ("by", "from", "till")
            and not STOP.search(between)
        ):
            raise Unclear(
                f'Is the time that of "{between.strip()}", or is it only {token.text.casefold()} it? Write one time.'
            )
