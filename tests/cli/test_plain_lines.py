"""A line that is typed: whatever bytes come, in whatever pieces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.cli.plain_lines import Line


def _typed(*pieces: bytes) -> tuple[list[str], str]:
    """The lines that these bytes make, and what stands in the one that is not ended."""
    line, lines = Line(), list[str]()
    line.begin("")
    for each in pieces:
        line.feed(each)
        while (ended := line.take(lambda _: None)) is not None and not line.is_over:
            lines.append(ended)
            line.begin("")
    return lines, line.text


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("one\rtwo\nthr", (["one", "two"], "thr")),
        ("twp\x7fo words\x17more\r", (["two more"], "")),
        ("nothing\x15all\r", (["all"], "")),
        ("\x7f\x7fa\r", (["a"], "")),
        ("a\x1b[Db\x1bOHc\x1b[1;5C\r", (["abc"], "")),
        ("\x1b[200~a\r\rb\x1b[201~c\r", (["a\n\nbc"], "")),
        ("🙂é\x7f\r", (["🙂"], "")),
        ("a\x07\x00b\r", (["ab"], "")),
        ("caf\udce9 x\r", (["caf\ufffd x"], "")),
        ("🧑\u200d🚀\u3000é\r", (["🧑\u200d🚀\u3000é"], "")),
    ],
)
def test_editing_keys(typed: str, expected: tuple[list[str], str]) -> None:
    assert _typed(typed.encode(errors="surrogateescape")) == expected


def test_control_d_ends_an_empty_line_alone() -> None:
    line = Line()
    line.begin("")
    line.feed(b"a\x04\x7f\x04b")
    assert line.take(lambda _: None) == ""
    assert line.is_over


@given(st.text(min_size=1), st.lists(st.integers(1, 40)))
def test_pieces_make_no_difference(text: str, cuts: list[int]) -> None:
    data, pieces = text.replace("\x04", "").encode(errors="surrogatepass"), list[bytes]()
    for cut in [*cuts, len(data)]:
        pieces.append(data[:cut])
        data = data[cut:]
    assert _typed(*filter(None, pieces)) == _typed(*filter(None, [b"".join(pieces)]))


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"))))
def test_no_word_is_lost(words: str) -> None:
    assert _typed(words.encode() + b"\r") == ([words], "")
