"""Whether the facilitator was involved, or is in authority over the participant: noted, and never in the way."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from pmtui.reading.plain import one_line
from pmtui.record.changes import THE_INCIDENT, decide

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from pmtui.record.changes import Stamp
    from pmtui.record.documents import Participant
    from pmtui.record.edit import Edit
    from pmtui.record.view import View

CHECK: Final = "facilitator-check"


@dataclass(frozen=True)
class Check:
    """One question about the facilitator: `question` to them, `ask` in their own words, `told` for others.

    `consider` is what a yes may be a reason for.  Its answer holds `once_for` the incident or the participant.
    """

    id: str
    once_for: Literal["incident", "participant"]
    ask: str
    question: str
    told: str
    consider: str

    def about(self, participant: str) -> str:
        """What the decision is about: the incident, or `participant`."""
        return THE_INCIDENT if self.once_for == "incident" else participant


class Noted(NamedTuple):
    """What `by` last said of one check; `participant` is none where it holds for the incident."""

    check: Check
    participant: Participant | None
    by: str
    is_so: bool

    @property
    def words(self) -> str:
        """`was involved in the incident`, without who."""
        return self.check.told.format(role=one_line(self.participant.role) if self.participant else "")


def due(view: View, by: str, participant: str) -> list[Check]:
    """What `by` has not said yet before talking with `participant`."""
    known = {(each.check.id, each.participant.id if each.participant else THE_INCIDENT) for each in noted(view, by)}
    return [each for each in checks() if (each.id, each.about(participant)) not in known]


def noted(view: View, by: str | None = None) -> list[Noted]:
    """What facilitators, or one, last said of themselves, in the order first said.  Of who withdrew nothing is told."""
    known = {each.id: each for each in checks()}
    found: dict[tuple[str, str, str], Noted] = {}
    for each in view.decisions:
        value = each.value if isinstance(each.value, dict) else {}
        check, who = known.get(str(value.get("check"))), view.participants.get(each.about)
        if each.kind != CHECK or check is None or by not in (None, each.by):
            continue
        if check.about(each.about) == each.about and (who is None or who.state != "withdrawn"):
            found[check.id, each.about, each.by] = Noted(check, who, each.by, value.get("answer") == "yes")
    return list(found.values())


def note(edit: Edit, participant: str, asked: Sequence[Check], yes: Collection[str] | None, stamp: Stamp) -> None:
    """Keep the answers to `asked` before talking with `participant`.

    `yes` are the ids of those that are so; none where one went on without saying, and is not asked again.
    """
    for each in asked:
        answer = "not said" if yes is None else "yes" if each.id in yes else "no"
        decide(edit, CHECK, each.about(participant), stamp, {"check": each.id, "answer": answer})


@cache
def checks() -> tuple[Check, ...]:
    """The questions, in the order in which they are asked."""
    from pmtui.reading.yaml import shipped

    return tuple(Check(**each) for each in shipped(Path(__file__).with_name("facilitator.yaml"))["checks"])
