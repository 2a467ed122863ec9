"""How far the incident reaches: people, systems, data, organisations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.draft.escape import Markdown, inline, paragraphs
from pmtui.draft.layout import bullets, joined, labelled, section, strong

if TYPE_CHECKING:
    from pmtui.draft.tracing import Tracing
    from pmtui.record.items import Impact


def people(tracing: Tracing) -> Markdown:
    """Who was affected, and how many."""
    entries = (_people(tracing, each) for each in tracing.record.impacts)
    return section("Impact on people", bullets(entries) or Markdown("None recorded."))


def systems(tracing: Tracing) -> Markdown:
    """What did something else than people needed."""
    entries = [
        tracing.entry(
            each,
            _named(_with(inline(each.name) or Markdown("unnamed system"), inline(each.kind)), paragraphs(each.effect)),
        )
        for each in tracing.record.systems
    ]
    return section("Systems affected", bullets(entries) or Markdown("None recorded."))


def provenance(tracing: Tracing) -> Markdown:
    """What was running, layer by layer."""
    entries = [
        tracing.entry(each, _named(_layer(each.layer), paragraphs(each.what) or Markdown("not described")))
        for each in tracing.record.provenance
    ]
    return section("What was running", bullets(entries))


def data(tracing: Tracing) -> Markdown:
    """Data affected."""
    entries = [
        tracing.entry(
            each,
            paragraphs(each.what) or Markdown("data affected, not described"),
            labelled("Personal data", inline(each.personal_data)),
            labelled("Sensitivity", inline(each.sensitivity)),
            labelled("Amount", inline(each.amount)),
            labelled("What became of it", paragraphs(each.change)),
        )
        for each in tracing.record.data
    ]
    return section("Data affected", bullets(entries) or Markdown("None recorded."))


def organisations(tracing: Tracing) -> Markdown:
    """Organisations with a part in it."""
    entries = [
        tracing.entry(
            each,
            _named(
                _with(inline(each.name) or Markdown("unnamed organisation"), inline(each.relation)),
                joined([inline(each.role), inline(each.sector), inline(each.country)], "; "),
            ),
        )
        for each in tracing.record.parties
    ]
    return section("Organisations", bullets(entries))


def _people(tracing: Tracing, impact: Impact) -> Markdown:
    figures = [labelled("count", inline(impact.count)), labelled("share", inline(impact.share))]
    what = paragraphs(impact.what)
    text = _named(inline(impact.group), what or joined(figures, "; "))
    return tracing.entry(impact, text or Markdown("not described"), *(figures if what else ()))


def _layer(layer: str | None) -> Markdown:
    return Markdown("not known") if layer == "unknown" else inline(layer) or Markdown("unnamed layer")


def _with(name: Markdown, kind: Markdown) -> Markdown:
    return Markdown(f"{name} ({kind})") if kind else name


def _named(name: Markdown, text: Markdown) -> Markdown:
    return joined([strong(Markdown(f"{name}:" if text else name)), text], " ") if name else text
