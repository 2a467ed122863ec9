"""A draft as a reader will see it: Markdown read back and laid out in lines of a given width."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pmtui.reading.plain import printable

if TYPE_CHECKING:
    from markdown_it.token import Token

BULLET = "· "
QUOTE = "| "


@dataclass
class Preview:
    """Lines to show; `strong` holds the numbers of those that are headings."""

    lines: list[str] = field(default_factory=list)
    strong: set[int] = field(default_factory=set)


def preview(markdown: str, width: int) -> Preview:
    """`markdown` read with CommonMark and tables, laid out in lines of at most `width` characters where words allow.

    A row of a table becomes a short list of its own, since six columns of sentences fit on no terminal.
    """
    from markdown_it import MarkdownIt

    layout = _Layout(max(width, 20))
    for token in MarkdownIt("commonmark").enable("table").parse(markdown):
        layout.take(token)
    return layout.made


class _Layout:
    """Takes the tokens one after the other and remembers what they stand inside of."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.made = Preview()
        self.within: list[str] = []
        self.begins_item = False
        self.heads: list[str] = []
        self.cells: list[str] = []

    def take(self, token: Token) -> None:
        """Lay out one token."""
        match token.type:
            case "list_item_open" | "blockquote_open" | "th_open" | "td_open":
                self.within.append(token.type.removesuffix("_open"))
                self.begins_item = token.type == "list_item_open"
            case "list_item_close" | "blockquote_close" | "th_close" | "td_close":
                self.within.pop()
            case "heading_open":
                self._gap()
                self.made.strong.add(len(self.made.lines))
            case "table_open":
                self.heads = []
            case "tr_close":
                self._row()
            case "inline":
                self._text(printable(_plain(token)))
            case "heading_close" | "paragraph_close" | "bullet_list_close" | "blockquote_close" | "table_close":
                if "list_item" not in self.within:
                    self._gap()

    def _text(self, text: str) -> None:
        if self.within and self.within[-1] in ("th", "td"):
            (self.heads if self.within[-1] == "th" else self.cells).append(text)
            return
        depth = self.within.count("list_item")
        lead = "  " * max(depth - 1, 0) + QUOTE * self.within.count("blockquote")
        rest = lead + ("  " if depth else "")
        self._wrapped(text, lead + BULLET if self.begins_item else rest, rest)
        self.begins_item = False

    def _row(self) -> None:
        for number, (head, cell) in enumerate(zip(self.heads, self.cells, strict=False)):
            self._wrapped(f"{head}: {cell}", "    " if number else "", "      ")
        if self.cells:
            self._gap()
        self.cells = []

    def _wrapped(self, text: str, first: str, rest: str) -> None:
        for number, line in enumerate(text.split("\n")):
            lead = rest if number else first
            wrapped = textwrap.wrap(line, self.width, initial_indent=lead, subsequent_indent=rest)
            self.made.lines += wrapped or [lead.rstrip()]

    def _gap(self) -> None:
        if self.made.lines and self.made.lines[-1]:
            self.made.lines.append("")


def _plain(token: Token) -> str:
    """The text that a reader sees, without the signs that made it."""
    breaks = {"hardbreak": "\n", "softbreak": " "}
    return "".join(breaks.get(child.type, child.content) for child in token.children or [])
