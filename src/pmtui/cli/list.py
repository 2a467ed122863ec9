"""`pmtui list`: the incidents, from the catalogue."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from pmtui.cli.opening import print_json, rules_folder, settings_of, store_of, tell
from pmtui.library.catalogue import rows
from pmtui.reading.plain import one_line, printable

if TYPE_CHECKING:
    from argparse import Namespace

    from pmtui.library.catalogue import Row

MANY = 50
"""Incidents to read from which on it is worth telling how far one is."""

HEADS = ("severity", "incident", "id", "state", "interviews", "flags", "actions", "changed")
PUBLIC = ("id", "title", "severity", "state", "interviews", "flags", "actions", "changed")


def run(given: Namespace) -> int:
    """Print a table, or JSON."""
    store = store_of(given)
    found = rows(store, settings_of(given).cache, rules_folder(given), _progress if sys.stderr.isatty() else None)
    tell(store)
    if given.format == "json":
        print_json([{name: row[name] for name in (*PUBLIC, *(["fault"] if "fault" in row else []))} for row in found])
    elif sys.stdout.isatty() and found:
        _draw([_cells(row) for row in found])
    else:
        for cells in [HEADS, *(_cells(row) for row in found)] if found else []:
            print("\t".join(cells))
    for row in found:
        if "fault" in row:
            print(f"pmtui: {row['fault']}", file=sys.stderr)
    if not found and sys.stdout.isatty():
        where = "no incidents yet" if store.root.exists() else f"there is no store in {printable(str(store.root))} yet"
        print(f"{where}; `pmtui new` starts an incident")
    return 2 if any("fault" in row for row in found) else 0


def _progress(done: int, count: int) -> None:
    # For people who wait; a listing of some incidents is done before it could be read.
    if count >= MANY and (done % MANY == 0 or done == count):
        print(
            "\r\033[K" if done == count else f"\rreading {done} of {count} incidents",
            end="",
            file=sys.stderr,
            flush=True,
        )


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row["severity"] or "",
        one_line(row["title"]),
        row["id"],
        (row["state"] or "").replace("_", " "),
        _of(row["interviews"], "done", "planned"),
        "" if row["flags"] is None else str(row["flags"]),
        _of(row["actions"], "open", "all"),
        (row["changed"] or "")[:16].replace("T", " "),
    )


def _of(counts: dict[str, int | None], part: str, whole: str) -> str:
    return f"{counts[part]}/{counts[whole]}" if counts[part] is not None else ""


def _draw(lines: list[tuple[str, ...]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for head in HEADS:
        table.add_column(head.upper(), overflow="fold" if head in ("incident", "id") else "ellipsis")
    for cells in lines:
        table.add_row(*(Text(cell) for cell in cells))
    Console().print(table)
