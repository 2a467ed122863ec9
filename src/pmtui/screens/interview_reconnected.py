"""The interview: what another window of the same person, whose line dropped, still keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmtui.screens.interview_lines import LinesPage
from pmtui.widgets.answer_box import AnswerBox

if TYPE_CHECKING:
    from collections.abc import Mapping

LOOKS = (1.0, 3.0)
"""Seconds from the opening to a look at what is kept; a line that drops is found out about in between."""


class ReconnectedPage(LinesPage):
    """A page that takes in what was typed before the line dropped and is kept only after this window opened."""

    async def opened(self) -> None:
        """Remember what was taken up, and look again soon."""
        await super().opened()
        self._base = self.query_one(AnswerBox).text
        self.keeping.kept_elsewhere = self._kept_elsewhere
        for seconds in LOOKS:
            self.set_timer(seconds, self.keeping.look)

    def _kept_elsewhere(self, theirs: Mapping[str, Any]) -> None:
        from pmtui.interview.reconnecting import merged

        if not self.is_attached:
            return
        box, place, words = self.query_one(AnswerBox), self.session.step.place, theirs.get("text")
        is_here = all(theirs.get(name) == value for name, value in place.items())
        if not (is_here and box.display and isinstance(words, str)):
            return
        ours, at = box.text, box.offset_of_cursor
        both = merged(self._base, words, ours, " " if box.one_line else "\n")
        self._base = words
        if both != ours:
            box.put_in(0, len(ours), both)
            box.put_cursor(at + len(both) - len(ours))
            self.say("What was typed before the line dropped came after this was opened; it is put in.")
