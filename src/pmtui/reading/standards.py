"""What standards and learning practice ask an incident's record to hold, as data; read when first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pmtui.errors import Refused
from pmtui.reading.checking import did_you_mean
from pmtui.reading.plain import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Information:
    """One information item.

    `questionnaire` is the one that it belongs in, `functions` those who know best, the first before the others,
    `asked_by` the standards that ask for it, `required_by` those of them that make it mandatory, `refs` where they ask.
    """

    id: str
    words: str
    questionnaire: str
    functions: tuple[str, ...]
    asked_by: tuple[str, ...]
    required_by: tuple[str, ...]
    refs: Mapping[str, str]


@cache
def _data() -> Mapping[str, Any]:
    from pmtui.reading.yaml import shipped

    data: Mapping[str, Any] = shipped(Path(__file__).with_name("coverage.yaml"))
    return data


@cache
def names() -> dict[str, str]:
    """The standards by id, with their names."""
    return {each["id"]: each["name"] for each in _data()["sources"]}


def standard_or_refuse(words: str) -> str:
    """The id of a standard.  Raises `Refused` with those that there are."""
    known = {each.casefold(): each for each in names()}
    found = known.get(words.strip().casefold().replace("-", "_"))
    if found is None:
        listed = ", ".join(names())
        raise Refused(f"no standard {quoted(words)}{did_you_mean(words, names())}; there are: {listed}")
    return found


@cache
def items() -> tuple[Information, ...]:
    """Every information item, in the order of the list."""
    return tuple(map(_item, _data()["items"]))


def asked_by(standard: str | None) -> tuple[Information, ...]:
    """The items that a standard asks for, or all."""
    return tuple(each for each in items() if standard is None or standard in each.asked_by)


def _item(data: Mapping[str, Any]) -> Information:
    return Information(
        id=data["id"],
        words=data["item"],
        questionnaire=data["part"].replace("_", "-"),
        functions=(data["role"], *data.get("also_roles", ())),
        asked_by=tuple(data["asked_by"]),
        required_by=tuple(data.get("required_by", ())),
        refs={name: str(where) for name, where in data["refs"].items()},
    )
