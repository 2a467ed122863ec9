"""Comparing two texts: nothing is left out, and what is the same is said to be."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pmtui.record.comparing import MOST_WORDS, compare

WORDS = st.lists(st.sampled_from(["a", "bot", "paid.", "\n", "  twice", "ほげ", "\u2028"]), max_size=30).map(" ".join)
LONG = "It paid the refund once more. " * (MOST_WORDS // 3)


@given(WORDS, WORDS)
@example("", "")
@example("x ", "x")
@example(LONG, LONG.replace("once", "twice"))
@example("w " * 3 * MOST_WORDS, "v " * 3 * MOST_WORDS)
def test_the_pieces_make_up_both_texts(old: str, new: str) -> None:
    pieces = compare(old, new)
    assert "".join(piece.text for piece in pieces if piece.fate != "new") == old
    assert "".join(piece.text for piece in pieces if piece.fate != "gone") == new
    assert all(piece.text for piece in pieces)
    assert (not any(piece.fate != "same" for piece in pieces)) == (old == new)


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("It paid once.", "It paid twice.", "It paid [-once.-]{+twice.+}"),
        ("It paid.", "It paid. And again.", "It paid. {+And again.+}"),
        ("One two three", "two three", "[-One-] two three"),
        ("one\ntwo\nthree", "one\nthree", "one\n[-two-]\nthree"),
        ("", "It paid.", "{+It paid.+}"),
        ("It paid.", "", "[-It paid.-]"),
        ("same", "same", "same"),
    ],
)
def test_what_went_and_came_is_marked(old: str, new: str, marked: str) -> None:
    assert "".join(piece.marked for piece in compare(old, new)) == marked


def test_of_a_long_text_the_sentences_are_compared() -> None:
    begin, end = "It began. ", " It ended."
    long = " ".join(f"Refund {number} was paid once more." for number in range(MOST_WORDS // 5))
    old, new = begin + long + end, begin.upper() + long + " Nobody saw it." + end.upper()
    pieces = compare(old, new)
    assert [piece.text.strip() for piece in pieces if piece.fate == "gone"] == ["It began.", "It ended."]
