"""The draft as a reviewer will get it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pmtui.draft import markdown
from pmtui.draft.preview import preview
from pmtui.errors import Refused
from pmtui.record.fold import record
from pmtui.screens.page import Page
from pmtui.widgets.binding import bindings
from pmtui.widgets.reading_box import ReadingBox

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import Resize

    from pmtui.screens.services import Services


class DraftScreen(Page):
    """The draft of one incident, to read and to write to a file."""

    where = "draft"
    CSS_PATH = "draft.tcss"
    AUTO_FOCUS = "ReadingBox"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("draft")]

    def __init__(self, services: Services, incident: str) -> None:
        super().__init__(services)
        self._incident = incident
        self._text = ""
        self._as_source = False

    def compose(self) -> ComposeResult:
        """Head, text, keys."""
        yield self.head
        yield ReadingBox()
        yield self.foot

    def on_mount(self) -> None:
        """Make the draft from what the store holds."""
        try:
            view = self.services.view(self._incident)
            self._text = markdown(view, record(view))
        except Refused as refusal:
            self.refused(refusal)
            return
        self.head.show(f"{view.incident.title} · draft")
        self._show()

    def on_resize(self, _: Resize) -> None:
        """Lay the lines out anew for the new width."""
        if self._text:
            self._show()

    def _show(self) -> None:
        box = self.query_one(ReadingBox)
        if self._as_source:
            box.show_lines(self._text.splitlines())
        else:
            read = preview(self._text, self.size.width - 4)
            box.show_lines(read.lines, read.strong)
        self.head.show(right="as Markdown" if self._as_source else "as it reads")
        self.foot.relabel(source="as it reads" if self._as_source else "as Markdown")

    def action_source(self) -> None:
        """Change between the text as it reads and the Markdown that is written."""
        self._as_source = not self._as_source
        self._show()

    async def action_write(self) -> None:
        """Ask for a file name and write the draft to it."""
        await self.write_out("draft", f"{self._incident}.md", lambda: self._text)
