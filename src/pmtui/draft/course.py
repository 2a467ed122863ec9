"""What happened: how it came to light, and the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.draft import times
from pmtui.draft.escape import Markdown, inline, paragraphs
from pmtui.draft.layout import bullets, joined, labelled, section, strong
from pmtui.findings import timeline as findings

if TYPE_CHECKING:
    from pmtui.draft.tracing import Tracing
    from pmtui.record.items import Event


def detection(tracing: Tracing) -> Markdown:
    """How it came to light."""
    entries = [
        tracing.entry(
            each,
            paragraphs(each.how) or Markdown("not described"),
            labelled("First seen by", inline(each.seen_by)),
            labelled("When", times.explained(each.at, tracing.view.incident.zone)),
            labelled("Delay", inline(each.delay)),
        )
        for each in tracing.record.detections
    ]
    return section("How it came to light", bullets(entries) or Markdown("None recorded."))


def timeline(tracing: Tracing) -> Markdown:
    """What happened when, as a list: a table breaks up long text in a terminal."""
    entries = [_event(tracing, each) for each in findings.entries(tracing.record)]
    return section("Timeline", bullets(entries) or Markdown("None recorded."))


def _event(tracing: Tracing, event: Event) -> Markdown:
    zone = tracing.view.incident.zone
    time = strong(times.when(event.at, zone) or Markdown("time not known"))
    known = [
        *(inline(mark) for mark in event.marks),
        *times.details(event.at, zone),
        times.said_as(event.at, zone),
        Markdown(f"{inline(event.clock)} clock") if event.clock else Markdown(""),
    ]
    text = paragraphs(event.what) or Markdown("not described")
    return tracing.entry(event, Markdown(f"{time} {text}"), joined(known, "; "))
