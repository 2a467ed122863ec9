"""Follow-up questions that were used: which, at which answer, and at which of its revisions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmtui.record.documents import Decision

USED: Final = "probe-used"


class Used(NamedTuple):
    """The follow-up `words`, asked after a statement of `kind`: vocabulary `probe_kind`.

    `answer` is a document id; `revision` is the one that stood there, 0 before the first.
    """

    answer: str
    kind: str
    words: str
    revision: int


def used(decisions: Iterable[Decision]) -> list[Used]:
    """The follow-ups that were used, oldest first."""
    found = ((each.about, each.value) for each in decisions if each.kind == USED and isinstance(each.value, dict))
    return [
        Used(about, str(value.get("kind")), str(value.get("words")), int(value.get("revision") or 0))
        for about, value in found
    ]


def asked_at(decisions: Iterable[Decision], answer: str) -> dict[int, list[str]]:
    """The words of the follow-ups that were used at the answer `answer` (its id), by the revision that stood there."""
    found: dict[int, list[str]] = {}
    for each in used(decisions):
        if each.answer == answer:
            found.setdefault(each.revision, []).append(each.words)
    return found
