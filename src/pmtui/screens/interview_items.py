"""The interview: the items of its repeated sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui import keys
from pmtui.reading.plain import one_line
from pmtui.record.changes import decide
from pmtui.screens.interview_page import ANOTHER, OTHERS
from pmtui.screens.interview_probes import ProbesPage
from pmtui.widgets.choice_box import ChoiceBox

if TYPE_CHECKING:
    from textual.widgets import OptionList

    from pmtui.interview.tying import Way


class ItemsPage(ProbesPage):
    """A page that adds items, takes them out, and speaks about those that others named."""

    def take_words(self, words: str) -> None:
        """Take words that are typed on a page without a place for them: where they would have gone on paper."""
        if self.session.step.question is None:
            self.action_add_item()
        elif self.session.step.question.type == "info":
            self._forward()
        before = self.query_one(ChoiceBox).take_back() if self.query_one(ChoiceBox).display else ""
        self.put_words(before.lstrip() + words)

    def action_add_item(self) -> None:
        """Begin another item of this section."""
        if self._leave_question():
            section = self.session.step.section
            if section.repeat:
                self.session.add_item()
            self._arrived()
            if not section.repeat:
                self.say(f"Nothing to add here: {section.title} is asked once.")

    async def action_take_up(self) -> None:
        """Speak about an item that somebody else named, so that it is one item in the incident."""
        from pmtui.screens.choose import Choose

        found = self.session.named_by_others() if self.session.step.section.repeat else []
        if not found:
            self.say("Nobody else named anything that this section asks about.")
        elif self._leave_question():
            title = f"Which {self.session.step.section.repeat} do they speak about?"
            await self.open(Choose(title, [(each.id, self.thing_words(each)) for each in found]), self._take_up_thing)

    def _take_up_thing(self, item: str | None) -> None:
        thing = next((each for each in self.session.named_by_others() if each.id == item), None)
        if thing is not None:
            self.session.speak_about(thing.id)
        self._arrived()
        if thing is not None:
            self.say(f"This is about “{one_line(thing.words)}” now; what is said here joins what is known of it.")

    async def action_same(self) -> None:
        """Say that this item is the same thing as another one, or take that back."""
        from pmtui.interview.tying import ways
        from pmtui.screens.choose import Choose

        item, kind = self.session.step.item, self.session.step.section.repeat
        if self.session.alone:
            self.say("Who leads the review says which items are one.")
            return
        if item is None:
            self.say("Go to a question about one item first; then this says what it is the same as.")
            return
        if not self._leave_question():
            return
        view = await self.saved_view()
        if view is None:
            return
        found = ways(view, item)
        if not found:
            self.say(f"There is no other {kind} that this one could be the same as.")
            return
        entries = [(str(at), f"{way.words}: {self.thing_words(way.thing)}") for at, way in enumerate(found)]

        def decided(choice: str | None) -> None:
            if choice is not None:
                self._tie(found[int(choice)])

        await self.open(Choose(f"This {kind} is", entries), decided)

    def _tie(self, way: Way) -> None:
        stamp, here = self._stamp(), self.session.step.place
        kind, about, value = way.decision
        told = {"what": kind, "item": about, "value": value}
        self.keeping.save(lambda edit: decide(edit, kind, about, stamp, value), here, stamp, **told)
        self.say(
            "They are two again." if way.takes_back else f"They are one now; {keys.shown('same')} takes that back."
        )

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
            self.say(f"It was removed; {keys.shown('bring_back')} brings it back.")

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

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """On a page of items: add another, or go to the one under the cursor."""
        if event.option_list.id != "items":
            return
        if event.option.id == ANOTHER:
            self.action_add_item()
        elif event.option.id and event.option.id.startswith(OTHERS):
            self._take_up_thing(event.option.id.removeprefix(OTHERS))
        else:
            section = self.session.step.section
            place = {"section": section.id, "question": section.questions[0].id, "item": event.option.id}
            self.session.go_to(place)
            self._arrived()
