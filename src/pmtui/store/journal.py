"""`journal.jsonl`: every change that was ever made, one checksummed line each.

A line is

    {"crc":"...","seq":17,"base":16,"schema":1,"id":"...","at":"...","by":"...","ops":[[table, id, document|null], ...]}

where `crc` covers the bytes after it up to the newline, `base` is the version that the change was made upon, and
`schema` is the form of the documents.  That much is the same in every schema.
A line that is not whole is passed over: a save that was cut short leaves one, and the next save begins a line of its
own after it.  What was acknowledged cannot vanish that way, since the line after it would have another base.
"""

from __future__ import annotations

import json
import re
import zlib
from typing import TYPE_CHECKING, NamedTuple

from .changes import Change, apply
from .plain import encode as to_json
from .schema import forward, newest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .changes import Op, Tables

_LINE = re.compile(rb'\{"crc":"([0-9a-f]{8})",("seq":(\d{1,18}),"base":(\d{1,18}),"schema":(\d{1,9}),.*\})', re.DOTALL)


class Line(NamedTuple):
    """A whole line; its operations are read when they are asked for."""

    seq: int
    base: int
    schema: int
    raw: bytes

    def change(self) -> Change:
        """The change that the line records, in the newest form."""
        said = json.loads(b"{" + self.raw)
        ops: list[Op] = [(table, key, document) for table, key, document in said["ops"]]
        return Change(self.seq, said["id"], said["at"], said["by"], forward(ops, self.schema))


class Journal(NamedTuple):
    """What a `journal.jsonl` says."""

    lines: list[Line]
    """The whole ones."""
    unbroken: bool
    """Each line was made upon the one before it, the first upon nothing."""
    ends_whole: bool
    """The last line is whole and has its newline."""
    size: int
    """Bytes."""

    @property
    def version(self) -> int:
        """The version that the last whole line made; 0 without any."""
        return self.lines[-1].seq if self.lines else 0

    def replay(self, tables: Tables, version: int) -> int:
        """Bring `tables` from `version` to the last version that the lines tell of, and return that version.

        Where a line is missing those after it count all the same: each holds whole documents.
        """
        for line in self.lines:
            if line.seq > version:
                apply(tables, line.change().ops)
                version = line.seq
        return version


def encode(change: Change, base: int) -> bytes:
    """The line for `change`, which was made upon version `base`, with its newline."""
    head = b'"seq":%d,"base":%d,"schema":%d,' % (change.seq, base, newest())
    rest = head + to_json({"id": change.id, "at": change.at, "by": change.by, "ops": change.ops})[1:]
    return b'{"crc":"%08x",%s\n' % (zlib.crc32(rest), rest)


def decode(raw: bytes) -> Journal:
    """The journal in `raw`; any bytes at all are allowed."""
    pieces = raw.split(b"\n")
    lines = list(_whole(pieces))
    bases = [0, *(line.seq for line in lines)]
    unbroken = all(line.base == base < line.seq for line, base in zip(lines, bases, strict=False))
    ends_whole = pieces[-1] == b"" and len(pieces) > 1 and any(_whole(pieces[-2:-1]))
    return Journal(lines, unbroken, ends_whole, len(raw))


def _whole(pieces: list[bytes]) -> Iterable[Line]:
    for piece in pieces:
        match = _LINE.fullmatch(piece)
        if match and zlib.crc32(match[2]) == int(match[1], 16):
            yield Line(int(match[3]), int(match[4]), int(match[5]), match[2])
