"""The draft as a reviewer will get it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.widgets import TextArea

from pmtui.draft import markdown
from pmtui.draft.writing import write
from pmtui.errors import Refused
from pmtui.record.fold import record
from pmtui.screens.page import Page
from pmtui.widgets.binding import bindings

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from pmtui.screens.services import Services


class DraftScreen(Page):
    """The Markdown of one incident's draft, to read and to write to a file."""

    where = "draft"
    CSS_PATH = "draft.tcss"
    AUTO_FOCUS = "#draft"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("draft")]

    def __init__(self, services: Services, incident: str) -> None:
        super().__init__(services)
        self._incident = incident
        self._text = ""

    def compose(self) -> ComposeResult:
        """Head, text, keys."""
        yield self.head
        text = TextArea(id="draft", read_only=True, soft_wrap=True, compact=True, highlight_cursor_line=False)
        text.cursor_blink = False
        yield text
        yield self.foot

    def on_mount(self) -> None:
        """Make the draft from what the store holds."""
        try:
            view = self.services.view(self._incident)
            self._text = markdown(view, record(view))
        except Refused as refusal:
            self.refused(refusal)
            return
        self.head.show(f"{view.incident.title} · draft", f"{self._text.count(chr(10))} lines")
        self.query_one("#draft", TextArea).load_text(self._text)

    async def action_write(self) -> None:
        """Ask for a file name and write the draft to it."""
        from pmtui.screens.prompt import Prompt

        suggested = str(Path.cwd() / f"{self._incident}.md")
        await self.open(Prompt("Write the draft to which file?", suggested), self._write)

    def _write(self, name: str | None) -> None:
        if not name:
            return
        try:
            self.say(f"Written to {write(self._text, name)}")
        except Refused as refusal:
            self.refused(refusal)
