"""Contributing factors by level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.record.items import LEVELS

if TYPE_CHECKING:
    from pmtui.record.items import Factor, Level, Record


def by_level(record: Record) -> dict[Level, list[Factor]]:
    """The factors of each level, all three levels included, in the order of the record."""
    return {level: [factor for factor in record.factors if factor.level == level] for level in LEVELS}
