from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.reading.plain import one_line, printable, quoted, shortened

ANY = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("as it is\nline\ttab äöü 日本 🙂", "as it is\nline\ttab äöü 日本 🙂"),
        ("\x1b[31mred", "\N{REPLACEMENT CHARACTER}[31mred"),
        ("\x9b31m", "\N{REPLACEMENT CHARACTER}31m"),
        ("\x1b]0;title\x07", "\N{REPLACEMENT CHARACTER}]0;title\N{REPLACEMENT CHARACTER}"),
        ("a\0b", "a\N{REPLACEMENT CHARACTER}b"),
        ("a\r\nb\rc\x0bd\x0ce\u2028f\u2029g\x85h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("abc\u202edef\u2066g\u2069", "abcdefg"),
        ("[bold]no markup[/]", "[bold]no markup[/]"),
    ],
)
def test_text_is_shown_without_what_would_steer_a_terminal(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(ANY)
def test_nothing_that_is_printable_steers_a_terminal(text: str) -> None:
    shown = printable(text)
    assert not {each for each in shown if unicodedata.category(each) == "Cc"} - {"\n", "\t"}
    assert not {each for each in shown if unicodedata.bidirectional(each) in ("LRE", "RLE", "LRO", "RLO", "PDF")}
    assert printable(shown) == shown


@given(ANY)
def test_one_line_is_one_line_and_keeps_every_word(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert line.split() == printable(text).split()


@given(ANY, st.integers(1, 30))
def test_a_shortened_text_has_at_most_its_width_and_tells_that_it_was_cut(text: str, width: int) -> None:
    short = shortened(text, width)
    assert len(short) <= width
    assert short == one_line(text) or (short.endswith("…") and one_line(text).startswith(short[:-1]))


def test_a_text_that_fits_is_not_cut() -> None:
    assert shortened("twelve chars", 12) == "twelve chars"
    assert shortened("twelve chars", 11) == "twelve cha…"


@given(ANY)
def test_words_that_a_message_repeats_cannot_flood_it(text: str) -> None:
    assert len(quoted(text)) <= 82
    assert len(quoted(text).splitlines()) == 1
