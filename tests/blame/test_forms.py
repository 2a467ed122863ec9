"""Forms of words."""

from __future__ import annotations

import pytest

from pmtui.blame.forms import Conjugation, number

ENGLISH = Conjugation(["forget forgot forgotten", "take took taken", "be was been"], ["forget", "admit"])


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("skip", "skip skips skipped skipped skipping"),
        ("admit", "admit admits admitted admitted admitting"),
        ("visit", "visit visits visited visited visiting"),
        ("ignore", "ignore ignores ignored ignored ignoring"),
        ("deny", "deny denies denied denied denying"),
        ("panic", "panic panics panicked panicked panicking"),
        ("lie", "lie lies lied lied lying"),
        ("agree", "agree agrees agreed agreed agreeing"),
        ("wax", "wax waxes waxed waxed waxing"),
        ("forget", "forget forgets forgot forgotten forgetting"),
        ("be", "be is was been being"),
        ("retake", "retake retakes retook retaken retaking"),
        ("overtake", "overtake overtakes overtook overtaken overtaking"),
        ("double-check", "double-check double-checks double-checked double-checked double-checking"),
    ],
)
def test_a_verb_is_inflected(verb: str, forms: str) -> None:
    assert " ".join(ENGLISH.forms(verb)) == forms


def test_of_a_phrase_the_first_word_is_inflected() -> None:
    assert ENGLISH.forms("take it lightly").past == "took it lightly"


@pytest.mark.parametrize(
    ("noun", "plural"), [("nurse", "nurses"), ("agency", "agencies"), ("boss", "bosses"), ("foreman", "foremen")]
)
def test_a_noun_has_a_plural(noun: str, plural: str) -> None:
    assert number(noun) == (noun, plural)
