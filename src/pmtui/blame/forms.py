"""The forms of English words: *skip, skips, skipped, skipped, skipping* and *nurse, nurses*."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

VOWELS = frozenset("aeiou")

PREFIXES = ("mis", "mis-", "over", "re", "un", "out", "under")
"""What may stand before an irregular verb without a change of its forms."""


class Forms(NamedTuple):
    """One verb; the names of its fields are what a pattern writes after the dot: ``<omit.past>``."""

    base: str
    s: str
    past: str
    done: str
    ing: str


class Number(NamedTuple):
    """One noun; as with `Forms`, ``<roles.many>`` are the plurals."""

    one: str
    many: str


def number(noun: str) -> Number:
    """A noun, or a phrase that ends with one, and its plural."""
    return Number(noun, f"{noun[:-3]}men" if noun.endswith("man") else _third(noun))


class Conjugation:
    """How verbs are inflected.

    `irregular` are verbs with their past form and participle, three words each; `doubling` are verbs of more than one
    syllable that double their last letter.
    """

    def __init__(self, irregular: Iterable[str], doubling: Iterable[str]) -> None:
        self._irregular = {parts[0]: parts[1:] for entry in irregular if len(parts := entry.split()) == 3}
        self._doubling = set(doubling)

    def forms(self, phrase: str) -> Forms:
        """The forms of a verb, or of a phrase that begins with one: *turns a blind eye*."""
        verb, _, rest = phrase.partition(" ")
        rest = f" {rest}" if rest else ""
        # Of a verb with a hyphen the last part is inflected: `double-check`.
        first, hyphen, last = verb.rpartition("-")
        stem = self._stem(last)
        past, done = self._past(last) or (f"{stem}ed", f"{stem}ed")
        if last == "be":
            found = ("be", "is", "was", "been", "being")
        else:
            found = (last, _third(last), past, done, f"{self._ing(last)}ing")
        return Forms(*(f"{first}{hyphen}{form}{rest}" for form in found))

    def _past(self, verb: str) -> Sequence[str] | None:
        """Past form and participle of an irregular verb, also behind a prefix: *mishear, misheard*."""
        if verb in self._irregular:
            return self._irregular[verb]
        begin = next(
            (each for each in PREFIXES if verb.startswith(each) and verb[len(each) :] in self._irregular), None
        )
        return [begin + form for form in self._irregular[verb[len(begin) :]]] if begin else None

    def _ing(self, verb: str) -> str:
        if verb.endswith("ie"):
            return f"{verb[:-2]}y"
        if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
            return verb[:-1]
        return self._closed(verb)

    def _stem(self, verb: str) -> str:
        if verb.endswith("e"):
            return verb[:-1]
        if verb.endswith("y") and verb[-2:-1] not in VOWELS:
            return f"{verb[:-1]}i"
        return self._closed(verb)

    def _closed(self, verb: str) -> str:
        if verb.endswith("ic"):
            return f"{verb}k"
        return f"{verb}{verb[-1]}" if self._doubles(verb) else verb

    def _doubles(self, verb: str) -> bool:
        if verb in self._doubling:
            return True
        if len(verb) < 3 or verb[-1] in VOWELS or verb[-1] in "wxy" or verb[-2] not in VOWELS:
            return False
        before = verb[:-2]
        syllables = sum(letter in VOWELS for letter in before.removeprefix("qu"))
        return syllables == 0


def _third(verb: str) -> str:
    if verb == "have":
        return "has"
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{verb}es"
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return f"{verb[:-1]}ies"
    return f"{verb}s"
