"""Where sentences begin and end in what people type: notes, lists, times with dots, other scripts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 2_000
"""Characters that one sentence may have; what is longer is cut between words."""

_END = re.compile(r"""(?:[.!?…]++(?=["'”’»)\]]*+(?:\s|\Z))|[。！？｡]++)["'”’»」』)\]]*+""")
_BULLET = re.compile(r"[ \t]*+(?:[-*+•–]|[0-9]{1,3}[.)])[ \t]++")
_WORD = re.compile(r"\w++\Z")
_NEXT = re.compile(r"\s*+(\w++)?")

NEVER = frozenset("dr mr mrs ms prof st vs approx ca incl resp bzw cf fig nr eg ie al tel".split())  # noqa: SIM905
"""Words with a dot behind which a sentence goes on."""

BEFORE_SMALL = frozenset("etc usw min max hrs hr sec am pm no vol dept est temp".split())  # noqa: SIM905
"""Words with a dot behind which a sentence goes on where the next word does not begin with a capital letter."""

_MONTHS = """
january february march april may june july august september october november december januar februar märz mai juni juli
oktober dezember jan feb mar apr jun jul aug sep sept oct nov dec okt dez
"""
MONTHS = frozenset(_MONTHS.split())
"""Months before which the dot of a day stands, as in `14. March`."""


class Sentence(NamedTuple):
    """Characters `start` to `end` of a text: no blank at either end, no mark of a list before it."""

    start: int
    end: int


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of `text` in order; none overlap, and every word is in one."""
    for start, end in _passages(text):
        begin = start
        for stop in _END.finditer(text, start, end):
            if not _goes_on(text, stop, end):
                yield from _cut(text, begin, stop.end())
                begin = stop.end()
        yield from _cut(text, begin, end)


def sentence_at(text: str, cursor: int) -> Sentence | None:
    """The sentence under the cursor; between two the one before, else the next; none where there are no words."""
    found = list(sentences(text))
    before = [each for each in found if each.start <= cursor]
    return before[-1] if before else next(iter(found), None)


def _passages(text: str) -> Iterator[tuple[int, int]]:
    """Lines, those joined that were only wrapped: the one goes on in small letters where the other has no end."""
    start: int | None = None
    at = 0
    for line in text.splitlines(keepends=True):
        bullet = _BULLET.match(line)
        words = line.strip()
        if start is not None and not (words and bullet is None and words[0].islower() and _is_open(text, start, at)):
            yield start, at
            start = None
        if start is None and words:
            start = at + (bullet.end() if bullet else 0)
        at += len(line)
    if start is not None:
        yield start, at


def _is_open(text: str, start: int, end: int) -> bool:
    return text[start:end].rstrip("\"'”’»)] \t\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")[-1:] not in {*".!?…。！？｡:;", ""}


def _goes_on(text: str, stop: re.Match[str], end: int) -> bool:
    """Whether what looks like the end of a sentence is none."""
    following = _NEXT.match(text, stop.end(), end)
    word = (following[1] or "") if following else ""
    is_small = word[:1].islower() or word[:1].isdigit()
    mark = stop[0]
    if mark[0] == "…" or mark.startswith("..."):
        return word[:1].islower()
    if mark != ".":
        return mark[-1] in ")]" and word[:1].islower()
    before = _WORD.search(text, max(stop.start() - 20, 0), stop.start())
    last = before[0].casefold() if before else ""
    if last.isdecimal() and len(last) <= 2 and word.casefold() in MONTHS:
        return text[stop.start() - len(last) - 1 : stop.start() - len(last)] not in {":", "."}
    if len(last) == 1 and last.isalpha():
        # An initial, or the end of `e.g.` and `p.m.`; the word `I` ends a sentence as any other.
        is_dotted = text[stop.start() - 2 : stop.start() - 1] == "."
        return bool(word) and (is_small or not is_dotted) and last != "i"
    return bool(word) and (last in NEVER or (last in BEFORE_SMALL and is_small))


def _cut(text: str, start: int, end: int) -> Iterator[Sentence]:
    while end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        cut = space if space > 0 else start + LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Sentence]:
    words = text[start:end]
    begin = start + len(words) - len(words.lstrip())
    if words.strip():
        yield Sentence(begin, begin + len(words.strip()))
