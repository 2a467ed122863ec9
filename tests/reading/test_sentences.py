"""The sentence that somebody means when the cursor stands in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.reading.sentences import sentence_at, sentences

CUT = [
    ("It paid. Then it stopped.", ["It paid.", "Then it stopped."]),
    ("it paid twice. then it stopped", ["it paid twice.", "then it stopped"]),
    ("At 10.15 it paid. At 10.20 it stopped.", ["At 10.15 it paid.", "At 10.20 it stopped."]),
    ("At 3 p.m. we saw it. At 4 p.m. Marta called.", ["At 3 p.m. we saw it.", "At 4 p.m.", "Marta called."]),
    ("Tools, e.g. the gateway, failed. Dr. Okoye called.", ["Tools, e.g. the gateway, failed.", "Dr. Okoye called."]),
    ("It paid approx. 400 refunds, i.e. too many.", ["It paid approx. 400 refunds, i.e. too many."]),
    ("J. Doe saw it. So did I. We waited.", ["J. Doe saw it.", "So did I.", "We waited."]),
    ("Am 14. März fiel es auf. Danach nicht.", ["Am 14. März fiel es auf.", "Danach nicht."]),
    ("It paid at 14:05. Marta saw it. May I go on?", ["It paid at 14:05.", "Marta saw it.", "May I go on?"]),
    ("At 14:05. May came later.", ["At 14:05.", "May came later."]),
    ("It paid 412. Then we knew.", ["It paid 412.", "Then we knew."]),
    (
        "Well... it paid. And then… nothing. Wait... What?",
        ["Well... it paid.", "And then… nothing.", "Wait...", "What?"],
    ),
    ('He said "stop it." Then he left!', ['He said "stop it."', "Then he left!"]),
    ("first line\nSecond line\n\nthird", ["first line", "Second line", "third"]),
    ("a line that was\nonly wrapped. Next", ["a line that was\nonly wrapped.", "Next"]),
    ("seen:\nthe rate", ["seen:", "the rate"]),
    ("- one thing\n- another\n* a third\n1. numbered\n2) too", ["one thing", "another", "a third", "numbered", "too"]),
    ("退款机器人付款了。然后停止了！", ["退款机器人付款了。", "然后停止了！"]),
    (
        "See https://example.org/a.b?c=1. It is version 2.3.1 of it.",
        ["See https://example.org/a.b?c=1.", "It is version 2.3.1 of it."],
    ),
    ("Really?! Yes.", ["Really?!", "Yes."]),
    ("The model (v2.1.) paid.  \t", ["The model (v2.1.) paid."]),
    ("", []),
    (" \n\t\n", []),
    ("...", ["..."]),
]


@pytest.mark.parametrize(("text", "wanted"), CUT)
def test_sentences(text: str, wanted: list[str]) -> None:
    assert [text[each.start : each.end] for each in sentences(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It paid.| Then it stopped.", "It paid."),
        ("It paid. |Then it stopped.", "Then it stopped."),
        ("It paid. Then it |stopped.", "Then it stopped."),
        ("It paid. |", "It paid."),
        ("It paid.\n\n|", "It paid."),
        ("|  It paid.", "It paid."),
        ("- on|e\n- two", "one"),
        ("|- one\n- two", "one"),
        ("退款。|停止。", "停止。"),
    ],
)
def test_the_sentence_under_the_cursor(text: str, wanted: str) -> None:
    cursor, plain = text.index("|"), text.replace("|", "")
    found = sentence_at(plain, cursor)
    assert found is not None
    assert plain[found.start : found.end] == wanted


PIECES = st.sampled_from(
    [
        "It paid",
        "p.m",
        "e.g",
        ".",
        "...",
        "…",
        "!",
        " ",
        "\n",
        "\n\n",
        "- ",
        "1. ",
        "10.15",
        "。",
        "退款",
        "é",
        "\u200b",
        "\t",
        '"',
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))


@given(TEXTS, st.integers(0, 250))
def test_every_word_is_in_one_sentence_and_none_is_cut(text: str, cursor: int) -> None:
    found = list(sentences(text))
    ends = 0
    for start, end in found:
        assert ends <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        ends = end
    outside = list(text)
    for start, end in found:
        outside[start:end] = " " * (end - start)
    assert not any(letter.isalpha() for letter in outside)
    at = sentence_at(text, cursor)
    assert (at is None) == (not found)
    assert at is None or at in found
    inside = [each for each in found if each.start <= cursor < each.end]
    assert not inside or at == inside[0]


def test_a_very_long_text_is_no_trouble() -> None:
    text = "word " * 40_000
    assert sum(end - start for start, end in sentences(text)) > 190_000
    assert len(list(sentences("a." * 100_000))) > 0
