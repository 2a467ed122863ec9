"""The interviewer's own question: what is better asked in another way, and in which."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.blame import ASKED, BUILT_IN, Rule, load
from pmtui.blame.questions import of_lines, read_question

RULES = load(BUILT_IN)
ASKING = RULES.asked.rules if RULES.asked else ()
FLAGGED = [(rule, text) for rule in ASKING for text in rule.flagged]
LEFT_ALONE = [(rule, text) for rule in ASKING for text in rule.left_alone]

LABELLED = Path(__file__).with_name("questions.tsv")
"""Questions with the kind that each is of, or `good`, written before they were read by the rules."""


@cache
def outcome() -> tuple[Counter[str], Counter[str], Counter[str]]:
    """By kind: how many questions there are, how many have a flag, and how many one of that kind."""
    every, flagged, right = Counter[str](), Counter[str](), Counter[str]()
    for line in LABELLED.read_text(encoding="utf-8").splitlines():
        kind, _, text = line.partition("\t")
        kinds = {flag.kind for flag in read_question(text)}
        every[kind] += 1
        flagged[kind] += bool(kinds)
        right[kind] += kind in kinds
    return every, flagged, right


@pytest.mark.parametrize("kind", ASKED)
def test_each_kind_of_question_is_found_and_told_by_its_kind(kind: str) -> None:
    every, flagged, right = outcome()
    assert every[kind] >= 70
    assert flagged[kind] >= 0.95 * every[kind]
    assert right[kind] >= 0.95 * every[kind]


def test_a_good_question_is_left_alone() -> None:
    every, flagged, _ = outcome()
    assert every["good"] >= 120
    assert flagged["good"] <= 0.01 * every["good"]


def test_each_rule_has_examples_of_both_sides_and_each_kind_has_rules() -> None:
    assert [rule.id for rule in ASKING if not rule.left_alone or (rule.category and not rule.flagged)] == []
    assert {rule.category for rule in ASKING} == {*ASKED, None}


@pytest.mark.parametrize(("rule", "text"), FLAGGED, ids=[f"{rule.id}: {text}" for rule, text in FLAGGED])
def test_a_rule_reads_its_own_examples(rule: Rule, text: str) -> None:
    found = [flag for flag in read_question(text) if flag.rule == rule.id]
    assert len(found) == 1
    assert found[0].kind == rule.category
    assert text[found[0].start : found[0].end]
    assert "{" not in " ".join(found[0].questions)


@pytest.mark.parametrize(("rule", "text"), LEFT_ALONE, ids=[f"{rule.id}: {text}" for rule, text in LEFT_ALONE])
def test_what_is_well_asked_is_left_alone(rule: Rule, text: str) -> None:
    assert read_question(text) == ()


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Why didn't you check the dashboard?", "What did the dashboard mean to you at that moment?"),
        ("Did you know about the freeze?", "What did you know about the freeze at that point?"),
        ("Did you know that it was frozen?", "What did you know at that point, and where did it come from?"),
        ("Was the runbook clear?", "How clear was the runbook?"),
        ("What did you see and who did you call?", "What did you see?"),
        ("Who deployed it?", "How did that step come about, and what made it possible?"),
    ],
)
def test_the_better_question_is_filled_with_the_words_at_hand(text: str, better: str) -> None:
    assert read_question(text)[0].question == better


def test_every_better_question_is_well_asked_itself() -> None:
    for rule in ASKING:
        for question in rule.questions:
            for subject, thing in (("you", "the alert"), ("the on-call engineer", "the freeze")):
                filled = question.replace("{subject}", subject).replace("{object}", thing)
                if "{" not in filled:
                    assert read_question(filled) == (), filled


def test_blaming_language_in_a_question_is_found_too() -> None:
    found = read_question("How did the careless intern come by the key?")
    assert [(flag.kind, flag.rule) for flag in found] == [("leading", "trait-of")]


def test_people_of_the_incident_are_people_and_its_systems_are_not() -> None:
    text = "Why did kestrel stop?"
    assert read_question(text) == ()
    assert [flag.kind for flag in read_question(text, people=["kestrel"])] == ["why-you"]
    assert read_question("Why did Rosa stop?", systems=["Rosa"]) == ()


@given(
    st.lists(st.sampled_from([text for _, text in FLAGGED] + ["So,", "and", "?", "\n", "“why did you”", "0x1f", "ß"]))
)
def test_whatever_is_asked_flags_lie_in_it_in_order_and_have_a_form(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = read_question(text)
    edges = [edge for flag in found for edge in (flag.start, flag.end)]
    assert edges == sorted(edges)
    assert all(0 <= flag.start < flag.end <= len(text) and flag.question == flag.questions[0] for flag in found)


def test_lines_are_read_one_by_one_with_their_places() -> None:
    text = "1. What did you see?\n- Why did you wait?\n"
    assert [(flag.category, text[flag.start : flag.end]) for flag in of_lines(text, (), (), RULES)] == [
        ("why-you", "Why did you wait")
    ]
