"""A small terminal: the few sequences that pmtui's frames are made of.  Another one is an error."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rich.cells import cell_len

TOKEN = re.compile(
    r"\x1b\[(?P<arguments>[\d;?]*)(?P<final>[A-Za-z])|(?P<newline>\n)|(?P<link>\x1b\]8;[^\x1b]*\x1b\\)|(?P<text>[^\x1b\n]+)"
)
INK, GROUND = re.compile(r"3\d|9\d"), re.compile(r"4\d|10\d")
EMPTY = (" ", ())

Cell = tuple[str, tuple[str, ...]]
"""A character with what is combined with it, and the numbers of its look, sorted."""


@dataclass
class Emulator:
    """A terminal that shows `rows` of cells, with line wrap off."""

    width: int
    height: int
    row: int = 0
    column: int = 0
    look: tuple[str, ...] = ()
    rows: list[list[Cell]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.rows = [[("#", ("41",))] * self.width for _ in range(self.height)]  # what stood there before

    def feed(self, sent: str) -> None:
        at = 0
        while at < len(sent):
            token = TOKEN.match(sent, at)
            assert token, f"unknown: {sent[at : at + 20]!r}"
            at = token.end()
            if token["newline"]:
                self.row = min(self.row + 1, self.height - 1)
            elif token["text"]:
                self._write(token["text"])
            elif token["final"]:
                self._obey(token["final"], token["arguments"])

    def _obey(self, final: str, arguments: str) -> None:
        match final:
            case "H":
                row, column = map(int, arguments.split(";"))
                self.row, self.column = row - 1, column - 1
            case "K":
                assert not self.look, "what is erased takes the colour that is set, in some terminals"
                assert not arguments
                self._clear(self.column, self.width)
            case "m":
                self._restyle(arguments)
            case _:
                raise AssertionError(f"unknown: {arguments}{final}")

    def _restyle(self, arguments: str) -> None:
        codes = re.findall(r"[34]8;5;\d+|[34]8;2;\d+;\d+;\d+|\d+", arguments or "0")
        for code in codes:
            kept = () if code == "0" else self.look
            kind = GROUND if GROUND.match(code) else INK if INK.match(code) else None
            if kind:
                kept = tuple(each for each in kept if not kind.match(each))
            self.look = kept if code in ("0", "39", "49") else tuple(sorted({*kept, code}))

    def _write(self, text: str) -> None:
        if text.isascii() and text.isprintable() and self.column + len(text) <= self.width:
            self._clear(self.column, self.column + len(text))
            self.rows[self.row][self.column : self.column + len(text)] = [(each, self.look) for each in text]
            self.column += len(text)
        else:
            for character in text:
                self._put(character)

    def _put(self, character: str) -> None:
        assert character.isprintable() or character in "\u200b\u200d\u202e\u2066\u200f\xad", repr(character)
        size = cell_len(character)
        if size == 0:
            if 0 < self.column <= self.width:
                before, look = self.rows[self.row][self.column - 1]
                self.rows[self.row][self.column - 1] = (before + character, look)
            return
        if self.column + size > self.width:  # without line wrap the last column is written over
            self.column = self.width - size
        self._clear(self.column, self.column + size)
        self.rows[self.row][self.column] = (character, self.look)
        for at in range(self.column + 1, self.column + size):
            self.rows[self.row][at] = ("", self.look)
        self.column += size

    def _clear(self, start: int, end: int) -> None:
        """Empty cells; of a wide character that is cut, the other half goes too."""
        row = self.rows[self.row]
        while end < self.width and row[end][0] == "":
            end += 1
        while start > 0 and row[start][0] == "":
            start -= 1
        row[start:end] = [EMPTY] * (end - start)

    @property
    def text(self) -> str:
        return "\n".join("".join(character for character, _ in row).rstrip() for row in self.rows)
