"""Checking a text while it is typed: what did not change is not looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.blame.check import flagged, of_paragraph
from pmtui.blame.judging import hits
from pmtui.blame.paragraphs import paragraphs
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
    paragraphs of the text before gave, and judges only those that were not in it.
    """

    def __init__(self, people: Sequence[str], systems: Sequence[str], rules: Rules) -> None:
        self._rules = rules
        self._names = known(people, systems, rules.vocabulary)
        self._paragraphs: dict[str, Placed] = {}
        self._sentences: dict[str, tuple[Hit, ...]] = {}

    def check(self, text: str) -> list[Flag]:
        """The flags of `text`, sorted by `start`, none overlapping another."""
        seen: dict[str, Placed] = {}
        found: list[Flag] = []
        judged: dict[str, tuple[Hit, ...]] = {}

        def judge(sentence: str) -> tuple[Hit, ...]:
            known_before = self._sentences.get(sentence)
            judged[sentence] = hits(sentence, self._names, self._rules) if known_before is None else known_before
            return judged[sentence]

        for start, end in paragraphs(text):
            paragraph = text[start:end]
            placed = self._paragraphs.get(paragraph) or seen.get(paragraph)
            if placed is None:
                placed = list(of_paragraph(paragraph, 0, judge))
            seen[paragraph] = placed
            found += (flagged(hit, start + at, text, self._rules) for at, hit in placed)
        self._remember(seen, judged)
        return found

    def _remember(self, seen: dict[str, Placed], judged: dict[str, tuple[Hit, ...]]) -> None:
        if len(self._sentences) + len(judged) > MOST_SENTENCES:
            self._sentences = {}
        self._sentences.update(judged)
        self._paragraphs = seen
