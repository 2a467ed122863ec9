from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pmtui.interview.reconnecting import merged

WORDS = st.text(max_size=12)


@given(WORDS, WORDS, WORDS)
def test_what_both_went_on_with_follows_what_they_began_with(base: str, theirs: str, ours: str) -> None:
    both = merged(base, base + theirs, base + ours)
    assert both.startswith(base + theirs)
    assert both.endswith(ours)


@given(WORDS, WORDS, WORDS)
def test_neither_text_loses_a_word(base: str, theirs: str, ours: str) -> None:
    both = merged(base, theirs, ours)
    assert theirs in both
    assert ours in both or (ours.startswith(base) and ours.removeprefix(base) in both)


def test_what_was_taken_up_whole_stays_as_it_is() -> None:
    assert merged("It paid", "It paid twice.", "It paid twice. Then") == "It paid twice. Then"
