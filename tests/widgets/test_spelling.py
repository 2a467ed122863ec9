"""No character leaves for the terminal that might take another room than was reckoned."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from wcwidth import wcwidth

from pmtui.reading.plain import one_line
from pmtui.widgets.frame import fitted, padded
from pmtui.widgets.spelling import Spelt, steady

PICTURES = ["👩‍💻", "❤️", "🇩🇪", "1️⃣", "👍🏽", "🏳️‍🌈", "👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "☺︎", "⚠️"]
NAMES = ["Zoë", "Åsa", "王小明", "田中さん", "رنا", "שרה", "می‌خواهم", "नि", "Ng", "ｱｲ", "가", "a͡b", " ", "-", "…"]

names = st.lists(st.sampled_from([*PICTURES, *NAMES]), max_size=12).map("".join)


def drawn(text: str) -> int:
    """The columns of `text` where a terminal reckons each character alone, as the plainest do."""
    return sum(max(wcwidth(character), 0) for character in text)


@given(names, st.integers(1, 30))
def test_names_keep_their_columns(name: str, width: int) -> None:
    shown = steady(padded(name, width))
    assert cell_len(shown) == width
    assert drawn(shown) == width


@given(st.text(), st.integers(0, 30))
def test_any_words_are_one_line_of_the_room_they_have(words: str, width: int) -> None:
    assert cell_len(fitted(words, width)) <= width
    assert cell_len(padded(words, width)) == width
    assert cell_len(steady(one_line(words))) == cell_len(one_line(words))


@pytest.mark.parametrize("picture", PICTURES)
def test_a_picture_of_several_characters_is_shown_by_its_first(picture: str) -> None:
    assert drawn(steady(f"{picture}|")) == cell_len(f"{picture}|")


def test_marks_have_a_twin_where_there_is_ascii_alone_and_words_stay() -> None:
    marks = Segment("“Zoë” · ✓ — 王… │ ▸ ─")
    (spelt,) = Spelt(is_ascii=True).apply([marks], Color(0, 0, 0))
    assert spelt.text == '"Zoë" - x - 王> | > -'
