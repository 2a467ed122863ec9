"""Where one or several of a list are chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets.option_list import Option

from pmtui.reading.plain import one_line
from pmtui.widgets.listing import Listing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.events import Key

    from pmtui.questionnaire.schema import Question


class ChoiceBox(Listing):
    """A list with marks: `space` or `enter` marks the line under the cursor.

    Of a question with one choice, marking one takes the mark from the others.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space,enter", "mark", show=False)]

    @dataclass
    class Marked(Message):
        """What is marked has changed."""

        box: ChoiceBox

    def __init__(self) -> None:
        super().__init__(markup=False)
        self.question: Question | None = None
        self.chosen: list[str] = []

    def ask(self, question: Question, chosen: Sequence[str]) -> None:
        """Offer the choices of `question`, the cursor on what was chosen; one's own words stand below them."""
        self.question, self.chosen = question, list(chosen)
        known = [choice.id for choice in question.options]
        self._show(next((at for at, each in enumerate(known) if each in self.chosen), 0))

    def action_mark(self) -> None:
        """Mark or unmark the line under the cursor."""
        if self.question is None or self.highlighted is None:
            return
        self.mark(str(self.get_option_at_index(self.highlighted).id))

    def on_key(self, event: Key) -> None:
        """On a scale a digit chooses its step, `0` the tenth where there is no step 0."""
        if self.question is None or self.question.type != "scale" or not event.character:
            return
        steps = [choice.id for choice in self.question.options]
        step = "10" if event.character == "0" and "0" not in steps else event.character
        if step in steps:
            event.stop()
            self.highlighted = steps.index(step)
            if step not in self.chosen:
                self.mark(step)

    def mark(self, choice: str) -> None:
        """Mark or unmark one of the choices."""
        if self.question is None:
            return
        if choice in self.chosen:
            self.chosen.remove(choice)
        elif self.question.type == "many_of" and choice not in self._alone:
            self.chosen = [each for each in self.chosen if each not in self._alone] + [choice]
        else:
            self.chosen = [choice]
        self._show(self.highlighted or 0)
        self.post_message(self.Marked(self))

    @property
    def _alone(self) -> set[str]:
        """Choices that are marked without any other."""
        return {choice.id for choice in self.question.choices if choice.alone} if self.question else set()

    def add_own(self, words: str) -> None:
        """Mark an answer in one's own words."""
        if self.question and words:
            several = self.question.type == "many_of"
            self.chosen = [*(self.chosen if several else []), *([words] if words not in self.chosen else [])]
            self._show(0)
            self.post_message(self.Marked(self))

    def _show(self, highlighted: int) -> None:
        if self.question is None:
            return
        known = [choice.id for choice in self.question.options]
        lines = [(choice.id, choice.words, choice.help or "") for choice in self.question.options]
        lines += [(own, own, "in your own words") for own in self.chosen if own not in known]
        self.clear_options()
        self.add_options([Option(self._line(*each), id=each[0]) for each in lines])
        self.highlighted = highlighted

    def _line(self, choice: str, words: str, help_: str) -> Content:
        mark = "[x]" if choice in self.chosen else "[ ]"
        return Content.assemble(f"{mark} {one_line(words)}", (f"   {one_line(help_)}" if help_ else "", "dim"))
