"""A text made ready to be read: plain signs, single spaces, and the stamps of machines as people write a time."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST = 200
"""Characters of a text that are looked at."""

SIGNS = dict.fromkeys(map(ord, "‐‑‒–—−"), "-") | {ord("’"): "'"}

_date = r"(?<![\w.:/-])((?:19|20|21)\d\d-\d\d-\d\d)"
_offset = r"(?:[+]\d\d(?::?(?:00|30|45))?|-(?:0\d|1[0-2])(?::?(?:00|30))?)(?![\d:])"
_number = r"(?:(?:19|20)\d\d|\d{1,2}:\d\d)(?![\d:])"


def _stamp(match: re.Match[str]) -> str:
    year, month, day, hour, minute, second = match.groups()
    return f"{year}-{month}-{day}T{hour}:{minute}{f':{second}' if second else ''}"


Rewriting = tuple[str, "str | Callable[[re.Match[str]], str]"]
REWRITINGS: tuple[Rewriting, ...] = (
    (r"\b((?:19|20|21)\d\d)(\d\d)(\d\d)[T_-](\d\d)(\d\d)(\d\d)?(?=\D|$)", _stamp),
    # of a web server, and of a camera
    (r"\b(\d\d)/([A-Z][a-z]{2})/(\d{4}):(\d\d:\d\d(?::\d\d)?)", r"\1 \2 \3 \4"),
    (r"(?<![\w:])((?:19|20)\d\d):([01]\d):([0-3]\d) (?=\d\d:\d\d)", r"\1-\2-\3 "),
    (r"(?<!\w)T(?=\d\d:\d\d)", ""),
    # two days, of which the second has the year
    (r"(?<![\w.])(\d{1,2})\.(\d{1,2})\. ?(?:-|bis) ?(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)\b", r"\5-\2-\1 - \5-\4-\3"),
    # letters of a zone that are glued to a time
    (r"(:\d\d(?:[.,]\d{1,9})?)(?=(?:[A-Z]{2,5}|utc|gmt)\b)", r"\1 "),
    (r"(?<=:\d\d) ?z\b", "Z"),
    (rf"{_date}t(?=\d\d:\d\d)", r"\1 "),
    # a period as ISO writes it
    (r"((?<![\w.:/-])\d{4}-\d\d-\d\d[\d:.TZ+-]*?)(?:/|--|\.\.)(?=\d{4}-\d\d-\d\d)", r"\1 - "),
    # in the names of files
    (rf"{_date}[T_ ](\d\d)[-.](\d\d)[-.](\d\d)(?![\d-])", r"\1 \2:\3:\4"),
    (rf"{_date} at (\d{{1,2}})\.(\d\d)\.(\d\d)(?![\d.])", r"\1 \2:\3:\4"),
    (rf"{_date}[T_](\d\d)[-.](\d\d)(?![\d.-])", r"\1 \2:\3"),
    (rf"{_date}[T_](\d\d)(\d\d)(\d\d)(?!\d)", r"\1 \2:\3:\4"),
    (rf"{_date}[T_](\d\d)(\d\d)(?!\d)", r"\1 \2:\3"),
    (rf"{_date}[T_](\d\d)(?![\d:.hH-])", r"\1 at \2"),
    # A stamp's T and the offset that is glued to it: apart, they read like any date, time and offset.
    (r"(\d-\d\d)[T_](\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)", r"\1 \2 "),
    (rf"(:\d\d:\d\d(?:[.,]\d{{1,9}})?)({_offset})", r"\1 \2"),
)  # fmt: skip
"""Patterns, and what they become."""
FROM_TO = (
    (r"\bprima del (?=(?:19|20)\d\d\b)", "before "),
    (r"\bbegin (?=(?:19|20)\d\d\b)", "start of "),
    (r"\bod ((?:19|20)\d\d) r(?:oku|\.)?(?!\w)", r"since \1"),
    (r"\b(?:à la )?mi[ -](?=(?:19|20)\d\d\b)", "mid-"),
    (r"\bmedio (?=(?:19|20)\d\d\b)", "mid-"),
    (rf"\b(?:de|dal|del|dalle|von|vom|van|od|fra|från) ({_number}) (?:a|à|al|alle|bis|tot|do|til|till) (?={_number})",
     r"from \1 to "),
    (r"\b(?:no |a |al |à la )?(?:fin|fine|final|finais|fins) (?:de |del |dell')?(?=(?:19|20)\d\d\b)", "the end of "),
    (rf"(?<![\d.:-])({_number}) (?:a|à|al|bis|tot|do|til|till) (?={_number})", r"\1 to "),
)  # fmt: skip
"""From one year or clock time to another, and parts of a year, in words too small to tell a language."""
_REWRITINGS = [(re.compile(pattern), becomes) for pattern, becomes in REWRITINGS]


def plain(words: str) -> str:
    """The part of `words` that is looked at, in plain signs and with single spaces."""
    head = words if len(words) <= LONGEST else (words[:LONGEST].rpartition(" ")[0] or words[:LONGEST])
    text = unicodedata.normalize("NFKC", head).translate(SIGNS)
    if not text.isascii():  # digits of other scripts
        text = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)
    for pattern, becomes in _REWRITINGS:
        text = pattern.sub(becomes, text)
    return " ".join(text.split())


def spans_of_numbers(text: str) -> str:
    """`text` with periods between two years or clock times in words of English."""
    for pattern, becomes in FROM_TO:
        text = re.sub(pattern, becomes, text, flags=re.IGNORECASE)
    return text


def masked(text: str) -> str:
    """`text`, as long as it is, with letters that are not of English as `_`: part of a word, and of no rule."""
    return text if text.isascii() else re.sub(r"[^\W_]", lambda sign: sign[0] if sign[0].isascii() else "_", text)
