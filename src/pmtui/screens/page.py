"""What all full screens have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from pmtui.errors import Refused
from pmtui.widgets.cover import Covered
from pmtui.widgets.frame import Foot, Head

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen
    from textual.screen import ScreenResultCallbackType as Then

    from pmtui.screens.saving import Saver
    from pmtui.screens.services import Services


Result = TypeVar("Result")


class Page(Covered[None]):
    """A screen with a head line, a line of keys, and what stands between."""

    where = ""
    """The screen's name in the table of keys."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.services = services
        self.head = Head()
        self.foot = Foot(self.where)

    async def open(self, screen: Screen[Result], then: Then[Result] | None = None) -> None:
        """Show `screen`, and call `then` with what it gives."""
        await self.app.push_screen(screen, then)

    async def action_help(self) -> None:
        """Show what the keys do."""
        from pmtui.screens.help import HelpScreen

        await self.open(HelpScreen(self.where))

    def action_back(self) -> None:
        """Go back to the screen before; what was said here is not said there."""
        self.app.clear_notifications()
        self.dismiss()

    def saving_changed(self, saver: Saver) -> None:
        """Show on the right of the head line how saving stands."""
        self.head.show(right=saver.words)

    def say(self, words: str) -> None:
        """Show one message for some seconds, in the place of the one before; it is never read as markup."""
        self.app.clear_notifications()
        self.notify(words, markup=False, timeout=8)

    def tell_found(self) -> None:
        """Show what the store found damaged and healed since this was last asked."""
        notices = self.services.store.notices
        if notices:
            self.notify("\n".join(notices), markup=False, timeout=20)
        notices.clear()

    async def write_out(self, what: str, name: str, text: Callable[[], str]) -> None:
        """Ask for a file, `name` in this folder unless another is typed, and write the `text` of `what` to it."""
        from pathlib import Path

        from pmtui.draft.writing import write
        from pmtui.screens.prompt import Prompt

        def written(path: str | None) -> None:
            if not path:
                return
            try:
                self.say(f"Written to {write(text(), path)}")
            except Refused as refusal:
                self.refused(refusal)

        prompt = Prompt(f"Write the {what} to which file?", str(Path.cwd() / name), is_whole_or_nothing=True)
        await self.open(prompt, written)

    def refused(self, refusal: Refused) -> None:
        """Show why something was not done."""
        self.say(str(refusal))
