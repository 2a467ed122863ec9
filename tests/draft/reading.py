"""A draft as a reader of Markdown understands it."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

READERS = ("commonmark", "gfm-like")


@cache
def _reader(name: str) -> MarkdownIt:
    return MarkdownIt(name).enable("table")


@lru_cache(2 * len(READERS))  # a test looks at two drafts in turn, at what they are made of and at what is seen
def tokens(text: str, reader: str) -> list[Token]:
    """The blocks of `text`; an inline block carries its parts as children."""
    return _reader(reader).parse(text)


def structure(text: str, reader: str) -> list[tuple[str, ...]]:
    """What `text` is made of, without its words."""
    return [
        (token.type, token.tag, token.markup, *(child.type for child in token.children or ()))
        for token in tokens(text, reader)
    ]


def visible(text: str, reader: str = "gfm-like") -> list[str]:
    """The words that a reader sees, one entry a heading, paragraph or cell."""
    return [seen(token) for token in tokens(text, reader) if token.type == "inline"]


def seen(inline: Token) -> str:
    """The words of an inline block; a line break is a space."""
    return "".join(" " if child.type.endswith("break") else child.content for child in inline.children or ())


def sections(text: str) -> Iterator[tuple[list[str], Token, str]]:
    """Each inline block with the headings that it stands under, its opening token, and its words."""
    above: dict[str, str] = {}
    before: Token | None = None
    for token in tokens(text, "gfm-like"):
        if token.type == "inline" and before is not None:
            words = seen(token)
            if before.type == "heading_open":
                above = {tag: title for tag, title in above.items() if tag < before.tag} | {before.tag: words}
            yield list(above.values()), before, words
        before = token


def rows(text: str) -> list[list[str]]:
    """The rows of all tables, cell by cell, without their titles."""
    found: list[list[str]] = []
    before: Token | None = None
    for token in tokens(text, "gfm-like"):
        if token.type == "tr_open":
            found.append([])
        elif before is not None and before.type == "td_open" and token.type == "inline":
            found[-1].append(seen(token))
        before = token
    return [row for row in found if row]
