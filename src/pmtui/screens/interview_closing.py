"""The interview: how it ends, and how it is taken up again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.record.taking_up import OWED, end_interview, owe
from pmtui.screens.account import write_account
from pmtui.screens.interview_answers import SOON
from pmtui.screens.interview_taking_up import TakingUpPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmtui.interview.closing import Left
    from pmtui.record.taking_up import Plan
    from pmtui.record.view import View

NEXT = "Thank you. What was said is kept. Your account can be written out, for you to check and correct."
THANKS = "Time to thank them. What was said is kept. Their account can be written out for them to check: pmtui account."
NOTES = "Your own notes on this talk, in no draft and no export"
SAY = "Is there anything else? Add it in their own words"
OWE = "owe:"
"""Begins the row that marks that somebody else is owed a follow-up."""

ACCOUNT = "Write this account to a file, to be checked and corrected"


class ClosingPage(TakingUpPage):
    """An interview that ends on its closing page, where going back is one key."""

    async def action_end(self) -> None:
        """Show what is still open, and end the interview where that is confirmed."""
        from pmtui.interview.closing import left, summary
        from pmtui.interview.taking_up import planned
        from pmtui.screens.closing import Closing

        if not self._leave_question() or await self._asks_before_leaving(self.action_end):
            return
        view = await self.saved_view()
        if view is None:
            return
        found = left(self.session, view)
        has_ended = view.interview(self._interview).state == "ended"
        plan = planned(self.session) if has_ended else None
        entries = [
            *(self._ways_on(plan) if has_ended else self._ways_to_end(view)),
            *((str(at), each.words) for at, each in enumerate(found)),
        ]
        clock = self.keeping.clock
        taken = f" Open for {clock.words}." if clock else ""
        about = f"{summary(self.session)}{taken} {NEXT if self._alone else THANKS}"

        async def chosen(name: str | None) -> None:
            await self._close_with(name, found, plan)

        await self.open(Closing("This interview has ended" if has_ended else "Before you end", entries, about), chosen)

    def _ways_to_end(self, view: View) -> list[tuple[str, str]]:
        from pmtui.interview.closing import owed_to, why_owed

        why, others = why_owed(self.session, view), owed_to(self.session, view)
        return [
            ("end", "End the interview"),
            *([("owe", f"End it; a follow-up with them is owed: {why}")] if why else []),
            ("say", SAY),
            *((f"{OWE}{each.id}", f"Mark that a follow-up with {each.role} is owed") for each in others),
        ]

    def _ways_on(self, plan: Plan | None) -> list[tuple[str, str]]:
        return [
            *([("again", "Take it up again for what is required, for later, unclear or asked")] if plan else []),
            ("say", SAY),
            *([] if self._alone else [("notes", NOTES)]),
            ("account", ACCOUNT),
        ]

    async def _close_with(self, name: str | None, found: Sequence[Left], plan: Plan | None) -> None:
        from pmtui.screens.closing import LEAVE, TYPED

        if name == LEAVE:
            await self.run_action("leave")
        elif name in ("end", "owe"):
            await self._end(is_owed=name == "owe")
        elif name == "notes":
            await self.write_notes(self.action_end)
        elif name == "account":
            await write_account(self, self._incident, self.session.view.interview(self._interview).participant)
        elif name == "again" and plan:
            self.take_up(plan)
        elif name == "say" or (name is not None and name.startswith(TYPED)):
            words = "" if name == "say" else name.removeprefix(TYPED)
            await self.ask_anything_else(words)
        elif name is not None and name.startswith(OWE):
            self._owe(name.removeprefix(OWE))
            await self.action_end()
        elif name is not None:
            self._go_to_page(found[int(name)].position)
            if found[int(name)].position is None:
                self.say(found[int(name)].words)

    async def _leave_ended(self) -> None:
        self.keeping.stand(self.session.step.place)
        await self.services.saver.drained(SOON)
        self.dismiss()

    def _go_to_page(self, position: int | None) -> None:
        if position is not None:
            self.session.position = position
        self._arrived()

    async def ask_anything_else(self, words: str) -> None:
        """Ask for the last word; `words` stand there."""
        from pmtui.screens.prompt import Prompt

        await self.ask_line("anything_else", Prompt("Is there anything else?", words), self._add_last_word)

    async def _add_last_word(self, words: str | None) -> None:
        from pmtui.interview.closing import LAST_WORD

        if words and words.strip():
            self._decide(LAST_WORD, self._interview, words.strip())
        await self.action_end()

    def _at_the_end(self) -> None:
        """Behind the last question, once something was said to it, comes the closing page; `q` there comes back."""
        question = self.session.question
        is_told = question is None or question.type == "info" or self.session.given is not None
        if is_told and not self.has_ended:
            self.call_later(self.action_end)
        else:
            super()._at_the_end()

    async def _end(self, *, is_owed: bool) -> None:
        interview, stamp = self._interview, self._stamp()
        self.keeping.save(
            lambda edit: end_interview(edit, interview, stamp, is_owed=is_owed),
            self.session.step.place,
            stamp,
            what="end",
            value=OWED if is_owed else None,
        )
        if self._alone:
            await self._leave_ended()
        else:
            await self.write_notes(self._leave_ended)

    def _owe(self, participant: str) -> None:
        nowhere = {**self.session.step.place, "question": None, "section": None}
        self.keeping.save(lambda edit: owe(edit, participant), nowhere, self._stamp(), what="owe", item=participant)
