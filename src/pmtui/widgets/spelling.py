"""Characters on their way to and from the terminal: those that it draws wider than was reckoned, or cannot draw.

Terminals disagree on how wide a sequence is that makes one picture of several characters, such as a flag or a family;
what stands behind it would leave its column.  The first character alone is shown, in the room that was reckoned.  Marks
of pmtui's own have a twin in ASCII.  What is stored stays as it was typed.
"""

from __future__ import annotations

import codecs
import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.drivers import linux_driver
from textual.filter import LineFilter

if TYPE_CHECKING:
    from textual.color import Color

JOINED = re.compile(
    "[\U0001f1e6-\U0001f1ff]"  # half of a flag, or with its looks, keycap, skin, or joined to others
    "|."
    "(?:[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]|\u200d[^\\s\\w])+"
)
LETTERS = {code: chr(code - 0x1F1E6 + ord("A")) for code in range(0x1F1E6, 0x1F200)}

ASCII = str.maketrans(
    "─━│┃▌▏▎▐┌┐└┘├┤┬┴┼╭╮╯╰▁▂▃▄▅▆▇█·•…“”„‘’‚–—→←↑↓▸▾✓×′",
    "--||||||+++++++++++++________-*>\"\"\"'''--><^v>vxx'",
)
"""The marks of pmtui's own, and those that it puts around words, each with its twin."""

LATIN = "pmtui.latin-1"
"""The name of what is done with a byte that is no UTF-8."""


class Spelt(LineFilter):
    """Lines as a terminal can show them; `is_ascii` where it knows no marks beyond ASCII."""

    def __init__(self, *, is_ascii: bool) -> None:
        super().__init__()
        self._is_ascii = is_ascii

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same cells, other characters in some."""
        return [
            segment if segment.text.isascii() else Segment(self._spelt(segment.text), segment.style, segment.control)
            for segment in segments
        ]

    def _spelt(self, text: str) -> str:
        return steady(text).translate(ASCII) if self._is_ascii else steady(text)


@lru_cache(1024)
def steady(text: str) -> str:
    """`text` in as many cells, none of them in dispute."""
    return JOINED.sub(_steadied, text)


def _steadied(found: re.Match[str]) -> str:
    joined = found[0]
    first = joined.translate(LETTERS) if ord(joined[0]) in LETTERS else joined[0]
    return first + " " * (cell_len(joined) - cell_len(first))


def read_any_bytes() -> None:
    """From now on take a byte that is no UTF-8 as a letter of Latin-1, where Textual would end the app."""
    codecs.register_error(LATIN, _as_latin)
    linux_driver.getincrementaldecoder = lambda name: partial(codecs.getincrementaldecoder(name), LATIN)  # type: ignore[attr-defined]


def _as_latin(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end
