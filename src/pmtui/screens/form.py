"""A page of lines to fill in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from pmtui.errors import Refused
from pmtui.reading.plain import one_line
from pmtui.widgets.binding import bindings
from pmtui.widgets.cover import Covered
from pmtui.widgets.frame import Foot, Head, Line
from pmtui.widgets.line_box import LineBox

if TYPE_CHECKING:
    from textual.app import ComposeResult


@dataclass(frozen=True)
class Field:
    """One line of a form: `id` names it, `help` stands below it."""

    id: str
    label: str
    help: str
    value: str = ""


class FormScreen(Covered[str | None]):
    """Fields one below the other; gives what `save` returns, or none.

    A subclass names the fields and saves them.  A field that does not fit keeps the form open, with its line in words.
    """

    CSS_PATH = "form.tcss"
    AUTO_FOCUS = "LineBox"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("form"),
        Binding("escape,ctrl+q", "back", show=False, priority=True),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]
    where = "form"
    title_words = ""

    def fields(self) -> list[Field]:
        """The fields, from top to bottom."""
        raise NotImplementedError

    def save(self, values: dict[str, str]) -> str:
        """Save `values`, by field; returns what the form gives.  Raises `Refused` where one does not fit."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Head, fields, why it was not saved, keys."""
        yield Head(self.title_words)
        with VerticalScroll(can_focus=False):
            for each in self.fields():
                yield Line(each.label, classes="label")
                yield LineBox(each.value, name=each.id)
                yield Line(each.help, classes="dim help")
        why = Static(id="why", markup=False, classes="needs-you")
        why.display = False
        yield why
        yield Foot("form")

    def action_next_field(self) -> None:
        """Go to the next field."""
        self.focus_next()

    def action_enter(self) -> None:
        """Go to the next field; save on the last."""
        if self.focused is list(self.query(LineBox))[-1]:
            self.action_save()
        else:
            self.focus_next()

    def action_save(self) -> None:
        """Save, or say what does not fit."""
        values = {str(field.id): field.value for field in self.query(LineBox)}
        try:
            self.dismiss(self.save(values))
        except Refused as refusal:
            why = self.query_one("#why", Static)
            why.update(Content(str(refusal)))
            why.display = True
            if refusal.about in values:
                self.query_one(f"#{refusal.about}").focus()

    def finish(self) -> None:
        """Save what the form says so far, as the terminal goes away."""
        if self._is_changed():
            self.action_save()

    async def action_back(self) -> None:
        """Leave without saving; where something was filled in, ask first."""
        from pmtui.screens.choose import Choose

        def chosen(way: str | None) -> None:
            if way == "leave":
                self.dismiss(None)

        if self._is_changed():
            entries = [("stay", "Go on with it"), ("leave", "Leave it; what was filled in is lost")]
            await self.app.push_screen(Choose("This form is not saved.", entries), chosen)
        else:
            self.dismiss(None)

    def _is_changed(self) -> bool:
        before = {each.id: one_line(each.value) for each in self.fields()}
        return any(field.value != before[str(field.id)] for field in self.query(LineBox))
