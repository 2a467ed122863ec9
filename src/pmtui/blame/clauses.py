"""Who acts in what is put in behind a person, and after it: *Ravi, who was on call, forgot the keys*.

Behind a person, *who* stands for that person and *whose* for that person's; and what stands between two commas is part
of the phrase before it where a verb follows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pmtui.blame.automaton import Atoms, Phrase
    from pmtui.blame.tokens import Token

NEAR = 6
"""Words between a person and the relative clause that tells of that person: *the engineer on the night shift, who*."""

INSERTED = 12
"""Words that may be put in between a person and the verb."""

_SIGNS = frozenset(",(-–—")
_KEPT = frozenset(("GROUP", "ONE", "THEIRS", "USER"))
_HELPING = frozenset(("<auxiliary>", "<be>"))
_PUT_IN = frozenset(("<function-words>", "<determiners>", "<gerund>", "<relatives>"))


class StandIn(NamedTuple):
    """Tokens `begin` to `head` act as the person does whose phrase is tokens `first` to `last`; `kinds` are theirs."""

    begin: int
    head: int
    kinds: Atoms
    first: int
    last: int


class Clauses:
    """The relative clauses and the insertions of one sentence, of which tokens and phrases are known."""

    def __init__(
        self, tokens: Sequence[Token], atoms: Sequence[Atoms], phrases: Mapping[int, Sequence[Phrase]]
    ) -> None:
        self._tokens = tokens
        self._atoms = atoms
        self._phrases = phrases

    def relative(self, index: int) -> StandIn | None:
        """The person for whom the relative pronoun at `index` stands."""
        begin = index
        if index > 1 and self._tokens[index - 1].word == "of" and "<quantifiers>" in self._atoms[index - 2]:
            begin = index - 2  # *all of whom*
        last = begin - 1
        if last > 0 and self._tokens[last].word in _SIGNS:
            return self._of(last - 1, begin, index)
        # Right behind the noun the clause says which ones are meant, in the present often anyone: *users who forget*.
        told = index + 1 < len(self._atoms) and "<past>" in self._atoms[index + 1]
        known = self._person(last) if told else None
        return self._stands(begin, index, known, last) if known else None

    def inserted(self) -> Iterator[StandIn]:
        """Persons with what is put in behind them, up to the comma before their verb."""
        opened = 0
        for index, token in enumerate(self._tokens[:-1]):
            if token.word != ",":
                continue
            if opened and index - opened <= INSERTED and self._goes_on(opened + 1, index + 1):
                known = self._person(opened - 1)
                if known and "SUBJECT" in known[1]:
                    yield self._stands(known[0], index, known, opened - 1)
                elif not known and self._is_name(opened - 1):
                    yield StandIn(opened - 1, index, ("CAPITAL",), opened - 1, opened - 1)
            opened = index

    def _goes_on(self, inserted: int, verb: int) -> bool:
        """Whether the verb at token `verb` is that of the phrase before what is put in, and not one more in a list."""
        if not _HELPING.isdisjoint(self._atoms[verb]):
            return True
        return "<past>" in self._atoms[verb] and not _PUT_IN.isdisjoint(self._atoms[inserted])

    def _of(self, last: int, begin: int, head: int) -> StandIn | None:
        """Of whom a clause tells behind a sign: of the person right before it, of a name, or of one that is near."""
        if known := self._person(last):
            return self._stands(begin, head, known, last)
        for index in range(last - 1, max(last - NEAR, -1), -1):
            if self._tokens[index].word in _SIGNS:
                break
            if known := self._person(index):
                return self._stands(begin, head, known, index)
        return self._stands(begin, head, (last, ("ONE",)), last) if self._names(last) else None

    def _names(self, last: int) -> bool:
        """Whether a word that is in no list ends a phrase: a name, or a noun behind its article."""
        if "<function-words>" in self._atoms[last]:
            return False
        article = any("<determiners>" in atoms for atoms in self._atoms[max(last - 2, 0) : last])
        return article or self._tokens[last].capital

    def _is_name(self, last: int) -> bool:
        return any("CAPITAL" in atoms for _, atoms in self._phrases.get(last, ()))

    def _person(self, head: int) -> Phrase | None:
        return next((phrase for phrase in self._phrases.get(head, ()) if "PERSON" in phrase[1]), None)

    def _stands(self, begin: int, head: int, known: Phrase, last: int) -> StandIn:
        kinds = ["PERSON", "SUBJECT", *(kind for kind in known[1] if kind in _KEPT)]
        if "ONE" in kinds:
            kinds.append("SINGLE")
        if "<first-person>" not in self._atoms[last]:
            kinds.append("THIRD")
        return StandIn(begin, head, tuple(kinds), known[0], last)
