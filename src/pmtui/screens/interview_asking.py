"""The interview: putting a question to somebody else, and what others put to this participant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui import keys
from pmtui.errors import Refused
from pmtui.interview.others import candidates, put_already, revision_here, waiting, waiting_words
from pmtui.reading.plain import one_line, shortened
from pmtui.record.documents import answer_id
from pmtui.record.queue import ASK, SETTLE, asking
from pmtui.screens.interview_own import OwnQuestionsPage

if TYPE_CHECKING:
    from pmtui.interview.others import Waiting
    from pmtui.questionnaire.schema import Question
    from pmtui.record.view import View

SOMEBODY_NEW = "+"
WAITS, PUT = "waits:", "put:"
"""Begin the rows of a question that waits here, and of one that was put to another from here."""

WIDTH = 60
"""Characters of a question in the head of a dialog."""


class AskingPage(OwnQuestionsPage):
    """A page whose question may be somebody else's to answer."""

    async def opened(self) -> None:
        """Say what waits to be asked here besides."""
        await super().opened()
        found = waiting_words(len(waiting(self.session, self.session.view)), keys.shown("ask_other"))
        if found:
            self.say(found)

    async def action_ask_other(self) -> None:
        """Put this question to somebody else, or take up what others put to this participant."""
        from pmtui.screens.choose import Choose

        view = await self.saved_view()
        if view is None:
            return
        entries = [*self._rows_waiting(view), *([] if self.session.alone else self._rows_asking(view))]
        if not entries:
            alone = f"Whom to ask instead can be written as a remark: {keys.shown('remark')}."
            self.say(alone if self.session.alone else "There is no question on this page to ask somebody else.")
            return

        async def chosen(name: str | None) -> None:
            await self._chose(view, name)

        title = "Questions for you" if self.session.alone else "Who can say more?"
        await self.open(Choose(title, entries), chosen)

    def _rows_waiting(self, view: View) -> list[tuple[str, str]]:
        return [(f"{WAITS}{each.asked.id}", f"Asked here: {each.words}") for each in waiting(self.session, view)]

    def _rows_asking(self, view: View) -> list[tuple[str, str]]:
        if self.session.question is None:
            return []
        put = put_already(self.session, view)
        taken_back = [
            (f"{PUT}{each.id}", f"Take back: put to {view.participant(each.participant).role}") for each in put
        ]
        known = {each.participant for each in put}
        others = [(each.id, f"Ask {each.role}") for each in candidates(self.session, view) if each.id not in known]
        who = self.session.view.participant_of(self._interview)
        is_asked = who.kind == "person" and who.id not in known
        again = [(who.id, "Ask them again: something is unclear")] if is_asked else []
        return [*taken_back, *others, *again, (SOMEBODY_NEW, "Ask somebody who is not on the list yet")]

    async def _chose(self, view: View, name: str | None) -> None:
        from pmtui.screens.prompt import Prompt

        if name is None or (self.session.question is None and not name.startswith(WAITS)):
            return
        if name.startswith(WAITS):
            found = (each for each in waiting(self.session, view) if each.asked.id == name.removeprefix(WAITS))
            await self._take_up_asked(next(found))
        elif name.startswith(PUT):
            self._decide(SETTLE, f"{self._interview}/{name.removeprefix(PUT)}", "dropped")
            self.say("It is taken back: nobody else is asked this.")
        elif name == SOMEBODY_NEW:
            await self.open(
                Prompt(
                    "Who? Their role, such as model owner",
                    "",
                    "They are added to the list of people.",
                    is_whole_or_nothing=True,
                ),
                self._add,
            )
        else:
            await self._note(name, view.participant(name).role)

    async def _add(self, role: str | None) -> None:
        from pmtui.intake.people import Person, add

        if role is None or not role.strip():
            return
        try:
            name = add(
                self.services.store, self._incident, Person(role, reason="a question came up with somebody else")
            )
        except Refused as refusal:
            self.refused(refusal)
            return
        await self._note(name, role)

    async def _note(self, participant: str, role: str) -> None:
        from pmtui.screens.prompt import Prompt

        question, about = self.session.step.question, self.session.step.key
        if question is None or about is None:
            return

        def asked(note: str | None) -> None:
            if note is not None:
                self._put(participant, role, question, note)

        title = f"A note for the talk with {shortened(one_line(role), WIDTH // 2)}; may stay empty"
        if self._is_about_them(participant):
            title = "What is unclear? May stay empty"
            if not self._leave_question():  # what was said until now is no answer to it
                return
        await self.open(Prompt(title, "", one_line(question.ask)), asked)

    def _put(self, participant: str, role: str, question: Question, note: str) -> None:
        step = self.session.step
        unclear = revision_here(self.session) if self._is_about_them(participant) else None
        told = asking(participant, question.ask, note, unclear)
        self._decide(ASK, answer_id(self._interview, question.id, step.item), told)
        waits = (
            "is asked again in a follow-up" if self._is_about_them(participant) else f"waits for the talk with {role}"
        )
        self.say(f"It {one_line(waits)}; {keys.shown('ask_other')} takes it back.")

    def _is_about_them(self, participant: str) -> bool:
        return participant == self.session.view.participant_of(self._interview).id

    async def _take_up_asked(self, found: Waiting) -> None:
        from pmtui.screens.choose import Choose

        here = [("go", "Go to this question")] if found.place else []
        entries = [*here, ("answered", "It is answered"), ("dropped", "Leave it out: it is not asked")]

        def settled(way: str | None) -> None:
            if way == "go" and found.place:
                if self._leave_question():
                    self.session.go_to(found.place)
                    self._arrived()
            elif way in ("answered", "dropped"):
                self._decide(SETTLE, f"{self._interview}/{found.asked.id}", way)
                self.say("It waits here no longer.")

        await self.open(Choose(shortened(one_line(found.asked.ask), WIDTH), entries), settled)
