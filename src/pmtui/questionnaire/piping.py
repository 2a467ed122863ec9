"""Earlier answers in the words of later questions: `{severity}` and `{system.name}`.

What is put in is plain text, on one line and not long; it is never read as markup or as anything else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pmtui.questionnaire.naming import PIPED, name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pmtui.questionnaire.schema import Question, Questionnaire, Section

NOT_SAID = "…"
"""Stands where an earlier answer would, and there is none."""

LONGEST = 80
"""Characters of an earlier answer that a question repeats."""


class Piping(NamedTuple):
    """The answers of one interview: `words` of a question about an item, and the `items` of a repeated section.

    `words` gives an empty text where nothing was answered, or nobody is asked any more.
    """

    questionnaire: Questionnaire
    words: Callable[[Question, str | None], str]
    items: Callable[[Section], Sequence[str]]

    def filled(self, text: str, section: Section, item: str | None) -> str:
        """`text` of `section` with the answers in their places: inside of a repeat, those about the same `item`."""
        if "{" not in text:
            return text
        return PIPED.sub(lambda match: self._one(match[1], section, item), text)

    def said(self, name: str, item: str | None = None) -> list[str]:
        """The answers to the question that conditions call `name`: about `item`, or about all items."""
        for section in self.questionnaire.sections:
            for question in section.questions:
                if name_of(section, question) == name:
                    items = [item] if item or not section.repeat else self.items(section)
                    return [words for each in items if (words := self.words(question, each))]
        return []

    def _one(self, name: str, section: Section, item: str | None) -> str:
        is_of_item = item is not None and any(name_of(section, each) == name for each in section.questions)
        words = " ".join(", ".join(self.said(name, item if is_of_item else None)).split())
        return (words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…") or NOT_SAID
