"""Text from people, made safe to print: no escape codes, no invisible turns of direction."""

from __future__ import annotations

CONTROLS = {code: "\N{REPLACEMENT CHARACTER}" for code in (*range(0x20), *range(0x7F, 0xA0)) if code not in (9, 10)}
TURNS = dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Marks that change the direction of what stands behind them; without them the order is the text's own."""

UNSAFE = {**CONTROLS, **TURNS, 0x0D: "\n", 0x0B: "\n", 0x0C: "\n", 0x85: "\n", 0x2028: "\n", 0x2029: "\n"}


MARKED = dict.fromkeys(UNSAFE, "\N{REPLACEMENT CHARACTER}")


def marked(line: str) -> str:
    """A line of text as long as `line`, with a replacement mark in the place of every unsafe character."""
    return line.translate(MARKED)


def printable(text: str) -> str:
    """`text` with line breaks and tabs kept, and every other control character shown as a replacement mark."""
    return text.replace("\r\n", "\n").translate(UNSAFE)


def one_line(text: str) -> str:
    """`printable` text on one line."""
    # Most texts are one already; a listing of thousands asks of each.
    if text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]:
        return text
    return " ".join(printable(text).split())


def counted(number: int, noun: str) -> str:
    """`1 incident`, `2 incidents`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def quoted(words: str) -> str:
    """`words` of a person as a message repeats them: in backticks, on one line, of at most 80 characters."""
    return f"`{shortened(words, 80)}`"


def shortened(text: str, width: int) -> str:
    """`one_line` of at most `width` characters, cut with an ellipsis."""
    line = one_line(text)
    return line if len(line) <= width else f"{line[: max(width - 1, 0)]}…"


def holds(text: str, wanted: str) -> bool:
    """Whether `text` holds each of the `wanted` words, in any order and however they are written."""
    folded = text.casefold()
    return all(word in folded for word in wanted.casefold().split())
