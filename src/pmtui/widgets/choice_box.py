"""Where one or several of a list are chosen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets.option_list import Option

from pmtui.reading.plain import holds, one_line, shortened
from pmtui.widgets.line_box import LineBox
from pmtui.widgets.listing import Listing
from pmtui.widgets.typeahead import PAUSE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.events import Key

    from pmtui.questionnaire.schema import Question


LONG = 9
"""Choices from which on a line stands above them, in which one types to see fewer."""

NARROW = 76
"""Columns of a list that has not been laid out yet."""

OWN = "own:"
"""Begins the id of the line that makes the words of the filter an answer."""


class FilterBox(LineBox):
    """The line above a long list: what is typed filters it, and keys that no text needs go to the list."""

    MOVES: ClassVar = {"down": "cursor_down", "up": "cursor_up", "pagedown": "page_down", "pageup": "page_up"}

    @dataclass
    class Mark(Message):
        """The line under the cursor of the list is to be marked; `character` is what the key would have typed."""

        character: str

    @dataclass
    class Move(Message):
        """The cursor of the list is to be moved: `action` is one of the list's own."""

        action: str

    async def _on_key(self, event: Key) -> None:
        if event.key == "enter" or (event.key == "space" and not self.value.strip()):
            self.post_message(self.Mark(" " if event.key == "space" else ""))
        elif event.key in self.MOVES:
            self.post_message(self.Move(self.MOVES[event.key]))
        else:
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()


class ChoiceBox(Listing):
    """A list with marks: `space` or `enter` marks the line under the cursor.

    Of a question with one choice, marking one takes the mark from the others.  A space or a digit with words right
    behind it was the beginning of the words: it marks nothing.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark(' ')", show=False),
        Binding("enter", "mark", show=False),
    ]

    @dataclass
    class Marked(Message):
        """What is marked has changed."""

        box: ChoiceBox

    def __init__(self) -> None:
        super().__init__(markup=False)
        self.question: Question | None = None
        self.chosen: list[str] = []
        self._wanted = ""
        self._before: list[str] = []
        self._typed, self._typed_at = "", 0.0
        self._typed_on: int | None = None
        self._asked_on: int | None = None

    @property
    def is_long(self) -> bool:
        """Whether the choices are so many that one types to see fewer."""
        return self.question is not None and len(self.question.options) > LONG

    @property
    def meaning(self) -> str:
        """What the choice under the cursor means, where lines are too short to say so in full."""
        if not self.is_long or self.question is None or self.highlighted is None or not self.option_count:
            return ""
        name = self.get_option_at_index(self.highlighted).id
        return next((each.help or "" for each in self.question.options if each.id == name), "")

    @property
    def is_offering(self) -> bool:
        """Whether a choice of the list holds the words that are typed above it."""
        return any(each.id and not each.id.startswith(OWN) for each in self.options)

    def named(self, words: str) -> str | None:
        """The choice that is called `words`, else the only one whose first words they are."""
        wanted, known = words.casefold().rstrip("."), self.question.options if self.question else ()
        called = {each.id: {each.id.casefold(), each.words.casefold()} for each in known}
        exact = [name for name, names in called.items() if wanted in names]
        begun = [
            name for name, names in called.items() if any(re.match(rf"{re.escape(wanted)}\b", each) for each in names)
        ]
        return next((found[0] for found in (exact, begun) if len(found) == 1), None)

    def filter(self, words: str) -> None:
        """Show only the choices that hold all of `words`, in what they are called or what they mean."""
        self._wanted = words
        self._show(0)

    def ask(self, question: Question, chosen: Sequence[str]) -> None:
        """Offer the choices of `question`, the cursor on what was chosen; one's own words stand below them."""
        self.question, self.chosen, self._wanted, self._typed = question, list(chosen), "", ""
        known = [choice.id for choice in question.options]
        self._show(next((at for at, each in enumerate(known) if each in self.chosen), 0))
        self._asked_on = self.highlighted

    def put_marks(self, chosen: Sequence[str]) -> None:
        """Show that others were chosen, the cursor where it is."""
        self.chosen = list(chosen)
        self._show(self.highlighted or 0)

    def take_back(self) -> str:
        """Take back what the keys right before this moment marked; returns the characters that they are."""
        typed = self._typed if self._goes_on else ""
        self._typed = ""
        if typed:
            self.put_marks(self._before)
        return typed

    @property
    def _goes_on(self) -> bool:
        """Whether the next key belongs to those before it, which may be the beginning of words."""
        return bool(self._typed) and monotonic() - self._typed_at <= PAUSE and self.highlighted == self._typed_on

    def _remember(self, character: str) -> None:
        """Remember a key that marks; a space where the cursor was moved to is meant to mark, whatever follows it."""
        goes_on = self._goes_on
        if not goes_on:
            self._before = list(self.chosen)
        begins = goes_on or character != " " or self.highlighted == self._asked_on
        self._typed = (self._typed if goes_on else "") + character if begins else ""
        self._typed_at, self._typed_on = monotonic(), self.highlighted

    def action_mark(self, character: str = "") -> None:
        """Mark or unmark the line under the cursor; `character` is what the key would have typed."""
        if self.question is None or self.highlighted is None:
            return
        if character:
            self._remember(character)
        name = str(self.get_option_at_index(self.highlighted).id)
        if name.startswith(OWN):
            self.add_own(name.removeprefix(OWN))
        else:
            self.mark(name)

    def on_key(self, event: Key) -> None:
        """On a scale a digit chooses its step, `0` the tenth where there is no step 0."""
        digit = event.character or ""
        if self.question is None or self.question.type != "scale" or digit not in [*"0123456789"]:
            return
        event.stop()
        self._remember(digit)
        steps = [choice.id for choice in self.question.options]
        step = "10" if digit == "0" and "0" not in steps else digit
        if step in steps:
            self.highlighted = self._typed_on = steps.index(step)
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
            words = words if several else " ".join([*self._own_sentences, words])
            self.chosen = [*(self.chosen if several else []), *([words] if words not in self.chosen else [])]
            self._show(0)
            self.post_message(self.Marked(self))

    @property
    def _own_sentences(self) -> list[str]:
        """An answer in one's own words that others may follow: a second sentence replaces no first one."""
        known = {choice.id for choice in self.question.options} if self.question else set()
        return [each for each in self.chosen if each not in known and each.rstrip().endswith((".", "!", "?"))]

    def _show(self, highlighted: int) -> None:
        if self.question is None:
            return
        known = [choice.id for choice in self.question.options]
        lines = [(choice.id, choice.words, choice.help or "") for choice in self.question.options]
        own = [(each, each, "in your own words") for each in self.chosen if each not in known]
        lines = [*own, *lines] if self.is_long else [*lines, *own]  # of a long list, nobody sees the end
        lines = [each for each in lines if holds(" ".join(each), self._wanted)]
        self.clear_options()
        self.add_options([Option(self._line(*each), id=each[0]) for each in lines])
        if not lines and self.question.other:
            words = self._wanted.strip()
            self.add_option(Option(Content(f"[ ] {one_line(words)}   in your own words"), id=f"{OWN}{words}"))
        self.highlighted = min(highlighted, self.option_count - 1) if self.option_count else None

    def _line(self, choice: str, words: str, help_: str) -> Content:
        mark = "[x]" if choice in self.chosen else "[ ]"
        more = one_line(help_)
        if self.is_long:  # one line each: what does not fit stands in full below, for the one under the cursor
            more = shortened(more, max((self.size.width or NARROW) - cell_len(f"{mark} {one_line(words)}") - 6, 1))
        return Content.assemble(f"{mark} {one_line(words)}", (f"   {more}" if more else "", "dim"))
