"""One line an incident, kept per user in the cache, so that listing thousands reads one small file.

A row is valid for an incident whose files have not changed since, for this version of pmtui and these language rules;
the others are made anew.  The catalogue is derived: it may be deleted at any time, nothing is decided by it, and on any
doubt about its content it is thrown away.
"""

from __future__ import annotations

import contextlib
import json
import os
import zlib
from time import monotonic
from typing import TYPE_CHECKING, Any

from pmtui import __version__

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pmtui.store import Store

    Row = dict[str, Any]


KEEP_AFTER = 5.0
"""Seconds of making rows after which those that are made are kept, so that who interrupts does not begin anew."""


def rows(store: Store, cache: Path, rules: Path, told: Callable[[int, int], None] | None = None) -> list[Row]:
    """A row for each incident, the one changed last first.

    `rules` is the folder of the team's rules of blaming language; where they have mistakes, the built-in ones are used.
    `told` is called with how many rows had to be made anew and are, and how many there are to make.

    A row has the fields of `pmtui list --format json` and `next`, what to do next in one sentence.  An incident that
    cannot be read has `fault`, one line that says why, and hides no other.
    """
    stamps = store.stamps()
    path = _path(cache, store.root)
    version = _version(rules)
    known = _read(path, version)
    fresh = {name: known[name] for name, stamp in stamps.items() if known.get(name, {}).get("stamp") == stamp}
    stale = [name for name in stamps if name not in fresh]
    if stale:
        build, kept_at = _builder(store, rules), monotonic()
        for number, name in enumerate(stale, 1):
            fresh[name] = {"stamp": stamps[name], "row": build(name)}
            if told:
                told(number, len(stale))
            if monotonic() - kept_at > KEEP_AFTER:
                _write(path, fresh, version)
                kept_at = monotonic()
    if stale or len(known) != len(stamps):
        _write(path, fresh, version)
    return sorted(
        (each["row"] for each in fresh.values()), key=lambda row: (row["changed"] or "", row["id"]), reverse=True
    )


def row(store: Store, cache: Path, rules: Path, name: str) -> Row:
    """The row of one incident: the one that is kept where it is valid, else made anew."""
    kept = _read(_path(cache, store.root), _version(rules)).get(name)
    if kept and kept["stamp"] == store.stamps().get(name):
        found: Row = kept["row"]
        return found
    return _builder(store, rules)(name)


def _version(rules: Path) -> str:
    from pmtui.blame import stamp

    return f"{__version__}/{stamp(rules):08x}"


def _builder(store: Store, rules: Path) -> Callable[[str], Row]:
    from pmtui import blame
    from pmtui.library.row import faulty_row, row

    loaded, _ = blame.usable(rules)

    def build(name: str) -> Row:
        from pmtui.errors import Refused

        try:
            return row(store, name, loaded)
        except Refused as fault:
            return faulty_row(name, str(fault))

    return build


def _path(cache: Path, root: Path) -> Path:
    return cache / f"{zlib.crc32(os.fsencode(root)):08x}" / "catalogue.json"


def _read(path: Path, version: str) -> dict[str, Any]:
    try:
        checksum, _, rows = path.read_bytes().partition(b"\n")
    except OSError:
        return {}
    kept: dict[str, Any] = json.loads(rows) if checksum == _checksum(rows, version) else {}
    return kept


def _write(path: Path, rows: dict[str, Any], version: str) -> None:
    encoded = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()
    # A cache that cannot be written costs time, not answers: it is tried again at the next listing.
    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        mine = path.with_name(f"catalogue.{os.getpid()}")
        with os.fdopen(os.open(mine, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600), "wb") as file:
            file.write(_checksum(encoded, version) + b"\n" + encoded)
        mine.replace(path)


def _checksum(rows: bytes, version: str) -> bytes:
    # Of the version as well: what another version wrote is as little worth as what is damaged.
    return b"%08x" % zlib.crc32(rows, zlib.crc32(version.encode()))
