"""A question of one's own, read while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from pmtui import keys
from pmtui.reading.plain import one_line, shortened
from pmtui.screens.prompt import LineDialog
from pmtui.widgets.frame import Hints, Line
from pmtui.widgets.line_box import LineBox

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from pmtui.blame.questions import QuestionFlag

    Read = Callable[[str], Sequence[QuestionFlag]]

WIDTH = 40
"""Characters of a flagged passage that are repeated."""


class OwnQuestion(LineDialog):
    """Gives the question, or none.  What `read` finds in it is a hint: one key takes the other form, none has to."""

    CSS_PATH = "dialog.tcss"

    def __init__(self, title: str, about: str, read: Read, value: str = "") -> None:
        super().__init__(value)
        self._title, self._about, self._read = title, about, read
        self._bindings.bind(keys.key("take", "interview"), "take", show=False, priority=True)
        self._forms: tuple[str, ...] = ()
        self._taken = 0

    def compose(self) -> ComposeResult:
        """What is asked, the line, what was found in it, the keys."""
        with Vertical():
            yield Line(self._title, classes="title")
            yield Static(Content(self._about))
            yield LineBox(self._value)
            yield Static(id="found", markup=False)
            take = (keys.key("take", "interview"), "take the other form")
            yield Hints(("enter", "ask it"), take, (keys.key("back", "dialog"), "back"))

    def on_input_changed(self, event: LineBox.Changed) -> None:
        """Say what would work better in another form."""
        super().on_input_changed(event)
        found = self._read(event.value)
        if event.value not in self._forms:
            self._forms = found[0].questions if found else ()
            self._taken = 0
        self.query_one("#found", Static).update(self._words(event.value, found))

    def _words(self, typed: str, found: Sequence[QuestionFlag]) -> Content:
        if not found:
            has_more = typed in self._forms and len(self._forms) > 1
            return (
                Content.styled(f"{keys.key('take', 'interview')} again puts in another form", "dim")
                if has_more
                else Content("")
            )
        flag = found[0]
        passage = shortened(typed[flag.start : flag.end], WIDTH)
        # What to ask comes first: of a long reason, a narrow window shows the beginning.
        return Content.assemble(
            ("Ask rather: ", "dim"),
            f"{one_line(flag.question)}\n",
            (f"~ “{passage}”", "underline"),
            f"  {one_line(flag.reason)}",
        )

    def action_take(self) -> None:
        """Put the other form into the line; once more, the next one."""
        if self._forms:
            box, words = self.query_one(LineBox), self._forms[self._taken % len(self._forms)]
            self._taken += 1
            box.value = one_line(words)
            box.cursor_position = len(box.value)
