"""The pattern language: sequences over tokens, compiled once, matched in linear time.

A pattern is read from left to right, one token after the other::

    SUBJECT <adverb>* <fail> to        a kind, any number of words of a list, one word of a list, a word
    (their|his|her) fault              one of several
    <the>? <human> error               present or not
    because of ... PERSON              up to three words in between, whatever they are
    {who} <omit.past>                  a shape: a pattern with a name; one form of the verbs of a list
    SINGLE <break.past> / <assets>     what is behind the slash must follow, and is not marked

A list may hold phrases and endings such as ``*ed``; kinds are in upper case, see `KINDS`.  Patterns become one position
automaton (Glushkov): each position is one expected token, see `pmtui.blame.automaton`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmtui.blame.automaton import Automaton, written
from pmtui.blame.tokens import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pmtui.blame.automaton import Steps

KINDS = {
    "PERSON": "anyone: a name, a role with the words before it, a pronoun",
    "SUBJECT": "a person or a group that acts: no preposition before it",
    "ONE": "one person, not a group",
    "SINGLE": "one person that acts",
    "GROUP": "a team, a company, we",
    "THEIRS": "a group that acts and is not the writer's",
    "THIRD": "a person other than the writer",
    "DOER": "a person with whom the phrase ends: `by the team`, not `by the team dashboard`",
    "MACHINE": "a system that people speak of like a person",
    "BARE": "a person without the words before it: `intern` in `the careless intern`",
    "USER": "people who use a system or are described by it: users, patients, raters",
    "DEPT": "a department by its bare name: `legal signed it`",
    "CAPITAL": "a word that may be a name",
    "WORD": "any word at all",
}
"""Upper-case names in a pattern, and what they stand for.  All but ``WORD`` take a whole phrase."""

LONGEST = 1_000
"""Characters that one pattern may have."""

DEEPEST = 20
"""Levels of parentheses in one pattern."""

MOST_EDGES = 200_000
"""Steps from token to token that all patterns may have together; a file that asks for more is no list of rules."""

_LEXEME = re.compile(r"\.\.\.|<([a-z][a-z-]*(?:\.[a-z]+)?)>|\{[a-z-]*\}|[()|?*]|[^\s()|?*<>{}]+|\s+|.")
_GAP = 3


class Unreadable(ValueError):
    """A pattern does not follow the language; its text says how."""


def _lexemes(pattern: str) -> list[str]:
    """What a pattern is made of, the last first."""
    return [match[0] for match in _LEXEME.finditer(pattern) if not match[0].isspace()][::-1]


@dataclass
class _Part:
    """A piece of a pattern: the positions that it can begin and end with, and whether it may be absent."""

    first: list[int]
    last: list[int]
    empty: bool


class Compiler:
    """Adds patterns to one automaton.  What stands before the slash of a pattern is also found, as ``~number``.

    `lists` are the names of lists that patterns may use and `shapes` patterns by their name; `literals` are the words
    that patterns expect as such and `used` the lists that they name.
    """

    def __init__(self, lists: Iterable[str], shapes: Mapping[str, str] | None = None) -> None:
        self.literals: set[str] = set()
        self.used: set[str] = set()
        self._lists = set(lists)
        self._shapes = {name: _lexemes(pattern) for name, pattern in (shapes or {}).items()}
        self._follow: list[Steps] = [{}]
        self._ends: dict[int, int] = {}
        self._atoms: list[tuple[str, ...]] = [()]
        self._lexemes: list[str] = []
        self._depth = 0
        self._edges = 0

    def automaton(self) -> Automaton:
        """The automaton of the patterns that were added."""
        return Automaton(written(self._follow), self._ends)

    def add(self, pattern: str, number: int) -> None:
        """Add `pattern` under `number`.  Raises `Unreadable`."""
        if len(pattern) > LONGEST:
            raise Unreadable(f"a pattern has at most {LONGEST} characters; make two patterns of it")
        if "/" in (lexemes := _lexemes(pattern)):
            place = lexemes.index("/")
            self._add(lexemes[place + 1 :], ~number)
            del lexemes[place]
        self._add(lexemes, number)

    def _add(self, lexemes: list[str], number: int) -> None:
        self._lexemes = lexemes
        self._depth = 0
        part = self._choice()
        if self._lexemes:
            raise Unreadable(f"`{self._lexemes[-1]}` has nothing to close or to repeat")
        if part.empty:
            raise Unreadable("the pattern also matches nothing; one word of it must be there")
        self._link([0], part.first)
        for position in part.last:
            self._ends[position] = number

    def _choice(self) -> _Part:
        parts = [self._sequence()]
        while self._lexemes and self._lexemes[-1] == "|":
            self._lexemes.pop()
            parts.append(self._sequence())
        single = [part.first[0] for part in parts if self._is_token(part)]
        if len(single) > 1:
            # Words among which there is a choice are one position: fewer steps, and the same matches.
            self._atoms[single[0]] = tuple(dict.fromkeys(atom for one in single for atom in self._atoms[one]))
            parts = [part for part in parts if not self._is_token(part) or part.first[0] == single[0]]
        return _either(parts)

    def _is_token(self, part: _Part) -> bool:
        return not part.empty and len(part.first) == 1 and part.first == part.last and not self._follows(part.first[0])

    def _follows(self, position: int) -> bool:
        return bool(self._follow[position])

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
        elif lexeme.startswith("{"):
            part = self._shape(lexeme[1:-1])
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

    def _shape(self, name: str) -> _Part:
        if name not in self._shapes:
            raise Unreadable(f"there is no shape `{name}`{_nearest(name, self._shapes)}")
        self._depth += 1
        if self._depth > DEEPEST:
            raise Unreadable(f"shapes are nested more than {DEEPEST} levels deep")
        around, self._lexemes = self._lexemes, self._shapes[name].copy()
        part = self._choice()
        if self._lexemes:
            raise Unreadable(f"the shape `{name}` has a `{self._lexemes[-1]}` too many")
        self._lexemes = around
        self._depth -= 1
        return part

    def _atom(self, lexeme: str) -> _Part:
        if lexeme.startswith("<"):
            if (name := lexeme[1:-1]) not in self._lists:
                raise Unreadable(f"there is no list `{name or lexeme}`{_nearest(name, self._lists)}")
            self.used.add(name)
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
        self._atoms.append((atom,))
        self._follow.append({})
        position = len(self._atoms) - 1
        return _Part([position], [position], False)

    def _then(self, left: _Part, right: _Part) -> _Part:
        self._link(left.last, right.first)
        first = left.first + right.first if left.empty else left.first
        last = left.last + right.last if right.empty else right.last
        return _Part(first, last, left.empty and right.empty)

    def _link(self, sources: Iterable[int], targets: Sequence[int]) -> None:
        for source in sources:
            edges = self._follow[source]
            self._edges += len(targets)
            if self._edges > MOST_EDGES:
                raise Unreadable("the patterns are too many or too loose; use lists, and fewer `?` and `*`")
            for target in targets:
                for atom in self._atoms[target]:
                    edges.setdefault(atom, set()).add(target)


def _either(parts: Sequence[_Part]) -> _Part:
    first = [position for part in parts for position in part.first]
    last = [position for part in parts for position in part.last]
    return _Part(first, last, any(part.empty for part in parts))


def _nearest(name: str, known: Iterable[str]) -> str:
    import difflib

    near = difflib.get_close_matches(name, known, n=1)
    return f"; perhaps `{near[0]}`" if near else ""
