"""What the accounts say about one item, field by field, before it becomes an item of the record."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar, cast

from pmtui.reading import zones
from pmtui.record.items import Difference, Item

if TYPE_CHECKING:
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

    def add(self, name: str, answer: Answer) -> None:
        """Add one account's answer about the field `name`."""
        self.by_field.setdefault(name, []).append(answer)

    @property
    def is_told(self) -> bool:
        """Whether anybody said anything about it, rather than only that they cannot."""
        return any(answer.state == "answered" for answers in self.by_field.values() for answer in answers)

    @property
    def common(self) -> dict[str, Any]:
        """The fields that all items carry."""
        everything = [answer for answers in self.by_field.values() for answer in answers]
        return {
            "id": self.name,
            "accounts": tuple(dict.fromkeys(answer.interview for answer in everything)),
            "basis": self.text("basis"),
            "note": self.text("note"),
            "sources": self.several("sources"),
            "remarks": tuple(answer.remark for answer in everything if answer.remark),
            "differs": tuple(self._differences()),
        }

    def item(self, model: type[Kind], *texts: str, **others: Any) -> Kind:
        """The item: the fields that all carry, the fields `texts` as text, and `others` as they are given."""
        made = model.model_construct(None, **self.common, **self.texts(*texts), **others)
        return cast("Kind", made)

    def text(self, name: str) -> str | None:
        """What was first said about a field, as text."""
        value = self._first(name)
        return None if value is None else str(value)

    def texts(self, *names: str) -> dict[str, Any]:
        """`text` of several fields, by name."""
        return {name: self.text(name) for name in names}

    def moment(self, name: str) -> dict[str, Any] | None:
        """The moment first given for a field; a plain date is that day in the incident's zone."""
        value = self._first(name)
        if value is None or isinstance(value, dict):
            return value
        at = zones.first_instant(date.fromisoformat(value), zones.place(self.zone)).isoformat()
        return {"words": value, "at": at, "precision": "day", "zone": self.zone}

    def several(self, name: str) -> tuple[str, ...]:
        """The entries of a field that holds several: chosen ones, or one a line."""
        value = self._first(name)
        if isinstance(value, list):
            return tuple(value)
        return tuple(line.strip() for line in (value or "").splitlines() if line.strip())

    def _first(self, name: str) -> Any:
        told = (answer.value for answer in self.by_field.get(name, ()) if answer.state == "answered")
        return next(told, None)

    def _differences(self) -> list[Difference]:
        found = []
        for name, answers in self.by_field.items():
            told = {answer.interview: answer.value for answer in answers if answer.state == "answered"}
            if any(value != next(iter(told.values())) for value in told.values()):
                found.append(Difference.model_construct(field=name, said=told))
        return found
