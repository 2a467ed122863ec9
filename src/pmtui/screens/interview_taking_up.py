"""The interview: one that has ended, corrected or taken up again for a follow-up."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pmtui.reading.plain import one_line
from pmtui.record.corrections import CORRECT, correct
from pmtui.record.documents import ADDRESSED, answer_id
from pmtui.record.taking_up import FOLLOW_UP, take_up
from pmtui.screens.interview_clock import ClockPage

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from pmtui.record.changes import Given
    from pmtui.record.taking_up import Plan

WHY = "Why was this changed, and who asked for it? May stay empty"
WHY_ALONE = "Why did you change this? May stay empty"


class Changed(NamedTuple):
    """An answer (its id) that was at `revision` when the interview ended, and its question."""

    answer: str
    revision: int
    ask: str


class TakingUpPage(ClockPage):
    """An interview in which, once it has ended, a change is a correction, and a follow-up asks what is open."""

    _changed: Changed | None = None
    """What was changed and not asked about yet."""

    def _save(self, given: Given) -> None:
        before, question = self.session.given, self.session.question
        super()._save(given)
        if self.has_ended and before is not None and before.state in ADDRESSED and question is not None:
            step = self.session.step
            answer = answer_id(self._interview, question.id, step.item)
            self._changed = Changed(answer, before.revision, question.ask)
            self.call_later(self._ask_why)

    async def _asks_before_leaving(self, leave: Callable[[], Awaitable[None]]) -> bool:
        """Ask why an answer was changed before the page is left."""
        if self._changed is None:
            return await super()._asks_before_leaving(leave)
        await self._ask_why(leave)
        return True

    async def _ask_why(self, then: Callable[[], Awaitable[None]] | None = None) -> None:
        from pmtui.screens.prompt import Prompt

        changed, self._changed = self._changed, None
        if changed is None:
            return

        async def told(why: str | None) -> None:
            if why is not None:
                self._correct(changed, why)
            if then:
                await then()

        await self.open(Prompt(WHY_ALONE if self._alone else WHY, "", one_line(changed.ask)), told)

    def _correct(self, changed: Changed, why: str) -> None:
        stamp, nowhere = self._stamp(), {**self.session.step.place, "question": None, "section": None}
        self.keeping.save(
            lambda edit: correct(edit, changed.answer, changed.revision, why, stamp),
            nowhere,
            stamp,
            what=CORRECT,
            item=changed.answer,
            value={"before": changed.revision, "why": why},
        )

    def take_up(self, plan: Plan) -> None:
        """Go on with what is open, as a follow-up."""
        from pmtui.interview.taking_up import begin

        interview, stamp = self._interview, self._stamp()
        self.keeping.save(
            lambda edit: take_up(edit, interview, plan, stamp),
            {**self.session.step.place, "question": None, "section": None},
            stamp,
            what=FOLLOW_UP,
            item=interview,
            value=plan.value,
        )
        begin(self.session, plan, stamp.by)
        self.show_state(has_ended=False)
        self._arrived()
        self.say(
            "A follow-up: it asks what is required and not answered, left for later, unclear, or asked by others. "
            "What was answered before stays in the history."
        )
