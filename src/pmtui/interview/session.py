"""An interview being held: where it stands, and the answers that are on their way to the store.

Nothing here waits for a disk: `answer` returns a change, the caller hands it to `store.change`, and the session goes on
as if it were done.  What was told is the truth of this sitting until the store has been read again.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from pmtui.errors import Refused
from pmtui.interview.walking import Walking
from pmtui.questionnaire import values
from pmtui.questionnaire.naming import key_of
from pmtui.record.additions import joined
from pmtui.record.changes import Given, Place, begin_interview, next_answer, put_answer
from pmtui.record.documents import answer_id

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pmtui.record.additions import Additions
    from pmtui.record.changes import Stamp
    from pmtui.record.documents import Answer
    from pmtui.record.edit import Edit

    Change = Callable[[Edit], Mapping[str, Any] | None]


@dataclass
class Session(Walking):
    """One interview, held by one person: what is answered on its pages."""

    unread: set[str] = field(default_factory=set, init=False)
    """Keys of answers that others gave while other words were being typed there."""
    _told: dict[str, Answer] = field(default_factory=dict, init=False)

    def overruled(self) -> list[Answer]:
        """Answers of others that stand now where one was told here; each is given once."""
        now = {key: self.walk.answers.get(key) for key in self._told}
        found = [each for key, each in now.items() if each and _given(each) != _given(self._told[key])]
        for each in found:
            del self._told[each.key]
        return found

    def read(self, words: str) -> Any:
        """The value that `words` give on this page.  Raises `Refused` where they do not fit the question."""
        return values.value_of(self._question(), words, self.days)

    def is_complete(self, words: str) -> bool:
        """Whether `words` are all of an answer that has its form: a number, or a time that was understood.

        What does not fit is complete where it is one word, of which is said what is wrong with it; sentences go on.
        """
        if words.rstrip().endswith((".", "!", "?", ";", ",", ":")):
            return False
        try:
            self.read(words)
        except Refused:
            return len(words.split()) < 2
        return values.left_open(self._question(), words, self.days) is None

    def changes(self, given: Given) -> bool:
        """Whether `given` differs from what was answered on this page."""
        before = self.given
        if before is None:
            return given.state != "answered" or given.value not in (None, "", []) or given.remark is not None
        return _given(before) != given

    def answer(self, given: Given, stamp: Stamp) -> Change:
        """Take an answer on this page; returns the change that saves it.

        The change returns the document that stood in its place where this session never saw that one: somebody else
        answered meanwhile, and both are in the history.
        """
        return self.tell(Place(self._question().id, self.step.item), given, stamp)

    def tell(self, place: Place, given: Given, stamp: Stamp) -> Change:
        """Take an answer at any place, as `answer` does on its page; the same page stays open."""
        interview = self.interview
        before = self.walk.answers.get(key_of(place.question, place.item))
        told = next_answer(interview, place, given, stamp, before.revision if before else 0)
        here = self.step.place
        self.unconfirmed.pop(told.key, None)
        self.walk = replace(self.walk, answers={**self.walk.answers, told.key: told})
        self.go_to(here)
        self._told[told.key] = told

        known = {(told.at, told.by)}
        if before and told.key not in self.unread:
            known.add((before.at, before.by))
        self.unread.discard(told.key)

        def change(edit: Edit) -> Mapping[str, Any] | None:
            stood = edit.get("answers", answer_id(interview, place.question, place.item))
            begin_interview(edit, interview, stamp)
            put_answer(edit, interview, place, given, stamp)
            return stood if stood and (stood["at"], stood["by"]) not in known else None

        return change

    def ask_also(self, added: Additions) -> None:
        """Ask what is `added` in addition to the questionnaire; the same page stays open."""
        here, self.added = self.step.place, added
        asked = joined(self.view.as_asked(self.interview), added)
        self.walk = replace(self.walk, questionnaire=asked)
        self._begin_where_empty()
        self.go_to(here)

    def confirm(self) -> str | None:
        """Take the answer of this page as one to its question of today; returns its document id where that was open."""
        if self.step.question is None or self.unconfirmed.pop(self.step.key or "", None) is None:
            return None
        return answer_id(self.interview, self.step.question.id, self.step.item)


def _given(answer: Answer) -> Given:
    return Given(answer.state, answer.value, answer.remark)
