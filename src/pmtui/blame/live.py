"""Checking a text while it is typed: what did not change is not looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.blame.check import flagged, of_paragraph
from pmtui.blame.judging import hits
from pmtui.blame.paragraphs import closed_end, paragraphs, parts
from pmtui.blame.people import known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmtui.blame.check import Flag
    from pmtui.blame.judging import Hit
    from pmtui.blame.rules import Rules

    Placed = list[tuple[int, Hit]]


MOST_SENTENCES = 5_000
"""Sentences that are remembered; beyond that the memory begins anew."""


class Live:
    """The check of one text that changes.

    ``check(text)`` is always equal to ``blame.check(text, people, systems, rules)``.  It keeps what the sentences and
    the parts of the text before gave, and splits and judges only those that were not in it.
    """

    def __init__(self, people: Sequence[str], systems: Sequence[str], rules: Rules) -> None:
        self._rules = rules
        self._names = known(people, systems, rules.vocabulary)
        self._ends: dict[str, int | None] = {}
        self._parts: dict[str, Placed] = {}
        self._sentences: dict[str, tuple[Hit, ...]] = {}

    def check(self, text: str) -> list[Flag]:
        """The flags of `text`, sorted by `start`, none overlapping another."""
        ends: dict[str, int | None] = {}
        seen: dict[str, Placed] = {}
        found: list[Flag] = []
        judged: dict[str, tuple[Hit, ...]] = {}

        def judge(sentence: str) -> tuple[Hit, ...]:
            known_before = self._sentences.get(sentence)
            judged[sentence] = hits(sentence, self._names, self._rules) if known_before is None else known_before
            return judged[sentence]

        def end_of(lines: str) -> int | None:
            ends[lines] = self._ends[lines] if lines in self._ends else closed_end(lines)
            return ends[lines]

        for begin, end in paragraphs(text):
            paragraph = text[begin:end]
            for start, stop in parts(paragraph, end_of):
                part = paragraph[start:stop]
                placed = self._parts.get(part)
                if placed is None:
                    placed = list(of_paragraph(part, 0, judge))
                seen[part] = placed
                found += (flagged(hit, begin + start + at, text, self._rules) for at, hit in placed)
        self._ends, self._parts = ends, seen
        self._remember(judged)
        return found

    def _remember(self, judged: dict[str, tuple[Hit, ...]]) -> None:
        if len(self._sentences) + len(judged) > MOST_SENTENCES:
            self._sentences = {}
        self._sentences.update(judged)
