"""The interview line by line: what a facilitator does beside the answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pmtui.interview.off_record import OffRecord
from pmtui.record.documents import answer_id

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from pmtui.interview.off_record import Standing
    from pmtui.interview.session import Session

OFF: dict[str, tuple[Standing, str]] = {
    "drafts": ("kept out", "Kept out of every draft and export; it is stored. /off no puts it back."),
    "store": (
        "not stored",
        "What you type at this question is not stored, and lost when you leave. /off no ends that.",
    ),
    "no": ("on record", "On the record again."),
}
"""The words behind `/off`, how the answer stands then, and what is said."""


@dataclass
class Asides:
    """What stands beside the answers of `session`; `decide` saves a decision: its kind, what it is about, a value."""

    session: Session
    say: Callable[[str], None]
    decide: Callable[[str, str, Any], None]
    off_record: OffRecord = field(init=False)
    has_warned: bool = False

    def __post_init__(self) -> None:
        self.off_record = OffRecord.of(self.session.view)

    @property
    def answer(self) -> str:
        """The document id of the answer of this page."""
        step = self.session.step
        return answer_id(self.session.interview, step.question.id if step.question else "", step.item)

    @property
    def stores(self) -> bool:
        """Whether what is typed on this page is stored."""
        return self.off_record.standing(self.answer) != "not stored"

    def hold(self, words: str) -> None:
        """Keep `words` in memory alone."""
        self.off_record.unstored[self.answer] = {"text": words}
        self.say("Not stored.")

    @property
    def held(self) -> str:
        """What was typed on this page and is stored nowhere."""
        return str(self.off_record.unstored.get(self.answer, {}).get("text", ""))

    def off(self, words: str) -> None:
        """Take an answer off the record, or put it back."""
        if self.session.question is None or self.session.question.type == "info":
            self.say("There is nothing to answer on this page.")
            return
        if words.strip() not in OFF:
            self.say("/off drafts keeps this answer out of every draft, /off store does not store it, /off no ends it.")
            return
        standing, said = OFF[words.strip()]
        if self.held and standing != "not stored":
            said = f"{said} What was not stored is gone: type again what shall be kept."
        kind = self.off_record.put(self.answer, standing)
        if kind is not None:
            self.decide(kind, self.answer, None)
        self.say(said)
        if self.session.given and standing != "on record":
            interview, key = self.session.interview, self.session.step.key
            command = f"pmtui forget {self.session.view.incident.id} {interview} {key}"
            self.say(f"What was saved already stays in its history until it is forgotten: {command}")

    def may_leave(self) -> bool:
        """Whether leaving loses nothing, or was asked for twice."""
        if self.has_warned or not self.off_record.would_be_lost:
            return True
        self.has_warned = True
        self.say("Something that you typed is stored nowhere and would be lost. The same again leaves all the same.")
        return False
