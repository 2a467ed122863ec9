"""Line by line: the words of one answer, which a line that drops does not lose."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmtui.interview.plain_asides import Asides
    from pmtui.interview.plain_voices import Voices
    from pmtui.interview.session import Session


@dataclass
class PlainWords:
    """Gathers the words of the answer of the page that is open in `session`.

    Words that were typed on it and not saved stand before those that come, else a long answer that was saved.
    """

    session: Session
    voices: Voices
    asides: Asides
    replaces: bool = False
    """Whether the next answer takes the place of the one that stands."""
    _unsaved: str = field(init=False)
    _place: dict[str, str | None] = field(init=False)

    def __post_init__(self) -> None:
        self._unsaved, self._place = self.voices.unsaved, self.session.step.place

    @property
    def unsaved(self) -> str:
        """What was typed on this page before and is not saved."""
        return self._unsaved if self.session.step.place == self._place else ""

    def lines(self) -> Iterator[str]:
        """What there is to say of it on a page that is opened."""
        if self.unsaved:
            yield f"Typed and not saved yet: {self.unsaved}"
            yield "Enter saves it; what you type is added to it; /discard drops it."
        elif self._standing:
            yield "What you type is added to it; /instead WORDS replaces it."

    def discard(self) -> None:
        """Drop what was typed and is not saved."""
        had, self._unsaved = self.unsaved, ""
        if had:
            self.voices.keep("")
        self.voices.say("Dropped." if had else "Nothing is typed that is not saved.")

    def gathered(self, words: str, more: Iterator[str]) -> str:
        """All words of the answer: those before, `words`, and of a long one the lines of `more`, kept as they come."""
        is_long = self.session.step.question is not None and self.session.step.question.type == "long_text"
        before = "" if self.replaces else self.unsaved or self._standing
        typed = [each for each in (before, words) if each]
        if is_long and words:
            self._keep(typed)
            for line in more:
                typed.append(line)
                self._keep(typed)
        self.replaces = False
        if self.unsaved:
            self._unsaved = ""
        return ("\n" if is_long else " ").join(typed)

    def _keep(self, typed: list[str]) -> None:
        if not self.asides.stores:
            return
        self._unsaved, self._place = "\n".join(typed), self.session.step.place
        self.voices.keep(self._unsaved)

    @property
    def _standing(self) -> str:
        """The long answer that stands on this page; what is not stored is not added to it."""
        given, question = self.session.given, self.session.step.question
        is_long = question is not None and question.type == "long_text" and self.asides.stores
        return str(given.value) if is_long and given and given.state == "answered" else ""
