"""The interview: opened where it stood, and what is typed is kept within a second."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmtui import keys
from pmtui.errors import Refused
from pmtui.findings import flags
from pmtui.interview.beginning import days_of
from pmtui.interview.session import Session
from pmtui.screens.interview_page import InterviewPage
from pmtui.screens.page import Page
from pmtui.widgets.answer_box import AnswerBox
from pmtui.widgets.choice_box import ChoiceBox, FilterBox

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.widgets import Input, OptionList, TextArea

KEEP_AFTER = 0.8
"""Seconds from a key press to the moment that what is being typed is kept."""


class TypingPage(InterviewPage):
    """A page on which words are typed; they stand there again after the app was lost."""

    has_ended = False
    """Whether the interview has ended, as far as is known here."""

    async def on_mount(self) -> None:
        """Open the interview where it stood, with what was being typed."""
        store = self.services.store
        try:
            view = self.services.view(self._incident)
            days = days_of(view, self._interview)
            typing = store.typing(self._incident, self._interview)
            place = typing or store.place(self._incident, self._interview)
            self.session = Session(view, self._interview, days, place, self._alone)
        except Refused as refusal:
            # This screen goes, so its own line for messages goes with it.
            Page.say(self, str(refusal))
            self.dismiss()
            return
        self.check_for(flags.people(view), flags.system_names(view))
        self.head.show(right=self.services.saver.words)
        self.show_state(has_ended=view.interview(self._interview).state == "ended")
        self.show_consent(view.participant_of(self._interview))
        self._show()
        if typing:
            self._take_up(typing)
        self.keeping.took_up(typing)
        await self.opened()

    def show_state(self, *, has_ended: bool) -> None:
        """Show in the head line who this is with, and whether the interview has ended."""
        self.has_ended, view = has_ended, self.session.view
        ended = "ended · " if has_ended else ""  # in front, where a narrow window does not cut it
        self.head.show(
            f"{ended}{view.participant_of(self._interview).role} · {self._interview} · {view.incident.title}"
        )

    async def opened(self) -> None:
        """The interview is open; what goes on beside it begins here."""

    def put_words(self, words: str) -> None:
        """Put words into the answer, or above its list, and go on typing there."""
        box, narrow = self.query_one(AnswerBox), self.query_one(FilterBox)
        if box.display:
            box.insert(words)
        elif self.query_one(ChoiceBox).display:
            narrow.display = True
            self.query_one(ChoiceBox).set_class(True, "-filtered")
            narrow.focus()
            narrow.insert_text_at_cursor(words)

    def on_text_area_changed(self, _: TextArea.Changed) -> None:
        """Look at what was typed, and keep it within a second."""
        if not self.query_one(AnswerBox).display:
            return
        self._fault = None
        self._show_hints()
        self._keep_soon()

    def on_text_area_selection_changed(self, _: TextArea.SelectionChanged) -> None:
        """Show the flag under the cursor."""
        if self._flags():
            self._show_hints()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the choices that hold what is typed above them, and keep it within a second."""
        choices = self.query_one(ChoiceBox)
        if event.value:
            choices.take_back()
        choices.filter(event.value)
        if event.value.strip():
            self._keep_soon()

    def on_filter_box_mark(self, event: FilterBox.Mark) -> None:
        """Mark the choice under the cursor, and show all again; words that are in no line stay."""
        choices = self.query_one(ChoiceBox)
        if choices.highlighted is None:
            self.query_one(FilterBox).insert_text_at_cursor(" ")  # sentences go on
            self.say(f"No line holds this; {keys.shown('next')} keeps it as a remark.")
            return
        choices.action_mark(event.character)
        self.query_one(FilterBox).value = ""

    def on_filter_box_move(self, event: FilterBox.Move) -> None:
        """Move the cursor in the choices."""
        getattr(self.query_one(ChoiceBox), f"action_{event.action}")()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say in full what the choice under the cursor means."""
        if isinstance(event.option_list, ChoiceBox) and event.option_list.is_long:
            self._show_hints()

    def on_choice_box_marked(self, _: ChoiceBox.Marked) -> None:
        """Keep what was marked like what was typed."""
        self._show_hints()
        self._keep_soon()

    def _keep_soon(self) -> None:
        if not self._keep_is_due:
            self._keep_is_due = True
            self.set_timer(KEEP_AFTER, self.keep_typing)

    def keep_typing(self) -> None:
        """Keep what is being typed in its own file, where it differs from what was saved."""
        self._keep_is_due = False
        typed = self._typed()
        if typed is not None:
            self.keeping.keep(typed)

    def _take_up(self, typing: Mapping[str, Any]) -> None:
        """Put back what was being typed when the interview was last left in the middle of an answer."""
        step, box, choices = self.session.step, self.query_one(AnswerBox), self.query_one(ChoiceBox)
        if step.place != {name: typing.get(name) for name in step.place}:
            self.say("What was typed belongs to a question that is not there any more; it is kept in the typing file.")
        elif box.display and isinstance(typing.get("text"), str):
            box.load_text(typing["text"])
            box.put_cursor(int(typing.get("cursor") or 0))
            self.say("Taken up where it was left: these words were typed and not saved yet.")
        elif choices.display and self.session.question and isinstance(typing.get("chosen"), list):
            choices.ask(self.session.question, typing["chosen"])
            self.say("Taken up where it was left: this was not saved yet.")
            if isinstance(typing.get("above"), str) and typing["above"].strip():
                self.put_words(typing["above"])
