"""When a moment was that is said by its distance from another one, once that one is known."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from pmtui.reading.moment_periods import stamp
from pmtui.reading.moments import COARSE, COARSEST_FIRST, YEARS, Basis, Moment, Precision, at_end, end_of, floor
from pmtui.reading.plain import quoted
from pmtui.reading.zones import place

if TYPE_CHECKING:
    from collections.abc import Mapping

SMALL_WORDS = {
    "the", "a", "an", "was", "were", "is", "it",
    "der", "die", "das", "dem", "den", "la", "le", "el", "il", "lo", "de", "het",
}  # fmt: skip
STRONGEST_FIRST: tuple[Basis | None, ...] = ("logged", "observed", None, "remembered", "estimated", "unknown")
"""A basis that was not said is no better than one that was."""


def settled(moment: Moment, others: Mapping[str, Moment]) -> Moment:
    """`moment` with the time that its distance gives, counted from the one of `others` that its words name.

    A moment that is not relative is returned as it is.  What is relative is computed anew each time, also where it has
    a time, so that it moves with the other: hand in what was read, whose precision is that of the distance.  The
    precision is the coarser and the basis the weaker of both; a period stays a period.  Words and `relative_to` are
    kept.  Where the other is missing, has no time, or is counted from this one, `ask` says so.  Names are compared
    without regard to case and to words such as "the", "was" and "it".
    """
    return _settled(moment, _by_name(others), ())


def _by_name(others: Mapping[str, Moment]) -> dict[str, list[Moment]]:
    found: dict[str, list[Moment]] = {}
    for name, moment in others.items():
        same = found.setdefault(_plain(name), [])
        if moment not in same:
            same.append(moment)
    return found


def _plain(name: str) -> str:
    words = re.findall(r"\w+", name.casefold())
    return " ".join(word for word in words if word not in SMALL_WORDS)


def _settled(moment: Moment, others: dict[str, list[Moment]], seen: tuple[str, ...]) -> Moment:
    if not moment.relative_to:
        return moment
    to, name = moment.relative_to["to"], _plain(moment.relative_to["to"])
    found = others.get(name, [])
    if name in seen:
        ask = f"{quoted(to)} is counted from itself; when was it?"
    elif len(found) > 1:
        ask = f"Which {quoted(to)} is meant? There is more than one."
    else:
        other = _settled(found[0], others, (*seen, name)) if found else Moment(to)
        if other.at or other.until:
            return _counted(moment, timedelta(seconds=moment.relative_to["seconds"]), other)
        ask = other.ask if other.relative_to and other.ask else f"When was {quoted(to)}? This is counted from it."
    return replace(moment, ask=ask)


def _counted(moment: Moment, distance: timedelta, other: Moment) -> Moment:
    precision = _coarser(moment.precision, other.precision)
    try:
        at, until = (_moved(end, distance, precision, other) for end in (other.at, other.until))
    except OverflowError:
        return replace(moment, ask=f"That is outside {YEARS[0]} to {YEARS[-1]}; how far is it?")
    basis = max(moment.basis, other.basis, key=STRONGEST_FIRST.index)
    return replace(
        moment, at=at, until=until, open=other.open, precision=precision, zone=other.zone, basis=basis, ask=other.ask
    )


def _coarser(one: Precision | None, two: Precision | None) -> Precision:
    return min((one or "second", two or "second"), key=COARSEST_FIRST.index)


def _moved(text: str | None, distance: timedelta, precision: Precision, other: Moment) -> str | None:
    if text is None:
        return None
    at = datetime.fromisoformat(text)
    there = place(other.zone) if other.zone else at.tzinfo
    local = at.astimezone(there)
    if precision in COARSE and not distance % timedelta(days=1):
        moved = local + distance  # by the calendar: a day may have 23 hours
    else:
        moved = (at.astimezone(UTC) + distance).astimezone(there)
    if moved.year not in YEARS:
        raise OverflowError
    first = floor(moved, precision)
    is_end = at_end(moved, precision) if other.open == "after" else other.open == "before" and moved != first
    return stamp(end_of(moved, precision) if is_end and precision in COARSE else first)
