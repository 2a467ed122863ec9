"""Who is spoken of: which words of a sentence are people, which are systems, and where the phrase around them begins.

The heads of phrases are marked with kinds (see `patterns.KINDS`): *the on-call engineer* is one person whose head is
*engineer*.  Marks follow from word lists in the rule file, from the participants' names and roles, and from the names
of systems, which are never people.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pmtui.blame.clauses import Clauses
from pmtui.blame.tokens import normal, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pmtui.blame.automaton import Atoms, Phrase
    from pmtui.blame.tokens import Token
    from pmtui.blame.vocabulary import Vocabulary

REACH = 5
"""Words before its head in which a phrase may begin."""

LONGEST_NAME = 12
"""Words of a name or a role; what is longer is a description that nobody repeats word for word."""

Names = dict[str, list[tuple[list[str], bool]]]
"""Names by their first word, longest first, each with whether it counts only where it is written with a capital."""

_GROUPS = {"<groups>", "<organisations>", "<company-words>", "<roles.many>", "<users.many>"}
_WITH_MODIFIER = {"<half-roles>": "<role-modifiers>", "<agents>": "<agent-modifiers>"}
"""Words that mean a person only behind certain others: *team lead*, *support agent*."""

_SPOKEN_OF = frozenset(
    f"<{name}>"
    for name in (
        "pronouns", "objects", "roles", "half-roles", "users", "with-article", "agents", "machines", "departments",
    )
)  # fmt: skip
"""The lists of words that may be people or systems without a capital."""

_NO_NAMES = {"<determiners>", "<function-words>", "<roles>", "<half-roles>", "<role-modifiers>"}


class Known(NamedTuple):
    """The names of one incident: of people, and of what is never a person."""

    people: Names
    things: Names


def known(people: Sequence[str], systems: Sequence[str], vocabulary: Vocabulary) -> Known:
    """The names that a text is read with."""
    things = _by_first_word((*systems, *vocabulary.not_people))
    return Known(_by_first_word(tuple(_with_parts(people, vocabulary))), things)


@lru_cache(maxsize=16)
def _by_first_word(names: tuple[str, ...]) -> Names:
    # The names of an incident are the same for each of its answers, and for each key press.
    result: Names = {}
    for name in names:
        if (parts := words(name)) and len(parts) <= LONGEST_NAME:
            # One word may be a name that is also a word (`Will`, `Mark`).
            result.setdefault(parts[0], []).append((parts, len(parts) == 1 and name[0].isupper()))
    for same in result.values():
        same.sort(key=lambda entry: len(entry[0]), reverse=True)
    return result


def _with_parts(people: Iterable[str], vocabulary: Vocabulary) -> Iterator[str]:
    """Names and roles, and the parts that stand for a whole name: *Priya* for *Priya Raghunathan*."""
    for person in people:
        yield person
        for part in person.split():
            if part[0].isupper() and part.isalpha() and _NO_NAMES.isdisjoint(vocabulary.atoms(normal(part))):
                yield part


class Cast:
    """The people, systems and known phrases of one sentence, as the patterns see them.

    `atoms[i]` is what token i may be matched as, `phrases[i]` are the phrases that end with it.
    """

    def __init__(self, tokens: Sequence[Token], names: Known, vocabulary: Vocabulary) -> None:
        self._tokens = tokens
        self.atoms = [vocabulary.atoms(token.word) for token in tokens]
        self.phrases: dict[int, list[Phrase]] = {}
        self._covered = bytearray(len(tokens))
        self._meant: dict[int, tuple[int, int]] = {}
        self._named(names.things, person=False)
        self._named(names.people, person=True)
        for index, token in enumerate(tokens):
            if index + 1 < len(tokens):
                for phrase, atoms in vocabulary.phrases(token.word, tokens[index + 1].word):
                    self._listed(index, phrase, atoms)
            # Most words are neither; they are passed over at once.
            spoken_of = token.capital or not _SPOKEN_OF.isdisjoint(self.atoms[index])
            if spoken_of and token.word and not self._covered[index]:
                self._word(index, token)
        self._stand_ins(vocabulary)

    def phrase_at(self, head: int, kind: str) -> int | None:
        """Where the phrase of this kind begins that ends with token `head`."""
        return next((begin for begin, atoms in self.phrases.get(head, ()) if kind in atoms), None)

    def stands_in(self, head: int) -> bool:
        """Whether what ends at `head` stands for a person who was named before."""
        return head in self._meant

    def spoken_of(self, head: int) -> tuple[int, int] | None:
        """The first and the last token of the phrase of the person whose phrase ends, or who is meant, at `head`."""
        if head in self._meant:
            return self._meant[head]
        begin = self.phrase_at(head, "PERSON")
        return None if begin is None else (begin, head)

    def _stand_ins(self, vocabulary: Vocabulary) -> None:
        clauses = Clauses(self._tokens, self.atoms, self.phrases)
        relatives = [index for index, atoms in enumerate(self.atoms) if "<relatives>" in atoms]
        found = [*filter(None, map(clauses.relative, relatives)), *clauses.inserted()]
        for begin, head, kinds, *meant in found:
            self._meant[head] = meant[0], meant[1]
            if self._tokens[head].word == "whose":
                self.atoms[head] += vocabulary.atoms("their")
            else:
                self._mark(head, begin, *kinds)

    def _listed(self, index: int, phrase: list[str], atoms: Atoms) -> None:
        if [token.word for token in self._tokens[index : index + len(phrase)]] == phrase:
            self.phrases.setdefault(index + len(phrase) - 1, []).append((index, atoms))
            if "<departments>" in atoms:
                self._mark(index + len(phrase) - 1, index, "DEPT")

    def _named(self, names: Names, *, person: bool) -> None:
        index = 0
        while names and index < len(self._tokens):
            if self._tokens[index].word not in names:
                index += 1
                continue
            length = self._length(index, names)
            head = index + length - 1
            if not length or any(self._covered[index : head + 1]):
                index += 1
                continue
            self._covered[index : head + 1] = b"\1" * length
            if person:
                self._person(head, self._begin(index))
            else:
                self.atoms[index : head + 1] = [("WORD",)] * length
                self._mark(head, self._begin(index), "MACHINE")
            index = head + 1

    def _length(self, index: int, names: Names) -> int:
        for phrase, as_name in names[self._tokens[index].word]:
            found = self._tokens[index : index + len(phrase)]
            if [token.word for token in found] == phrase and (self._tokens[index].capital or not as_name):
                return len(phrase)
        return 0

    def _word(self, index: int, token: Token) -> None:
        atoms = self.atoms[index]
        if "<pronouns>" in atoms:
            self._person(index, index, "SUBJECT")
        elif "<objects>" in atoms or (token.capital and "<first-names>" in atoms):
            self._person(index, index)
        elif token.capital and "<organisations>" in atoms:
            self._organisation(index)
        elif (name := self._company(index, token)) is not None or (name := self._forename(index)) is not None:
            self._person(index, name)
        elif self._is_role(index):
            begin = self._begin(index)
            if "<no-one>" not in self.atoms[begin]:
                self._person(index, begin)
        elif "<machines>" in atoms:
            self._mark(index, self._begin(index), "MACHINE")
        elif "<departments>" in atoms and self._alone(index):
            self._mark(index, index, "DEPT")
        elif token.capital and "<known>" not in atoms and "<function-words>" not in atoms:
            self._mark(index, index, "CAPITAL")

    def _company(self, index: int, token: Token) -> int | None:
        """Where the name of a company begins that ends with the word at `index`: *Norvalis Systems*."""
        if not token.capital or "<company-words>" not in self.atoms[index] or self._possessed(index):
            return None
        begin = index
        while begin and self._tokens[begin - 1].capital and "<function-words>" not in self.atoms[begin - 1]:
            begin -= 1
        return begin if begin < index else None

    def _organisation(self, index: int) -> None:
        if not self._possessed(index) and (index + 1 == len(self._tokens) or not self._tokens[index + 1].capital):
            self._person(index, index)

    def _person(self, head: int, begin: int, *kinds: str) -> None:
        atoms = self.atoms[head]
        marks = ["PERSON", *kinds]
        if not kinds and "<objects>" not in atoms and self._acts(begin):
            marks.append("SUBJECT")
        if not _GROUPS.isdisjoint(atoms):
            marks.append("GROUP")
        else:
            marks += ["ONE", "SINGLE"] if "SUBJECT" in marks else ["ONE"]
        if "<first-person>" not in atoms and "SUBJECT" in marks:
            marks.append("THIRD")
        if "GROUP" in marks and "<first-person>" not in atoms:
            marks.append("THEIRS")
        if ("<users>" in atoms or self._tokens[head].word == "public") and not (
            head and "<role-modifiers>" in self.atoms[head - 1]
        ):
            marks.append("USER")
        if self._ends(head):
            marks.append("DOER")
        self._mark(head, begin, *marks)
        self._mark(head, head, "BARE")

    def _is_role(self, index: int) -> bool:
        atoms = self.atoms[index]
        if "<roles>" not in atoms and "<users>" not in atoms:
            if "<with-article>" in atoms:
                return "<determiners>" in self.atoms[self._begin(index)]
            return index > 0 and any(
                head in atoms and modifier in self.atoms[index - 1] for head, modifier in _WITH_MODIFIER.items()
            )
        # `on-call` and `junior` are people where they stand alone, and part of a phrase before another role.
        inner = "<role-modifiers>" in atoms and index + 1 < len(self.atoms)
        return not inner or {"<roles>", "<half-roles>", "<users>"}.isdisjoint(self.atoms[index + 1])

    def _forename(self, index: int) -> int | None:
        """Where the name begins that the word at `index` is the surname of."""
        if not index or not self._tokens[index].capital or "<first-names>" not in self.atoms[index - 1]:
            return None
        adjacent = self._tokens[index].start == self._tokens[index - 1].end + 1
        return self.phrase_at(index - 1, "PERSON") if adjacent else None

    def _begin(self, head: int) -> int:
        """Where the phrase with this head begins: at its determiner, else at the modifiers right before the head."""
        begin = head
        for index in range(head - 1, max(head - REACH, 0) - 1, -1):
            atoms = self.atoms[index]
            if "WORD" not in atoms:
                break
            if "<determiners>" in atoms:
                return index
            if "<function-words>" in atoms:
                break
            if begin == index + 1 and "<role-modifiers>" in atoms:
                begin = index
        return begin

    def _acts(self, begin: int) -> bool:
        """Whether the phrase stands by itself: in *the tool of the team failed*, the team does not act."""
        if not begin or "<prepositions>" not in self.atoms[begin - 1]:
            return True
        return self._tokens[begin - 1].word == "of" and begin > 1 and "<quantifiers>" in self.atoms[begin - 2]

    def _alone(self, index: int) -> bool:
        """Whether a word is a phrase of its own: *legal signed it*, not *a legal question* or *of security*."""
        if index and "<determiners>" in self.atoms[index - 1]:
            # *He knew that legal signed it*, not *that legal question*.
            after = self.atoms[index + 1] if index + 1 < len(self.atoms) else ()
            return self._tokens[index - 1].word == "that" and not {"<past>", "<auxiliary>"}.isdisjoint(after)
        return index == 0 or "WORD" not in self.atoms[index - 1] or "<function-words>" in self.atoms[index - 1]

    def _ends(self, head: int) -> bool:
        """Whether the phrase ends with its head: neither a possessive nor another noun follows."""
        if head + 1 == len(self._tokens):
            return True
        if self._possessed(head):
            return False
        after = self.atoms[head + 1]
        return "WORD" not in after or not {"<function-words>", "<adverb>", "<determiners>"}.isdisjoint(after)

    def _possessed(self, head: int) -> bool:
        return head + 1 < len(self._tokens) and self._tokens[head + 1].word.startswith("'")

    def _mark(self, head: int, begin: int, *kinds: str) -> None:
        self.phrases.setdefault(head, []).append((begin, kinds))
