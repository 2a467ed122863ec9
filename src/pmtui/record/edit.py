"""What a change of an incident is written against."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping


class Edit(Protocol):
    """The documents of one incident, as a copy in memory that one change may edit.

    Tables are named `incident`, `participants`, `interviews`, `answers`, `decisions`; a document's id is a text such as
    `i1/event_at@e3f2`.  What a function does with an `Edit` is saved as a whole when it returns, or not at all.  It may
    be run again, so it does nothing but edit.
    """

    def get(self, table: str, key: str, /) -> dict[str, Any] | None:
        """A copy of the document `key` of `table`, or None."""

    def all(self, table: str, /) -> dict[str, dict[str, Any]]:
        """Copies of all documents of `table` by id, in the order in which they came; empty for an unknown table."""

    def put(self, table: str, key: str, document: Mapping[str, Any], /) -> None:
        """Make `document` the whole content of `key`.  Raises `Refused` where JSON cannot hold it."""

    def remove(self, table: str, key: str, /) -> None:
        """Take the document `key` out of `table`; nothing happens where there is none."""
