"""The whole walk on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from pmtui import keys
from pmtui.interview.finding import answer_words, is_found, item_words, passage, question_words
from pmtui.interview.speaking import filled
from pmtui.reading.plain import counted, holds, one_line, shortened
from pmtui.screens.dialog import Dialog
from pmtui.widgets.frame import Hints, Line, padded
from pmtui.widgets.line_box import LineBox
from pmtui.widgets.listing import Listing

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from textual.app import ComposeResult
    from textual.events import Key

    from pmtui.interview.walk import Step, Walk

    Place = Mapping[str, str | None]

MARKS = {"answered": "✓", "unknown": "✓", "declined": "✓", "not_applicable": "✓", "later": "later", "open": "·"}


ITEM_WIDTH = 30
"""Characters of an item's name beside its questions."""

PASSAGE = 40
"""Characters of an answer that holds the words that are looked for."""

NOTHING = "No question and no answer holds these words."


class GoToScreen(Dialog["Place"]):
    """Gives the place of the step chosen, or none.

    `walk` is the interview's, `here` where it stands, `unconfirmed` the keys of answers that wait to be confirmed.
    """

    CSS_PATH = "goto.tcss"
    AUTO_FOCUS = "LineBox"

    def __init__(self, walk: Walk, here: Place, unconfirmed: Container[str | None] = ()) -> None:
        super().__init__()
        self._walk, self._here, self._unconfirmed = walk, here, unconfirmed
        self._places: dict[str, Place] = {}

    def compose(self) -> ComposeResult:
        """A line to search in, the sections with their questions, the keys."""
        with Vertical():
            yield Line(id="how-far", classes="title")
            yield LineBox(placeholder="type words of a question or of an answer")
            yield Listing(markup=False)
            yield Hints(("up and down", "choose"), ("enter", "goes there"), (keys.key("back", "dialog"), "back"))

    def on_mount(self) -> None:
        """Show the whole walk, the cursor where the interview stands."""
        self._find("")

    def show_walk(self, walk: Walk, unconfirmed: Container[str | None]) -> None:
        """Show what others changed; the cursor and the words that are looked for stay."""
        self._walk, self._unconfirmed = walk, unconfirmed
        self.query_one(Listing).show(self._lines(self.query_one(LineBox).value))

    def _find(self, wanted: str) -> None:
        listing = self.query_one(Listing)
        listing.show(self._lines(wanted))
        ids = [option.id for option in listing.options]
        here = _name(self._here)
        first = next((at for at, name in enumerate(ids) if name), None)
        listing.highlighted = ids.index(here) if here in ids and not wanted.strip() else first

    def _how_far(self) -> str:
        sections = [each for each in self._walk.progress() if each.total]
        addressed, total = sum(each.addressed for each in sections), sum(each.total for each in sections)
        done = sum(each.is_done for each in sections)
        return (
            f"Go to · {addressed} of {counted(total, 'question')}, {done} of {counted(len(sections), 'section')} done"
        )

    def _lines(self, wanted: str) -> list[Option]:
        self.query_one("#how-far", Line).show(self._how_far())
        lines, section = [], None
        for step in self._walk.steps:
            if not is_found(self._walk, step, wanted):
                continue
            if step.section is not section:
                section = step.section
                lines.append(Option(self._section(step), disabled=True))
            name = _name(step.place)
            self._places[name] = step.place
            lines.append(Option(self._line(step, wanted), id=name))
        if not lines:
            lines.append(Option(Content(NOTHING), disabled=True))
        return lines

    def _section(self, step: Step) -> Content:
        progress = next(each for each in self._walk.progress() if each.section is step.section)
        count = f"{progress.addressed}/{progress.total}"
        return Content.styled(f"{one_line(step.section.title)}  {count}{'  done' if progress.is_done else ''}", "bold")

    def _line(self, step: Step, wanted: str) -> Content:
        if step.question is None:
            return Content.styled("      what there is so far", "dim")
        answer = self._walk.answer(step)
        mark = MARKS[answer.state] if answer else "·"
        mark = "✓?" if step.key in self._unconfirmed else mark
        words = "".join(self._parts(step, mark))
        if holds(question_words(self._walk, step), wanted):
            return Content(words)
        # Found by its answer: the passage comes first, where a narrow window shows it.
        found = passage(answer_words(self._walk, step), wanted, PASSAGE)
        return Content(f"{padded(mark, 6)}“{found}”  {one_line(filled(self._walk, step, step.question.ask))}")

    def _parts(self, step: Step, mark: str) -> Iterator[str]:
        yield f"{padded(mark, 6)}"
        if step.question:
            yield one_line(filled(self._walk, step, step.question.ask))
        if step.question and (name := item_words(self._walk, step)):
            yield f"  ({step.section.repeat}: {shortened(name, ITEM_WIDTH)})"

    def on_input_changed(self, event: LineBox.Changed) -> None:
        """Find as one types."""
        self._find(event.value)

    def on_input_submitted(self, _: LineBox.Submitted) -> None:
        """Go to the question under the cursor."""
        listing = self.query_one(OptionList)
        if listing.highlighted is not None:
            self._give(listing.get_option_at_index(listing.highlighted).id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to the question under the cursor."""
        self._give(event.option.id)

    def on_key(self, event: Key) -> None:
        """Move in the list without leaving the line."""
        moves = {"down": "cursor_down", "up": "cursor_up", "pagedown": "page_down", "pageup": "page_up"}
        if event.key in moves and self.query_one(LineBox).has_focus:
            event.stop()
            getattr(self.query_one(OptionList), f"action_{moves[event.key]}")()

    def _give(self, name: str | None) -> None:
        if name is not None:
            self.dismiss(self._places[name])


def _name(place: Place) -> str:
    return f"{place['section']}/{place['question']}@{place['item']}"
