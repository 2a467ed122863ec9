"""Two texts side by side: which words went, which came."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Fate: TypeAlias = Literal["same", "gone", "new"]

MARKS: dict[Fate, tuple[str, str]] = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}
"""What stands around a piece, so that no colour is needed; the marks of `wdiff` and `git diff --word-diff`."""

MOST_WORDS = 1_000
"""Words and spaces between the first and the last that differ; where there are more, sentences are compared.

Comparing grows faster than the texts.
"""

_WORD = re.compile(r"\s+|\S+")
_SENTENCE = re.compile(r"\s*[^.!?\n]*[.!?\n]?")


class Piece(NamedTuple):
    """A run of words."""

    text: str
    fate: Fate

    @property
    def marked(self) -> str:
        """The text in its marks, the spaces around it outside."""
        words = self.text.strip()
        before, after = MARKS[self.fate]
        return self.text.replace(words, f"{before}{words}{after}") if words else self.text


def compare(old: str, new: str) -> list[Piece]:
    """The pieces that lead from `old` to `new`: those that are not new make up `old`, those that are not gone `new`."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    middle = slice(start, len(before) - end), slice(start, len(after) - end)
    pieces = [
        Piece("".join(before[:start]), "same"),
        *_differing(before[middle[0]], after[middle[1]]),
        Piece("".join(before[len(before) - end :]), "same"),
    ]
    return [piece for piece in pieces if piece.text]


def _differing(old: list[str], new: list[str]) -> Iterator[Piece]:
    from difflib import SequenceMatcher

    if max(len(old), len(new)) > MOST_WORDS:
        old, new = (_SENTENCE.findall("".join(words)) for words in (old, new))
    if max(len(old), len(new)) > MOST_WORDS:
        old, new = ["".join(old)], ["".join(new)]
    # Spaces are alike everywhere; as anchors they would cost most of the time and say nothing.  So would words that
    # come again and again, which the matcher leaves out by itself.
    for _, begin, end, start, stop in SequenceMatcher(str.isspace, old, new).get_opcodes():
        if old[begin:end] == new[start:stop]:
            yield Piece("".join(old[begin:end]), "same")
        else:
            yield Piece("".join(old[begin:end]), "gone")
            yield Piece("".join(new[start:stop]), "new")


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words are the same at the beginning of both."""
    count = 0
    for each, its in zip(one, other, strict=False):
        if each != its:
            break
        count += 1
    return count
