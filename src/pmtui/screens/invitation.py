"""The invitation of one participant, to copy or to write to a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pmtui import keys
from pmtui.reading.plain import one_line
from pmtui.screens.page import Page
from pmtui.widgets.binding import bindings
from pmtui.widgets.reading_box import ReadingBox

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from pmtui.record.documents import Participant
    from pmtui.screens.services import Services


class InvitationScreen(Page):
    """The invitation `text` of the participant `who` of `incident`."""

    where = "invitation"
    CSS_PATH = "invitation.tcss"
    AUTO_FOCUS = "ReadingBox"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("invitation")]

    def __init__(self, services: Services, incident: str, who: Participant, text: str) -> None:
        super().__init__(services)
        self._incident, self._who, self._text = incident, who, text

    def compose(self) -> ComposeResult:
        """Head, text, keys."""
        yield self.head
        yield ReadingBox()
        yield self.foot

    def on_mount(self) -> None:
        """Show the text."""
        self.head.show(f"Invitation of {one_line(self._who.role)}", "")
        self.query_one(ReadingBox).show_lines(self._text.splitlines())

    def action_copy(self) -> None:
        """Hand the text to the clipboard of the terminal, which works over SSH where the terminal allows it."""
        self.app.copy_to_clipboard(self._text)
        other = keys.shown("write", "invitation")
        self.say(f"Handed to the terminal's clipboard. Where it takes nothing, {other} writes a file.")

    async def action_write(self) -> None:
        """Ask for a file name and write the text to it."""
        await self.write_out("invitation", f"{self._incident}-{self._who.id}.txt", lambda: self._text)
