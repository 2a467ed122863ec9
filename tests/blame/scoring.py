"""How well flags fit a labelled corpus: whole texts, spans, and the categories of spans that match.

A predicted span matches a labelled one where they share at least half of what they cover together, or where one lies
inside the other.  One that contains the labelled span may be at most twice as long, or twelve characters longer, so
that marking whole texts does not score.  Each span is used once, the best overlap first.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Span = tuple[int, int, str]
    Detector = Callable[[str], Sequence[Span]]

HERE = Path(__file__).parent
CORPORA = (HERE / "dev.jsonl", HERE / "own.jsonl")
"""Texts with labels that were given, and texts that were written for this project before the detector saw them."""


def read(path: Path) -> list[dict[str, Any]]:
    """The labelled texts of a file, a JSON object a line: `text`, `spans`, `hard_negative`, `origin`."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def quality(labelled: Span, found: Span) -> float:
    """How well two spans fit, 0 where they do not match."""
    shared = min(labelled[1], found[1]) - max(labelled[0], found[0])
    if shared <= 0:
        return 0.0
    label, length = labelled[1] - labelled[0], found[1] - found[0]
    part = shared / (label + length - shared)
    if part >= 0.5:
        return 1 + part
    inside = shared == length and length >= 3
    around = shared == label and (length <= 2 * label or length <= label + 12)
    return part if inside or around else 0.0


def matched(labelled: Sequence[Span], found: Sequence[Span]) -> list[tuple[int, int]]:
    """Which labelled span is matched by which found one."""
    fits = sorted(((quality(a, b), i, j) for i, a in enumerate(labelled) for j, b in enumerate(found)), reverse=True)
    pairs: list[tuple[int, int]] = []
    for fit, i, j in fits:
        if fit > 0 and all(i != one and j != other for one, other in pairs):
            pairs.append((i, j))
    return pairs


@dataclass
class Score:
    """Counts over a corpus; ratios are 0 where nothing was counted."""

    texts: Counter[str] = field(default_factory=Counter)
    spans: Counter[str] = field(default_factory=Counter)
    labelled: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    same: Counter[str] = field(default_factory=Counter)
    alarms: Counter[str] = field(default_factory=Counter)
    words: int = 0
    traps: int = 0
    sprung: int = 0

    @property
    def precision(self) -> float:
        """Of the texts with a flag, those that blame."""
        return _ratio(self.texts["hit"], self.texts["hit"] + self.texts["alarm"])

    @property
    def recall(self) -> float:
        """Of the texts that blame, those with a flag."""
        return _ratio(self.texts["hit"], self.texts["hit"] + self.texts["miss"])

    @property
    def alarms_per_thousand(self) -> float:
        """False flags in 1,000 words of clean texts."""
        return 1000 * _ratio(self.alarms.total(), self.words)

    @property
    def trap_rate(self) -> float:
        """Of the clean texts with a trap, those with a flag."""
        return _ratio(self.sprung, self.traps)

    @property
    def span_f1(self) -> float:
        """The harmonic mean of precision and recall of spans."""
        return _ratio(2 * self.spans["hit"], 2 * self.spans["hit"] + self.spans["alarm"] + self.spans["miss"])

    @property
    def category(self) -> float:
        """Of the spans that match, those of the right category."""
        return _ratio(self.same.total(), self.spans["hit"])


def score(corpus: Iterable[dict[str, Any]], detect: Detector) -> Score:
    """How `detect`, which gives the spans of a text, fits `corpus`."""
    total = Score()
    for entry in corpus:
        labelled = [(span["start"], span["end"], span["category"]) for span in entry["spans"]]
        found = list(detect(entry["text"]))
        outcome = ("hit" if found else "miss") if labelled else ("alarm" if found else "quiet")
        total.texts[outcome] += 1
        pairs = matched(labelled, found)
        total.spans.update(hit=len(pairs), miss=len(labelled) - len(pairs), alarm=len(found) - len(pairs))
        total.labelled.update(category for *_, category in labelled)
        total.found.update(labelled[i][2] for i, _ in pairs)
        total.same.update(labelled[i][2] for i, j in pairs if labelled[i][2] == found[j][2])
        if not labelled:
            total.words += len(re.findall(r"\w[\w'’-]*", entry["text"]))
            total.alarms.update(category for *_, category in found)
            total.traps += entry["hard_negative"]
            total.sprung += entry["hard_negative"] and bool(found)
    return total


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
