"""What contributed, what it means, and what is done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.draft import times
from pmtui.draft.escape import Markdown, cell, inline, paragraphs
from pmtui.draft.layout import blocks, bullet, bullets, joined, labelled, quotation, section, strong, table
from pmtui.findings.actions import open_actions
from pmtui.findings.factors import by_level

if TYPE_CHECKING:
    from pmtui.draft.tracing import Tracing
    from pmtui.record.items import Action, Compliance, Quote

NOTHING = Markdown("None recorded.")


def factors(tracing: Tracing) -> Markdown:
    """Contributing factors; all three levels are there, since an empty one is a finding too."""
    levels = [
        blocks(
            Markdown(f"### {level.capitalize()}"),
            bullets(tracing.entry(each, paragraphs(each.what) or Markdown("not described")) for each in found)
            or NOTHING,
        )
        for level, found in by_level(tracing.record).items()
    ]
    return section("Contributing factors", *levels)


def went_well(tracing: Tracing) -> Markdown:
    """What helped."""
    entries = [
        tracing.entry(each, paragraphs(each.what) or Markdown("not described")) for each in tracing.record.went_well
    ]
    return section("What went well", bullets(entries) or NOTHING)


def compliance(tracing: Tracing) -> Markdown:
    """What the incident means under each regime."""
    return section(
        "Compliance impact", bullets(_regime(tracing, each) for each in tracing.record.compliance) or NOTHING
    )


def actions(tracing: Tracing) -> Markdown:
    """Corrective actions in a table; what is longer than a cell stands below it, by number."""
    found = list(enumerate(tracing.record.actions, 1))
    if not found:
        return section("Corrective actions", NOTHING)
    still_open = len(open_actions(tracing.record))
    rows = [(Markdown(str(number)), *_row(tracing, each)) for number, each in found]
    remarks = [
        (number, [each for each in (*tracing.details(action), *tracing.further(action)) if each])
        for number, action in found
    ]
    return section(
        "Corrective actions",
        Markdown(f"{still_open} of {len(found)} open."),
        table(("No.", "Action", "Owner", "Due", "Status", "Kind"), rows),
        bullets(bullet(Markdown(f"Action {number}"), below) for number, below in remarks if below),
    )


def lessons(tracing: Tracing) -> Markdown:
    """What is worth keeping."""
    entries = [
        tracing.entry(each, paragraphs(each.what) or Markdown("not described")) for each in tracing.record.lessons
    ]
    return section("Lessons", bullets(entries) or NOTHING)


def quotations(tracing: Tracing) -> Markdown:
    """Words that somebody said, as they were said."""
    return section("Quotations", *(_quote(tracing, each) for each in tracing.record.quotes))


def _regime(tracing: Tracing, compliance: Compliance) -> Markdown:
    name = inline(compliance.regime)
    text = paragraphs(compliance.what)
    touches = joined(inline(each) for each in compliance.touches)
    lead = joined([strong(Markdown(f"{name}:" if text else name)) if name else name, text], " ")
    return tracing.entry(
        compliance,
        lead or (labelled("Touches", touches) if touches else Markdown("not described")),
        labelled("Touches", touches) if lead else Markdown(""),
        labelled("Outcome", paragraphs(compliance.outcome)),
        labelled("When", times.explained(compliance.at, tracing.view.incident.zone)),
    )


def _row(tracing: Tracing, action: Action) -> tuple[Markdown, ...]:
    owner = cell(action.owner) or Markdown("no owner")
    basis = cell(action.owner_basis)
    due = times.explained(action.due, tracing.view.incident.zone) or Markdown("no due date")
    return (
        tracing.traced(action, cell(action.what) or Markdown("not described")),
        Markdown(f"{owner} ({basis})") if basis else owner,
        joined([due, cell(action.due_note)], "; "),
        cell(action.state) or Markdown("no status"),
        cell(action.kind) or Markdown("no kind"),
    )


def _quote(tracing: Tracing, quote: Quote) -> Markdown:
    said_by = Markdown(f"— {inline(quote.said_by) or 'speaker not named'}")
    return blocks(
        quotation(paragraphs(quote.text) or Markdown("no words")),
        tracing.traced(quote, said_by),
        *tracing.further(quote),
    )
