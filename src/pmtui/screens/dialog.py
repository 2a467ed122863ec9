"""What lies over a screen, and how it is left."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from pmtui.widgets.binding import bindings
from pmtui.widgets.cover import Covered
from pmtui.widgets.pages import Pages

Result = TypeVar("Result")


class Dialog(ModalScreen[Result | None], Covered[Result | None]):
    """Gives a result, or none where it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("dialog"),
        Binding("escape,ctrl+q", "back", show=False, priority=True),
    ]

    def action_back(self) -> None:
        """Do nothing."""
        self.dismiss(None)


class ListDialog(Dialog[Result]):
    """A dialog in which nothing is typed."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("list")]

    def action_close(self) -> None:
        """Do nothing."""
        self.action_back()

    def action_further(self) -> None:
        """Show what stands further down of a long text; at its end, begin again."""
        for pages in self.query(Pages):
            pages.further()
