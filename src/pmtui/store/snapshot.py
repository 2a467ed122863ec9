"""`incident.json`: the documents of an incident as a TinyDB file, sealed by a checksum.

The file is one JSON object, table -> id -> document, whose last member is the bookkeeping table `_store`.  The seal
stands at its end and covers all bytes before it.  Its form is the same in every schema, so that any pmtui can tell a
damaged file from a newer one.
"""

from __future__ import annotations

import json
import re
import zlib
from typing import TYPE_CHECKING, NamedTuple

from .plain import encode as to_json
from .schema import forward_all, newest, refuse_newer

if TYPE_CHECKING:
    from pathlib import Path

    from .changes import Tables

BOOKKEEPING = "_store"

_TAIL = re.compile(
    rb',?"_store":\{"1":\{"schema":(?P<schema>\d{1,9}),"seq":(?P<seq>\d+),"journal":(?P<journal>\d+)'
    rb'(?P<seal>,"crc":"(?P<crc>[0-9a-f]{8})"\}\}\})\s*\Z'
)
_ANY_SCHEMA = re.compile(rb'"_store"\s*:\s*\{\s*"1"\s*:\s*\{\s*"schema"\s*:\s*(\d{1,9})\b[^{}]*\}\s*\}\s*\}\s*\Z')
_LONGEST_TAIL = 400


class Snapshot(NamedTuple):
    """What an `incident.json` says."""

    tables: Tables
    """In the newest form."""
    seq: int
    """The version of the incident."""
    journal: int
    """Bytes that the journal had at that version."""
    schema: int
    """The form in which the file holds them."""


def encode(tables: Tables, seq: int, journal: int) -> bytes:
    """The bytes of plain `tables` at version `seq`, when the journal has `journal` bytes."""
    body = to_json(tables)[:-1]
    comma = b"," if tables else b""
    numbers = b'"schema":%d,"seq":%d,"journal":%d' % (newest(), seq, journal)
    sealed = b'%s%s"_store":{"1":{%s' % (body, comma, numbers)
    return b'%s,"crc":"%08x"}}}' % (sealed, zlib.crc32(sealed))


def decode(raw: bytes, where: Path) -> Snapshot | None:
    """The snapshot that `encode` wrote, or None where `raw` is not that any more.

    Raises `Refused` where a newer pmtui wrote it.
    """
    start = max(len(raw) - _LONGEST_TAIL, 0)
    # Looked for without the seal: to refuse harms nothing, to take a newer file for a damaged one would.
    said = _ANY_SCHEMA.search(raw, start)
    if said and int(said[1]) > newest():
        refuse_newer(int(said[1]), newest(), where)
    tail = _TAIL.search(raw, start)
    if not tail or zlib.crc32(raw[: tail.start("seal")]) != int(tail["crc"], 16):
        return None
    schema = int(tail["schema"])
    tables = forward_all(json.loads(raw[: tail.start()] + b"}"), schema)
    return Snapshot(tables, int(tail["seq"]), int(tail["journal"]), schema)
