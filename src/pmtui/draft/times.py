"""Moments in the draft: as precisely as they are known, with the words in which they were said."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pmtui.draft.escape import Markdown, inline
from pmtui.draft.layout import joined
from pmtui.findings.timeline import moment
from pmtui.reading import moments

if TYPE_CHECKING:
    from collections.abc import Mapping

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def when(document: Mapping[str, Any] | None, zone: str) -> Markdown:
    """A moment in the incident's `zone`; empty where there is none."""
    return inline(_shown(moment(document), zone)) if document else Markdown("")


def explained(document: Mapping[str, Any] | None, zone: str) -> Markdown:
    """`when`, and in brackets what else is known of the moment."""
    more = joined([*details(document, zone), said_as(document, zone)], "; ")
    shown = when(document, zone)
    return Markdown(f"{shown} ({more})") if more else shown


def details(document: Mapping[str, Any] | None, zone: str) -> list[Markdown]:
    """What `when` leaves out: the distance from another event, the time in its own zone, the basis."""
    if not document:
        return []
    known = moment(document)
    shown, own = _shown(known, zone), moments.show(known)
    found = []
    if known.relative_to and known.at:
        found.append(inline(moments.show(replace(known, at=None, until=None, basis=None))))
    # Behind the last space stand the letters of the zone: the same time of day needs no second mention.
    if own.rpartition(" ")[0] != shown.rpartition(" ")[0]:
        found.append(Markdown(f"noted as {inline(own)}"))
    if known.basis:
        found.append(Markdown(f"time {known.basis}"))
    if known.words.strip() and not (known.at or known.until or known.relative_to):
        found.append(Markdown("kept as words"))
    return found


def said_as(document: Mapping[str, Any] | None, zone: str) -> Markdown:
    """The words in which a moment was said; empty where `when` holds them, or where they are a bare stamp."""
    known = moment(document)
    words = inline(known.words)
    if words in inline(_shown(known, zone)) or words in map(inline, (known.at, known.until)):
        return Markdown("")
    return words if ISO_DAY.fullmatch(words) else Markdown(f"said as “{words}”")


def _shown(known: moments.Moment, zone: str) -> str:
    return moments.show(known, zone=zone if moments.known_zone(zone) else None)
