"""The interview: follow-up questions by the kind of statement just heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.reading.plain import one_line, shortened
from pmtui.reading.sentences import sentence_at
from pmtui.record.probing import USED, used
from pmtui.screens.interview_events import EventsPage
from pmtui.widgets.answer_box import AnswerBox

if TYPE_CHECKING:
    from pmtui.screens.services import Services

WIDTH = 60
"""Characters of a sentence that a title repeats."""


class ProbesPage(EventsPage):
    """A page that shows a follow-up question above the note, and keeps which ones were used."""

    def __init__(self, services: Services, incident: str, interview: str, *, alone: bool = False) -> None:
        super().__init__(services, incident, interview, alone=alone)
        self._used: list[tuple[str, str]] = []

    async def action_probe(self) -> None:
        """Ask what was just heard, then offer what to ask about it."""
        from pmtui.interview import probes
        from pmtui.screens.pick import Pick

        known = self.services.probes
        if self.session.step.question is None:
            self.say("There is no question on this page; go to one, then follow it up.")
            return
        sentence = self._sentence()
        entries = [(each.kind, each.alone if self.session.alone else each.say) for each in known]
        title = "What did you just tell?" if self.session.alone else "What did you just hear?"
        meant = probes.suggested(sentence, known)
        await self.open(Pick(title, entries, shortened(sentence, WIDTH), meant), self._offer)

    async def _offer(self, kind: str | None) -> None:
        from pmtui.interview import probes
        from pmtui.screens.pick import Pick

        if kind is None:
            return
        question, known = self.session.question, self.services.probes
        asked = probes.follow_ups(question.probe if question else (), kind, known)
        before = self._used_here()
        entries = [(each, f"{'✓ ' if each in before else ''}{one_line(each)}") for each in asked]
        open_ = next((each for each in asked if each not in before), None)

        def chosen(words: str | None) -> None:
            if words is not None:
                self._use(kind, words)

        title = next(each.say for each in known if each.kind == kind)
        await self.open(Pick(title, entries, "✓ was asked here already" if before else "", open_), chosen)

    def _use(self, kind: str, words: str) -> None:
        given = self.session.given
        self._decide(USED, self._answer, {"kind": kind, "words": words, "revision": given.revision if given else 0})
        self._used.append((self._answer, words))
        self._probe = words
        self._show_hints()

    def _used_here(self) -> list[str]:
        here = [words for answer, words in self._used if answer == self._answer]
        return [*(each.words for each in used(self.session.view.decisions) if each.answer == self._answer), *here]

    def _sentence(self) -> str:
        box = self.query_one(AnswerBox)
        found = sentence_at(box.text, box.offset_of_cursor) if box.display else None
        return one_line(box.text[found.start : found.end]) if found else ""
