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
    _begun: str = field(init=False)
    """A line that was typed before and not entered, where the terminal can go on in it."""
    _typed: list[str] = field(default_factory=list, init=False)
    """The words that are being gathered."""
    _place: dict[str, str | None] = field(init=False)

    def __post_init__(self) -> None:
        entered, _, begun = self.voices.unsaved.rpartition("\n")
        self._unsaved, self._begun = (entered, begun) if self.voices.edits else (self.voices.unsaved.strip("\n"), "")
        self._place = self.session.step.place

    @property
    def unsaved(self) -> str:
        """What was typed on this page before and is not saved."""
        return self._unsaved if self.session.step.place == self._place else ""

    def lines(self) -> Iterator[str]:
        """What there is to say of it on a page that is opened."""
        if self._begun and self.session.step.place == self._place:
            yield from filter(None, [self.unsaved])
            yield "Typed and not saved yet; go on where it ends:"
        elif self.unsaved:
            yield f"Typed and not saved yet: {self.unsaved}"
            yield "Enter saves it; what you type is added to it; /discard drops it."
        elif self._standing:
            yield "What you type is added to it; /instead WORDS replaces it."

    def begun(self) -> str:
        """What the first line on this page begins with; it is given once."""
        if self.session.step.place != self._place:
            return ""
        begun, self._begun = self._begun, ""
        return begun

    def keep(self, unentered: str) -> None:
        """Keep all that was typed on this page, with the words of a line that is not entered."""
        words = "" if unentered.startswith("/") else unentered
        before = self._typed or [each for each in (self.unsaved or (words and self._standing),) if each]
        if self.asides.stores:
            self.voices.keep("\n".join([*before, words]) if before or words.strip() else "")

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
        typed = self._typed = [each for each in (before, words) if each]
        if is_long and words:
            self.keep("")
            for line in more:
                typed.append(line)
                self.keep("")
        self.replaces, self._typed = False, []
        if self.unsaved:
            self._unsaved = ""
        return ("\n" if is_long else " ").join(typed)

    @property
    def _standing(self) -> str:
        """The long answer that stands on this page; what is not stored is not added to it."""
        given, question = self.session.given, self.session.step.question
        is_long = question is not None and question.type == "long_text" and self.asides.stores
        return str(given.value) if is_long and given and given.state == "answered" else ""
