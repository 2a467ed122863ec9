"""Whatever people type appears as they typed it, and is never read as Markdown."""

from __future__ import annotations

import re
from itertools import count, cycle
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from draft import reading
from draft.whole import LINKED, whole
from pmtui.draft import escape, markdown
from pmtui.reading.plain import printable

if TYPE_CHECKING:
    from collections.abc import Callable

SIGNS = (
    *"\\`*_~|[]()<>!#$&:;=+-.,/@\"'0123456789",
    *("# ", "## ", "- ", "* ", "+ ", "1. ", "2) ", "> ", "    ", "\t", "- [ ] ", "- [x] ", "[^1]", "[^1]: ", ": "),
    *("```", "~~~", "~~", "**", "__", "---", "***", "===", ":--", "--:|", "| --- |", "![", "](", "[a](", "[a]: "),
    *("<b>", "</b>", "<!--", "-->", "<?", "<![CDATA[", "<script>", "<br>", "&amp;", "&#35;", "&#x2028;", "&copy"),
    *("https://", "http://x", "ftp://", "//", "//localhost", "www.", "example.com", ".org", "config.py", "e.g."),
    *("mailto:", "a@b.co", "@name", "xmpp:", "<https://x.y>", "javascript:", "snake_case", "_x_", "a__b", "5*3", "C#"),
    *("\n", "\n\n", "\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "\\\n", "  \n"),
    *("\0", "\x1b[31m", "\x1b]8;;x\x07", "\x07", "\x7f", "\x9b", "\u202e", "\u2066", "\u200f"),
    *("\u200b", "\u200d", "\ufeff"),
    *("\xa0", "\u2003", "\u3000", "\xad", "é", "中文", "🙂", "שלום", "рф", "“", "—", "²", "a", "word", " "),
)  # fmt: skip
NASTY = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=10).map("".join)
TEXT = (NASTY | st.text(min_size=1, max_size=30)).filter(lambda text: bool(printable(text).strip()))

NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
"""A whole draft is long: what breaks it is seen faster in the tests of one text."""

MARK = re.compile(r"q(\d+)l(\d+)q")


def words(line: str) -> str:
    """A line as a reader should see it."""
    return " ".join(printable(line).split())


def lines(text: str) -> list[str]:
    return [line for line in map(words, printable(text).split("\n")) if line]


def harmless(text: str, number: int) -> str:
    """A text with the paragraphs and lines of `text`, each of one harmless word."""
    places = count()
    return "\n".join(f"q{number}l{next(places)}q" if words(line) else "" for line in printable(text).split("\n"))


@settings(max_examples=10, phases=NO_SHRINKING, deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=40))
def test_a_draft_of_any_text_has_the_structure_of_one_of_harmless_text(texts: list[str]) -> None:
    typed, meek = cycle(texts), cycle([harmless(text, number) for number, text in enumerate(texts)])
    hostile, plain = markdown(*whole(typed.__next__)), markdown(*whole(meek.__next__))
    for reader in reading.READERS:
        assert reading.structure(hostile, reader) == reading.structure(plain, reader)
        expected = [
            MARK.sub(lambda mark: lines(texts[int(mark[1])])[int(mark[2])], seen)
            for seen in reading.visible(plain, reader)
        ]
        assert reading.visible(hostile, reader) == expected


@settings(max_examples=120, deadline=None)
@given(TEXT)
@pytest.mark.parametrize("reader", reading.READERS)
@pytest.mark.parametrize(
    ("escaped", "before", "after"),
    [
        (escape.inline, "", ""),
        (escape.inline, "- ", ""),
        (escape.inline, "> ", ""),
        (escape.inline, "words\n\n**", "**"),
        (escape.inline, "words ", ": words; words"),
        (escape.heading, "# ", ""),
        (escape.cell, "| a |\n| --- |\n| ", " |"),
    ],
)
def test_a_text_on_one_line_is_seen_as_it_was_typed(
    reader: str, escaped: Callable[[str], str], before: str, after: str, text: str
) -> None:
    around = f"{before}harmless{after}"
    draft = f"{before}{escaped(text)}{after}"
    line = " ".join(lines(text))
    seen = [each.replace("harmless", line) for each in reading.visible(around, reader)]
    assert reading.visible(draft, reader) == seen
    assert reading.structure(draft, reader) == reading.structure(around, reader)


@settings(max_examples=120, deadline=None)
@given(TEXT)
def test_a_long_text_keeps_its_paragraphs_and_lines(text: str) -> None:
    blocks = [block for block in re.split(r"\n\s*\n", printable(text)) if block.strip()]
    for reader in reading.READERS:
        assert reading.visible(escape.paragraphs(text), reader) == [" ".join(lines(block)) for block in blocks]
        kinds = {
            kind for token in reading.structure(escape.paragraphs(text), reader) for kind in (token[0], *token[3:])
        }
        assert kinds <= {"paragraph_open", "inline", "paragraph_close", "text", "hardbreak"}


@settings(max_examples=120, deadline=None)
@given(TEXT | st.builds("{}{}".format, st.sampled_from(["http://", "https://", "HTTPS://a.b/"]), TEXT))
def test_an_address_is_a_link_to_itself_or_text(text: str) -> None:
    for reader in reading.READERS:
        (block,) = (token for token in reading.tokens(f"- {escape.address(text)}", reader) if token.type == "inline")
        kinds = [child.type for child in block.children or ()]
        if kinds != ["text"]:
            assert kinds == ["link_open", "text", "link_close"]
            assert printable(text).strip().lower().startswith(("http://", "https://"))
            assert escape.address(text) == f"<{printable(text).strip()}>"
        else:
            assert reading.seen(block) == words(text)


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://example.org/x",
        "//example.org",
        "https://exa mple.org",
        "https://a.b/<x>",
        "https://a.b/\x1b[0m",
        "https://",
        "HTTP 500",
    ],
)
def test_what_is_no_web_address_is_no_link(text: str) -> None:
    assert "link_open" not in str(reading.structure(f"- {escape.address(text)}", "gfm-like"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("snake_case, R&D, $800, <3, e.g. at 14:05 (#3)", "snake_case, R&D, $800, <3, e.g. at 14:05 (#3)"),
        ("5.6 s", "5.6 s"),
        ("https://example.org/a", r"https:\//example\.org/a"),
        ("write to a@b.co", r"write to a\@b\.co"),
        ("2024. A year", r"2024\. A year"),
        ("C #", "C #"),
    ],
)  # fmt: skip
def test_text_stays_readable_in_a_plain_terminal(text: str, shown: str) -> None:
    assert escape.inline(text) == shown


def test_half_a_character_does_not_stop_the_draft() -> None:
    assert escape.inline("a\ud800b") == "a\N{REPLACEMENT CHARACTER}b"


@pytest.mark.parametrize("blank", ["", " ", "\n\n", "\u200e", "\u3000\t"])
def test_blank_text_leaves_no_traces(blank: str) -> None:
    draft = markdown(*whole(lambda: blank))
    for line in draft.split("\n"):
        assert line == line.rstrip()
        assert line not in ("-", ">", "#", "##", "###")
    assert "****" not in draft
    assert "“”" not in draft
    assert "()" not in draft


@settings(max_examples=20, phases=NO_SHRINKING, deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=40))
def test_no_line_ends_in_blanks_and_the_file_in_one_line_end(texts: list[str]) -> None:
    draft = markdown(*whole(cycle(texts).__next__))
    assert draft.endswith("\n")
    assert not draft.endswith("\n\n")
    assert [line for line in draft.split("\n") if line != line.rstrip()] == []
    assert draft.encode().decode() == draft


def test_only_the_listed_source_is_a_link() -> None:
    draft = markdown(*whole(lambda: "https://elsewhere.example.com"))
    for reader in reading.READERS:
        links = [
            child.attrs["href"]
            for token in reading.tokens(draft, reader)
            for child in token.children or ()
            if child.type == "link_open"
        ]
        assert links == [LINKED]
