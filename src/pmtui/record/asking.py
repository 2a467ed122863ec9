"""Which answers of an incident count: those to questions that are asked, given everything that was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.questionnaire.naming import key_of
from pmtui.questionnaire.piping import Piping
from pmtui.questionnaire.relevance import Relevance, Reply, Situation, reply_of
from pmtui.questionnaire.values import said

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from pmtui.questionnaire.schema import Question, Questionnaire, Section
    from pmtui.record.documents import Answer
    from pmtui.record.view import View


class Asking:
    """What is asked in the interviews of `view`, looked at once for each."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._counts: dict[tuple[str, bool], Callable[[Answer], bool]] = {}
        self._words: dict[str, Callable[[Answer], str]] = {}
        self._record: dict[str, Reply] = {}

    def counts(self, interview: str, *, by_record: bool = True) -> Callable[[Answer], bool]:
        """Whether an answer of an interview is one to a question that is asked, about an item that is there.

        Without `by_record`, conditions on the record are taken to hold.
        """
        if (interview, by_record) not in self._counts:
            self._counts[interview, by_record] = self._counting(interview, by_record=by_record)
        return self._counts[interview, by_record]

    def words(self, interview: str) -> Callable[[Answer], str]:
        """The question of an answer as it was spoken, with earlier answers in its words."""
        if interview not in self._words:
            self._words[interview] = self._speaking(interview)
        return self._words[interview]

    def of_record(self, path: str) -> Reply:
        """What the interviews say at a path such as `compliance.personal_data`.

        One reply where they agree, or a list where it is said of several items; `unclear` where accounts differ.
        """
        if path not in self._record:
            self._record[path] = self._said_at(path)
        return self._record[path]

    def values_of_record(self, path: str, interview: str | None = None) -> list[str]:
        """What any interview, or one, answered at a path such as `system.name`, in words, each once."""
        found = [each for each in self._answers_at(path, by_record=True) if interview in (None, each[1].interview)]
        return list(dict.fromkeys(said(question, each.value) for question, each in found if each.state == "answered"))

    def _counting(self, interview: str, *, by_record: bool) -> Callable[[Answer], bool]:
        known, dropped = self._view.questionnaire(interview).questions, self._view.dropped
        keys = self._asked(interview, by_record=by_record)

        def is_asked(answer: Answer) -> bool:
            is_there = answer.question in known and answer.item not in dropped
            return is_there and (keys is None or answer.key in keys)

        return is_asked

    def _asked(self, interview: str, *, by_record: bool) -> Collection[str] | None:
        """The keys of the questions that are asked; none where all of the questionnaire are."""
        view, questionnaire = self._view, self._view.questionnaire(interview)
        if not questionnaire.is_conditional:
            return None
        return self.asked_of(interview, questionnaire, view.answers_of(interview), by_record=by_record)

    def asked_of(
        self, interview: str, questionnaire: Questionnaire, answers: Mapping[str, Answer], *, by_record: bool = True
    ) -> Collection[str]:
        """The keys of the questions that `questionnaire` would ask in an interview with these answers."""
        function, dropped = self._view.participant_of(interview).function, self._view.dropped
        items = {each.id: items_of(each, answers, dropped) for each in questionnaire.sections if each.repeat}
        of_record = self.of_record if by_record else None
        return Relevance(questionnaire, Situation(replies(questionnaire, answers), items, function, of_record)).asked

    def _speaking(self, interview: str) -> Callable[[Answer], str]:
        view, questionnaire = self._view, self._view.questionnaire(interview)
        answers = view.answers_of(interview)
        pipes = piping(questionnaire, answers, self.counts(interview), view.dropped)

        def words(answer: Answer) -> str:
            section = questionnaire.section_of[answer.question]
            return pipes.filled(questionnaire.questions[answer.question].ask, section, answer.item)

        return words

    def _said_at(self, path: str) -> Reply:
        alone: list[Reply] = []
        of_items: list[Reply] = []
        # What hides an answer in its own interview hides it here; the record itself cannot be asked meanwhile.
        for question, answer in self._answers_at(path, by_record=False):
            reply = reply_of(question, answer.state, answer.value)
            (of_items if answer.item else alone).append(reply)
        if of_items:
            values = [reply.value for reply in (*alone, *of_items) if reply.state == "answered"]
            flat = [each for value in values for each in (value if isinstance(value, tuple) else [value])]
            return Reply("answered", tuple(flat))
        told = [reply for reply in alone if reply.state == "answered"] or alone
        if not told:
            return Reply("not_asked")
        return told[0] if all(reply == told[0] for reply in told) else Reply("unclear")

    def _answers_at(self, path: str, *, by_record: bool) -> Iterator[tuple[Question, Answer]]:
        """The answers that count and fill the place `path` of the record, with their questions."""
        for interview in self._view.interviews:
            questions = self._view.questionnaire(interview).questions
            is_asked = self.counts(interview, by_record=by_record)
            for answer in self._view.answers_of(interview).values():
                question = questions.get(answer.question)
                if question and question.maps_to == path and is_asked(answer):
                    yield question, answer


def piping(
    questionnaire: Questionnaire,
    answers: Mapping[str, Answer],
    is_asked: Callable[[Answer], bool],
    dropped: Collection[str],
) -> Piping:
    """The answers of one interview, by `QUESTION` or `QUESTION@ITEM`, that its questions repeat."""

    def words(question: Question, item: str | None) -> str:
        answer = answers.get(key_of(question.id, item))
        return said(question, answer.value) if answer and answer.state == "answered" and is_asked(answer) else ""

    return Piping(questionnaire, words, lambda section: items_of(section, answers, dropped))


def replies(questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> dict[str, Reply]:
    """What conditions see of the answers of one interview, by `QUESTION` or `QUESTION@ITEM`."""
    questions = questionnaire.questions
    return {
        key: reply_of(questions[answer.question], answer.state, answer.value)
        for key, answer in answers.items()
        if answer.question in questions
    }


def items_of(section: Section, answers: Mapping[str, Answer], dropped: Collection[str]) -> list[str]:
    """The items of a repeated section that have an answer, in the order first spoken of."""
    ids = {question.id for question in section.questions}
    told = (answer.item for answer in answers.values() if answer.question in ids)
    return list(dict.fromkeys(item for item in told if item and item not in dropped))
