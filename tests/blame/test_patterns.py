"""The pattern language, by what it matches."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.blame import automaton as automata
from pmtui.blame.patterns import Compiler
from pmtui.blame.tokens import tokens, words

if TYPE_CHECKING:
    from pmtui.blame.automaton import Automaton


def compiled(*written: str) -> Automaton:
    compiler = Compiler(["colour"])
    for number, pattern in enumerate(written):
        compiler.add(pattern, number)
    return compiler.automaton()


def found(automaton: Automaton, text: str) -> set[tuple[int, int, int]]:
    atoms = [("WORD", word, *(["<colour>"] if word in {"red", "blue"} else [])) for word in words(text)]
    return {(number, first, last) for (number, first), last in automaton.matches(atoms, {}).items()}


@pytest.mark.parametrize(
    ("pattern", "text", "first", "last"),
    [
        ("a b", "x a b", 1, 2),
        ("a (b|c d) e", "a c d e", 0, 3),
        ("a b? c", "a c", 0, 1),
        ("a b* c", "a b b b c", 0, 4),
        ("a (b c)* d", "a b c b c d", 0, 5),
        ("a ... d", "a x y z d", 0, 4),
        ("a ... d", "a d", 0, 1),
        ("the <colour> one", "the red one", 0, 2),
        ("a b*", "a b b", 0, 2),
        ("didn't go", "he didn't go", 1, 3),
    ],
)
def test_a_pattern_matches_the_longest_stretch(pattern: str, text: str, first: int, last: int) -> None:
    assert (0, first, last) in found(compiled(pattern), text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("a b", "a x b"),
        ("a ... d", "a w x y z d"),
        ("a b? c", "a b b c"),
        ("(a|b) c", "a b"),
        ("the <colour>", "the green"),
    ],
)
def test_a_pattern_does_not_match_anything_else(pattern: str, text: str) -> None:
    assert found(compiled(pattern), text) == set()


def test_a_phrase_may_stand_for_one_token() -> None:
    automaton = compiled("PERSON forgot")
    atoms = [("WORD", word) for word in ["the", "old", "engineer", "forgot"]]
    assert automaton.matches(atoms, {2: [(0, ("PERSON",))]}) == {(0, 0): 3}


def test_patterns_are_told_apart() -> None:
    assert found(compiled("a b", "b c"), "a b c") == {(0, 0, 1), (1, 1, 2)}


@given(st.text("ab", min_size=50, max_size=200))
def test_forgetting_states_bounds_the_memory_and_changes_no_match(text: str) -> None:
    pattern = "WORD* a WORD WORD WORD WORD WORD WORD b"
    expected = found(compiled(pattern), " ".join(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(automata, "MOST_STATES", 20)
        automaton = compiled(pattern)
        assert found(automaton, " ".join(text)) == expected
        assert len(automaton._states) <= 20


def test_words_are_split_as_a_grammar_needs_them() -> None:
    assert [token.word for token in tokens("Ravi’s team didnt know, e.g. cannot see a_b.c! Dr. No left.")] == [
        "ravi", "'s", "team", "did", "n't", "know", ",", "", ".", "can", "not", "see", "", "!", "dr", "no", "left", ".",
    ]  # fmt: skip


def test_what_stands_behind_a_slash_must_follow_and_is_found_apart() -> None:
    automaton = compiled("a b / c")
    assert found(automaton, "a b c") == {(0, 0, 2), (~0, 0, 1)}
    assert found(automaton, "a b d") == {(~0, 0, 1)}


def test_a_shape_stands_for_its_pattern() -> None:
    compiler = Compiler([], {"who": "(he|she) {then}?", "then": "then"})
    compiler.add("{who} left", 0)
    assert found(compiler.automaton(), "she then left") == {(0, 0, 2)}
