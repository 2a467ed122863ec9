"""The interview: what another window of the same person, whose line dropped, still keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmtui.screens.interview_lines import LinesPage
from pmtui.widgets.answer_box import AnswerBox
from pmtui.widgets.choice_box import ChoiceBox, FilterBox

if TYPE_CHECKING:
    from collections.abc import Mapping

CAME_LATE = "What was typed before the line dropped came after this was opened; it is put in."

LOOKS = (1.0, 3.0)
"""Seconds from the opening to a look at what is kept; a line that drops is found out about in between."""


class ReconnectedPage(LinesPage):
    """A page that takes in what was typed before the line dropped and is kept only after this window opened."""

    async def opened(self) -> None:
        """Remember what was taken up, and look again soon."""
        await super().opened()
        self._base, self._base_above = self.query_one(AnswerBox).text, self.query_one(FilterBox).value
        self.keeping.kept_elsewhere = self._kept_elsewhere
        for seconds in LOOKS:
            self.set_timer(seconds, self.keeping.look)

    def _kept_elsewhere(self, theirs: Mapping[str, Any]) -> None:
        if not self.is_attached or any(theirs.get(name) != value for name, value in self.session.step.place.items()):
            return
        words, above = theirs.get("text"), theirs.get("above")
        if self.query_one(AnswerBox).display and isinstance(words, str):
            self._put_in(words)
        elif self.query_one(ChoiceBox).display and isinstance(above, str):
            self._put_above(above, theirs.get("chosen"))

    def _put_in(self, words: str) -> None:
        from pmtui.interview.reconnecting import merged

        box = self.query_one(AnswerBox)
        ours, at = box.text, box.offset_of_cursor
        both = merged(self._base, words, ours, " " if box.one_line else "\n")
        self._base = words
        if both != ours:
            box.put_in(0, len(ours), both)
            box.put_cursor(at + len(both) - len(ours))
            self.say(CAME_LATE)

    def _put_above(self, words: str, chosen: object) -> None:
        from pmtui.interview.reconnecting import merged

        narrow, choices = self.query_one(FilterBox), self.query_one(ChoiceBox)
        both = merged(self._base_above, words, narrow.value, " ")
        self._base_above = words
        has_marks = choices.chosen != self._chosen()
        if isinstance(chosen, list) and chosen != choices.chosen and not has_marks:
            choices.put_marks(chosen)
            self.say(CAME_LATE)
        if both != narrow.value:
            narrow.value = ""
            self.put_words(both)
            self.say(CAME_LATE)
