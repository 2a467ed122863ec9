"""What the accounts say about one item, field by field, before it becomes an item of the record."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from pmtui.questionnaire.values import as_words
from pmtui.reading import zones
from pmtui.record.kinds.base import DERIVED, Difference, Item, Moment

if TYPE_CHECKING:
    from collections.abc import Callable

    from pmtui.record.documents import Answer

Kind = TypeVar("Kind", bound=Item)


@dataclass
class Said:
    """The answers about one item: `kind` and `within` from the path (`factor`, `technical`), `name` its id.

    `zone` is the incident's.
    """

    kind: str
    within: tuple[str, ...]
    name: str
    zone: str
    by_field: dict[str, list[Answer]] = field(default_factory=dict)
    latest: tuple[str, ...] = ()
    """Fields of which what was said last counts."""

    def add(self, name: str, answer: Answer) -> None:
        """Add one account's answer about the field `name`."""
        self.by_field.setdefault(name, []).append(answer)

    @property
    def is_told(self) -> bool:
        """Whether anybody said anything about it, rather than only that they cannot."""
        return any(answer.state == "answered" for answers in self.by_field.values() for answer in answers)

    def item(self, model: type[Kind]) -> Kind:
        """The item: each field as its type asks for it, as text, as a moment, or as several entries."""
        self.latest = model.LATEST
        told = {name: read(self, name) for name, read in _readers(model).items()}
        told |= {"level": self.within[0]} if self.within else {}
        items = (answer.item for answer in self._everything)
        same = tuple(dict.fromkeys(item for item in items if item and item != self.name))
        accounts = tuple(dict.fromkeys(answer.interview for answer in self._everything))
        differs = tuple(self._differences())
        made = model.model_construct(
            None, id=self.name, accounts=accounts, remarks=self.remarks, differs=differs, same=same, **told
        )
        return cast("Kind", made)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What was remarked on any of its answers."""
        return tuple(answer.remark for answer in self._everything if answer.remark)

    @property
    def _everything(self) -> list[Answer]:
        return [answer for answers in self.by_field.values() for answer in answers]

    def text(self, name: str) -> str | None:
        """What was first said about a field, as text."""
        value = self._first(name)
        return None if value is None else as_words(value)

    def texts(self, *names: str) -> dict[str, Any]:
        """`text` of several fields, by name."""
        return {name: self.text(name) for name in names}

    def moment(self, name: str) -> dict[str, Any] | None:
        """The moment first given for a field; a plain date is that day in the incident's zone, all else its words."""
        value = self._first(name)
        if value is None or isinstance(value, dict):
            return value
        try:
            day = date.fromisoformat(value)
        except (TypeError, ValueError):
            return {"words": as_words(value)}
        at = zones.first_instant(day, zones.place(self.zone)).isoformat()
        return {"words": value, "at": at, "precision": "day", "zone": self.zone}

    def several(self, name: str) -> tuple[str, ...]:
        """The entries of a field that holds several: chosen ones, or one a line."""
        value = self._first(name)
        if isinstance(value, list):
            return tuple(value)
        return tuple(line.strip() for line in as_words(value).splitlines() if line.strip())

    def _first(self, name: str) -> Any:
        told = [answer for answer in self.by_field.get(name, ()) if answer.state == "answered"]
        if name in self.latest:
            told.sort(key=lambda answer: datetime.fromisoformat(answer.at), reverse=True)
        return told[0].value if told else None

    def _differences(self) -> list[Difference]:
        found = []
        for name, answers in self.by_field.items():
            if name in self.latest:
                continue
            told = {answer.interview: answer.value for answer in answers if answer.state == "answered"}
            if any(value != next(iter(told.values())) for value in told.values()):
                found.append(Difference.model_construct(field=name, said=told))
        return found


@cache
def _readers(model: type[Item]) -> dict[str, Callable[[Said, str], Any]]:
    """How each field of `model` that answers fill is read, by its type."""
    by_type: dict[Any, Callable[[Said, str], Any]] = {
        str | None: Said.text,
        Moment | None: Said.moment,
        tuple[str, ...]: Said.several,
    }
    types = {name: each.annotation for name, each in model.model_fields.items() if name not in DERIVED}
    return {name: by_type[each] for name, each in types.items() if each in by_type}
