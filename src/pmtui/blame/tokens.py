"""A sentence as tokens, the way a grammar needs them.

``didn't`` is *did* and *n't*, ``Ravi's`` is *Ravi* and *'s*, ``should've`` is *should* and *'ve*.  What was masked, and
chunks that are code or an address, become tokens without a word, so that no pattern can match inside or across them.
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
    sign is itself; what is opaque has the word ``""``.
    """

    start: int
    end: int
    word: str
    capital: bool


_CHUNK = re.compile(r"[\x00\x01]+|[^\s\x00\x01]+")
_CODE = re.compile(r"://|\w_\w|\w\.\w|::|\w=|\w@|\w\(\)|\\|^[/~$-]-?\w|/\w[^/]*+/")
_OPENING, _CLOSING = "([*_", ")]*_,;:.!?…"
_WORD = re.compile(
    r"""
      [^\W_][\w\u0300-\u036f]*+ (?: ['’‐‑-] [^\W_][\w\u0300-\u036f]*+ )*+
    | ['’] (?:s|ve|d|m|re|ll)\b
    | [^\w\s*~\#]
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?:n't|'(?:s|ve|d|m|re|ll))\Z")
_BARE = re.compile(r"(?:did|do|does|should|could|would|was|were|is|has|had|have)nt\Z|(?:should|could|would)ve\Z")
_TITLES = {"Mr.", "Mrs.", "Ms.", "Dr.", "Prof."}
_FULL = {"nt": "n't", "ve": "'ve"}
_HYPHENS = str.maketrans({"’": "'", "‐": "-", "‑": "-"})


def normal(word: str) -> str:
    """`word` as patterns and lists spell it."""
    return (word if word.isascii() else unicodedata.normalize("NFC", word.translate(_HYPHENS))).lower()


def words(phrase: str) -> list[str]:
    """The normalised words of a phrase from a rule file or a list of names."""
    if phrase.isalpha() and not phrase.endswith(("nt", "ve", "not")):
        return [normal(phrase)]
    return [word for match in _WORD.finditer(phrase) for word, _ in _split(match[0])]


def tokens(sentence: str) -> list[Token]:
    """The tokens of a masked sentence, in order and without overlap."""
    result: list[Token] = []
    for match in _CHUNK.finditer(sentence):
        chunk, start = match[0], match.start()
        word = chunk[:-1] if chunk[-1] in ",.;:" else chunk
        if word.isalpha() and not word.endswith(("nt", "ve", "not")) and chunk not in _TITLES:
            end = start + len(word)
            result.append(Token(start, end, normal(word), chunk[0].isupper()))
            if word is not chunk:
                result.append(Token(end, end + 1, chunk[-1], False))
        elif chunk in _TITLES:
            # The stop belongs to the title, so that the name right behind it is still one with it.
            result.append(Token(start, match.end(), normal(chunk[:-1]), True))
        elif chunk[0] in "\0\1":
            result.append(Token(start, match.end(), "", False))
        else:
            result += _of_chunk(chunk, start)
    return result


def _of_chunk(chunk: str, start: int) -> Iterator[Token]:
    tail = chunk.lstrip(_OPENING)
    core = tail.rstrip(_CLOSING)
    if not _CODE.search(core):
        yield from _prose(chunk, start)
        return
    code = start + len(chunk) - len(tail)
    yield from _prose(chunk[: code - start], start)
    yield Token(code, code + len(core), "", False)
    yield from _prose(tail[len(core) :], code + len(core))


def _prose(chunk: str, start: int) -> Iterator[Token]:
    for match in _WORD.finditer(chunk):
        offset = start + match.start()
        for word, length in _split(match[0]):
            yield Token(offset, offset + length, word, chunk[offset - start].isupper())
            offset += length


def _split(written: str) -> Iterator[tuple[str, int]]:
    """The normalised words in one written word, each with the length that it has in the text."""
    word = normal(written)
    clitic = _CLITIC.search(word) if "'" in word else None
    cut = clitic.start() if clitic else len(word) - 2 if _BARE.match(word) else 3 if word == "cannot" else 0
    if cut and len(word) == len(written):
        yield word[:cut], cut
        yield _FULL.get(word[cut:], word[cut:]), len(word) - cut
    else:
        yield word, len(written)
