"""Every revision of one answer, each beside what stands now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from pmtui import keys
from pmtui.reading.plain import one_line, printable
from pmtui.record.comparing import MARKS, compare
from pmtui.screens.dialog import ListDialog
from pmtui.screens.interview_words import answer_words, revision_words
from pmtui.widgets.frame import Hints, Line
from pmtui.widgets.listing import Listing
from pmtui.widgets.pages import Pages

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult

    from pmtui.questionnaire.schema import Question
    from pmtui.record.documents import Answer

STYLES = {"same": "", "gone": "dim", "new": "bold"}


class RevisionsScreen(ListDialog[int]):
    """Gives the number of the revision that is to become the answer again, or none.

    `found` are the revisions of the answer to `question`, oldest first; `zone` is the one that times are shown in;
    `whys` has the reason of each revision that is a correction, `asked` the follow-up questions that were used while a
    revision stood there, 0 being before the first.
    """

    CSS_PATH = "revisions.tcss"
    AUTO_FOCUS = "Listing"

    def __init__(
        self,
        question: Question,
        found: Sequence[Answer],
        zone: str,
        whys: Mapping[int, str],
        asked: Mapping[int, Sequence[str]],
    ) -> None:
        super().__init__()
        self._whys, self._asked = whys, asked
        self._question, self._found, self._zone = question, found, zone

    def compose(self) -> ComposeResult:
        """The question, a line for each revision, the one under the cursor in full, keys."""
        with Vertical():
            yield Line(self._question.ask, classes="title")
            yield Line("What was answered here, the answer of now first", classes="dim")
            yield Listing(*self._entries(), markup=False)
            yield Line(id="how", classes="dim")
            with Pages():
                yield Static(id="compared", markup=False)
            yield Hints(
                ("up and down", "choose"),
                ("enter", "brings it back"),
                (keys.key("further", "list"), "read on"),
                (keys.key("close", "list"), "back"),
            )

    def _entries(self) -> list[Option]:
        lines = [(str(at), revision_words(self._question, each, self._zone)) for at, each in enumerate(self._found)]
        return [Option(Content(words), id=at) for at, words in reversed(lines)]

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Compare the revision under the cursor with the answer of now."""
        chosen, now = self._found[int(event.option.id or 0)], self._found[-1]
        gone, new = ("…".join(MARKS[fate]) for fate in ("gone", "new"))
        how = (
            "The answer of now:" if chosen is now else f"Then and now: {gone} stood there then, {new} stands there now"
        )
        self.query_one("#how", Line).show(how)
        pieces = compare(*(printable(answer_words(self._question, each)) for each in (chosen, now)))
        self.query_one("#compared", Static).update(
            Content.assemble(*((piece.marked, STYLES[piece.fate]) for piece in pieces), (self._beside(chosen), "dim"))
        )
        self.query_one(Pages).scroll_home(animate=False)

    def _beside(self, revision: Answer) -> str:
        """Why a revision corrects the one before, and which follow-up questions led to it or were asked of it."""
        lines, number = [], revision.revision
        if number in self._whys:
            lines.append(f"correction: {one_line(self._whys[number]) or 'no reason given'}")
        lines += [f"asked before: {one_line(each)}" for each in self._asked.get(number - 1, ())]
        lines += [f"asked then: {one_line(each)}" for each in self._asked.get(number, ())]
        return "".join(f"\n{each}" for each in lines)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give the revision under the cursor."""
        self.dismiss(int(event.option.id or 0))
