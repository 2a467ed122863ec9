"""How well the detector does on labelled texts: floors that a change of the rules may not fall through."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from blame import scoring
from blame.scoring import CORPORA, Score
from pmtui.blame import BUILT_IN, CATEGORIES, check, load

if TYPE_CHECKING:
    from blame.scoring import Span

RULES = load(BUILT_IN)


def spans(text: str) -> list[Span]:
    return [(flag.start, flag.end, flag.category) for flag in check(text, [], [], RULES)]


@cache
def scores(name: str) -> Score:
    return scoring.score(scoring.read(next(path for path in CORPORA if path.stem == name)), spans)


@pytest.mark.parametrize("name", ["dev", "own"])
def test_what_is_flagged_is_blame_and_most_blame_is_flagged(name: str) -> None:
    score = scores(name)
    assert score.precision >= 0.97
    assert score.recall >= 0.9


@pytest.mark.parametrize("name", ["dev", "own"])
def test_a_clean_text_is_left_alone(name: str) -> None:
    score = scores(name)
    assert score.alarms_per_thousand <= 0.6
    assert score.trap_rate <= 0.01


@pytest.mark.parametrize("name", ["dev", "own"])
def test_the_words_that_blame_are_marked_with_their_category(name: str) -> None:
    score = scores(name)
    assert score.span_f1 >= 0.85
    assert score.category >= 0.85


@pytest.mark.parametrize("category", CATEGORIES)
def test_each_category_is_found(category: str) -> None:
    both = scores("dev"), scores("own")
    assert sum(score.found[category] for score in both) >= 0.75 * sum(score.labelled[category] for score in both)


def test_the_scorer_counts_as_the_guideline_says() -> None:
    text = "Ana forgot it."
    corpus = [
        {"text": text, "spans": [{"start": 0, "end": 10, "category": "counterfactual"}], "hard_negative": False},
        {"text": "All well here.", "spans": [], "hard_negative": True},
    ]
    assert scoring.score(corpus, lambda _: [(4, 10, "motive")]).span_f1 == pytest.approx(2 / 3)
    found = scoring.score(corpus, lambda words: [(0, 14, "counterfactual")] if words == text else [])
    assert (found.precision, found.recall, found.span_f1, found.category, found.trap_rate) == (1, 1, 1, 1, 0)
