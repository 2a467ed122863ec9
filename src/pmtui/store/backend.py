"""What an engine must do to keep the documents of incidents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .changes import Change, Op, Tables


class Conflict(Exception):
    """The incident is not at the version any more that a change was made upon; load it and make the change again."""


class Backend(Protocol):
    """Three methods; listing, removing and repairing are each engine's own."""

    def load(self, incident: str) -> tuple[int, Tables]:
        """The version of `incident` and its tables, which are the caller's own.  Raises `Refused`."""

    def since(self, incident: str, version: int) -> Iterator[Change]:
        """The changes after `version`, oldest first.  Raises `Refused`."""

    def append(self, incident: str, expected: int, change_id: str, ops: Iterable[Op], by: str) -> int:
        """Make a change durable and return the new version; nothing to do is no new version.

        A change that was sent before, by its id, is not made again: the version that it made is returned.

        Raises `Conflict` where the incident is not at version `expected`, and `Refused` where it cannot be saved.
        """
