"""Line by line: what is said of the page that is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmtui.interview.speaking import filled
from pmtui.interview.taking_up import number_words
from pmtui.questionnaire.values import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmtui.interview.plain_asides import Asides
    from pmtui.interview.session import Session
    from pmtui.questionnaire.schema import Question


@dataclass
class PlainPage:
    """Says the pages of `session`; `section` is the one whose title was said last."""

    session: Session
    asides: Asides
    section: str | None = None

    def lines(self) -> Iterator[str]:
        """The page that is open, with the title of its section where that was not said yet."""
        step, walk = self.session.step, self.session.walk
        if step.section.id != self.section:
            self.section = step.section.id
            yield ""
            yield f"== {filled(walk, step, step.section.title)}"
            if step.section.intro:
                yield filled(walk, step, step.section.intro)
        yield ""
        question = self.session.question
        if question is None:
            yield f"So far: {len(self.session.items())} named."
            for number, item in enumerate(self.session.items(), 1):
                yield f"{number}. {', '.join(self.session.told_of(item)) or 'no answer yet'}"
            yield "/add for another; enter goes on."
            return
        yield from self.question(question)

    def question(self, question: Question) -> Iterator[str]:
        """One question, how it is answered, and what was answered."""
        about = (
            f", {self.session.step.section.repeat} {self.session.number_of_item()[0]}" if self.session.step.item else ""
        )
        yield f"Question {self._number()}{about}: {question.ask}"
        if question.help:
            yield question.help
        for number, choice in enumerate(question.options, 1):
            yield f"  {number}. {choice.words}{f': {choice.help}' if choice.help else ''}"
        if question.options:
            several = "numbers with commas between them" if question.type == "many_of" else "a number"
            yield f"Type {several}{', or your own words' if question.other else ''}."
        if question.default and self.session.given is None:
            yield f"Suggested: {question.default}"
        if self.session.given or self.asides.held:
            yield from self.so_far()

    def _number(self) -> str:
        if self.session.follow_up:
            return number_words(self.session)
        steps, here = self.session.walk.steps, self.session.step
        beside = [each for each in steps if each.section is here.section and each.question]
        return f"{beside.index(here) + 1} of {len(beside)}"

    def so_far(self) -> Iterator[str]:
        """What was answered on this page."""
        given, question = self.session.given, self.session.step.question
        if self.asides.held:
            yield f"So far, and not stored: {self.asides.held}"
            return
        if given is None or question is None:
            yield "Nothing yet."
            return
        words = said(question, given.value) if given.state == "answered" else given.state.replace("_", " ")
        yield f"So far: {words}"
        if given.remark:
            yield f"Remark: {given.remark}"
