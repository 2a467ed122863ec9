"""The draft as Markdown: its parts in the order in which a reviewer reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.draft import accounts, course, extent, follow_up, head, open_points
from pmtui.draft.choices import in_words
from pmtui.draft.layout import blocks
from pmtui.draft.tracing import Tracing

if TYPE_CHECKING:
    from pmtui.record.items import Record
    from pmtui.record.view import View

PARTS = (
    head.title,
    head.status,
    head.summary,
    head.dates,
    extent.people,
    extent.systems,
    extent.provenance,
    extent.data,
    extent.organisations,
    course.detection,
    course.timeline,
    accounts.accounts,
    follow_up.factors,
    follow_up.went_well,
    follow_up.compliance,
    follow_up.actions,
    follow_up.lessons,
    follow_up.quotations,
    open_points.questions,
    open_points.disagreements,
    open_points.kept,
    open_points.sources,
)
"""What happened comes first, what is done about it after."""


def markdown(view: View, record: Record) -> str:
    """The draft of an incident, with every fact of its `record`.

    The same input gives the same text: no clock, no host and no order of a set goes into it.  Words of people appear
    as they were typed and are never read as Markdown; control characters are shown as a replacement mark.
    """
    tracing = Tracing(view, in_words(view, record))
    return blocks(*(part(tracing) for part in PARTS)) + "\n"
