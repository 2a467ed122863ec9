"""Text as tokens: the writer's own words, with everything that is not prose folded into opaque tokens.

Words are split as a grammar needs them: ``didn't`` is *did* and *n't*, ``Ravi's`` is *Ravi* and *'s*, ``should've`` is
*should* and *'ve*.  Quotations, code, addresses and log lines become one token without a word, so that no pattern can
match inside them or across them.  Every expression here is possessive or takes what it has begun: time is linear.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Token(NamedTuple):
    """A word, a sign, or something opaque.

    `start` and `end` are offsets in characters.  `word` is the word in lower case, NFC, with straight apostrophes; a
    sign is itself; what is opaque has the word ``""``.  `sentence` counts from 0.
    """

    start: int
    end: int
    word: str
    sentence: int
    capital: bool


# A quotation without its closing mark ends with its paragraph: it is probably still being typed.
_ASIDE = re.compile(
    r"""
      ^[ \t]*+ (?P<fence>`{3,}+|~{3,}+) (?s:.*?) (?: ^[ \t]*+(?P=fence) | \Z )
    | ` [^`\n]*+ `?
    | (?<![0-9])" [^"\n]*+ (?: \n(?![ \t]*+\n)[^"\n]*+ )*+ "?
    | “ [^”\n]*+ (?: \n(?![ \t]*+\n)[^”\n]*+ )*+ ”?
    | „ [^“”\n]*+ (?: \n(?![ \t]*+\n)[^“”\n]*+ )*+ [“”]?
    | « [^»\n]*+ (?: \n(?![ \t]*+\n)[^»\n]*+ )*+ »?
    | ‘ [^’\n]*+ (?: ’(?=\w)[^’\n]*+ )*+ ’?
    | (?<!\w)'(?=[^\W_]) [^'\n]*+ (?: (?<=\w)'(?=\w)[^'\n]*+ )*+ '(?!\w)
    | ^[ \t]*+ (?: >                                                                  # a quoted line
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
_CHUNK = re.compile(r"\S+")
_LINE_BREAK = re.compile(r"\n(?=[ \t]*+(?:\n|[-*+•#|][ \t]|\d))")
_CODE = re.compile(r"://|\w_\w|\w\.\w|::|\w=|\w@|\w\(\)|\\|^[/~$-]-?\w|/\w[^/]*+/")
_STOPS = frozenset(".!?…")
_OPENING, _CLOSING = "([*_", ")]*_,;:.!?…"
_WORD = re.compile(
    r"""
      [^\W_][\w\u0300-\u036f]*+ (?: ['’‐‑-] [^\W_][\w\u0300-\u036f]*+ )*+
    | ['’] (?:s|ve|d|m|re|ll)\b
    | [^\w\s] | _
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?:n't|'(?:s|ve|d|m|re|ll))\Z")
_BARE = re.compile(r"(?:did|do|does|should|could|would|was|were|is|has|had|have)nt\Z|(?:should|could|would)ve\Z")
_FULL = {"nt": "n't", "ve": "'ve"}
_ABBREVIATIONS = {"dr", "mr", "mrs", "ms", "prof", "st", "vs", "etc", "approx"}
_HYPHENS = str.maketrans({"’": "'", "‐": "-", "‑": "-"})


def normal(word: str) -> str:
    """`word` as patterns and lists spell it."""
    return (word if word.isascii() else unicodedata.normalize("NFC", word.translate(_HYPHENS))).lower()


def words(phrase: str) -> list[str]:
    """The normalised words of a phrase from a rule file or a list of names."""
    if phrase.isalpha() and not phrase.endswith(("nt", "ve")):
        return [normal(phrase)]
    return [word for match in _WORD.finditer(phrase) for word, _ in _split(match[0])]


def tokens(text: str) -> list[Token]:
    """The tokens of `text`, in order and without overlap."""
    result: list[Token] = []
    sentence, last = 0, ""
    for start, end, prose in _pieces(text):
        if not prose:
            if start == end:
                sentence += 1
            else:
                result.append(Token(start, end, "", sentence, False))
            last = ""
            continue
        for match in _WORD.finditer(text, start, end):
            offset = match.start()
            written = match[0]
            for word, length in _split(written):
                result.append(Token(offset, offset + length, word, sentence, text[offset].isupper()))
                offset += length
            if written in _STOPS:
                # A full stop ends a sentence where its chunk ends: `etc.` and `J. Smith` do not.
                known = written == "." and (last in _ABBREVIATIONS or len(last) == 1)
                sentence += not known
            last = result[-1].word
    return result


def _split(written: str) -> Iterator[tuple[str, int]]:
    """The normalised words in one written word, each with the length that it has in the text."""
    word = normal(written)
    clitic = _CLITIC.search(word) if "'" in word else None
    cut = clitic.start() if clitic else len(word) - 2 if _BARE.match(word) else 0
    if cut and len(word) == len(written):
        yield word[:cut], cut
        yield _FULL.get(word[cut:], word[cut:]), len(word) - cut
    else:
        yield word, len(written)


def _pieces(text: str) -> Iterator[tuple[int, int, bool]]:
    """Prose (start, end, True), opaque stretches (start, end, False), and ends of sentences (place, place, False)."""
    position = 0
    for aside in _ASIDE.finditer(text):
        yield from _prose(text, position, aside.start())
        yield aside.start(), aside.end(), False
        position = aside.end()
    yield from _prose(text, position, len(text))


def _prose(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    # A line that is empty, or that begins a list or a time, ends the sentence before it; other lines are only wrapped.
    for line_break in _LINE_BREAK.finditer(text, start, end):
        yield from _chunks(text, start, line_break.start())
        yield line_break.start(), line_break.start(), False
        start = line_break.end()
    yield from _chunks(text, start, end)


def _chunks(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    for match in _CHUNK.finditer(text, start, end):
        chunk = match[0]
        if chunk.isalpha():
            yield match.start(), match.end(), True
            continue
        tail = chunk.lstrip(_OPENING)
        core = tail.rstrip(_CLOSING)
        if _CODE.search(core):
            code_start = match.end() - len(tail)
            yield match.start(), code_start, True
            yield code_start, code_start + len(core), False
            yield code_start + len(core), match.end(), True
        else:
            yield match.start(), match.end(), True
