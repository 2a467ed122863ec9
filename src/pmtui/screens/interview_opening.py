"""The interview: what is said and agreed to before it begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui import keys
from pmtui.reading.plain import one_line
from pmtui.record import consent
from pmtui.screens.interview_asking import AskingPage
from pmtui.screens.interview_words import clock
from pmtui.widgets.answer_box import AnswerBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmtui.interview.opening import Point


class OpeningPage(AskingPage):
    """An interview that begins with its opening, and in which consent can be changed at any time."""

    async def opened(self) -> None:
        """Begin with the opening where it is due and nothing was being typed."""
        from pmtui.interview.opening import is_due

        await super().opened()
        if is_due(self.session.view, self._interview) and self._typed() is None:
            await self._go_through_all()

    async def action_preamble(self) -> None:
        """Change what the participant agreed to, or go through the opening once more."""
        from pmtui.screens.choose import Choose

        who = "you agree" if self._alone else "they agree"
        ways = [("agreed", f"Change what {who} to"), ("opening", "Go through the opening again, point by point")]
        await self.open(Choose("Opening", ways), self._open_again)

    async def _open_again(self, way: str | None) -> None:
        from pmtui.interview.opening import agreements

        if way == "agreed":
            await self._go_through("Quoted, named, read by whom", agreements(alone=self._alone))
        elif way == "opening":
            await self._go_through_all()

    async def _go_through_all(self) -> None:
        from pmtui.interview.opening import points

        await self._go_through(
            "Before you begin", points(self.session.view, self._interview, self.services.store.by, alone=self._alone)
        )

    async def _go_through(self, title: str, points: Sequence[Point]) -> None:
        from pmtui.interview.opening import PREAMBLE, agreed, chosen, confirmed, is_due, left_out, told
        from pmtui.screens.opening import OpeningScreen, Script

        self.keep_typing()
        view, interview = await self.saved_view(), self._interview
        if view is None:
            return
        participant = view.participant_of(interview)
        if participant.kind != "person":
            self.say("This interview is with a source; there is nobody to ask.")
            return
        before = {
            name: f"confirmed {clock(each.at, view.incident.zone)} by {each.by}"
            for name, each in confirmed(view, interview).items()
        }
        standing, is_first = consent.stands(participant), is_due(view, interview)

        def confirm(point: Point, choice: str | None) -> None:
            nonlocal standing
            self._decide(*told(point, choice, interview, participant.id))
            if choice is not None and not point.check:
                standing = agreed(standing, point, choice)
                self._agree(participant.id, standing)

        def passed_over(left: Sequence[Point]) -> None:
            if is_first:
                self._decide(PREAMBLE, interview, left_out(left))

        stands = {each.id: chosen(participant, each) for each in points if each.choices}
        script = Script(title, points, stands, before, is_first)
        await self.open(OpeningScreen(script, confirm, passed_over), self._typed_ahead)

    def _typed_ahead(self, typed: str | None) -> None:
        if not typed:
            return
        if self.query_one(AnswerBox).display:
            self.put_words(typed)
        else:
            self.take_words(one_line(typed))
        self.say_here(f"The opening is passed over; {keys.shown('preamble')} opens it.")

    def _agree(self, participant: str, choice: consent.Choice) -> None:
        from dataclasses import asdict

        stamp = self._stamp()
        told = {"what": consent.CONSENT, "item": participant, "value": asdict(choice)}
        # What is being typed stays in its file: it is not saved with this.
        nowhere = {**self.session.step.place, "question": None, "section": None}
        self.keeping.save(lambda edit: consent.give(edit, participant, choice, stamp), nowhere, stamp, **told)
        self.show_agreed(consent.forms(choice))
