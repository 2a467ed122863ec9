"""The automaton that patterns become: a set of positions moves along a sentence.

No token is looked at more often than a match is long, so that time is linear in the text whatever it holds.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

LONGEST_MATCH = 40
"""Tokens that one match may have; what is longer is no passage that a person could be shown."""

MOST_STATES = 15_000
"""States that are remembered; beyond that the memory begins anew."""

Atoms = tuple[str, ...]
"""What a token or a phrase may be matched as: kinds, ``<list>`` and the word itself."""

Steps = dict[str, set[int]]
"""Where a match goes on from one position: what the next token may be -> the positions that it leads to."""

Phrase = tuple[int, Atoms]
"""The index of the token with which a phrase begins, and what the phrase may be matched as."""


class _State:
    """A set of positions that a match may have reached, the patterns that end there, and the moves known from it."""

    __slots__ = ("moves", "patterns", "positions")

    def __init__(self, positions: frozenset[int], patterns: tuple[int, ...]) -> None:
        self.positions = positions
        self.patterns = patterns
        self.moves: dict[int, _State] = {}


class Automaton:
    """All patterns as one automaton, made deterministic as texts ask for it.  Safe to share between threads."""

    def __init__(self, written: Mapping[str, str], ends: Mapping[int, int]) -> None:
        """An automaton with the steps that `written` tells and the pattern that each position of `ends` ends.

        `written` has the steps by what a token may be, in a line for each position that such a token leads on from:
        that position, and those that it leads to.  At position 0 every pattern begins.
        """
        self.written = written
        self.ends = ends
        self._steps: dict[str, dict[int, frozenset[int]]] = {}
        self._numbers: dict[Atoms, int] = {}
        self._count = count()
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

    def steps(self, atom: str) -> dict[int, frozenset[int]]:
        """Where a token that may be `atom` leads to: from a position -> to positions."""
        known = self._steps.get(atom)
        if known is None:
            # Most words of the patterns are in no text: what is written of one is read when it comes.
            lines = (line.split(" ") for line in self.written.get(atom, "").splitlines())
            known = {int(position): frozenset(map(int, targets)) for position, *targets in lines}
            self._steps[atom] = known
        return known

    def _advance(self, under_way: dict[int, _State], atoms: Atoms, begin: int, reached: dict[int, _State]) -> None:
        # Moves are kept by a number: the hash of a tuple is computed anew each time that it is looked up.
        number = self._numbers.get(atoms)
        if number is None:
            number = self._numbers.setdefault(atoms, next(self._count))
        for began, state in ((begin, self._start), *under_way.items()):
            target = state.moves.get(number) or self._move(state, atoms, number)
            if target.positions and begin - began < LONGEST_MATCH:
                known = reached.get(began)
                reached[began] = self._state(known.positions | target.positions) if known else target

    def _move(self, state: _State, atoms: Atoms, number: int) -> _State:
        found: set[int] = set()
        for atom in atoms:
            steps = self.steps(atom)
            for position in steps.keys() & state.positions:
                found |= steps[position]
        target = state.moves[number] = self._state(frozenset(found))
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


def written(follow: Iterable[Steps]) -> dict[str, str]:
    """The steps from each position as an `Automaton` reads them."""
    lines: dict[str, list[str]] = {}
    for position, steps in enumerate(follow):
        for atom, targets in steps.items():
            lines.setdefault(atom, []).append(" ".join(map(str, (position, *sorted(targets)))))
    return {atom: "\n".join(lines[atom]) for atom in sorted(lines)}
