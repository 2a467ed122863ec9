"""The pattern language: sequences over tokens, compiled once, matched in linear time.

A pattern is read from left to right, one token after the other::

    SUBJECT <adverb>* <fail> to        a kind, any number of words of a list, one word of a list, a word
    (their|his|her) fault              one of several
    <the>? <human> error               present or not
    because of ... PERSON              up to three words in between, whatever they are

A list may hold phrases and endings such as ``*ed``; kinds are in upper case, see `KINDS`.  Patterns become one position
automaton (Glushkov): each position is one expected token, and the positions that were reached move along the text.  No
token is looked at more often than a match is long, so that time is linear in the text whatever it holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmtui.blame.tokens import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

KINDS = {
    "PERSON": "anyone: a name, a role with the words before it, a pronoun",
    "SUBJECT": "a person or a group that acts: no preposition before it",
    "SINGLE": "one person, not a group",
    "GROUP": "a team, a company, we",
    "THIRD": "a person other than the writer",
    "DOER": "a person with whom the phrase ends: `by the team`, not `by the team dashboard`",
    "MACHINE": "a system that people speak of like a person",
    "CAPITAL": "a word that may be a name",
    "WORD": "any word at all",
}
"""Upper-case names in a pattern, and what they stand for.  All but ``WORD`` take a whole phrase."""

LONGEST = 500
"""Characters that one pattern may have."""

LONGEST_MATCH = 40
"""Tokens that one match may have; what is longer is no passage that a person could be shown."""

MOST_STATES = 5_000
"""States that are remembered; beyond that the memory begins anew."""

DEEPEST = 20
"""Levels of parentheses in one pattern."""

MOST_EDGES = 200_000
"""Steps from token to token that all patterns may have together; a file that asks for more is no list of rules."""

_LEXEME = re.compile(r"\.\.\.|<([a-z][a-z-]*)>|[()|?*]|[^\s()|?*<>]+|\s+|.")
_GAP = 3


Atoms = tuple[str, ...]
"""What a token or a phrase may be matched as: kinds, ``<list>`` and the word itself."""

Phrase = tuple[int, Atoms]
"""The index of the token with which a phrase begins, and what the phrase may be matched as."""


class Unreadable(ValueError):
    """A pattern does not follow the language; its text says how."""


class _State:
    """A set of positions that a match may have reached, the patterns that end there, and the moves known from it."""

    __slots__ = ("moves", "patterns", "positions")

    def __init__(self, positions: frozenset[int], patterns: tuple[int, ...]) -> None:
        self.positions = positions
        self.patterns = patterns
        self.moves: dict[Atoms, _State] = {}


class Automaton:
    """All patterns as one automaton, made deterministic as texts ask for it.  Safe to share between threads."""

    def __init__(self) -> None:
        self.follow: list[dict[str, set[int]]] = [{}]  # position 0 is where every pattern begins
        self.ends: dict[int, int] = {}
        self._start = _State(frozenset({0}), ())
        self._states: dict[frozenset[int], _State] = {}

    def matches(self, atoms: Sequence[Atoms], phrases: Mapping[int, Sequence[Phrase]]) -> dict[tuple[int, int], int]:
        """Where patterns match: (number of the pattern, index of the first token) -> index of the last token.

        Token i is any of `atoms[i]`; `phrases[i]` are the phrases that end with token i.  Of matches of one pattern
        that begin together the longest is kept.
        """
        found: dict[tuple[int, int], int] = {}
        after: list[dict[int, _State]] = []  # for each token, the matches under way: where one began -> what it reached
        for index, here in enumerate(atoms):
            reached: dict[int, _State] = {}
            self._advance(after[index - 1] if index else {}, here, index, reached)
            for begin, whole in phrases.get(index, ()):
                self._advance(after[begin - 1] if begin else {}, whole, begin, reached)
            for began, state in reached.items():
                for pattern in state.patterns:
                    found[pattern, began] = index
            after.append(reached)
        return found

    def _advance(self, under_way: dict[int, _State], atoms: Atoms, begin: int, reached: dict[int, _State]) -> None:
        for began, state in ((begin, self._start), *under_way.items()):
            target = state.moves.get(atoms) or self._move(state, atoms)
            if target.positions and begin - began < LONGEST_MATCH:
                known = reached.get(began)
                reached[began] = self._state(known.positions | target.positions) if known else target

    def _move(self, state: _State, atoms: Atoms) -> _State:
        edges = [self.follow[position] for position in state.positions]
        target = self._state(frozenset(q for edge in edges for atom in atoms for q in edge.get(atom, ())))
        state.moves[atoms] = target
        return target

    def _state(self, positions: frozenset[int]) -> _State:
        state = self._states.get(positions)
        if state is None:
            if len(self._states) >= MOST_STATES:
                self._states.clear()
                self._start.moves.clear()
            state = _State(positions, tuple({self.ends[p] for p in positions if p in self.ends}))
            self._states[positions] = state
        return state


@dataclass
class _Part:
    """A piece of a pattern: the positions that it can begin and end with, and whether it may be absent."""

    first: list[int]
    last: list[int]
    empty: bool


class Compiler:
    """Adds patterns to one automaton.

    `lists` are the names of lists that patterns may use; `literals` are the words that they expect as such.
    """

    def __init__(self, lists: Iterable[str]) -> None:
        self.automaton = Automaton()
        self.literals: set[str] = set()
        self._lists = set(lists)
        self._atoms = [""]
        self._lexemes: list[str] = []
        self._depth = 0
        self._edges = 0

    def add(self, pattern: str, number: int) -> None:
        """Add `pattern` under `number`.  Raises `Unreadable`."""
        if len(pattern) > LONGEST:
            raise Unreadable(f"a pattern has at most {LONGEST} characters; make two patterns of it")
        self._lexemes = [match[0] for match in _LEXEME.finditer(pattern) if not match[0].isspace()][::-1]
        self._depth = 0
        part = self._choice()
        if self._lexemes:
            raise Unreadable(f"`{self._lexemes[-1]}` has nothing to close or to repeat")
        if part.empty:
            raise Unreadable("the pattern also matches nothing; one word of it must be there")
        self._link([0], part.first)
        for position in part.last:
            self.automaton.ends[position] = number

    def _choice(self) -> _Part:
        parts = [self._sequence()]
        while self._lexemes and self._lexemes[-1] == "|":
            self._lexemes.pop()
            parts.append(self._sequence())
        return _either(parts)

    def _sequence(self) -> _Part:
        part = _Part([], [], True)
        while self._lexemes and self._lexemes[-1] not in {"|", ")", "?", "*"}:
            part = self._then(part, self._item())
        return part

    def _item(self) -> _Part:
        lexeme = self._lexemes.pop()
        if lexeme == "(":
            self._depth += 1
            if self._depth > DEEPEST:
                raise Unreadable(f"parentheses are nested more than {DEEPEST} levels deep")
            part = self._choice()
            self._depth -= 1
            if not self._lexemes or self._lexemes.pop() != ")":
                raise Unreadable("a `(` is not closed")
        elif lexeme == "...":
            part = _Part([], [], True)
            for _ in range(_GAP):
                word = self._token("WORD")
                part = self._then(part, _Part(word.first, word.last, True))
        else:
            part = self._atom(lexeme)
        while self._lexemes and self._lexemes[-1] in {"?", "*"}:
            if self._lexemes.pop() == "*":
                self._link(part.last, part.first)
            part = _Part(part.first, part.last, True)
        return part

    def _atom(self, lexeme: str) -> _Part:
        if lexeme.startswith("<"):
            if (name := lexeme[1:-1]) not in self._lists:
                raise Unreadable(f"there is no list `{name or lexeme}`{_nearest(name, self._lists)}")
            return self._token(lexeme)
        if lexeme.isupper() and len(lexeme) > 1:
            if lexeme not in KINDS:
                raise Unreadable(f"there is no kind `{lexeme}`{_nearest(lexeme, KINDS)}; words are in lower case")
            return self._token(lexeme)
        part = _Part([], [], True)
        for word in words(lexeme):
            self.literals.add(word)
            part = self._then(part, self._token(word))
        return part

    def _token(self, atom: str) -> _Part:
        self._atoms.append(atom)
        self.automaton.follow.append({})
        position = len(self._atoms) - 1
        return _Part([position], [position], False)

    def _then(self, left: _Part, right: _Part) -> _Part:
        self._link(left.last, right.first)
        first = left.first + right.first if left.empty else left.first
        last = left.last + right.last if right.empty else right.last
        return _Part(first, last, left.empty and right.empty)

    def _link(self, sources: Iterable[int], targets: Sequence[int]) -> None:
        for source in sources:
            edges = self.automaton.follow[source]
            self._edges += len(targets)
            if self._edges > MOST_EDGES:
                raise Unreadable("the patterns are too many or too loose; use lists, and fewer `?` and `*`")
            for target in targets:
                edges.setdefault(self._atoms[target], set()).add(target)


def _either(parts: Sequence[_Part]) -> _Part:
    first = [position for part in parts for position in part.first]
    last = [position for part in parts for position in part.last]
    return _Part(first, last, any(part.empty for part in parts))


def _nearest(name: str, known: Iterable[str]) -> str:
    import difflib

    near = difflib.get_close_matches(name, known, n=1)
    return f"; perhaps `{near[0]}`" if near else ""
