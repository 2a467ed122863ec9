"""The automaton that patterns become: a set of positions moves along a sentence.

No token is looked at more often than a match is long, so that time is linear in the text whatever it holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LONGEST_MATCH = 40
"""Tokens that one match may have; what is longer is no passage that a person could be shown."""

MOST_STATES = 15_000
"""States that are remembered; beyond that the memory begins anew."""

Atoms = tuple[str, ...]
"""What a token or a phrase may be matched as: kinds, ``<list>`` and the word itself."""

Steps = dict[str, set[int]]

Phrase = tuple[int, Atoms]
"""The index of the token with which a phrase begins, and what the phrase may be matched as."""


class _State:
    """A set of positions that a match may have reached, the patterns that end there, and the moves known from it."""

    __slots__ = ("moves", "patterns", "positions")

    def __init__(self, positions: frozenset[int], patterns: tuple[int, ...]) -> None:
        self.positions = positions
        self.patterns = patterns
        self.moves: dict[Atoms, _State] = {}


class Automaton:
    """All patterns as one automaton, made deterministic as texts ask for it.  Safe to share between threads."""

    def __init__(self, written: Sequence[str] = (), ends: Mapping[int, int] | None = None) -> None:
        """An automaton as `written` says, or one without patterns."""
        self.follow: list[Steps | None] = [None for _ in written] or [{}]  # position 0 is where every pattern begins
        self.ends = dict(ends or {})
        self._written = written
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

    def steps(self, position: int) -> Steps:
        """Where a match goes on from a position: what the next token may be -> the positions that it leads to."""
        known = self.follow[position]
        if known is None:
            # Most positions are never reached: what is written of one is read when a text comes there.
            lines = (line.split(" ") for line in self._written[position].splitlines())
            known = self.follow[position] = {atom: set(map(int, targets)) for atom, *targets in lines}
        return known

    def _advance(self, under_way: dict[int, _State], atoms: Atoms, begin: int, reached: dict[int, _State]) -> None:
        for began, state in ((begin, self._start), *under_way.items()):
            target = state.moves.get(atoms) or self._move(state, atoms)
            if target.positions and begin - began < LONGEST_MATCH:
                known = reached.get(began)
                reached[began] = self._state(known.positions | target.positions) if known else target

    def _move(self, state: _State, atoms: Atoms) -> _State:
        edges = [self.steps(position) for position in state.positions]
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
