"""The interview: what its keys do."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from pmtui import keys
from pmtui.reading.plain import one_line
from pmtui.screens.interview_answers import SOON
from pmtui.screens.interview_closing import ClosingPage
from pmtui.widgets.answer_box import AnswerBox
from pmtui.widgets.binding import bindings
from pmtui.widgets.choice_box import FilterBox
from pmtui.widgets.typeahead import KeysInOrder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.binding import BindingType
    from textual.events import Key, Paste
    from textual.widgets import TextArea

    from pmtui.interview.walk import Step

HASTE = 1.0
"""Seconds from a line that is shown to the moment when somebody far away can have read it."""


class InterviewScreen(ClosingPage):
    """An interview being held: answers are saved when their question is left."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("interview")]

    _stayed: tuple[float, Step, str] | None = None
    """When `next` stayed on a page to say something of its answer, which page that is, and the words of the answer."""

    # Keys

    def action_next(self) -> None:
        """Keep this answer and go to the next question; what a check says of the answer is shown once before that."""
        if self._leave_question() and not self._is_spoken_up():
            self._stayed = None
            self._forward()
        else:
            self._stayed = monotonic(), self.session.step, self.query_one(AnswerBox).text

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Take what is typed ahead of a page that stays, to say something, to the next one all the same."""
        if self._stayed is None or monotonic() - self._stayed[0] > HASTE or self._stayed[1] != self.session.step:
            return
        before = self._stayed[2]
        box = self.query_one(AnswerBox)
        ahead = box.text.removeprefix(before)
        if not box.display or not ahead or box.text != before + ahead:
            return
        event.prevent_default()
        box.load_text(before)
        self.action_next()
        if self._stayed is None:
            self.take_words(ahead)
        else:
            box.insert(ahead)

    def _is_spoken_up(self) -> bool:
        said = (self.session.step, *self.session.failing)
        if len(said) == 1 or said == self._heard:
            return False
        self._heard = said
        self._show()
        return True

    def action_previous(self) -> None:
        """Keep this answer and go to the question before."""
        if self._leave_question():
            self.session.back()
            self._arrived()

    async def action_goto(self) -> None:
        """Show the whole walk on one page."""
        from pmtui.screens.goto import GoToScreen

        if self._leave_question():
            await self.open(
                GoToScreen(self.session.walk, self.session.step.place, self.session.unconfirmed), self._go_to
            )

    def _go_to(self, place: Mapping[str, str | None] | None) -> None:
        if place is not None:
            self.session.go_to(place)
        self._arrived()

    def action_next_flag(self) -> None:
        """Show the next flag, and put the cursor on it."""
        found = self._flags()
        if found:
            at = self._flag_at(found)
            stands_there = self.query_one(AnswerBox).offset_of_cursor == found[at].end
            self._flag = (at + 1) % len(found) if self._flag is not None or stands_there else at
            self.query_one(AnswerBox).put_cursor(found[self._flag].end)
            self._show_hints()

    async def action_leave(self) -> None:
        """Save this answer and leave; what does not fit the question is kept as it was typed."""
        if not self._leave_question():
            self.keep_typing()
        if await self._asks_before_leaving(self.action_leave):
            return
        self.keeping.stand(self.session.step.place)
        await self.services.saver.drained(SOON)
        self.keep_typing()
        self.dismiss()

    def action_next_section(self) -> None:
        """Go to the first question of the next section."""
        if self._leave_question():
            self.session.next_section()
            self._arrived()

    def on_answer_box_entered(self, event: AnswerBox.Entered) -> None:
        """`enter` goes on behind a number or a time that was understood; in words and in a paste it begins a line."""
        is_within = isinstance(self.app, KeysInOrder) and self.app.is_text_waiting
        if self.session.is_complete(event.box.words) and not is_within:
            self.action_next()
        else:
            event.box.insert("\n")

    async def on_key(self, event: Key) -> None:
        """The letters of the menu work alone where no text is typed; words are words."""
        letter = event.character
        if self._is_typing() or not letter or not event.is_printable:
            return
        event.stop()
        action = next((each.id for where, _ in keys.MENU for each in keys.of(where) if each.key == letter), None)
        if action and not await self._are_words_coming():
            self.run_worker(self.run_action(action))
        else:
            self.take_words(letter)

    def on_paste(self, event: Paste) -> None:
        """What is pasted where no text is typed is words too."""
        if not self._is_typing():
            event.stop()
            self.take_words(one_line(event.text))

    def _is_typing(self) -> bool:
        return self.query_one(AnswerBox).has_focus or self.query_one(FilterBox).has_focus

    async def _are_words_coming(self) -> bool:
        """Whether the letter that was typed begins a word: another comes in the same piece, or without a pause."""
        return isinstance(self.app, KeysInOrder) and await self.app.is_text_coming()
