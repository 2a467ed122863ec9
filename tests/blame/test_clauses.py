"""Who acts in relative clauses and behind what is put in between commas."""

from __future__ import annotations

import pytest

from pmtui.blame import BUILT_IN, check, load

RULES = load(BUILT_IN)


def marked(text: str) -> list[str]:
    return [text[flag.start : flag.end] for flag in check(text, [], [], RULES)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We paged the on-call engineer, who failed to read the runbook.", "who failed to read"),
        ("The ticket went to Quelmars, who ignored it for two days.", "ignored"),
        ("The prompt came from Tobias — who skipped the review.", "skipped"),
        ("The box went to the yard keeper on the night shift (who was careless).", "who was careless"),
        ("The change came from the clerk, whose carelessness is well known.", "carelessness"),
        ("The page went to two nurses, both of whom forgot to call back.", "both of whom forgot"),
        ("The vendor, having been warned twice, failed to test the patch.", "failed to test"),
        ("Halvorsen, of the night crew, was careless.", "careless"),
    ],
)
def test_a_person_acts_across_a_comma(text: str, words: str) -> None:
    assert any(words in mark or mark in words for mark in marked(text))
    assert all(len(mark) < len(words) + 16 for mark in marked(text))


@pytest.mark.parametrize(
    "text",
    [
        "I told Ravi, who was on call.",
        "The engineer, who had been told to wait, merged the change at nine.",
        "The reviewer, whose screen showed the old version, approved it.",
        "For the engineers, the migration, which should have been tested by the pipeline, looked finished.",
        "We called the vendor, read the log, restarted the pod.",
        "The key, who knows, may have expired.",
        ", who",
        "of whom, who",
    ],
)
def test_a_clause_that_only_tells_is_left_alone(text: str) -> None:
    assert marked(text) == []


def test_a_question_speaks_of_the_person_and_not_of_who() -> None:
    for text in ("We paged the operator, who ignored the page.", "The operator, of the night crew, ignored the page."):
        (flag,) = check(text, [], [], RULES)
        assert all("who ignored" not in question and "crew" not in question for question in flag.questions)
        assert any("the operator" in question for question in flag.questions)
