"""What a word may be matched as: itself, the lists that it is in, and the kind ``WORD``."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pmtui.blame.forms import Conjugation, Forms, Number, number
from pmtui.blame.tokens import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

    from pmtui.blame.automaton import Atoms

MOST_REMEMBERED = 20_000
"""Words of texts that are remembered; beyond that the memory begins anew."""


def plurals(nouns: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    """The lists that nouns make: for *roles*, both forms as ``roles``, the plurals as ``roles.many``."""
    for name, entries in nouns.items():
        for entry in entries:
            for form, word in zip(Number._fields, number(entry), strict=True):
                yield name, word
                yield f"{name}.{form}", word


def inflected(verbs: Mapping[str, Sequence[str]], conjugation: Conjugation) -> Iterator[tuple[str, str]]:
    """The lists that verbs make: for *omit*, all forms as ``omit``, the past forms as ``omit.past``, and so on."""
    for name, entries in verbs.items():
        for entry in entries:
            for form, word in zip(Forms._fields, conjugation.forms(entry), strict=True):
                yield name, word
                yield f"{name}.{form}", word


class Words(NamedTuple):
    """Lists of words, phrases and ``*endings``; of verbs, which are inflected; and of nouns, which have a plural."""

    lists: Mapping[str, Sequence[str]]
    verbs: Mapping[str, Sequence[str]]
    nouns: Mapping[str, Sequence[str]]

    def names(self) -> set[str]:
        """What patterns may call the lists."""
        verbs = {f"{name}.{form}" for name in self.verbs for form in Forms._fields}
        return {
            *self.lists,
            *self.verbs,
            *self.nouns,
            *verbs,
            *(f"{name}.{n}" for name in self.nouns for n in Number._fields),
        }


class Vocabulary:
    """The lists of a set of rules, by word.

    `known` are words and `longer` phrases (words with a space between them), each with the lists that it is in;
    `endings` are ends of words with theirs; `not_people` are names of things that sound like people.
    """

    def __init__(
        self,
        known: Mapping[str, Atoms],
        longer: Mapping[str, Atoms],
        endings: Mapping[str, Atoms],
        not_people: Sequence[str],
    ) -> None:
        self.known = known
        self.longer = longer
        self.endings = endings
        self.not_people = tuple(not_people)
        self._lengths = sorted({len(ending) for ending in endings})
        self._remembered: dict[str, Atoms] = {}
        self._first: dict[str, list[str]] = {}
        self._index: dict[str, dict[str, list[tuple[list[str], Atoms]]]] = {}
        for phrase in longer:
            self._first.setdefault(phrase[: phrase.index(" ")], []).append(phrase)

    def atoms(self, word: str) -> Atoms:
        """What `word` (normalised) may be matched as; nothing for what is opaque and for signs that no pattern has."""
        found = self._remembered.get(word)
        if found is None:
            if len(self._remembered) >= MOST_REMEMBERED:
                self._remembered.clear()
            found = self._remembered[word] = self._looked_up(word)
        return found

    def phrases(self, word: str, following: str) -> Sequence[tuple[list[str], Atoms]]:
        """The phrases that begin with these two words, each in its words and with the lists that it is in."""
        if word not in self._first:
            return ()
        found = self._index.get(word)
        if found is None:
            found = {}
            for phrase in self._first[word]:
                parts = phrase.split(" ")
                found.setdefault(parts[1], []).append((parts, self.longer[phrase]))
            self._index[word] = found
        return found.get(following, ())

    def _looked_up(self, word: str) -> Atoms:
        found = list(self.known.get(word, ()))
        if not word[-1:].isalnum() or word[0] == "'":
            return tuple(found)
        for length in self._lengths:
            if len(word) > length + 1:
                found += self.endings.get(word[-length:], ())
        return ("WORD", *dict.fromkeys(found))


def vocabulary(lists: Words, literals: Iterable[str], wanted: Set[str]) -> Vocabulary:
    """The vocabulary of `lists` for patterns that expect `literals` as such and name the lists `wanted`."""
    places: tuple[dict[str, dict[str, None]], ...] = ({word: {word: None} for word in literals}, {}, {})
    conjugation = Conjugation(lists.lists.get("irregular", ()), lists.lists.get("doubling", ()))
    plain = ((name, entry) for name, entries in lists.lists.items() for entry in entries)
    for name, entry in (*plain, *inflected(lists.verbs, conjugation), *plurals(lists.nouns)):
        if name not in wanted:
            continue
        atom = f"<{name}>"
        if entry.startswith("*"):
            places[2].setdefault(entry[1:], {})[atom] = None
        elif parts := ([entry] if entry.isascii() and entry.isalpha() and entry.islower() else words(entry)):
            places[len(parts) > 1].setdefault(" ".join(parts), {})[atom] = None
    known, longer, endings = ({entry: tuple(atoms) for entry, atoms in place.items()} for place in places)
    return Vocabulary(known, longer, endings, lists.lists.get("not-people", ()))
