"""The interview: how it ends, and how it is taken up again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.record.changes import set_interview_state
from pmtui.screens.interview_answers import SOON
from pmtui.screens.interview_clock import ClockPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmtui.interview.closing import Left

NEXT = "Thank you. What was said is kept. Your account can be written out, for you to check and correct."
THANKS = "Time to thank them. What was said is kept. Their account can be written out for them to check: pmtui account."
NOTES = "Your own notes on this talk, in no draft and no export"
ACCOUNT = "Write this account to a file, to be checked and corrected"


class ClosingPage(ClockPage):
    """An interview that ends on its closing page, where going back is one key."""

    async def action_end(self) -> None:
        """Show what is still open, and end the interview where that is confirmed."""
        from pmtui.interview.closing import left, summary
        from pmtui.screens.closing import Closing

        if not self._leave_question() or await self._asks_before_leaving(self.action_end):
            return
        view = await self.saved_view()
        if view is None:
            return
        found = left(self.session, view)
        has_ended = view.interview(self._interview).state == "ended"
        entries = [
            ("again", "Take it up again: what is open, as a follow-up") if has_ended else ("end", "End the interview"),
            ("say", "Is there anything else? Add it in their own words"),
            *([("notes", NOTES)] if has_ended and not self._alone else []),
            *([("account", ACCOUNT)] if has_ended else []),
            *((str(at), each.words) for at, each in enumerate(found)),
        ]
        clock = self.keeping.clock
        taken = f" Open for {clock.words}." if clock else ""
        about = f"{summary(self.session)}{taken} {NEXT if self._alone else THANKS}"

        async def chosen(name: str | None) -> None:
            await self._close_with(name, found)

        await self.open(Closing("This interview has ended" if has_ended else "Before you end", entries, about), chosen)

    async def _close_with(self, name: str | None, found: Sequence[Left]) -> None:
        from pmtui.screens.closing import TYPED

        if name == "end":
            self._set_state("ended")
            if self._alone:
                await self._leave_ended()
            else:
                await self.write_notes(self._leave_ended)
        elif name == "notes":
            await self.write_notes(self.action_end)
        elif name == "account":
            await self._write_account()
        elif name == "again":
            self._set_state("running")
            self._go_to_page(next((each.position for each in found if each.position is not None), None))
            self.say("A follow-up: what was answered before stays in the history.")
        elif name == "say" or (name is not None and name.startswith(TYPED)):
            words = "" if name == "say" else name.removeprefix(TYPED)
            await self.ask_anything_else(words)
        elif name is not None:
            self._go_to_page(found[int(name)].position)
            if found[int(name)].position is None:
                self.say(found[int(name)].words)

    async def _write_account(self) -> None:
        who = self.session.view.interview(self._interview).participant

        def account() -> str:
            from pmtui.draft.own_account import own_account

            return own_account(self.services.view(self._incident).whole, who)

        await self.write_out("account", f"{self._incident}-{who}.md", account)

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

    def _set_state(self, state: str) -> None:
        interview, stamp = self._interview, self._stamp()
        self.keeping.save(
            lambda edit: set_interview_state(edit, interview, state, stamp),
            self.session.step.place,
            stamp,
            what="end" if state == "ended" else "take-up",
        )
