"""Lists of values to choose from, as data; read when first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pmtui.errors import Refused
from pmtui.reading.plain import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True)
class Value:
    """One value of a list: a stable id, its label, and when to choose it.

    `maps` are the matching values of outside lists, by the name of the list, such as `OECD`.
    """

    id: str
    label: str
    definition: str
    maps: Mapping[str, Sequence[str]]


@cache
def _lists() -> dict[str, tuple[Value, ...]]:
    from pmtui.reading.yaml import shipped

    data = shipped(Path(__file__).with_name("vocabularies.yaml"))
    return {
        each["id"]: tuple(_value(value) for value in each["values"] if value.get("offered", True))
        for each in data["vocabularies"]
    }


def _value(data: Mapping[str, Any]) -> Value:
    maps = {name: [each] if isinstance(each, str) else each for name, each in data.get("maps", {}).items()}
    return Value(data["id"], data["label"], data["definition"], maps)


def names() -> list[str]:
    """The names of all lists."""
    return list(_lists())


def values(name: str) -> tuple[Value, ...]:
    """The values of the list `name`, in its order."""
    return _lists()[name]


def label(name: str, value: str | None) -> str:
    """The label of a value; the value itself where the list does not know it."""
    return next((each.label for each in values(name) if each.id == value), value or "")


def value_or_refuse(name: str, words: str) -> str:
    """The id of the value that `words` name by id or label; `Refused` with the list and a guess otherwise."""
    import difflib

    wanted = words.strip().casefold().replace(" ", "_")
    for each in values(name):
        if wanted in (each.id, each.label.casefold().replace(" ", "_")):
            return each.id
    known = [each.id for each in values(name)]
    close = difflib.get_close_matches(wanted, known, n=1)
    guess = f" - did you mean `{close[0]}`?" if close else ""
    raise Refused(f"{quoted(words)} is not one of {', '.join(known)}{guess}")
