"""A neutral wording for flagged words, only where the sentence stays whole: a word less, or another in its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmtui.blame.tokens import normal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmtui.blame.vocabulary import Vocabulary

_WORD_BEFORE = re.compile(r"([\w'’]+)[ \t]\Z")
_WORD_AFTER = re.compile(r"[ \t]([\w'’-]+)")
_NO_OBJECT = frozenset({"by", "to", "and", "or"})
"""Words after a verb that say that it has no object of its own there."""

_BOUND = frozenset({"a", "an", "and", "or", "so", "too", "very", "more", "most"})
"""Words that need what follows them."""

_LOOK = 40
"""Characters around a word in which its neighbours are looked for."""


def reworded(text: str, span: tuple[int, int], swap: Sequence[tuple[str, str]], vocabulary: Vocabulary) -> str | None:
    """The words at `span` of `text` with one of those in `swap` replaced, or taken out where nothing replaces it.

    None where none or several of them are there, or where the words around would not fit: a form with an auxiliary
    (*was ignored*), a passive, or an article (*an careless*).
    """
    start, end = span
    words = text[start:end]
    found = [(match, new) for old, new in swap for match in re.finditer(rf"\b{re.escape(old)}\b", words, re.IGNORECASE)]
    if len(found) != 1:
        return None
    match, new = found[0]
    before = _WORD_BEFORE.search(text, max(0, start + match.start() - _LOOK), start + match.start())
    after = _WORD_AFTER.match(text, start + match.end())
    if not before or not after or not _fits(normal(before[1]), normal(after[1]), new, vocabulary):
        return None
    left = " ".join(f"{words[: match.start()]}{new}{words[match.end() :]}".split())
    return left if left and left != words else None


def _fits(before: str, after: str, new: str, vocabulary: Vocabulary) -> bool:
    around, following = set(vocabulary.atoms(before)), set(vocabulary.atoms(after))
    if new:
        return around.isdisjoint({"<auxiliary>", "<be>"}) and after not in _NO_OBJECT
    return before not in _BOUND and "<be>" not in around and "<function-words>" not in following
