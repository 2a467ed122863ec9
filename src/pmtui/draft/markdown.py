"""The draft as Markdown: its parts in the order in which a reviewer reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.draft import accounts, course, extent, follow_up, further, head, open_points
from pmtui.draft.choices import in_words
from pmtui.draft.layout import blocks
from pmtui.draft.quoting import without_words
from pmtui.draft.tracing import Tracing
from pmtui.draft.withholding import shown, withheld
from pmtui.record.withheld import count, on_record

if TYPE_CHECKING:
    from pmtui.record.items import Record
    from pmtui.record.view import View

PARTS = (
    head.title,
    head.status,
    head.summary,
    head.dates,
    further.of("setting", "Setting"),
    further.of("relation", "How AI relates to it"),
    extent.people,
    further.of("consequence", "Effect on service and organisation"),
    further.of("support", "Support and redress"),
    extent.systems,
    further.of("agent", "What the agent was up to"),
    extent.provenance,
    extent.data,
    extent.organisations,
    course.detection,
    further.of("signal", "Signals before and during"),
    course.timeline,
    further.of("response", "Response"),
    further.of("recovery", "Return to service"),
    further.of("coordination", "Who took part"),
    further.of("difficulty", "What made it hard"),
    follow_up.went_well,
    accounts.accounts,
    further.of("departure", "First departure from what was expected"),
    further.of("analysis", "How it came to be"),
    follow_up.factors,
    further.of("condition", "What made actions and decisions sensible"),
    further.of("safeguard", "Safeguards"),
    further.of("adversary", "Attack or misuse"),
    further.of("explanation", "Other explanations, set aside"),
    further.of("reproduction", "Seeing it again"),
    further.of("similar", "Earlier and similar incidents"),
    further.of("elsewhere", "Where else the same conditions are"),
    follow_up.compliance,
    further.of("gate", "Facts that duties depend on"),
    further.of("notification", "Who was told"),
    further.of("risk", "Risk: what was known, and what is left"),
    further.of("document", "Policies, standards and assessments"),
    further.of("principle", "Principles at stake"),
    further.of("recommendation", "Recommendations to others"),
    further.of("retention", "What has to be kept"),
    open_points.ideas,
    follow_up.actions,
    further.of("declined", "Ideas that are not followed"),
    further.of("backing", "What stands behind the changes"),
    follow_up.lessons,
    further.of("sharing", "What goes outside"),
    further.of("review", "Later look"),
    follow_up.quotations,
    open_points.questions,
    further.of("open_question", "What is not known"),
    open_points.disagreements,
    open_points.kept,
    open_points.left_as_they_are,
    further.of("evidence", "Evidence"),
    further.of("voice", "Who was heard"),
    further.of("stewardship", "The record"),
    further.of("submitter", "Who brought it to us"),
    further.of("tag", "Tags"),
    open_points.sources,
)
"""What happened comes first, what is done about it after."""


def markdown(view: View, record: Record) -> str:
    """The draft of an incident, with every fact of its `record`.

    The same input gives the same text: no clock, no host and no order of a set goes into it.  Words of people appear
    as they were typed and are never read as Markdown; control characters are shown as a replacement mark.
    """
    left_out = withheld(record) + count(view)
    view = on_record(view)
    tracing = Tracing(view, in_words(view, without_words(view, shown(record))), left_out)
    return blocks(*(part(tracing) for part in PARTS)) + "\n"
