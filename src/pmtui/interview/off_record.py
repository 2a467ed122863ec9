"""What is off the record in one sitting: answers that are kept out of drafts, and words that are stored nowhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from pmtui.record.withheld import OFF, ON, off_record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmtui.record.view import View

Standing = Literal["on record", "kept out", "not stored"]

WAYS: dict[Standing, tuple[tuple[Standing, str], ...]] = {
    "on record": (
        ("kept out", "Keep this answer out of every draft and export; it is stored"),
        ("not stored", "Do not store what is typed here: leaving loses it"),
    ),
    "kept out": (
        ("on record", "Put this answer back on the record"),
        ("not stored", "Do not store what is typed here: leaving loses it"),
    ),
    "not stored": (
        ("on record", "Store it as this answer after all"),
        ("kept out", "Store it, and keep it out of every draft and export"),
    ),
}
"""What can be chosen for an answer, by how it stands."""


@dataclass
class OffRecord:
    """By document ids of answers: those `kept_out` of drafts, and what is typed and `unstored`, which is here alone."""

    kept_out: set[str]
    unstored: dict[str, Mapping[str, Any]] = field(default_factory=dict)

    @classmethod
    def of(cls, view: View) -> OffRecord:
        """What is off the record before this sitting."""
        return cls(set(off_record(view)))

    def standing(self, answer: str) -> Standing:
        """How an answer stands."""
        if answer in self.unstored:
            return "not stored"
        return "kept out" if answer in self.kept_out else "on record"

    def put(self, answer: str, standing: Standing) -> str | None:
        """Let an answer stand like that; returns the kind of the decision that says so, where one is needed."""
        if standing == "not stored":
            self.unstored.setdefault(answer, {})
            return None
        self.unstored.pop(answer, None)
        if (standing == "kept out") == (answer in self.kept_out):
            return None
        if standing == "kept out":
            self.kept_out.add(answer)
            return OFF
        self.kept_out.discard(answer)
        return ON

    @property
    def would_be_lost(self) -> bool:
        """Whether anything is typed that is stored nowhere."""
        return any(each.get("text", "").strip() or each.get("chosen") for each in self.unstored.values())


def joined(stored: str, typed: str) -> str:
    """The words of an answer to which what was not stored is added; nothing of either is left out."""
    if not stored.strip() or stored in typed:
        return typed
    return f"{stored}\n{typed}" if typed.strip() else stored
