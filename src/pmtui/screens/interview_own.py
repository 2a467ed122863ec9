"""The interview: questions of one's own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from pmtui import keys
from pmtui.errors import Refused
from pmtui.findings import flags
from pmtui.interview import own_questions
from pmtui.record.additions import DROP_QUESTION, OWN_QUESTION
from pmtui.screens.interview_items import ItemsPage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pmtui.blame.questions import QuestionFlag


class OwnQuestionsPage(ItemsPage):
    """A page behind which a question of one's own can be placed."""

    async def action_own_question(self) -> None:
        """Ask for the words of a question that comes behind this one."""
        if self.session.step.question is None:
            self.say("There is no question on this page; go to the one that yours comes behind.")
            return
        await self.ask_own_question("")

    async def ask_own_question(self, words: str) -> None:
        """Ask for the question; `words` stand there."""
        from pmtui.screens.own_question import OwnQuestion

        if self.session.alone:
            title, about = "Add something", "What is it about? It comes behind this question, with room to tell it."
        else:
            title, about = "A question of your own", "It comes behind this question, and is asked like any other."
        await self.ask_line("own_question", OwnQuestion(title, about, self._reader(), words), self._add_own)

    def _reader(self) -> Callable[[str], Sequence[QuestionFlag]]:
        from pmtui.blame.questions import read_question

        if self.session.alone:  # nobody is asked: what they add is theirs to put
            return lambda _: ()
        view = self.session.view
        people, systems = flags.people(view), flags.system_names(view)
        return partial(read_question, people=people, systems=systems, rules=self.services.rules)

    def _add_own(self, words: str | None) -> None:
        if words is None or not words.strip():
            return
        try:
            value = own_questions.add(self.session, words, self.services.store.by)
        except Refused as refusal:
            self.refused(refusal)
            return
        self._decide(OWN_QUESTION, self._interview, value)
        self._show_question()
        self.say(
            f"It comes next: {keys.key('next', 'interview')} goes there. {keys.shown('drop_item')} there drops it."
        )

    def action_drop_item(self) -> None:
        """Take this item out, or drop this question of one's own while it has no answer."""
        if not own_questions.is_own(self.session):
            super().action_drop_item()
            return
        if self._typed_words() is not None:
            self.say("Something is typed here; take it out first, or keep the question.")
            return
        try:
            dropped = own_questions.drop(self.session)
        except Refused as refusal:
            self.refused(refusal)
            return
        self._decide(DROP_QUESTION, self._interview, dropped)
        self._arrived()
        self.say("The question was dropped.")
