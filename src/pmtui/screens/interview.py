"""The interview: one question at a time, and nothing else moving."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from textual.content import Content
from textual.widgets import OptionList, Static, TextArea
from textual.widgets.option_list import Option

from pmtui import blame, keys
from pmtui.errors import Refused
from pmtui.findings import flags
from pmtui.intake.starting import now
from pmtui.interview.beginning import days_of
from pmtui.interview.session import Session
from pmtui.questionnaire import values
from pmtui.reading.plain import one_line
from pmtui.record.changes import Given, decide, set_interview_state
from pmtui.record.fold import record
from pmtui.screens.interview_words import panel_words, place_words, state_words
from pmtui.screens.page import Page
from pmtui.widgets.answer_box import AnswerBox
from pmtui.widgets.binding import bindings
from pmtui.widgets.choice_box import ChoiceBox
from pmtui.widgets.frame import Line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import Key

    from pmtui.blame import Flag
    from pmtui.record.documents import AnswerState
    from pmtui.screens.services import Services

KEEP_AFTER = 0.8
"""Seconds from a key press to the moment that what is being typed is kept."""

ANOTHER = "+"
"""The row of a page of items that adds another."""


class InterviewScreen(Page):
    """The interview `interview` of `incident`, where it stood when it was left."""

    where = "interview"
    CSS_PATH = "interview.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("interview")]

    def __init__(self, services: Services, incident: str, interview: str) -> None:
        super().__init__(services)
        self._incident, self._interview = incident, interview
        self._loaded = ""
        self._fault: str | None = None
        self._probe: int | None = None
        self._flag: int | None = None
        self._keeping = False

    def compose(self) -> ComposeResult:
        """Head, place in the walk, question, one of three ways to answer, what was understood, one hint, keys."""
        yield self.head
        yield Line(id="place", classes="dim")
        yield Static(id="ask", markup=False)
        yield Static(id="help", markup=False, classes="dim")
        yield AnswerBox(lambda _: ())
        yield ChoiceBox()
        yield OptionList(id="items", markup=False)
        yield Line(id="state")
        yield Static(id="panel", markup=False)
        yield self.foot

    def on_mount(self) -> None:
        """Open the interview where it stood, with what was being typed."""
        store = self.services.store
        try:
            view = self.services.view(self._incident)
            days = days_of(view, self._interview)
            typing = store.typing(self._incident, self._interview)
            place = typing or store.place(self._incident, self._interview)
            self.session = Session(view, self._interview, days, place)
        except Refused as refusal:
            self.dismiss()
            self.refused(refusal)
            return
        people, systems, rules = flags.people(view), flags.systems(record(view)), self.services.rules
        self.query_one(AnswerBox).check_with(lambda text: blame.check(text, people, systems, rules))
        role = view.participant_of(self._interview).role
        self.head.show(f"{view.incident.title} · {self._interview} · {role}", self.services.saver.words)
        self._show()
        if typing:
            self._take_up(typing)

    # What is shown

    def _show(self) -> None:
        self._fault = self._probe = self._flag = None
        step = self.session.step
        box, choices, items = self.query_one(AnswerBox), self.query_one(ChoiceBox), self.query_one("#items", OptionList)
        is_choice = step.question is not None and bool(step.question.options or step.question.type == "many_of")
        box.display = step.question is not None and not is_choice
        choices.display, items.display = is_choice, step.question is None
        self.query_one("#place", Line).show(place_words(self.session))
        if step.question is None:
            self._ask(f"{step.section.title}: what there is so far", "enter on the last line adds another, tab goes on")
            self._show_items(items)
        else:
            first = step.question is step.section.questions[0]
            self._ask(step.question.ask, step.question.help or (step.section.intro if first else None) or "")
            if is_choice:
                choices.ask(step.question, self._chosen())
            else:
                self._show_text(box, self._words())
        (choices if is_choice else items if step.question is None else box).focus()
        self._show_hints()

    def _ask(self, ask: str, help_: str) -> None:
        self.query_one("#ask", Static).update(Content.styled(one_line(ask), "bold"))
        self.query_one("#help", Static).update(Content(one_line(help_)))

    def _show_text(self, box: AnswerBox, words: str) -> None:
        question = self.session.step.question
        box.one_line = question is not None and question.type != "long_text"
        self._loaded = words
        box.load_text(words)
        box.move_cursor(box.document.end)

    def _show_items(self, items: OptionList) -> None:
        kind = self.session.step.section.repeat
        items.clear_options()
        for item in self.session.items():
            told = " · ".join(one_line(each) for each in self.session.told_of(item)) or "no answer yet"
            items.add_option(Option(Content(told), id=item))
        items.add_option(Option(Content.styled(f"+ another {kind}", "bold"), id=ANOTHER))
        items.highlighted = items.option_count - 1

    def _show_hints(self) -> None:
        step = self.session.step
        box = self.query_one(AnswerBox)
        typed = box.text if box.display else None
        self.query_one("#state", Line).show(state_words(self.session, typed))
        found = self._flags()
        words = panel_words(step, self._fault, self._probe, found, self._flag_at(found))
        self.query_one("#panel", Static).update(words)

    def _flags(self) -> list[Flag]:
        box = self.query_one(AnswerBox)
        return box.flags if box.display else []

    def _flag_at(self, found: list[Flag]) -> int:
        cursor = self.query_one(AnswerBox).offset_of_cursor
        under = next((at for at, flag in enumerate(found) if flag.start <= cursor <= flag.end), None)
        return under if under is not None else min(self._flag or 0, max(len(found) - 1, 0))

    def _words(self) -> str:
        given, question = self.session.given, self.session.step.question
        if given is None or question is None or given.state != "answered":
            return ""
        return values.words_of(question, given.value)

    def _chosen(self) -> list[str]:
        given = self.session.given
        if given is None or given.state != "answered":
            return []
        return list(given.value) if isinstance(given.value, list) else [given.value]

    # Typing

    def on_text_area_changed(self, _: TextArea.Changed) -> None:
        """Look at what was typed, and keep it within a second."""
        if not self.query_one(AnswerBox).display:
            return
        self._fault = self._probe = None
        self._show_hints()
        self._keep_soon()

    def on_text_area_selection_changed(self, _: TextArea.SelectionChanged) -> None:
        """Show the flag under the cursor."""
        if self._flags():
            self._show_hints()

    def on_answer_box_entered(self, _: AnswerBox.Entered) -> None:
        """`enter` in an answer of one line goes on."""
        self.action_next()

    def on_choice_box_marked(self, _: ChoiceBox.Marked) -> None:
        """Keep what was marked like what was typed."""
        self._show_hints()
        self._keep_soon()

    def _keep_soon(self) -> None:
        if not self._keeping:
            self._keeping = True
            self.set_timer(KEEP_AFTER, self.keep_typing)

    def keep_typing(self) -> None:
        """Keep what is being typed in its own file, where it differs from what was saved."""
        self._keeping = False
        store, incident, interview = self.services.store, self._incident, self._interview
        typed = self._typed()
        if typed is not None:
            self.services.saver.add(lambda: store.keep_typing(incident, interview, typed), is_answer=False)

    def _typed(self) -> dict[str, Any] | None:
        box, choices = self.query_one(AnswerBox), self.query_one(ChoiceBox)
        place: dict[str, Any] = dict(self.session.step.place)
        if box.display and box.text != self._loaded:
            return {**place, "text": box.text, "cursor": box.offset_of_cursor}
        if choices.display and choices.chosen != self._chosen():
            return {**place, "chosen": list(choices.chosen)}
        return None

    def _take_up(self, typing: Mapping[str, Any]) -> None:
        """Put back what was being typed when the interview was last left in the middle of an answer."""
        step, box, choices = self.session.step, self.query_one(AnswerBox), self.query_one(ChoiceBox)
        if step.place != {name: typing.get(name) for name in step.place}:
            self.say("What was typed belongs to a question that is not there any more; it is kept in the typing file.")
        elif box.display and isinstance(typing.get("text"), str):
            box.load_text(typing["text"])
            box.put_cursor(int(typing.get("cursor") or 0))
            self.say("Taken up where it was left: these words were typed and not saved yet.")
        elif choices.display and step.question and isinstance(typing.get("chosen"), list):
            choices.ask(step.question, typing["chosen"])

    # Answering

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
            self._forget_typing()
        return True

    def _given(self) -> Given | None:
        """The answer that this page holds, or none.  Raises `Refused` where the words do not fit the question."""
        question, before = self.session.step.question, self.session.given
        remark = before.remark if before else None
        if question is None:
            return None
        if self.query_one(ChoiceBox).display:
            chosen = self.query_one(ChoiceBox).chosen
            value: Any = list(chosen) if question.type == "many_of" else "".join(chosen)
        else:
            text = self.query_one(AnswerBox).text
            value = self.session.read(text) if text.strip() else None
        if value:
            return Given("answered", value, remark)
        # Taken back: an answer that is emptied stays in the history, and the question on the list.
        return Given("later", None, remark) if before and before.state == "answered" else None

    def _save(self, given: Given) -> None:
        store, incident, interview = self.services.store, self._incident, self._interview
        change = self.session.answer(given, now(store.by))

        def save() -> None:
            store.change(incident, change)
            store.drop_typing(incident, interview)

        self.services.saver.add(save)

    def _forget_typing(self) -> None:
        store, incident, interview = self.services.store, self._incident, self._interview
        self.services.saver.add(lambda: store.drop_typing(incident, interview), is_answer=False)

    def _keep_place(self) -> None:
        store, incident, interview = self.services.store, self._incident, self._interview
        place: dict[str, Any] = dict(self.session.step.place)
        self.services.saver.add(lambda: store.keep_place(incident, interview, place), is_answer=False)

    def _arrived(self) -> None:
        self._keep_place()
        self._show()

    def _mark(self, state: AnswerState) -> None:
        before, box = self.session.given, self.query_one(AnswerBox)
        typed = box.text.strip() if box.display and box.text != self._loaded else ""
        remark = "\n".join(filter(None, [before.remark if before else None, typed])) or None
        self._save(Given(state, None, remark))
        if typed:
            self.say("What was typed is kept as a remark.")
        self._forward()

    def _forward(self) -> None:
        if not self.session.forward():
            self.say("That was the last question. ctrl+g shows what is open; ctrl+o e ends the interview.")
        self._arrived()

    # Keys

    def action_next(self) -> None:
        """Keep this answer and go to the next question."""
        if self._leave_question():
            self._forward()

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
            await self.open(GoToScreen(self.session.walk, self.session.position), self._go_to)

    def _go_to(self, position: int | None) -> None:
        if position is not None:
            self.session.position = position
        self._arrived()

    def action_next_flag(self) -> None:
        """Show the next flag, and put the cursor on it."""
        found = self._flags()
        if found:
            self._flag = (self._flag_at(found) + 1) % len(found) if self._flag is not None else self._flag_at(found)
            self.query_one(AnswerBox).put_cursor(found[self._flag].end)
            self._show_hints()

    async def action_leave(self) -> None:
        """Save this answer and leave; what does not fit the question is kept as it was typed."""
        if not self._leave_question():
            self.keep_typing()
        await self.services.saver.drained()
        self.dismiss()

    def action_unknown(self) -> None:
        """Asked, and not known."""
        self._mark("unknown")

    def action_declined(self) -> None:
        """Asked, and would rather not say."""
        self._mark("declined")

    def action_not_applicable(self) -> None:
        """Does not apply here."""
        self._mark("not_applicable")

    def action_later(self) -> None:
        """To be found out."""
        self._mark("later")

    async def action_remark(self) -> None:
        """Add a remark to this answer."""
        from pmtui.screens.prompt import Prompt

        if self.session.step.question and self._leave_question():
            given = self.session.given
            await self.open(Prompt("Remark", (given.remark if given else None) or ""), self._remark)

    def _remark(self, words: str | None) -> None:
        given = self.session.given
        if words is not None:
            later = Given("later")
            was = Given(given.state, given.value) if given else later
            remarked = replace(was, remark=words.strip() or None)
            if self.session.changes(remarked):
                self._save(remarked)
        self._show()

    async def action_own_words(self) -> None:
        """Answer a choice in one's own words."""
        from pmtui.screens.prompt import Prompt

        question = self.session.step.question
        if question and question.other:
            await self.open(Prompt("In your own words"), lambda words: self.query_one(ChoiceBox).add_own(words or ""))
        else:
            self.say("This question has no answers in one's own words; ctrl+o r adds a remark.")

    def action_probe(self) -> None:
        """Show the next follow-up question."""
        question = self.session.step.question
        if question and question.probe:
            self._probe = 0 if self._probe is None else (self._probe + 1) % len(question.probe)
            self._show_hints()
        else:
            self.say("This question has no follow-up questions.")

    def action_add_item(self) -> None:
        """Begin another item of this section."""
        if self._leave_question():
            try:
                self.session.add_item()
            except Refused as refusal:
                self.refused(refusal)
            self._arrived()

    def action_drop_item(self) -> None:
        """Take this item out."""
        store, incident = self.services.store, self._incident
        if self.session.step.item is None:
            self.say("Nothing to remove here: this question is asked once.")
            return
        item, stamp = self.session.drop_item(), now(store.by)
        if item:
            self.services.saver.add(lambda: store.change(incident, lambda edit: decide(edit, "drop-item", item, stamp)))
        self._forget_typing()
        self._arrived()

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
            store, incident, interview, stamp = (
                self.services.store,
                self._incident,
                self._interview,
                now(self.services.store.by),
            )
            self.services.saver.add(
                lambda: store.change(incident, lambda edit: set_interview_state(edit, interview, "ended", stamp))
            )
            await self.services.saver.drained()
            self.dismiss()

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
