"""The documents of one incident in plain dicts, for tests that need no store."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


class DictEdit:
    """An `Edit` over `tables`."""

    def __init__(self) -> None:
        self.tables: dict[str, dict[str, dict[str, Any]]] = {}

    def get(self, table: str, key: str, /) -> dict[str, Any] | None:
        return deepcopy(self.tables.get(table, {}).get(key))

    def all(self, table: str, /) -> dict[str, dict[str, Any]]:
        return deepcopy(self.tables.get(table, {}))

    def put(self, table: str, key: str, document: Mapping[str, Any], /) -> None:
        self.tables.setdefault(table, {})[key] = deepcopy(dict(document))

    def remove(self, table: str, key: str, /) -> None:
        self.tables.get(table, {}).pop(key, None)
