"""The copy of an incident that one change edits, behind TinyDB's tables.

This is the only module that imports TinyDB, and only a change imports this one: reading needs neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

from pmtui.errors import Refused

from .plain import plain
from .snapshot import BOOKKEEPING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .changes import Tables


class CopyStorage(Storage):
    """Tables in memory.  Nothing is saved by a write: the store saves the difference when the change is done."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables

    def read(self) -> Tables:
        """The working tables themselves."""
        return self.tables

    def write(self, data: Tables) -> None:
        """Take `data` as the working tables."""
        self.tables = data


class WordTable(Table):
    """A table whose ids are texts, such as `i1/event_at@e3f2`."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB declares int, and documents that it may be replaced

    def put(self, document: Document) -> None:
        """Make `document` the whole content of its id; `upsert` would mix it with the fields that were there."""
        self._update_table(lambda table: table.update({document.doc_id: dict(document)}))

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        # TinyDB converts every id of the table to its class and back at each write, which makes an import of n
        # documents n * n work.  Here the ids are texts already, so the updater edits the working table itself.
        updater(cast("CopyStorage", self._storage).tables.setdefault(self.name, {}))


class WordDB(TinyDB):
    """TinyDB with such tables."""

    table_class = WordTable


class WorkingCopy:
    """An `Edit` over a copy of `tables`, which stay as they are."""

    def __init__(self, tables: Tables) -> None:
        # The documents themselves are shared: they are never edited in place, since all that go in or out are copies.
        self.tables: Tables = {name: dict(documents) for name, documents in tables.items()}
        self._db = WordDB(self.tables, storage=CopyStorage)

    def get(self, table: str, key: str, /) -> dict[str, Any] | None:
        """A copy of the document, or None."""
        document = self._table(table).get(doc_id=_id(key))
        return None if document is None else self._copy(table, document)

    def all(self, table: str, /) -> dict[str, dict[str, Any]]:
        """Copies of all documents of the table by id, in the order in which they came."""
        return {str(document.doc_id): self._copy(table, document) for document in self._table(table)}

    def put(self, table: str, key: str, document: Mapping[str, Any], /) -> None:
        """Make `document` the whole content of `key`."""
        if table == BOOKKEEPING:
            raise Refused(f"not saved: the table {BOOKKEEPING} belongs to the store")
        for name in (table, key):
            if type(plain(name, "an id")) is not str or not name:
                raise Refused(f"not saved: {name!r} is not an id; ids and names of tables are texts")
        self._table(table).put(Document(plain(dict(document), f"{table} {key}"), _id(key)))

    def remove(self, table: str, key: str, /) -> None:
        """Take the document out, if it is there."""
        self._table(table).remove(doc_ids=[_id(key)])

    def _table(self, name: str) -> WordTable:
        return cast("WordTable", self._db.table(name, cache_size=0))

    def _copy(self, table: str, document: Document) -> dict[str, Any]:
        copy: dict[str, Any] = plain(dict(document), f"{table} {document.doc_id}")
        return copy


def _id(key: str) -> Any:
    """`key`, for annotations of TinyDB that know ids of type int only."""
    return key
