"""What all kinds of items have in common."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict

Moment = dict[str, Any]
"""A moment as `pmtui.reading.moments` writes it."""


class Model(BaseModel):
    """A part of the record."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Difference(Model):
    """One field of an item of which two accounts say different things; which of them holds is not decided here."""

    field: str
    said: dict[str, Any]
    """The value by interview."""


class Item(Model):
    """What all items carry.  A field that nobody spoke about is ``None`` or empty; text is as it was said.

    `LATEST` names the fields that change over time: what was said last counts, and is no difference.
    """

    LATEST: ClassVar[tuple[str, ...]] = ()
    id: str
    accounts: tuple[str, ...]
    """The interviews that spoke about it."""
    basis: str | None = None
    """What it rests on: vocabulary `claim_basis`, or the words of a source."""
    status: str | None = None
    """Who stands behind it, and whether it still stands: vocabulary `statement_status`."""
    confidence: str | None = None
    """Vocabulary `claim_confidence`."""
    note: str | None = None
    withhold: str | None = None
    """`yes` where it must not be repeated: it stays out of drafts."""
    sources: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    differs: tuple[Difference, ...] = ()
    same: tuple[str, ...] = ()
    """Items that somebody said are this same one."""


DERIVED = ("id", "accounts", "differs", "remarks", "same")
"""Fields that no answer fills."""
