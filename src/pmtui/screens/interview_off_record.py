"""The interview: what is off the record, kept out of drafts or not stored at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmtui import keys
from pmtui.interview.off_record import WAYS, OffRecord, joined
from pmtui.record.changes import decide
from pmtui.record.documents import answer_id
from pmtui.record.withheld import off_record
from pmtui.screens.interview_answers import AnsweringPage
from pmtui.widgets.answer_box import AnswerBox
from pmtui.widgets.choice_box import ChoiceBox

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from pmtui.interview.off_record import Standing
    from pmtui.record.documents import Answer, AnswerState
    from pmtui.screens.saving import Saver
    from pmtui.screens.services import Services

SAID: dict[Standing, str] = {
    "on record": "It is stored, and on the record.",
    "kept out": "Kept out of every draft and export. {key} puts it back.",
    "not stored": "Not stored from here on: it is in memory only, and leaving loses it.",
}
"""What is said when it was chosen, with the `key` that chooses anew."""


class OffRecordPage(AnsweringPage):
    """A page whose answer can be off the record.

    What is not stored reaches no file: it is not kept while it is typed, not saved, and no part of any decision.
    """

    def __init__(self, services: Services, incident: str, interview: str, *, alone: bool = False) -> None:
        super().__init__(services, incident, interview, alone=alone)
        self._off: OffRecord | None = None

    @property
    def off(self) -> OffRecord:
        """What is off the record in this sitting."""
        if self._off is None:
            self._off = OffRecord.of(self.session.view)
        return self._off

    @property
    def standing(self) -> Standing:
        """How the answer of this page stands."""
        return self.off.standing(self._answer)

    @property
    def _answer(self) -> str:
        """The document id of the answer of this page."""
        step = self.session.step
        return answer_id(self._interview, step.question.id if step.question else "", step.item)

    async def action_off_record(self) -> None:
        """Keep the answer of this page out of drafts, or do not store it at all, or take that back."""
        from pmtui.screens.choose import Choose

        question = self.session.step.question
        if question is None or question.type == "info":
            self.say("There is nothing to answer on this page.")
            return
        name = self._answer.partition("/")[2]
        about = "This is about the whole answer to this question."
        if self.session.given:
            command = f"pmtui forget {self._incident} {self._interview} {name}"
            about += f" What was saved already stays in its history until it is forgotten: {command}"
        await self.open(Choose("Off the record", WAYS[self.standing], about), self._stand_as)

    def _stand_as(self, standing: str | None) -> None:
        if standing in SAID:
            self._change(standing)
            self.say(SAID[standing].format(key=keys.shown("off_record")))

    def _change(self, standing: Standing) -> None:
        before, held = self.standing, self._held()
        kind = self.off.put(self._answer, standing)
        if kind is not None:
            self._decide(kind, self._answer, None)
        if standing == "not stored":
            # What stood in the box unchanged is the answer that is saved; what is not stored begins beside it.
            is_typed = self._typed_words() is not None
            self.off.unstored[self._answer] = held if is_typed else {}
            self.keeping.forget(self.session.step.place)
            self._show()
        elif before == "not stored":
            self._show()
            self._take_over(held)
        self._show_standing()

    def _take_over(self, held: dict[str, Any]) -> None:
        """Put what was not stored into the answer; it is kept from now on like all that is typed."""
        box, choices, question = self.query_one(AnswerBox), self.query_one(ChoiceBox), self.session.question
        if box.display:
            box.load_text(held["text"] if box.one_line else joined(self._loaded, held["text"]))
            box.move_cursor(box.document.end)
        elif choices.display and question:
            choices.ask(question, held["chosen"])
        self._keep_soon()

    # What is typed

    def _held(self) -> dict[str, Any]:
        box = self.query_one(AnswerBox)
        if box.display:
            return {"text": box.text, "cursor": box.offset_of_cursor}
        return {"chosen": list(self.query_one(ChoiceBox).chosen)}

    def _typed(self) -> dict[str, Any] | None:
        return None if self.standing == "not stored" else self._typed_words()

    def _line_to_keep(self) -> tuple[str, str] | None:
        return None if self.standing == "not stored" else super()._line_to_keep()

    def _typed_words(self) -> dict[str, Any] | None:
        return super()._typed()

    def _leave_question(self) -> bool:
        if self.standing != "not stored":
            return super()._leave_question()
        self.off.unstored[self._answer] = self._held()
        return True

    def _put_state(self, state: AnswerState) -> None:
        if self.standing == "not stored":
            self._leave_question()
            self._put_back({})
        super()._put_state(state)

    def _show(self) -> None:
        super()._show()
        held = self.off.unstored.get(self._answer)
        if held is not None:
            self._put_back(held)
        self._show_standing()

    def _put_back(self, held: Any) -> None:
        box, choices, question = self.query_one(AnswerBox), self.query_one(ChoiceBox), self.session.question
        if box.display:
            self._show_text(box, held.get("text", ""))
            box.put_cursor(held.get("cursor", 0))
        elif choices.display and question:
            choices.ask(question, held.get("chosen", []))

    def _put_answer_in_sight(self, given: Answer | None, *, is_typing: bool, shown: Sequence[str] | None) -> None:
        is_typing = is_typing or self.standing == "not stored"
        super()._put_answer_in_sight(given, is_typing=is_typing, shown=shown)

    # What is said of it

    def show_around(self) -> None:
        """Show what others changed; what one of them took off the record is so here too."""
        self.off.kept_out = set(off_record(self.session.view))
        super().show_around()
        self._show_standing()

    def saving_changed(self, saver: Saver) -> None:
        """Show how saving stands, and what is off the record."""
        super().saving_changed(saver)
        self._show_standing()

    def _show_standing(self) -> None:
        words = self.services.saver.words
        if self._off is None or self.services.saver.fault:
            return
        if self.standing == "not stored":
            words = "not stored: leaving loses it"
        elif self._off.would_be_lost:
            words = f"some is not stored · {words}"
        elif self.standing == "kept out":
            words = f"off the record · {words}"
        self.head.show(right=words)

    async def _asks_before_leaving(self, leave: Callable[[], Awaitable[None]]) -> bool:
        """Ask, where leaving would lose words, whether to leave all the same; whether it was asked."""
        from pmtui.screens.choose import Choose

        if self._off is None or not self._off.would_be_lost:
            return False
        off = self._off

        async def chosen(name: str | None) -> None:
            if name == "lose":
                off.unstored.clear()
                self._show()
                await leave()

        entries = [("stay", "Stay: the words are still here"), ("lose", "Leave, and lose what is not stored")]
        await self.open(Choose("Something that was typed is stored nowhere.", entries), chosen)
        return True

    # Decisions

    def _decide(self, kind: str, about: str, value: Any) -> None:
        stamp, here = self._stamp(), self.session.step.place
        told = {"what": kind, "item": about, "value": value}
        # What is being typed here stays in its file: it is not saved with this.
        nowhere = {**here, "question": None, "section": None}
        self.keeping.save(lambda edit: decide(edit, kind, about, stamp, value), nowhere, stamp, **told)
