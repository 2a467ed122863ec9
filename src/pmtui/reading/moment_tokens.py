"""Tokens of a text that says a time.

A text is read once, from left to right, by the table of `moment_rules`; what no rule knows is passed over.  Which
tokens belong together, and what they mean, is decided in `moment_reading`; what is left over in `moment_left`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmtui.reading.languages.elsewhere import ARTICLES
from pmtui.reading.moment_plain import masked
from pmtui.reading.moment_rules import RULES
from pmtui.reading.moment_words import FILLER, POINT_KINDS, Token

if TYPE_CHECKING:
    from pmtui.reading.moment_words import Meaning


def beside(text: str) -> list[str]:
    """The words next to a time, date or zone in `text` that no rule knows."""
    plain_text, words, last, last_counts = masked(text), list[str](), 0, False
    for start, end in [*known(plain_text), (len(text), len(text))]:
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
        gaps = _loose(text[before:start]), _loose(text[end:after])
        result.append(Token(kind, value, text[start:end], *gaps, (start, end)))
    return result


def _loose(gap: str) -> bool:
    return re.search(r"\w", _FILLERS.sub("", gap)) is not None


def known(text: str) -> list[tuple[int, int]]:
    """Where in `text` the rules know something, also where that is no time."""
    return [match.span() for match in _SCANNER.finditer(text)]


_FLAGS = re.IGNORECASE | re.ASCII
_BY_NAME = {f"r{index}": rule for index, rule in enumerate(RULES)}
# One pass over all rules says which one fits and where; that rule alone then takes its piece apart.
_SCANNER = re.compile(
    "|".join(f"(?P<{name}>{re.sub(r'[(][?]P<[a-z_]+>', '(?:', pattern)})" for name, (pattern, _) in _BY_NAME.items()),
    _FLAGS,
)
_FILLERS = re.compile(rf"\b(?:{FILLER})\b", _FLAGS)
_PASSED_OVER = re.compile(rf"\b(?:{FILLER}|{ARTICLES})\b", _FLAGS)
