"""Flags that somebody left as they are, with a reason: each a decision, and taken back by another.

A dismissal belongs to the answer, the rule and the flagged words; where one of these changes, the flag is new.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmtui.record.documents import Decision

DISMISS: Final = "dismiss-flag"
NEVER: Final = "dismiss-rule"
AGAIN: Final = "show-flags"


class Dismissal(NamedTuple):
    """Why a passage stays: `answer` is its document id, none where the rule is dismissed in the whole incident."""

    answer: str | None
    rule: str
    words: str
    reason: str
    by: str


def dismissals(decisions: Iterable[Decision]) -> list[Dismissal]:
    """What is dismissed now, in the order in which it was."""
    found: list[Dismissal] = []
    for each in decisions:
        if each.kind == DISMISS:
            found.append(Dismissal(each.about, each.value["rule"], each.value["words"], each.value["reason"], each.by))
        elif each.kind == NEVER:
            found.append(Dismissal(None, each.about, "", str(each.value), each.by))
        elif each.kind == AGAIN:
            found = [known for known in found if known.answer not in (None, each.about)]
    return found


def is_dismissed(found: Iterable[Dismissal], answer: str, rule: str, words: str) -> bool:
    """Whether the flag of `rule` on `words` of an answer is left as it is."""
    return any(
        each.rule == rule and (each.answer is None or (each.answer, each.words) == (answer, words)) for each in found
    )
