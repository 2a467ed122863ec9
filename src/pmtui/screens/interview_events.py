"""The interview: sentences that become events of the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui import keys
from pmtui.findings import flags
from pmtui.reading.sentences import sentence_at
from pmtui.record.additions import EVENT
from pmtui.record.telling import Made, made_of, places
from pmtui.screens.interview_flags import FlagsPage
from pmtui.widgets.answer_box import AnswerBox
from pmtui.widgets.frame import Line

if TYPE_CHECKING:
    from textual.widgets import TextArea

    from pmtui.interview.events import Told
    from pmtui.reading.sentences import Sentence
    from pmtui.screens.services import Services


class EventsPage(FlagsPage):
    """A page whose sentences can be made events; the cursor and the text stay."""

    def __init__(self, services: Services, incident: str, interview: str, *, alone: bool = False) -> None:
        super().__init__(services, incident, interview, alone=alone)
        self._new: list[Made] = []
        self._marked: str = ""

    async def action_event(self) -> None:
        """Make the sentence under the cursor an event, or change the event that it is."""
        from pmtui.interview import events

        box = self.query_one(AnswerBox)
        sentence = sentence_at(box.text, box.offset_of_cursor) if box.display else None
        if sentence is None:
            self.say("Put the cursor into a sentence first; it becomes an event.")
        elif self.standing != "on record":
            back = keys.shown("off_record")
            self.say(f"This is off the record, and an event would be in drafts. {back} puts it back first.")
        elif (made := self._events().get(sentence)) is not None:
            await self._change_event(made)
        else:
            words = box.text[sentence.start : sentence.end]
            view = self.session.view
            names = [*flags.system_names(view), *(each.role for each in view.participants.values())]
            told = events.suggested(words, self.session.days, names, view.participant_of(self._interview).role)
            await self._ask_event("Make it an event", told, Made(self._answer, self.session.new_item("event"), words))

    async def _ask_event(self, title: str, told: Told, made: Made) -> None:
        from pmtui.screens.event_form import EventForm

        form = EventForm(title, told, self.session.days.zone, lambda said: self._make(said, made))
        await self.open(form, self._made)

    def _made(self, item: str | None) -> None:
        if item is not None:
            self._said = None
            self._show_question()
            self._show_hints()

    def _make(self, told: Told, made: Made) -> str:
        """Save an event, and give its item.  Raises `Refused` where its time cannot be one."""
        from pmtui.interview import events

        answers = events.answers_of(self.session, made.item, told)
        stamp, here = self._stamp(), {"section": None, "question": None, "item": made.item}
        if answers:
            tie = {"item": made.item, "words": made.words, "actor": bool(told.actor)}
            self._decide(EVENT, made.answer, tie)
            self._new.append(made)
        for place, given in answers:
            said = {"question": place.question, "state": given.state, "value": given.value, "remark": given.remark}
            self.keeping.save(self.session.tell(place, given, stamp), here, stamp, **said)
        return made.item

    async def _change_event(self, made: Made) -> None:
        from pmtui.interview import events
        from pmtui.screens.choose import Choose

        async def chosen(way: str | None) -> None:
            if way == "change":
                await self._ask_event("Change the event", events.known_of(self.session, made.item), made)
            elif way == "drop":
                self.session.leave_out(made.item)
                self._decide("drop-item", made.item, None)
                self.say(f"It is no event any more; {keys.key('event', 'interview')} makes it one again.")

        entries = [("change", "Change the event"), ("drop", "Take it out of the timeline")]
        await self.open(Choose("This sentence is in the timeline.", entries), chosen)

    def _stand_as(self, standing: str | None) -> None:
        if standing == "not stored" and self._events():
            self.say("A sentence here is in the timeline, and stored. Keep the answer out of drafts instead.")
            return
        super()._stand_as(standing)

    # Marks

    def _events(self) -> dict[Sentence, Made]:
        """The sentences of this answer that are events."""
        box = self.query_one(AnswerBox)
        dropped, told = self.session.walk.dropped, self._answer
        known = [*made_of(self.session.view.decisions), *self._new]
        made = {each.item: each for each in known if each.answer == told and each.item not in dropped}
        return places(box.text, list(made.values())) if made and box.display else {}

    def _event_words(self) -> str:
        """Whether the sentence under the cursor, or another one here, is an event."""
        found = self._events()
        if not found:
            return ""
        from pmtui.interview import events

        box = self.query_one(AnswerBox)
        here = sentence_at(box.text, box.offset_of_cursor)
        if here in found:
            when = events.time_of(self.session, found[here].item) or "no time yet"
            return f"✓ event: {when} · {keys.key('event', 'interview')} changes it"
        return f"✓ {len(found)} here in the timeline"

    def _show_hints(self) -> None:
        super()._show_hints()
        self._marked = self._event_words()
        if self._marked and not self._said:
            state = self.query_one("#state", Line)
            state.show(" · ".join(filter(None, [self._marked, str(state.content)])))

    def on_text_area_selection_changed(self, event: TextArea.SelectionChanged) -> None:
        """Say of the sentence under the cursor that it is an event."""
        if self._event_words() != self._marked:
            self._show_hints()
        else:
            super().on_text_area_selection_changed(event)
