"""The head of the draft: what incident it is, how it stands, its summary and its dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.draft import times
from pmtui.draft.escape import Markdown, heading, inline, paragraphs
from pmtui.draft.layout import bullet, bullets, joined, labelled, section, strong
from pmtui.findings import summary as findings
from pmtui.interview.facilitating import noted
from pmtui.reading import vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmtui.draft.tracing import Tracing


def title(tracing: Tracing) -> Markdown:
    """The incident's title."""
    return Markdown(f"# {heading(tracing.view.incident.title) or 'Incident without a title'}")


def status(tracing: Tracing) -> Markdown:
    """How the incident stands, fact by fact."""
    incident = tracing.view.incident
    facts = [
        _fact("Incident", inline(incident.id)),
        _fact("State", inline(vocabularies.label("record_state", incident.state))),
        *_severity(tracing),
        _fact("First noticed", times.explained(incident.noticed, incident.zone)),
        _fact("Time zone", inline(incident.zone)),
        *_references(tracing),
        *_interviews(tracing),
    ]
    return section("Status", bullets(facts))


def summary(tracing: Tracing) -> Markdown:
    """What happened, for somebody who was not there."""
    return section("Summary", paragraphs(findings.summary(tracing.view, tracing.record)) or Markdown("No summary yet."))


def dates(tracing: Tracing) -> Markdown:
    """The named points of the incident."""
    zone = tracing.view.incident.zone
    entries = [
        tracing.entry(
            each,
            joined(
                [
                    strong(Markdown(f"{inline(each.name) or 'unnamed date'}:")),
                    times.explained(each.at, zone) or Markdown("time not known"),
                ],
                " ",
            ),
        )
        for each in tracing.record.milestones
    ]
    return section("Dates", bullets(entries))


def _fact(label: str, text: Markdown) -> Markdown:
    return bullet(Markdown(f"**{label}:** {text}")) if text else text


def _severity(tracing: Tracing) -> Iterator[Markdown]:
    yield _fact("Severity", inline(tracing.view.incident.severity) or Markdown("not decided"))
    for each in tracing.record.severity:
        reason = paragraphs(each.why) or Markdown("no reason given")
        yield tracing.entry(each, Markdown(f"**Reason for the severity:** {reason}"))


def _references(tracing: Tracing) -> Iterator[Markdown]:
    for each in tracing.record.references:
        facts = [
            labelled("number in the AI Incident Database", inline(each.aiid)),
            labelled("scale", inline(each.scale)),
        ]
        yield tracing.entry(each, Markdown(f"**Reference:** {joined(facts, '; ') or 'none given'}"))


def _interviews(tracing: Tracing) -> Iterator[Markdown]:
    view = tracing.view
    people = [each for each in view.interviews.values() if view.participant(each.participant).kind == "person"]
    spoken_with = {each.participant for each in view.interviews.values()}
    waiting = [
        name
        for name, who in view.participants.items()
        if who.kind == "person" and name not in spoken_with and who.takes_part
    ]
    counts = {
        "ended": sum(each.state == "ended" for each in people),
        "running": sum(each.state == "running" for each in people),
        "planned": sum(each.state == "planned" for each in people) + len(waiting),
    }
    yield _fact("Interviews", Markdown(", ".join(f"{number} {state}" for state, number in counts.items())))
    so = dict.fromkeys(f"a facilitator {each.words}" for each in noted(view) if each.is_so)
    yield _fact("About the facilitation", joined((inline(each) for each in so), "; "))
    yield _fact("Answers written down by", joined(dict.fromkeys(inline(each.by) for each in view.answers.values())))
    if len(tracing.contributors) == 1:
        teller = tracing.contributors[0]
        how = "Facts told by" if tracing.is_quoted(teller) else "Facts noted from"
        yield _fact(how, tracing.account_names[teller])
