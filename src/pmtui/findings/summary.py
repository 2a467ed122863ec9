"""What an incident says of itself in a few sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pmtui.record.items import Record
    from pmtui.record.view import View


def summary(view: View, known: Record) -> str | None:
    """The incident's own summary; where nobody wrote one, what was answered when one was asked for."""
    asked = (each.summary for each in known.references if each.summary)
    return view.incident.summary or next(asked, None)
