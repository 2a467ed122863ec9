"""Answers given by name, one at a time, without a walk: what `pmtui answer` does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from pmtui.errors import Refused
from pmtui.interview.beginning import days_of
from pmtui.questionnaire.naming import key_of
from pmtui.questionnaire.values import left_open, value_of
from pmtui.reading.checking import did_you_mean
from pmtui.reading.plain import one_line, quoted
from pmtui.record.changes import Given, Place, Stamp, begin_interview, new_item, put_answer
from pmtui.record.corrections import correct
from pmtui.record.documents import answer_id
from pmtui.record.joining import kind_of
from pmtui.record.view import View

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pmtui.questionnaire.schema import Section
    from pmtui.record.documents import AnswerState
    from pmtui.record.edit import Edit

NEW = "new"
"""Stands for an item that is yet to get its id."""


@dataclass(frozen=True)
class Dictation:
    """One interview of `view`, answered by `by`."""

    view: View
    interview: str
    by: str

    @property
    def incident(self) -> str:
        """The id of the incident."""
        return self.view.incident.id

    def change(
        self, name: str, words: str | None, state: AnswerState, remark: str | None, why: str | None = None
    ) -> Callable[[Edit], tuple[int, str]]:
        """The change that saves one answer and returns its revision and its name, `QUESTION` or `QUESTION@ITEM`.

        `name` is `QUESTION`, `QUESTION@ITEM` or `QUESTION@new`.  Raises `Refused` where the question or the item is
        not known, or the words do not fit the question; the change itself refuses an item that is not there.  With
        `why` the answer is a correction.
        """
        questionnaire = self.view.questionnaire(self.interview)
        question_id, at, item = name.partition("@")
        question = questionnaire.questions.get(question_id)
        if question is None:
            guess = did_you_mean(question_id, questionnaire.questions)
            name = questionnaire.questionnaire
            listed = f"; `pmtui questionnaire outline {name}` lists them"
            raise Refused(f"no question {quoted(question_id)} in {name}{guess or listed}")
        kind = questionnaire.section_of[question_id].repeat
        if kind and not item:
            raise Refused(f"{question_id} is asked for each {kind}; write {question_id}@new, or @ and the item's id")
        if at and not kind:
            raise Refused(f"{question_id} is asked once; leave out @{one_line(item)}")
        if words is not None and not words.strip():
            raise Refused(f"no words for {question_id}; give some, or a state such as --state unknown or --state later")
        value = value_of(question, words, days_of(self.view, self.interview)) if words is not None else None
        given, stamp = Given(state, value, remark), Stamp(_now(), self.by)

        def change(edit: Edit) -> tuple[int, str]:
            about = new_item(edit, kind) if kind and item == NEW else item or None
            if about and item != NEW and not self._is_known(edit, about, questionnaire.section_of[question_id]):
                raise Refused(f"no {kind} {quoted(about)} in this incident; @new makes one")
            begin_interview(edit, self.interview, stamp)
            place = Place(question_id, about)
            answer = answer_id(self.interview, question_id, about)
            before = (edit.get("answers", answer) or {}).get("revision")
            revision = put_answer(edit, self.interview, place, given, stamp)
            if why is not None:
                correct(edit, answer, before, why, stamp)
            return revision, key_of(question_id, about)

        return change

    def note(self, name: str, words: str) -> str | None:
        """What is left open of a time that was given as `words`, as a question; none where nothing is."""
        question = self.view.questionnaire(self.interview).questions[name.partition("@")[0]]
        return left_open(question, words, days_of(self.view, self.interview))

    def _is_known(self, edit: Edit, item: str, section: Section) -> bool:
        dropped = View({"decisions": edit.all("decisions")}).dropped
        about = [each for each in edit.all("answers").values() if each.get("item") == item]
        return item not in dropped and any(self._speaks_of(each, section) for each in about)

    def _speaks_of(self, answer: Mapping[str, Any], section: Section) -> bool:
        """Whether an answer is about the kind of item of `section`; also where its interview is newer than the view."""
        if answer["interview"] not in self.view.interviews:
            return True
        other = self.view.questionnaire(answer["interview"]).section_of.get(answer["question"])
        if other is None:
            return True
        return section.repeat == other.repeat or kind_of(section) == kind_of(other) is not None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
