"""The interview: the facilitator's own notes on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui import keys
from pmtui.errors import Refused
from pmtui.record.notes import NOTES, keep_notes, notes_of, typing_of
from pmtui.screens.interview_answers import SOON
from pmtui.screens.interview_opening import OpeningPage
from pmtui.screens.keeping import Keeping

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


class NotesPage(OpeningPage):
    """An interview on which its facilitator writes notes of their own; a contributor alone is offered none."""

    async def opened(self) -> None:
        """Say that notes were being typed when the app was last lost."""
        await super().opened()
        if not self._alone and self.services.store.typing(self._incident, typing_of(self._interview)):
            self.say(f"Your own notes on this talk were typed and not saved yet: {keys.shown('end')} opens them.")

    async def write_notes(self, then: Callable[[], Awaitable[None]]) -> None:
        """Open the notes; `then` is called when they are left."""
        from pmtui.screens.notes import NotesScreen

        await self.services.saver.drained(SOON)
        store, interview = self.services.store, self._interview
        try:
            view = self.services.view(self._incident)
            before = notes_of(view, interview, store.by)
            typing = store.typing(self._incident, typing_of(interview))
            title = f"Your own notes · {view.participant_of(interview).role} · {interview}"
        except Refused as refusal:
            self.refused(refusal)
            return
        keeping = Keeping(store, self.services.saver, self._incident, typing_of(interview), lambda _: None)

        async def left(text: str | None) -> None:
            if text is not None:
                stamp = self._stamp()
                keeping.save(
                    lambda edit: keep_notes(edit, interview, text, stamp),
                    {},
                    stamp,
                    interview=interview,
                    what=NOTES,
                    item=interview,
                    value=text,
                )
            await then()

        await self.open(NotesScreen(title, before, typing, keeping.keep), left)
