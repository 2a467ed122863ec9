"""What the interview screen shows: one question at a time, and nothing else moving."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from pmtui import keys
from pmtui.interview.speaking import filled
from pmtui.questionnaire import values
from pmtui.questionnaire.schema import CHOOSING
from pmtui.reading.plain import one_line, shortened
from pmtui.record import consent
from pmtui.screens.interview_words import Hint, choosing_words, clock, form_words, panel_words, place_words, state_words
from pmtui.screens.keeping import Keeping
from pmtui.screens.page import Page
from pmtui.widgets.answer_box import AnswerBox
from pmtui.widgets.choice_box import ChoiceBox, FilterBox
from pmtui.widgets.frame import Fitting, Line, Rows
from pmtui.widgets.listing import Listing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult
    from textual.events import Resize

    from pmtui.blame import Flag, Live
    from pmtui.interview.session import Session
    from pmtui.record.documents import Participant
    from pmtui.record.joining import Thing
    from pmtui.screens.saving import Saver
    from pmtui.screens.services import Services

ANOTHER = "+"
"""The row of a page of items that adds another."""

OTHERS = "other:"
"""Begins the row of an item that somebody else named."""

HIGH = 24
"""Rows of a window in which a long question leaves its answer enough of them."""

LONGEST_ROLE = 30
"""Characters of who named an item."""


class InterviewPage(Page):
    """The interview `interview` of `incident`; what its keys do is the subclass's."""

    where = "interview"
    CSS_PATH = "interview.tcss"
    AUTO_FOCUS = ""
    session: Session

    def __init__(self, services: Services, incident: str, interview: str, *, alone: bool = False) -> None:
        super().__init__(services)
        self._incident, self._interview, self._alone = incident, interview, alone
        self._loaded = ""
        self._fault: str | None = None
        self._probe: str | None = None
        self._flag: int | None = None
        self._said: tuple[str, str | None] | None = None
        self._unsaved: str | None = None
        self._heard: tuple[object, ...] = ()
        self._keep_is_due = False
        self._known_names: tuple[list[str], list[str]] = ([], [])
        self._live: Live | None = None
        self.keeping = Keeping(services.store, services.saver, incident, interview, self._overtook)

    def compose(self) -> ComposeResult:
        """Head, place in the walk, question, one of three ways to answer, what was understood, one hint, keys."""
        yield self.head
        yield Fitting(id="place", classes="dim")
        yield Line(id="company", classes="dim")
        with Vertical(id="question"):
            yield Static(id="ask", markup=False)
            yield Rows(id="help", markup=False, classes="dim")
        yield AnswerBox(self._check)
        yield FilterBox(name="filter", placeholder="type to see fewer")
        yield ChoiceBox()
        yield Listing(id="items", markup=False)
        yield Line(id="state")
        yield Static(id="panel", markup=False)
        yield self.foot

    def check_for(self, people: list[str], systems: list[str]) -> None:
        """Look for flags with these names of people and systems in mind."""
        if (people, systems) != self._known_names:
            self._known_names = (people, systems)
            self._live = None
            self.query_one(AnswerBox).check_with(self._check)

    def _check(self, text: str) -> Sequence[Flag]:
        if not text.strip():  # the rules are read when there are words to hold against them
            return ()
        if self._live is None:
            from pmtui.blame import Live

            self._live = Live(*self._known_names, self.services.rules)
        return self.shown(text, self._live.check(text))

    def show_consent(self, participant: Participant) -> None:
        """Show in the head line what the participant agreed to."""
        self.show_agreed(consent.forms(participant.consent) if participant.kind == "person" else ("",))

    def show_agreed(self, forms: Sequence[str]) -> None:
        """Show what was agreed to in the head line, in the first of `forms` that leaves room beside it."""
        self.head.show(middle=forms)

    def shown(self, text: str, found: Sequence[Flag]) -> Sequence[Flag]:
        """Those of the flags `found` in `text` that are shown."""
        return found

    # What is shown

    def _show(self) -> None:
        self._fault = self._probe = self._flag = self._said = None
        question = self.session.question
        box, choices, items = self.query_one(AnswerBox), self.query_one(ChoiceBox), self.query_one("#items", Listing)
        is_choice = question is not None and (question.type in CHOOSING or bool(question.options))
        box.display = question is not None and not is_choice and question.type != "info"
        choices.display, items.display = is_choice, question is None
        narrow = self.query_one(FilterBox)
        narrow.display = False
        self._show_question()
        if question is None:
            self._show_items(items)
            items.highlighted = items.option_count - 1
        elif is_choice:
            choices.ask(question, self._chosen())
            narrow.value, narrow.display = "", choices.is_long
            choices.set_class(choices.is_long, "-filtered")
        else:
            self._show_text(box, self._words())
        shown = next((each for each in (narrow, choices, items, box) if each.display), None)
        if shown is None:
            self.set_focus(None)
        else:
            shown.focus()
        self._show_hints()

    def _show_question(self) -> None:
        step, question = self.session.step, self.session.question
        self.query_one("#place", Fitting).show(place_words(self.session))
        if question is None:
            title = filled(self.session.walk, step, step.section.title)
            on = keys.key("next", "interview")
            self._ask(f"{title}: what there is so far", f"enter on the last line adds another, {on} goes on")
            return
        first = question.id == step.section.questions[0].id
        is_choice = question.type in CHOOSING or bool(question.options)
        how = choosing_words(question) if is_choice else form_words(question)
        intro = filled(self.session.walk, step, step.section.intro or "") if first else None
        around = (intro, question.help, how)
        self._ask(question.ask, " ".join(each for each in around if each))

    def _ask(self, ask: str, help_: str) -> None:
        for name, words in (("#ask", Content.styled(one_line(ask), "bold")), ("#help", Content(one_line(help_)))):
            line = self.query_one(name, Static)
            if words != line.content:
                line.update(words)

    def on_resize(self, event: Resize) -> None:
        """Give a long question more rows where there are enough for its answer, too."""
        self.set_class(event.size.height >= HIGH, "-high")

    async def action_help(self) -> None:
        """Show the question in full, and what the keys do."""
        from pmtui.screens.help import HelpScreen

        ask, help_ = (str(self.query_one(name, Static).content) for name in ("#ask", "#help"))
        await self.open(HelpScreen(self.where, (ask, help_)))

    def show_around(self) -> None:
        """Show what others changed around the answer; the answer itself, its cursor and the keys stay as they are."""
        self._show_question()
        if self.session.question is None:
            self._show_items(self.query_one("#items", Listing))
        self._show_hints()

    def reload(self) -> None:
        """Show the answer that stands now, the cursor where it was."""
        box = self.query_one(AnswerBox)
        at, is_at_end = box.offset_of_cursor, box.cursor_location == box.document.end
        self._show_text(box, self._words())
        if not is_at_end:
            box.put_cursor(min(at, len(box.text)))

    def _show_text(self, box: AnswerBox, words: str) -> None:
        question = self.session.step.question
        box.one_line = question is not None and question.type != "long_text"
        box.may_end = question is not None and question.type in ("number", "duration", "date", "moment")
        box.load_text(words)
        box.check_again()
        self._loaded = box.text
        box.move_cursor(box.document.end)

    def _show_items(self, items: Listing) -> None:
        kind, lines = self.session.step.section.repeat, []
        for item in self.session.items():
            told = " · ".join(one_line(each) for each in self.session.told_of(item)) or "no answer yet"
            lines.append(Option(Content(told), id=item))
        for thing in self.session.named_by_others():
            lines.append(Option(Content.styled(self.thing_words(thing), "dim"), id=f"{OTHERS}{thing.id}"))
        lines.append(Option(Content.styled(f"+ another {kind}", "bold"), id=ANOTHER))
        items.show(lines)

    def thing_words(self, thing: Thing) -> str:
        """An item on one line: what it is called, and who named it."""
        who = ", ".join(self.session.view.participant_of(each).role for each in thing.interviews)
        return f"{one_line(thing.words)}   named by {shortened(one_line(who), LONGEST_ROLE)}"

    def _show_hints(self) -> None:
        box = self.query_one(AnswerBox)
        typed = box.text if box.display else None
        said = self._said[0] if self._said and self._said[1] in (None, box.text) else None
        self.query_one("#state", Line).show(said or state_words(self.session, typed))
        found = self._flags()
        is_changed = self._typed() is not None
        checks = () if is_changed else self.session.failing
        choices = self.query_one(ChoiceBox)
        meaning = choices.meaning if choices.display else ""
        at = self._flag_at(found)
        hint = Hint(self._fault, self._unsaved, checks, self._probe, typed or "", found, at, meaning)
        panel, words = self.query_one("#panel", Static), panel_words(self.session, hint)
        if words != panel.content:
            panel.update(words)

    def _flags(self) -> list[Flag]:
        box = self.query_one(AnswerBox)
        return list(box.flags) if box.display else []

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
        return list(given.value) if isinstance(given.value, list) else [str(given.value)]

    def say(self, words: str) -> None:
        """Show one message where the time understood stands, until the answer changes; nothing may cover the answer."""
        self._said = (words, self.query_one(AnswerBox).text)
        self._show_hints()

    def say_here(self, words: str) -> None:
        """Show one message there until another page comes, also while the answer is typed."""
        self._said = (words, None)
        self._show_hints()

    def saving_changed(self, saver: Saver) -> None:
        """Show how saving stands; why an answer is not saved stands in full below, where there is room."""
        super().saving_changed(saver)
        unsaved = f"Not saved yet, and tried again: {saver.fault}" if saver.fault else None
        if unsaved != self._unsaved:
            self._unsaved = unsaved
            self._show_hints()

    def _overtook(self, stood: Mapping[str, Any]) -> None:
        """Say that somebody else answered the same question meanwhile; both answers are kept."""
        if not self.is_current:
            return
        at = clock(stood["at"], self.session.days.zone)
        history = keys.shown("history")
        self.say(f"Your last answer stands; {shortened(stood['by'], 14)} gave one too, on {at}: {history} there.")

    def _typed(self) -> dict[str, Any] | None:
        box, choices = self.query_one(AnswerBox), self.query_one(ChoiceBox)
        place: dict[str, Any] = dict(self.session.step.place)
        if box.display and box.text != self._loaded:
            return {**place, "text": box.text, "cursor": box.offset_of_cursor}
        above = self.query_one(FilterBox).value if choices.display else ""
        if choices.display and (above.strip() or choices.chosen != self._chosen()):
            return {**place, "chosen": list(choices.chosen), "above": above}
        return None
