"""Characters that nobody sees: pasted from a word processor, they make a file wrong that looks right."""

from __future__ import annotations

import re

_UNSEEN = re.compile("[\u00a0\u00ad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]")


def first_unseen(text: str) -> int | None:
    """Where the first character that cannot be told from a space, or from nothing, stands in `text`."""
    found = _UNSEEN.search(text)
    return found.start() if found else None


def named(character: str) -> str:
    """Such a character, in words for whoever has to find it."""
    import unicodedata  # for a mistake only

    name = unicodedata.name(character, "control character").lower()
    return f"an invisible character (U+{ord(character):04X}, {name})"


def told(text: str) -> str:
    """A hint for a word that is not known because such a character stands in it, or nothing."""
    at = first_unseen(text)
    return "" if at is None else f" - {named(text[at])} stands in it: type it anew"
