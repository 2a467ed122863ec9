"""Two minutes for the facilitator's own notes, after a talk."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from pmtui.widgets.answer_box import AnswerBox
from pmtui.widgets.binding import bindings
from pmtui.widgets.frame import Foot, Head, Line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from textual.app import ComposeResult
    from textual.widgets import TextArea

    from pmtui.screens.saving import Saver

PROMPT = "Tidy what you noted. Which themes came up? What is still open? Whom to talk with next?"
WHERE = (
    "For you: these notes are in no draft, no account and no export. "
    "They are kept in the store, and whoever can open its folder can read them."
)
KEEP_AFTER = 0.8
"""Seconds from a key press to the moment that what is being typed is kept."""


class NotesScreen(Screen[str]):
    """Gives the notes as they stand when it is left, `text` where nothing was changed.

    `keep` is called with what is being typed; `typing` is what it was given when the screen was last lost.
    """

    where = "notes"
    CSS_PATH = "notes.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("notes"),
        Binding("escape,ctrl+q,ctrl+g", "keep_notes", show=False, priority=True),
    ]

    def __init__(
        self, title: str, text: str, typing: Mapping[str, Any] | None, keep: Callable[[dict[str, Any]], None]
    ) -> None:
        super().__init__()
        self._title_words, self._text, self._typing, self._keep = title, text, typing or {}, keep
        self._began = monotonic()
        self._keep_is_due = False

    def compose(self) -> ComposeResult:
        """Head with the minutes, what to note, where it stays, one field, keys."""
        yield Head(self._title_words)
        yield Static(Content.styled(PROMPT, "bold"), id="prompt", markup=False)
        yield Static(Content(WHERE), id="kept", markup=False, classes="dim")
        yield AnswerBox(lambda _: ())
        yield Line(id="since", classes="dim")
        yield Foot("notes")

    def on_mount(self) -> None:
        """Show what is noted already, and count minutes, of which none is the last."""
        box = self.query_one(AnswerBox)
        unsaved = self._typing.get("text")
        box.load_text(unsaved if isinstance(unsaved, str) else self._text)
        box.move_cursor(box.document.end)
        if isinstance(unsaved, str) and unsaved.strip() != self._text:
            self.query_one("#since", Line).show("These words were typed and not saved yet.")
        self.set_interval(60, self._show_minutes)
        box.focus()

    def saving_changed(self, saver: Saver) -> None:
        """Show on the right of the head line how saving stands."""
        self.query_one(Head).show(right=saver.words)

    def _show_minutes(self) -> None:
        minutes = round((monotonic() - self._began) / 60)
        self.query_one("#since", Line).show(f"{minutes} min; two are planned, and nothing ends them")

    def on_text_area_changed(self, _: TextArea.Changed) -> None:
        """Keep what was typed within a second."""
        if not self._keep_is_due:
            self._keep_is_due = True
            self.set_timer(KEEP_AFTER, self.keep_typing)

    def keep_typing(self) -> None:
        """Keep what is being typed in its own file, where it differs from what was saved."""
        self._keep_is_due = False
        text = self.query_one(AnswerBox).text
        if text.strip() != self._text:
            self._keep({"text": text})

    def action_keep_notes(self) -> None:
        """Keep these notes, and go back."""
        self.dismiss(self.query_one(AnswerBox).text)
