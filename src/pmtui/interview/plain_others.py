"""Line by line: putting a question to somebody else, and what came up with others."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pmtui.interview.others import Waiting, candidates, revision_here, waiting, waiting_words
from pmtui.record.documents import answer_id
from pmtui.record.queue import ASK, SETTLE, asking

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pmtui.interview.session import Session
    from pmtui.questionnaire.schema import Question

HOW_TO_ASK = "Type /ask, an id such as p2, and a note if you like. `pmtui participant` adds somebody."
HOW_TO_QUEUE = "/queue 1 goes to it; /queue 1 answered or /queue 1 dropped settles it."


@dataclass
class Others:
    """What `/ask` and `/queue` do in one sitting of `session`."""

    session: Session
    say: Callable[[str], None]
    decide: Callable[[str, str, Any], None]
    settled: set[str] = field(default_factory=set)

    def greet(self) -> None:
        """Say what waits to be asked here besides."""
        found = waiting_words(len(self._waiting()), "/queue")
        if found:
            self.say(found)

    def ask(self, words: str) -> None:
        """`/ask p2 NOTE` puts the question at hand to p2; `/ask` alone says whom there is."""
        step = self.session.step
        if self.session.alone:
            self.say("Whom to ask instead can be written as a remark: /remark.")
            return
        if step.question is None:
            self.say("There is no question on this page.")
            return
        name, _, note = words.strip().partition(" ")
        known = {each.id: each for each in candidates(self.session, self.session.view)}
        if name not in known:
            for each in known.values():
                self.say(f"{each.id}  {each.role}")
            self.say(HOW_TO_ASK)
            return
        self._put(step.question, asking(name, step.question.ask, note))
        self.say(f"It waits for the talk with {known[name].role}.")

    def unclear(self, note: str) -> None:
        """`/unclear NOTE` has the question at hand asked once more, in a follow-up."""
        step = self.session.step
        if step.question is None or self.session.alone:
            self.say("What is unclear can be written as a remark: /remark.")
            return
        who = self.session.view.participant_of(self.session.interview)
        self._put(step.question, asking(who.id, step.question.ask, note, revision_here(self.session)))
        self.say("It is asked again in a follow-up, unless more is said to it until then.")

    def _put(self, question: Question, told: Mapping[str, Any]) -> None:
        self.decide(ASK, answer_id(self.session.interview, question.id, self.session.step.item), told)

    def queue(self, words: str) -> bool:
        """`/queue` says what waits, `/queue 1` goes to the first of it; whether another page is open now."""
        found = self._waiting()
        number, _, how = words.strip().partition(" ")
        if not (number.isdecimal() and number.isascii() and 1 <= int(number[:6]) <= len(found)):
            for at, each in enumerate(found, 1):
                self.say(f"{at}. {each.words}")
            self.say(HOW_TO_QUEUE if found else "Nothing waits to be asked here besides.")
            return False
        return self._take_up(found[int(number) - 1], how.strip())

    def _take_up(self, entry: Waiting, how: str) -> bool:
        if how in ("answered", "dropped"):
            self.decide(SETTLE, f"{self.session.interview}/{entry.asked.id}", how)
            self.settled.add(entry.asked.id)
            self.say("It waits here no longer.")
        elif how:
            self.say(HOW_TO_QUEUE)
        elif entry.place is None:
            self.say(f"This interview does not hold that question. {HOW_TO_QUEUE}")
        else:
            self.session.go_to(entry.place)
            return True
        return False

    def _waiting(self) -> list[Waiting]:
        return [each for each in waiting(self.session, self.session.view) if each.asked.id not in self.settled]
