"""The interview: what its keys do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from textual.widgets import OptionList

from pmtui import keys
from pmtui.errors import Refused
from pmtui.questionnaire import values
from pmtui.intake.starting import now
from pmtui.record.changes import Given, decide, set_interview_state
from pmtui.reading.plain import one_line
from pmtui.screens.interview_page import ANOTHER, InterviewPage
from pmtui.widgets.answer_box import AnswerBox
from pmtui.widgets.binding import bindings
from pmtui.widgets.choice_box import ChoiceBox

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.events import Key

    from pmtui.record.changes import Stamp
    from pmtui.record.documents import AnswerState


SOON = 2.0
"""Seconds that leaving waits for the answer; what takes longer is saved while the incident is looked at."""


class InterviewScreen(InterviewPage):
    """An interview being held: answers are saved when their question is left."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("interview")]

    def _leave_question(self) -> bool:
        """Save what this page holds; false where it does not fit the question, which is then said."""
        try:
            given = self._given()
        except Refused as refusal:
            self._fault = str(refusal)
            self._show_hints()
            return False
        if given is not None and self.session.changes(given):
            self._save(given)
        else:
            self.keeping.forget(self.session.step.place)
        return True

    def _given(self) -> Given | None:
        """The answer that this page holds, or none.  Raises `Refused` where the words do not fit the question."""
        question, before = self.session.question, self.session.given
        remark = before.remark if before else None
        if question is None or question.type == "info":
            return None
        if self.query_one(ChoiceBox).display:
            chosen = self.query_one(ChoiceBox).chosen
            value: Any = list(chosen) if question.type == "many_of" else "".join(chosen)
            value = int(value) if value and question.type == "scale" else value
            if question.type == "many_of" and value and self._typed() is not None:
                values.check_count(question, len(value))
        else:
            text = self.query_one(AnswerBox).text
            if text == self._loaded:
                return None
            value = self.session.read(text) if text.strip() else None
        if value or value == 0:
            return Given("answered", value, remark)
        # Taken back: an answer that is emptied stays in the history, and the question on the list.
        return Given("later", None, remark) if before and before.state == "answered" else None

    def _save(self, given: Given) -> None:
        place, stamp = self.session.step.place, self._stamp()
        told = {"state": given.state, "value": given.value, "remark": given.remark}
        self.keeping.save(self.session.answer(given, stamp), place, stamp, **told)

    def _stamp(self) -> Stamp:
        return now(self.services.store.by)

    def _arrived(self) -> None:
        self.keeping.stand(self.session.step.place)
        self._show()

    async def _mark(self, state: AnswerState) -> None:
        """Answer with a state; where that would take an answer away, ask first."""
        from pmtui.screens.choose import Choose

        if self.session.step.question is None:
            self.say("There is no question on this page; enter adds another, tab goes on.")
            return
        if self.session.step.question.type == "info":
            self.say("This page takes no answer; tab goes on.")
            return
        if not self._is_answered():
            self._put_state(state)
            return

        def replaced(choice: str | None) -> None:
            if choice == "replace":
                self._put_state(state)

        label = keys.label(state, "answer")
        entries = [("keep", "Keep the answer"), ("replace", f"Replace it: {label}")]
        await self.open(Choose(f"This question has an answer. Put “{label}” in its place?", entries), replaced)

    def _is_answered(self) -> bool:
        before, choices = self.session.given, self.query_one(ChoiceBox)
        return (before is not None and before.state == "answered") or bool(choices.display and choices.chosen)

    def _put_state(self, state: AnswerState) -> None:
        before, box = self.session.given, self.query_one(AnswerBox)
        typed = box.text.strip() if box.display and box.text != self._loaded else ""
        remark = "\n".join(filter(None, [before.remark if before else None, typed])) or None
        self._save(Given(state, None, remark))
        self._forward()
        if typed:
            self.say("What was typed is kept as a remark.")

    def _forward(self) -> None:
        moved = self.session.forward()
        self._arrived()
        if not moved:
            self.say("That was the last question. ctrl+g shows what is open; ctrl+o e ends it here.")

    # Keys

    def action_next(self) -> None:
        """Keep this answer and go to the next question; what a check says of the answer is shown once before that."""
        if self._leave_question() and not self._is_spoken_up():
            self._forward()

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

    async def action_more(self) -> None:
        """Show the rarer keys."""
        from pmtui.screens.more import MoreScreen

        await self.open(MoreScreen(), self._do)

    async def _do(self, action: str | None) -> None:
        if action:
            await self.run_action(action)

    async def action_goto(self) -> None:
        """Show the whole walk on one page."""
        from pmtui.screens.goto import GoToScreen

        if self._leave_question():
            await self.open(GoToScreen(self.session.walk, self.session.position, self.session.unconfirmed), self._go_to)

    def _go_to(self, position: int | None) -> None:
        if position is not None:
            self.session.position = position
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
        await self.services.saver.drained(SOON)
        self.keep_typing()
        self.dismiss()

    async def action_unknown(self) -> None:
        """Asked, and not known."""
        await self._mark("unknown")

    async def action_declined(self) -> None:
        """Asked, and would rather not say."""
        await self._mark("declined")

    async def action_not_applicable(self) -> None:
        """Does not apply here."""
        await self._mark("not_applicable")

    async def action_later(self) -> None:
        """To be found out."""
        await self._mark("later")

    async def action_remark(self) -> None:
        """Add a remark to this answer."""
        from pmtui.screens.prompt import Prompt

        if self.session.step.question and self._leave_question():
            given = self.session.given
            remark = one_line((given.remark if given else None) or "")
            await self.open(Prompt("Remark", remark), lambda words: self._remark(None if words == remark else words))

    def _remark(self, words: str | None) -> None:
        given = self.session.given
        if words is not None:
            later = Given("later")
            was = Given(given.state, given.value) if given else later
            remarked = replace(was, remark=words.strip() or None)
            if self.session.changes(remarked):
                self._save(remarked)
        self._show()

    def action_confirm(self) -> None:
        """Confirm an answer that was given when its question had other words."""
        if not self._leave_question():
            return
        answer, stamp = self.session.confirm(), self._stamp()
        if answer is None:
            self.say("There is nothing to confirm: the question has the words that it was answered with.")
            return
        place = self.session.step.place
        self.keeping.save(lambda edit: decide(edit, "confirm-answer", answer, stamp), place, stamp, what="confirm-answer")
        self._show()
        self.say("Confirmed.")

    async def action_history(self) -> None:
        """Compare the revisions of this answer; the one that is chosen becomes the answer again."""
        from pmtui.record.documents import answer_id
        from pmtui.record.revisions import revisions
        from pmtui.screens.revisions import RevisionsScreen

        step = self.session.step
        if step.question is None or not self._leave_question():
            return
        await self.services.saver.drained(SOON)
        name = answer_id(self._interview, step.question.id, step.item)
        try:
            found = list(revisions(self.services.store.changes(self._incident), name))
        except Refused as refusal:
            self.refused(refusal)
            return
        if not found:
            self.say("Nothing was answered here yet.")
            return

        def bring_back(choice: int | None) -> None:
            if choice is not None:
                again = found[choice]
                given = Given(again.state, again.value, again.remark)
                if self.session.changes(given):
                    self._save(given)
            self._show()

        await self.open(RevisionsScreen(step.question, found, self.session.days.zone), bring_back)

    async def action_own_words(self) -> None:
        """Answer a choice in one's own words."""
        from pmtui.screens.prompt import Prompt

        question = self.session.question
        if question and question.other:
            await self.open(Prompt("In your own words"), lambda words: self.query_one(ChoiceBox).add_own(words or ""))
        else:
            self.say("This question has no answers in one's own words; ctrl+o r adds a remark.")

    def action_suggestion(self) -> None:
        """Put in what the question suggests; leaving it saves it, like what was typed."""
        question = self.session.question
        if question is None or question.default is None:
            self.say("This question suggests no answer.")
        elif self.query_one(ChoiceBox).display:
            self.query_one(ChoiceBox).mark(question.default)
        else:
            self.query_one(AnswerBox).load_text(question.default)
            self.query_one(AnswerBox).move_cursor(self.query_one(AnswerBox).document.end)

    def action_probe(self) -> None:
        """Show the next follow-up question."""
        question = self.session.question
        if question and question.probe:
            self._probe = 0 if self._probe is None else (self._probe + 1) % len(question.probe)
            self._show_hints()
        else:
            self.say("This question has no follow-up questions.")

    async def action_preamble(self) -> None:
        """Show what to read aloud before the first question."""
        from pmtui.screens.help import ReadAloud

        asked = self.session.walk.questionnaire
        if asked.preamble:
            await self.open(ReadAloud(asked.title, asked.preamble))
        else:
            self.say("This questionnaire has nothing to read aloud.")

    def action_add_item(self) -> None:
        """Begin another item of this section."""
        if self._leave_question():
            section = self.session.step.section
            if section.repeat:
                self.session.add_item()
            self._arrived()
            if not section.repeat:
                self.say(f"Nothing to add here: {section.title} is asked once.")

    def action_drop_item(self) -> None:
        """Take this item out; what was being typed about it is saved first."""
        if self.session.step.item is None:
            once = "this question is asked once."
            about = "go to a question about it first."
            self.say(f"Nothing to remove here: {about if self.session.step.section.repeat else once}")
            return
        if not self._leave_question():
            return
        place, stamp = self.session.step.place, self._stamp()
        item = self.session.drop_item()
        if item:
            self.keeping.save(lambda edit: decide(edit, "drop-item", item, stamp), place, stamp, what="drop-item")
        else:
            self.keeping.forget(place)
        self._arrived()
        if item:
            self.say("It was removed; ctrl+o z brings it back.")

    def action_bring_back(self) -> None:
        """Bring back the item of this section that was removed last."""
        if not self._leave_question():
            return
        stamp, item = self._stamp(), self.session.keep_item()
        if item:
            here = self.session.step.place
            told = {"what": "keep-item", "item": item}
            self.keeping.save(lambda edit: decide(edit, "keep-item", item, stamp), here, stamp, **told)
        self._arrived()
        if not item:
            self.say("No item of this section was removed.")

    def action_next_section(self) -> None:
        """Go to the first question of the next section."""
        if self._leave_question():
            here = self.session.step.section
            steps = self.session.walk.steps
            later = (at for at in range(self.session.position, len(steps)) if steps[at].section is not here)
            self.session.position = next(later, self.session.position)
            self._arrived()

    async def action_end(self) -> None:
        """Mark the interview as ended, and leave it."""
        if self._leave_question():
            interview, stamp = self._interview, self._stamp()
            self.keeping.save(
                lambda edit: set_interview_state(edit, interview, "ended", stamp),
                self.session.step.place,
                stamp,
                what="end",
            )
            await self.services.saver.drained(SOON)
            self.dismiss()

    def on_answer_box_entered(self, _: AnswerBox.Entered) -> None:
        """`enter` in an answer of one line goes on."""
        self.action_next()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """On a page of items: add another, or go to the one under the cursor."""
        if event.option_list.id != "items":
            return
        if event.option.id == ANOTHER:
            self.action_add_item()
        else:
            section = self.session.step.section
            place = {"section": section.id, "question": section.questions[0].id, "item": event.option.id}
            self.session.go_to(place)
            self._arrived()

    def on_key(self, event: Key) -> None:
        """The letters of the menu work alone where no text is typed."""
        if self.query_one(AnswerBox).has_focus or not event.character:
            return
        action = next(
            (each.id for where, _ in keys.MENU for each in keys.of(where) if each.key == event.character), None
        )
        if action:
            event.stop()
            self.run_worker(self.run_action(action))
