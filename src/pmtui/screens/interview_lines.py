"""The interview: one line that is typed over it, such as a remark, stands there again after the app was lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmtui.screens.interview_typing import TypingPage

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from pmtui.screens.prompt import LineDialog

LINES = ("remark", "idea", "own_words", "own_question", "anything_else")
"""What is asked for in one line; `ask_` and the name is the method that asks, given the words that stand there."""


class LinesPage(TypingPage):
    """A page over which one line can be typed, which is kept within a second."""

    _line: tuple[str, str] | None = None
    """What is asked for, and what was typed of it so far."""

    async def opened(self) -> None:
        """Ask again for what was being typed over the page."""
        await super().opened()
        if self._line is not None:
            name, words = self._line
            await getattr(self, f"ask_{name}")(words)

    async def ask_line(
        self, name: str, dialog: LineDialog, then: Callable[[str | None], Awaitable[None] | None]
    ) -> None:
        """Ask for one line, which is called `name`, and call `then` with it, or with none."""

        def typed(words: str) -> None:
            self._line = (name, words)
            self._keep_soon()

        async def done(words: str | None) -> None:
            if self._line is not None:
                self._line = None
                self.keeping.forget(self.session.step.place)
                self.keep_typing()
            going_on = then(words)
            if going_on is not None:
                await going_on

        dialog.typed, dialog.is_taken_up = typed, self._line is not None
        await self.open(dialog, done)

    def keep_typing(self) -> None:
        """Keep what is being typed, in the answer and over it."""
        line = self._line_to_keep()
        if line is None:
            super().keep_typing()
            return
        self._keep_is_due = False
        name, words = line
        self.keeping.keep({**self.session.step.place, **(self._typed() or {}), "line": {"name": name, "words": words}})

    def _line_to_keep(self) -> tuple[str, str] | None:
        return self._line

    def _take_up(self, typing: Mapping[str, Any]) -> None:
        super()._take_up(typing)
        line, place = typing.get("line"), self.session.step.place
        is_here = all(typing.get(name) == value for name, value in place.items())
        if is_here and isinstance(line, dict) and line.get("name") in LINES and isinstance(line.get("words"), str):
            self._line = (line["name"], line["words"])
