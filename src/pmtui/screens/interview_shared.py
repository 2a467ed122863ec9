"""The interview: what colleagues save meanwhile, and who else is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui import keys
from pmtui.findings import flags
from pmtui.intake.starting import now
from pmtui.interview.beginning import days_of
from pmtui.reading.plain import one_line, shortened
from pmtui.screens.interview_reconnected import ReconnectedPage
from pmtui.screens.interview_words import clock, company_words
from pmtui.screens.watching import EVERY, Watch
from pmtui.store import Here
from pmtui.widgets.answer_box import AnswerBox
from pmtui.widgets.choice_box import ChoiceBox
from pmtui.widgets.frame import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmtui.record.documents import Answer
    from pmtui.record.view import View

LONGEST_QUESTION = 30
"""Characters of a question that a message repeats."""

LONGEST_NAME = 14
"""Characters of who answered."""


class SharedPage(ReconnectedPage):
    """A page that shows within two seconds what others save, and leaves alone what is being typed."""

    _watch: Watch | None = None

    async def opened(self) -> None:
        """Look once a second."""
        await super().opened()
        stamp = now(self.services.store.by)
        self._watch = Watch(
            self.services.store,
            self._incident,
            calm=self._calm,
            take=self._take,
            met=self._met,
            refused=self.refused,
            here=Here(stamp.by, self._interview, stamp.at),
        )
        self._watch.look()
        self.set_interval(EVERY, self._watch.look)

    def on_unmount(self) -> None:
        """Say that this window is closed."""
        if self._watch:
            self._watch.leave()

    def _calm(self) -> int | None:
        # What was told here and is on its way is not in the view yet; a dialog may speak of the page as it was.
        is_open = self.is_current or hasattr(self.app.screen, "show_walk")
        return self.keeping.saves if is_open and not self.keeping.is_saving else None

    def _take(self, view: View) -> bool:
        before, typed = self.session.given, self._typed()
        shown = self._chosen() if self.query_one(ChoiceBox).display else None
        if not self.session.renew(view, days_of(view, self._interview)):
            return False
        self.check_for(flags.people(view), flags.system_names(view))
        self.show_around()
        self.show_state(has_ended=view.interview(self._interview).state == "ended")
        self.show_consent(view.participant_of(self._interview))
        given = self.session.given
        if given != before:
            self._put_answer_in_sight(given, is_typing=typed is not None, shown=shown)
        for other in self.session.overruled():
            self._say_overruled(other)
        show_walk = getattr(self.app.screen, "show_walk", None)
        if show_walk:
            show_walk(self.session.walk, self.session.unconfirmed)
        return True

    def _put_answer_in_sight(self, given: Answer | None, *, is_typing: bool, shown: Sequence[str] | None) -> None:
        """Show what stands now where nothing is being typed; else say that it is there."""
        if not is_typing and shown is not None:
            self.query_one(ChoiceBox).put_marks(self._chosen())
        elif not is_typing and self.query_one(AnswerBox).display:
            self.reload()
        elif given is not None and given.key not in self.session.unread:
            self.session.unread.add(given.key)
            at = clock(given.at, self.session.days.zone)
            who = shortened(given.by, LONGEST_NAME)
            history = keys.shown("history")
            self.say(f"{who} answered this on {at}. Yours will stand above it; {history} shows both.")

    def _say_overruled(self, other: Answer) -> None:
        question = self.session.walk.questionnaire.questions.get(other.question)
        asked = shortened(one_line(question.ask), LONGEST_QUESTION) if question else other.question
        who = shortened(other.by, LONGEST_NAME)
        history = keys.shown("history")
        self.say(f"{who} answered “{asked}” after you: that one stands. {history} there brings yours back.")

    def _met(self, others: Sequence[Here]) -> None:
        line = self.query_one("#company", Line)
        words = company_words([each for each in others if each.interview == self._interview], self.session.days.zone)
        line.show(words)
