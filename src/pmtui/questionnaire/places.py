"""The places of the record that a questionnaire may speak of, as far as the caller tells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, TypeAlias

from pmtui.reading.checking import did_you_mean
from pmtui.reading.plain import shortened

Kind: TypeAlias = Literal["text", "moment", "several"]
"""What a place holds: one text, a point in time, or several texts."""

Told: TypeAlias = Callable[[str], bool] | Mapping[str, Kind] | None
"""Whether a path, such as `system.name`, is a place; or every place with what it holds; none where any is taken."""


class Places:
    """What was told of the places."""

    def __init__(self, told: Told) -> None:
        self._kinds: Mapping[str, Kind] = told if isinstance(told, Mapping) else {}
        self._instead: dict[tuple[str, str], str] = {}
        self._holds = self._kinds.__contains__ if isinstance(told, Mapping) else told

    def __contains__(self, path: str) -> bool:
        return self._holds is None or bool(self._holds(path))

    def kind(self, path: str) -> Kind | None:
        """What the place holds, where that is known."""
        return self._kinds.get(path)

    def instead_of(self, path: str, before: str = "") -> str:
        """What to write for a path that is none, as the end of a message; `before` stands before each path."""
        # The same mistake is often made many times over, and to look for what is near takes long.
        if (path, before) not in self._instead:
            self._instead[path, before] = self._found_instead(path, before)
        return self._instead[path, before]

    def _found_instead(self, path: str, before: str) -> str:
        item, _, field = path.rpartition(".")
        fields = [each.rpartition(".")[2] for each in self._kinds if each.rpartition(".")[0] == item]
        below = sorted({each.rpartition(".")[0] for each in self._kinds if each.startswith(f"{path}.")})
        deeper = [each for each in self._kinds if each.split(".")[0] == item and each.endswith(f".{field}")]
        if fields:
            meant = did_you_mean(f"{before}{path}", [f"{before}{item}.{each}" for each in fields if _near(field, each)])
            return meant or f"; a {item} has: {shortened(', '.join(fields), 160)}"
        if below == [path]:
            return f"; name a field of it, such as {before}{path}.{self._fields(path)[0]}"
        if deeper or below:
            forms = deeper or [f"{each}.{self._fields(each)[0]}" for each in below]
            return f"; write {' or '.join(f'{before}{each}' for each in forms[:3])}"
        kinds = sorted({each.rpartition(".")[0] for each in self._kinds})
        meant = did_you_mean(f"{before}{path}", [f"{before}{each}" for each in self._kinds])
        return meant or (f"; there are: {shortened(', '.join(kinds), 200)}" if kinds else "")

    def _fields(self, item: str) -> list[str]:
        return [each.rpartition(".")[2] for each in self._kinds if each.rpartition(".")[0] == item]


def _near(word: str, other: str) -> bool:
    return bool(did_you_mean(word, [other]))
