"""Text from people as Markdown that shows exactly that text: one function for each place that a text can stand in.

A backslash is set only where a reader of Markdown would see more than text, so that the draft stays readable in a plain
terminal.  Addresses are broken up too, since many readers make links of bare ones: `https:\\//`, `www\\.`, `a\\@b`.
"""

from __future__ import annotations

import re
from typing import NewType

from pmtui.reading.plain import printable

Markdown = NewType("Markdown", str)
"""Text that may stand in the draft as it is.  Only the layout's own words and the functions here make it."""

SPECIAL = re.compile(
    r"""
      [\\`*\[|~]                              # escapes, code, emphasis, links, cells, strikethrough
    | (?<![^\W_])_ | _(?![^\W_])              # emphasis; an underscore inside a word is none
    | <(?![\s\d=])                            # HTML, autolinks
    | &(?=\#?[A-Za-z0-9]+(?:;|$))             # entities, also one that the next words of the draft would complete
    | \$(?!\d)                                # formulas; no amount of money closes one
    | /(?=/) | (?<=\S)@(?=\S)                 # bare addresses, mail addresses
    | (?<=\S)\.(?=[^\W\d_]{2}) | (?<=www)\.   # bare names of hosts, and of files that look like them
    """,
    re.VERBOSE | re.IGNORECASE,
)
OPENS_A_BLOCK = re.compile(r"^(?:(?=[#>+=:-])|(?P<number>[0-9]+)(?=[.)](?:\s|$)))")
"""What makes a heading, quotation, list, underline, rule or table of a line that it begins."""

PARAGRAPH_BREAK = re.compile(r"\n\s*\n")
SURROGATE = re.compile("[\ud800-\udfff]")
LINKED_ADDRESS = re.compile(r"https?://[\w.~:/?#\[\]@!$&'()*+,;=%-]+", re.IGNORECASE)


def inline(text: str | None) -> Markdown:
    """`text` on one line, inside a line or at its beginning; empty for None and for blanks."""
    return _begun(_within(_plain(text)))


def heading(text: str | None) -> Markdown:
    """`text` behind the marks of a heading, which marks at its end would close."""
    return Markdown(re.sub(r"#$", r"\\#", _within(_plain(text))))


def cell(text: str | None) -> Markdown:
    """`text` as the cell of a table, or a part of it; paragraphs and lines run together."""
    return _within(_plain(text))


def paragraphs(text: str | None) -> Markdown:
    """`text` with its paragraphs and line breaks; a line break is a backslash at the end of a line."""
    blocks = ([_line(line) for line in block.split("\n")] for block in PARAGRAPH_BREAK.split(_plain(text)))
    return Markdown("\n\n".join("\\\n".join(line for line in lines if line) for lines in blocks if any(lines)))


def address(text: str | None) -> Markdown:
    """`text` as a link that shows its whole address; as plain text where it is no http or https address."""
    plain = _plain(text).strip()
    return Markdown(f"<{plain}>") if LINKED_ADDRESS.fullmatch(plain) else inline(plain)


def _plain(text: str | None) -> str:
    return SURROGATE.sub("\N{REPLACEMENT CHARACTER}", printable(text or ""))


def _within(text: str) -> Markdown:
    return Markdown(SPECIAL.sub(r"\\\g<0>", " ".join(text.split())))


def _line(text: str) -> Markdown:
    return _begun(_within(text))


def _begun(line: str) -> Markdown:
    return Markdown(OPENS_A_BLOCK.sub(r"\g<number>\\", line))
