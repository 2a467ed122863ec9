"""Codes of outside lists, derived from what was chosen: nobody is asked for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.reading import vocabularies
from pmtui.record.asking import Asking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmtui.record.items import Record
    from pmtui.record.view import View

ACCIMAP = {"technical": "levels 5-6", "process": "level 4", "governance": "levels 1-3"}
"""The levels of an AcciMap by those of a factor.  Source: Rasmussen (1997), doi 10.1016/S0925-7535(97)00052-0."""


def codes(view: View, known: Record) -> dict[str, list[str]]:
    """The codes that the answers stand for, by outside list, such as `OECD`; both sorted."""
    found: dict[str, set[str]] = {}
    for name, code in _of_choices(view):
        found.setdefault(name, set()).add(code)
    for factor in known.factors:
        found.setdefault("AcciMap", set()).add(ACCIMAP[factor.level])
    return {name: sorted(each) for name, each in sorted(found.items())}


def _of_choices(view: View) -> Iterator[tuple[str, str]]:
    asking = Asking(view)
    for interview in view.interviews:
        questions, counts = view.questionnaire(interview).questions, asking.counts(interview)
        for answer in view.answers_of(interview).values():
            vocabulary = questions[answer.question].vocabulary if counts(answer) else None
            if vocabulary and answer.state == "answered":
                chosen = answer.value if isinstance(answer.value, list) else [answer.value]
                for value in vocabularies.values(vocabulary):
                    if value.id in chosen:
                        yield from ((name, code) for name, listed in value.maps.items() for code in listed)
