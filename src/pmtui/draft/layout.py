"""The few shapes that the draft is made of.  They take text that is Markdown already, and leave out what is empty.

No line is wrapped: a paragraph is one line, which a terminal, a browser and a diff each break as they like.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmtui.draft.escape import Markdown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def blocks(*parts: Markdown) -> Markdown:
    """Blocks with an empty line between them."""
    return Markdown("\n\n".join(part for part in parts if part))


def section(title: str, *parts: Markdown) -> Markdown:
    """A section with a title of the draft's own; empty where nothing stands in it."""
    body = blocks(*parts)
    return Markdown(f"## {title}\n\n{body}") if body else Markdown("")


def bullet(text: Markdown, below: Iterable[Markdown] = ()) -> Markdown:
    """An entry of a list, with entries below it; `text` may have several paragraphs."""
    return Markdown("- " + _indented("\n".join([text, *(bullet(each) for each in below if each)])))


def bullets(entries: Iterable[Markdown]) -> Markdown:
    """A list of `bullet`s, or of plain texts made ready by the caller."""
    return Markdown("\n".join(entry for entry in entries if entry))


def quotation(text: Markdown) -> Markdown:
    """A block quotation."""
    return Markdown("\n".join(f"> {line}".rstrip() for line in text.split("\n"))) if text else text


def table(titles: Sequence[str], rows: Iterable[Sequence[Markdown]]) -> Markdown:
    """A table, each row on one line; cells are not padded, so that a change of one leaves the others alone."""
    lines = [titles, ["---"] * len(titles), *rows]
    return Markdown("\n".join(f"| {' | '.join(line)} |" for line in lines))


def labelled(label: str, text: Markdown) -> Markdown:
    """`text` behind a word that says what it is; empty where there is none."""
    return Markdown(f"{label}: {text}") if text else text


def strong(text: Markdown) -> Markdown:
    """`text` that stands out.  It needs a space, or nothing, on either side."""
    return Markdown(f"**{text}**") if text else text


def joined(parts: Iterable[Markdown], by: str = ", ") -> Markdown:
    """The parts that are not empty, on one line."""
    return Markdown(by.join(part for part in parts if part))


def _indented(text: str) -> str:
    return re.sub(r"\n(?=[^\n])", "\n  ", text)
