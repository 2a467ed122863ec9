"""Text as paragraphs and sentences of the writer's own prose.

Fenced and indented code is left out. Inside a paragraph, what is not the writer's own prose (quotations, code, log
lines, targets of links) is masked: as many `OPAQUE` characters stand in its place, so that offsets stay. A sentence
can be judged by itself; that is what makes it cheap to check again after a key press. Every expression is
possessive or takes what it has begun: time is linear.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

OPAQUE = "\0"
"""Stands for each character that is not the writer's own prose."""

STOPPED = "\1"
"""The last character of a quotation that ends with a full stop: a sentence may end there."""

LONGEST_SENTENCE = 2_000
"""Characters that one sentence may have; what is longer is cut between words."""

_BLOCK = re.compile(
    r"""
      ^[ \t]*+ (?P<fence>`{3,}+|~{3,}+) (?s:.*?) (?: ^[ \t]*+(?P=fence)[^\n]*+ | \Z )   # fenced code
    | ^[ \t]*+ (?:\n|\Z)                                                               # an empty line
    """,
    re.MULTILINE | re.VERBOSE,
)
# Where a block may begin behind the first line: an expression that begins with one character is searched for fast.
_MAY_BREAK = re.compile(r"\n[ \t]*+(?:\n|\Z|`{3}|~{3})")
_UNINDENTED = re.compile(r"^(?! {4}|\t)(?=.)", re.MULTILINE)
_ITEM = re.compile(r" {0,3}(?:[-*+•]|\d++[.)])[ \t]")

# A quotation without its closing mark ends with its paragraph: it is probably still being typed.
_ASIDE = re.compile(
    r"""
      ` [^`\n]*+ `?
    | (?<![0-9])" [^"]*+ "?
    | “ [^”]*+ ”?
    | „ [^“”]*+ [“”]?
    | « [^»]*+ »?
    | ‘ [^’\n]*+ (?: ’(?=\w)[^’\n]*+ )*+ ’?
    | (?<!\w)'(?=[^\W_]) [^'\n]*+ (?: (?<=\w)'(?=\w)[^'\n]*+ )*+ '(?!\w)
    | <(?:[a-z/]|!--) [^<>\n]*+ >                                                      # a tag, an address
    | \]\( [^()\s]*+ \)                                                                # where a link leads
    | ^[ \t]*+ (?: > | \$[ ]                                                           # a quoted line, a command
        | \[? \d{4}-\d\d-\d\d [T ] \d\d:\d\d (?: :\d\d )?+ [.,]\d                      # a stamp to the millisecond
        | (?: \[? \d{4}-\d\d-\d\d [T ] \S++ [ ]++ )?+ [\[<]?
          (?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\b               # a level
        | \[? \d{4}-\d\d-\d\d [T ] \S++ [ ]++ \S++ [ ]++ [^\s\[]++ \[\d++\]            # host process[pid]
        | [A-Z][a-z]{2} [ ]++ \d++ [ ] \d\d:\d\d:\d\d [ ] \S++ [ ] [^\s:]++:           # syslog
        | at[ ][^\s(]++\( | Traceback[ ]\( | \{"                                       # a stack trace, an object
      ) .*+
    """,
    re.MULTILINE | re.VERBOSE,
)
# What no aside begins with is passed over at once; the expression above is tried only where one may begin.
_MAY_BEGIN = re.compile(r"""[`"“„«‘'<]|\]\(|^[ \t]*+(?:[>${\[<\d]|[A-Z][a-z]{2} |[A-Z]{4}|at )""", re.MULTILINE)
_END = re.compile(
    r"""
      [.!?…]++ ["'”’)\]*_\x00\x01]*+ (?=\s|\Z)
    | \x01 (?=\s++[A-Z“"‘])
    | \n (?=[ \t]*+(?:[-*+•#|][ \t]|\d))         # a line that begins a list or a time; other lines are only wrapped
    """,
    re.VERBOSE,
)
_LISTED = re.compile(r"[ \t]*+(?:[-*+•#|][ \t]|\d(?!\d{3}-))")
"""Begins a line of a list for certain: nothing that is masked begins so."""

_ABBREVIATED = re.compile(r"(?:\b(?:dr|mr|mrs|ms|prof|st|vs|etc|approx|incl|resp|[a-z])|\.[a-z])\Z", re.IGNORECASE)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where the paragraphs of prose in `text` begin and end, in order."""
    start, listed = 0, False
    for block in _blocks(text):
        if block.start() > start:
            prose, listed = _prose(text, start, block.start(), listed=listed)
            if prose:
                yield start, block.start()
        start = block.end()
    if start < len(text) and _prose(text, start, len(text), listed=listed)[0]:
        yield start, len(text)


def _blocks(text: str) -> Iterator[re.Match[str]]:
    """What ends a paragraph, in order: empty lines, and code."""
    at = 0
    while at < len(text):
        block = _BLOCK.match(text, at)
        if block is None:
            hint = _MAY_BREAK.search(text, at)
            block = hint and _BLOCK.match(text, hint.start() + 1)
        if block is None:
            return
        yield block
        at = block.end()


def _prose(text: str, start: int, end: int, *, listed: bool) -> tuple[bool, bool]:
    """Whether a paragraph is prose rather than indented code, and whether an indented one after it is of a list."""
    margin = _UNINDENTED.search(text, start, end)
    if margin is None:
        return listed, listed
    return True, _ITEM.match(text, start, end) is not None


def masked(paragraph: str) -> str:
    """`paragraph` with as many opaque characters where the words are not the writer's own."""
    pieces: list[str] = []
    position = place = 0
    while hint := _MAY_BEGIN.search(paragraph, place):
        aside = _ASIDE.match(paragraph, hint.start())
        if aside is None:
            place = hint.start() + 1
            continue
        length = aside.end() - aside.start()
        quoted = length > 2 and paragraph[aside.end() - 2] in ".!?"
        pieces += [paragraph[position : aside.start()], OPAQUE * (length - quoted), STOPPED * quoted]
        position = place = aside.end()
    pieces.append(paragraph[position:])
    return "".join(pieces)


def sentences(paragraph: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a masked paragraph begin and end, in order; none is longer than `LONGEST_SENTENCE`."""
    start = 0
    for end in _END.finditer(paragraph):
        if end[0] == "." and _ABBREVIATED.search(paragraph, max(start, end.start() - 8), end.start()):
            continue
        yield from _cut(paragraph, start, end.end())
        start = end.end()
    yield from _cut(paragraph, start, len(paragraph))


def parts(paragraph: str, end_of: Callable[[str], int | None]) -> Iterator[tuple[int, int]]:
    """Where a paragraph can be cut so that each part is masked and split as in the whole.

    `end_of` is `closed_end`, or remembers what that said.
    """
    start, lines, wanted = 0, 0, 1
    newline = paragraph.find("\n")
    while newline >= 0:
        lines += 1
        if lines >= wanted:
            is_listed = _LISTED.match(paragraph, newline + 1) is not None
            end = end_of(paragraph[start : newline + is_listed])
            if end is None:
                wanted = lines + max(lines // 8, 1)  # all in all, no line is looked at more than some ten times
            else:
                yield start, start + end
                start, lines, wanted = start + end, 0, 1
        newline = paragraph.find("\n", newline + 1)
    yield start, len(paragraph)


def closed_end(lines: str) -> int | None:
    """Where the last sentence of whole lines ends, whatever the next line says; None where that depends on it.

    Where they end with a line break, the next line begins a list.
    """
    text = lines.removesuffix("\n")
    prose = masked(text + "\n")
    if prose[-1] != "\n":  # a quotation goes on
        return None
    if text != lines:
        return len(lines)
    end = len(text.rstrip(" \t"))
    *_, (last, _) = sentences(prose)
    return end if last == end and prose[end:-1] == text[end:] else None


def _cut(paragraph: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST_SENTENCE:
        space = paragraph.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        cut = space if space > 0 else start + LONGEST_SENTENCE
        yield start, cut
        start = cut
    if start < end:
        yield start, end
