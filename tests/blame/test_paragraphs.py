"""What of a text is the writer's own prose, and where its sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui.blame.paragraphs import LONGEST_SENTENCE, closed_end, masked, paragraphs, parts, sentences


def split(text: str) -> list[str]:
    prose = masked(text)
    return [prose[start:end].strip() for start, end in sentences(prose)]


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("One\ntwo\n\nthree", ["One\ntwo\n", "three"]),
        ("One\n```\ncode\n\ncode\n```\ntwo", ["One\n", "\ntwo"]),
        ("One\n~~~\nnever closed\n\ncode", ["One\n"]),
        ("One\n\n    code\n    code\n\ntwo", ["One\n", "two"]),
        ("- item\n\n    its second paragraph\n\nend", ["- item\n", "    its second paragraph\n", "end"]),
        ("One\n    wrapped", ["One\n    wrapped"]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_paragraphs_are_prose_without_code(text: str, prose: list[str]) -> None:
    assert [text[start:end] for start, end in paragraphs(text)] == prose


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ('a "b" c', "a ### c"),
        ("a `b` c", "a ### c"),
        ("see [this](x/y) now", "see [this###### now"),
        ("a <br> b", "a #### b"),
        ("a < b > c", "a < b > c"),
        ("$ rm -rf x", "##########"),
        ("it's 'quoted' and it's not", "it's ######## and it's not"),
        ('12" and 3" wide', '12" and 3" wide'),
    ],
)
def test_what_is_not_prose_is_masked_in_its_place(text: str, prose: str) -> None:
    assert masked(text).replace("\0", "#").replace("\1", "#") == prose


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("See Dr. No, e.g. at 10.30, etc. there.", ["See Dr. No, e.g. at 10.30, etc. there."]),
        ("By J. Smith. Next.", ["By J. Smith.", "Next."]),
        ("- one\n- two\n10:00 three", ["- one", "- two", "10:00 three"]),
        ("wrapped\nline", ["wrapped\nline"]),
    ],
)
def test_sentences_end_where_they_end(text: str, parts: list[str]) -> None:
    assert split(text) == parts


def test_a_quotation_with_its_own_full_stop_ends_a_sentence_before_a_capital() -> None:
    assert len(split('She said "no." The rest stayed.')) == 2
    assert len(split('She said "no." and stayed.')) == 1


@given(st.text(alphabet=".?! \n\"'`>-a(\0\1é", max_size=200) | st.text())
def test_nothing_is_lost_and_nothing_moves(text: str) -> None:
    end = 0
    for start, stop in paragraphs(text):
        assert end <= start < stop <= len(text)
        end = stop
        prose = masked(text[start:stop])
        assert len(prose) == stop - start
        places = list(sentences(prose))
        assert [place for pair in places for place in pair] == sorted(place for pair in places for place in pair)
        assert "".join(prose[a:b] for a, b in places) == prose


def test_no_sentence_is_longer_than_can_be_judged_at_once() -> None:
    assert all(b - a <= LONGEST_SENTENCE for a, b in sentences("word " * 2_000 + "x" * 5_000))


LINES = st.lists(
    st.sampled_from(
        ["He lied.", "She said", "Why?", "\n", "\n", "\n", " \n", "- ", "1. ", "2026-01-01 10:00:00,1 ", "14:02 ",
         '"', "“", "”", "‘", "’", "'", "`", "„", "«", "»", "<a", ">", "> ", "(", ")", "*", "Dr.", "e.g.", "...", "…",
         "at f(", "A", " ", "\t"]
    ),
    max_size=25,
)  # fmt: skip


def placed(text: str, start: int, end: int) -> list[tuple[int, str]]:
    prose = masked(text[start:end])
    return [(start + begin, prose[begin:stop]) for begin, stop in sentences(prose)]


@given(st.one_of(LINES.map("".join), LINES.map(" ".join)))
def test_the_parts_of_a_paragraph_have_the_sentences_of_the_whole(text: str) -> None:
    for start, end in paragraphs(text):
        paragraph = text[start:end]
        found = [each for part in parts(paragraph, closed_end) for each in placed(paragraph, *part)]
        assert found == placed(paragraph, 0, len(paragraph))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One.\nTwo. \nThree", ["One.", "\nTwo.", " \nThree"]),
        ("One\nwrapped. Two.\nThree", ["One\nwrapped. Two.", "\nThree"]),
        ("- one\n- two", ["- one\n", "- two"]),
        ('He said "one.\nTwo.\nThree." End.\nFour.', ['He said "one.\nTwo.\nThree." End.', "\nFour."]),
        ("By Dr.\nNo.", ["By Dr.\nNo."]),
    ],
)
def test_a_paragraph_is_cut_where_a_sentence_ends_with_its_line(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in parts(text, closed_end)] == found


def test_a_quotation_without_an_end_is_looked_through_a_few_times_only() -> None:
    looked: list[int] = []

    def end_of(lines: str) -> int | None:
        looked.append(len(lines))
        return closed_end(lines)

    text = '"' + "A line of it.\n" * 2_000
    assert list(parts(text, end_of)) == [(0, len(text))]
    assert sum(looked) < 12 * len(text)
