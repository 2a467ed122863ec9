"""What was answered before: every revision of every answer, and what each change touched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from pmtui.record.documents import Answer
from pmtui.record.view import read_as

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


class Changed(Protocol):
    """A change of an incident as its store tells it: operations are (table, id, whole document or none)."""

    @property
    def seq(self) -> int:
        """The version that it made, from 1."""

    @property
    def at(self) -> str:
        """When, as ISO 8601 in UTC."""

    @property
    def by(self) -> str:
        """The author."""

    @property
    def ops(self) -> Sequence[tuple[str, str, Mapping[str, Any] | None]]:
        """What was done."""


def revisions(changes: Iterable[Changed], name: str | None = None) -> Iterator[Answer]:
    """Every revision of every answer, or of the answer with the id `name`, oldest first.

    Raises `Refused` where a document is no answer.
    """
    for change in changes:
        for table, key, document in change.ops:
            if table == "answers" and document is not None and name in (None, key):
                yield read_as(Answer, table, key, document)


def log(changes: Iterable[Changed]) -> Iterator[dict[str, Any]]:
    """Each change as plain data: `{"seq", "at", "by", "changes": [{"table", "id", "what"}]}`.

    `what` is added, changed or removed.
    """
    known: set[tuple[str, str]] = set()
    for change in changes:
        touched = []
        for table, key, document in change.ops:
            what = "removed" if document is None else "changed" if (table, key) in known else "added"
            (known.discard if document is None else known.add)((table, key))
            touched.append({"table": table, "id": key, "what": what})
        yield {"seq": change.seq, "at": change.at, "by": change.by, "changes": touched}
