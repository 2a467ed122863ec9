"""The interview: what is answered, and what is done with one answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pmtui import keys
from pmtui.errors import Refused
from pmtui.intake.starting import now
from pmtui.questionnaire import values
from pmtui.reading.plain import one_line, quoted
from pmtui.record.changes import Given, decide
from pmtui.screens.interview_shared import SharedPage
from pmtui.screens.interview_words import place_words
from pmtui.widgets.answer_box import AnswerBox
from pmtui.widgets.choice_box import ChoiceBox, FilterBox
from pmtui.widgets.frame import Fitting

if TYPE_CHECKING:
    from pmtui.record.changes import Stamp
    from pmtui.record.documents import AnswerState
    from pmtui.record.view import View

SOON = 2.0
"""Seconds that a key waits for what is being saved; what takes longer is saved while something else is looked at."""

SENTENCE = 4
"""Words from which on an answer that does not fit is no slip."""


class AnsweringPage(SharedPage):
    """A page whose answer is saved when its question is left."""

    _kept_beside = False
    """Whether the answer that was left did not fit, and nobody was told yet."""

    async def saved_view(self) -> View | None:
        """The incident with what was just saved here; none where it cannot be read, which is then said."""
        await self.services.saver.drained(SOON)
        try:
            return self.services.view(self._incident)
        except Refused as refusal:
            self.refused(refusal)
            return None

    def _leave_question(self) -> bool:
        """Save what this page holds; false where it does not fit the question, which is then said.

        Who goes on all the same keeps the words as a remark, and so does who typed a sentence: no answer holds anybody
        up, and what is typed next is about the next question.
        """
        try:
            given = self._given()
        except Refused as refusal:
            words = self._unfit_words()
            is_sentence = self.query_one(AnswerBox).display and len(words.split()) >= SENTENCE
            if not words or (self._fault is None and not is_sentence):
                self._fault = str(refusal)
                self._show_hints()
                return False
            self._kept_beside = self._fault is None
            given = self._beside(words)
        if given is not None and self.session.changes(given):
            self._save(given)
            # The page may stay, behind another screen: what stands here is no longer words that wait to be saved.
            self._loaded = self.query_one(AnswerBox).text
        else:
            self.keeping.forget(self.session.step.place)
        return True

    def _unfit_words(self) -> str:
        box = self.query_one(AnswerBox)
        return (box.text if box.display else self.query_one(FilterBox).value).strip()

    def _beside(self, words: str) -> Given:
        """What was answered before, with `words` in its remark."""
        before = self.session.given or Given("open")
        remark = "\n".join(filter(None, [before.remark, words]))
        return Given(before.state, before.value, remark)

    def _given(self) -> Given | None:
        """The answer that this page holds, or none.  Raises `Refused` where the words do not fit the question."""
        question, before = self.session.question, self.session.given
        remark = before.remark if before else None
        if question is None or question.type == "info":
            return None
        if self.query_one(ChoiceBox).display:
            words = self._words_above()
            if words and self.query_one(ChoiceBox).is_offering:
                raise Refused(
                    f"{quoted(words)} is typed and marks nothing yet: enter marks it, an empty line goes on without it"
                )
            # What is in no line of the list was no search: it is an answer, or kept beside one, with every word.
            if words and question.other:
                self.query_one(ChoiceBox).add_own(words)
            else:
                remark = "\n".join(filter(None, [remark, words])) or None
            chosen = self.query_one(ChoiceBox).chosen
            value: Any = list(chosen) if question.type == "many_of" else "".join(chosen)
            value = int(value) if value and question.type == "scale" else value
            if question.type == "many_of" and value and self._typed() is not None:
                values.check_count(question, len(value))
        else:
            text = self.query_one(AnswerBox).text
            if text == self._loaded:
                return None
            value = self.session.read(self.query_one(AnswerBox).words) if text.strip() else None
        if value or value == 0:
            return Given("answered", value, remark)
        if before and before.state == "answered":
            # Taken back: an answer that is emptied stays in the history, and the question on the list.
            return Given("later", None, remark)
        is_remarked = remark != (before.remark if before else None)
        return Given(before.state if before else "open", None, remark) if is_remarked else None

    def _words_above(self) -> str:
        """What is typed above the list; a choice that is called so is marked instead."""
        narrow, choices = self.query_one(FilterBox), self.query_one(ChoiceBox)
        words = narrow.value.strip()
        choice = choices.named(words) if words else None
        if choice is None:
            return words
        if choice not in choices.chosen:
            choices.mark(choice)
        narrow.value = ""
        return ""

    def _save(self, given: Given) -> None:
        place, stamp = self.session.step.place, self._stamp()
        told = {"state": given.state, "value": given.value, "remark": given.remark}
        self.keeping.save(self.session.answer(given, stamp), place, stamp, **told)
        self.query_one("#place", Fitting).show(place_words(self.session))

    def _stamp(self) -> Stamp:
        return now(self.services.store.by)

    def _arrived(self) -> None:
        self.keeping.stand(self.session.step.place)
        self._show()
        if self._kept_beside:
            self._kept_beside = False
            self.say("What you typed there has not the form of an answer; it is kept as its remark.")

    async def _mark(self, state: AnswerState) -> None:
        """Answer with a state; where that would take an answer away, ask first."""
        from pmtui.screens.choose import Choose

        if self.session.step.question is None:
            self.say(f"There is no question on this page; enter adds another, {keys.shown('next')} goes on.")
            return
        if self.session.step.question.type == "info":
            self.say(f"This page takes no answer; {keys.shown('next')} goes on.")
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
            self._at_the_end()

    def _at_the_end(self) -> None:
        """There is no page behind this one."""
        open_, end = keys.key("goto", "interview"), keys.shown("end")
        self.say(f"That was the last question. {open_} shows what is open; {end} how it ends.")

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
        if self.session.step.question and self._leave_question():
            await self.ask_remark(self._remarked)

    @property
    def _remarked(self) -> str:
        return one_line((self.session.given.remark if self.session.given else None) or "")

    async def ask_remark(self, words: str) -> None:
        """Ask for the remark; `words` stand there."""
        from pmtui.screens.prompt import Prompt

        before = self._remarked
        await self.ask_line(
            "remark", Prompt("Remark", words), lambda words: self._remark(None if words == before else words)
        )

    def _remark(self, words: str | None) -> None:
        given = self.session.given
        if words is not None:
            was = Given(given.state, given.value) if given else Given("open")
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
        self.keeping.save(
            lambda edit: decide(edit, "confirm-answer", answer, stamp), place, stamp, what="confirm-answer"
        )
        self._show()
        self.say("Confirmed.")

    async def action_idea(self) -> None:
        """Park an idea for a fix, so that the talk stays with what happened."""
        await self.ask_idea("")

    async def ask_idea(self, idea: str) -> None:
        """Ask for an idea; the words of `idea` stand there."""
        from pmtui.record.view import PARK
        from pmtui.screens.prompt import Prompt

        stamp, here, interview = self._stamp(), self.session.step.place, self._interview

        def park(words: str | None) -> None:
            if words is None or not words.strip():
                return
            told = {"what": PARK, "item": interview, "value": words.strip()}
            # What is being typed here is not saved with this, and stays in its file.
            nowhere = {**here, "question": None, "section": None}
            self.keeping.save(lambda edit: decide(edit, PARK, interview, stamp, words.strip()), nowhere, stamp, **told)
            self.say("Parked; the draft lists it until actions are chosen.")

        about = "It is kept aside until actions are chosen; then go on with what happened."
        await self.ask_line("idea", Prompt("Park an idea", idea, about), park)

    async def action_history(self) -> None:
        """Compare the revisions of this answer; the one that is chosen becomes the answer again."""
        from pmtui.record.corrections import reasons
        from pmtui.record.documents import answer_id
        from pmtui.record.probing import asked_at
        from pmtui.record.revisions import revisions
        from pmtui.screens.revisions import RevisionsScreen

        step = self.session.step
        if step.question is None or not self._leave_question():
            return
        await self.services.saver.drained(SOON)
        name = answer_id(self._interview, step.question.id, step.item)
        try:
            found = list(revisions(self.services.store.changes(self._incident), name))
            view = self.services.view(self._incident)
        except Refused as refusal:
            self.refused(refusal)
            return
        asked = asked_at(view.decisions, name)
        if not found:
            probes = "".join(f" Asked: {each}" for each in asked.get(0, ()))
            self.say(f"Nothing was answered here yet.{probes}")
            return

        def bring_back(choice: int | None) -> None:
            if choice is not None:
                again = found[choice]
                given = Given(again.state, again.value, again.remark)
                if self.session.changes(given):
                    self._save(given)
            self._show()

        zone = self.session.days.zone
        await self.open(RevisionsScreen(step.question, found, zone, reasons(view, name), asked), bring_back)

    async def action_own_words(self) -> None:
        """Answer a choice in one's own words."""
        question = self.session.question
        if question and question.other:
            await self.ask_own_words("")
        else:
            self.say(f"This question has no answers in one's own words; {keys.shown('remark')} adds a remark.")

    async def ask_own_words(self, words: str) -> None:
        """Ask for an answer that is in no list; `words` stand there."""
        from pmtui.screens.prompt import Prompt

        prompt = Prompt("In your own words", words)
        await self.ask_line("own_words", prompt, lambda words: self.query_one(ChoiceBox).add_own(words or ""))

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
