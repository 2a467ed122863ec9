"""Changes of tables, as data: the same for the journal, the snapshot and a database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from .plain import same

if TYPE_CHECKING:
    from collections.abc import Iterable

Document: TypeAlias = dict[str, Any]
Tables: TypeAlias = dict[str, dict[str, Document]]
"""Table -> document id -> document."""

Op: TypeAlias = tuple[str, str, Document | None]
"""Table, document id, and the whole new document; None removes it."""


class Change(NamedTuple):
    """What one author saved in one go."""

    seq: int
    """The version of the incident that this change made, from 1."""
    id: str
    """Chosen by the writer, so that sending it twice is seen."""
    at: str
    """When it was saved, as ISO 8601 in UTC."""
    by: str
    ops: list[Op]


def difference(old: Tables, new: Tables) -> list[Op]:
    """The operations that turn `old` into `new`; what is new comes in the order of `new`."""
    ops: list[Op] = []
    for table, documents in new.items():
        before = old.get(table, {})
        ops += [(table, key, document) for key, document in documents.items() if not same(before.get(key), document)]
    for table, documents in old.items():
        after = new.get(table, {})
        ops += [(table, key, None) for key in documents if key not in after]
    return ops


def apply(tables: Tables, ops: Iterable[Op]) -> None:
    """Run `ops` on `tables` in place; a new document goes to the end of its table."""
    for table, key, document in ops:
        if document is None:
            tables.get(table, {}).pop(key, None)
        else:
            tables.setdefault(table, {})[key] = document
