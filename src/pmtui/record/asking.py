"""Which answers of an incident count: those to questions that are asked, given everything that was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.questionnaire.naming import key_of
from pmtui.questionnaire.piping import Piping
from pmtui.questionnaire.relevance import Relevance, Reply, Situation, reply_of
from pmtui.questionnaire.values import said

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from pmtui.questionnaire.schema import Question, Questionnaire, Section
    from pmtui.record.documents import Answer
    from pmtui.record.view import View


def asked(view: View, interview: str, *, by_record: bool = True) -> Collection[str] | None:
    """The keys of the questions that are asked in an interview; none where all of its questionnaire are.

    Without `by_record`, conditions on the record are taken to hold.
    """
    questionnaire = view.questionnaire(interview)
    if not questionnaire.is_conditional:
        return None
    answers, function = view.answers_of(interview), view.participant_of(interview).function
    items = {each.id: items_of(each, answers, view.dropped) for each in questionnaire.sections if each.repeat}
    situation = Situation(replies(questionnaire, answers), items, function, of_record(view) if by_record else None)
    return Relevance(questionnaire, situation).asked


def counts(view: View, interview: str, *, by_record: bool = True) -> Callable[[Answer], bool]:
    """Whether an answer of an interview is one to a question that is asked, about an item that is there."""
    known, dropped = view.questionnaire(interview).questions, view.dropped
    keys = asked(view, interview, by_record=by_record)

    def is_asked(answer: Answer) -> bool:
        is_there = answer.question in known and answer.item not in dropped
        return is_there and (keys is None or answer.key in keys)

    return is_asked


def piping(view: View, interview: str) -> Piping:
    """The answers of an interview that its questions repeat."""
    answers, is_asked = view.answers_of(interview), counts(view, interview)

    def words(question: Question, item: str | None) -> str:
        answer = answers.get(key_of(question.id, item))
        return said(question, answer.value) if answer and answer.state == "answered" and is_asked(answer) else ""

    return Piping(view.questionnaire(interview), words, lambda section: items_of(section, answers, view.dropped))


def asked_words(view: View, interview: str) -> Callable[[Answer], str]:
    """The question of an answer as it was spoken, with earlier answers in its words."""
    pipes, questionnaire = piping(view, interview), view.questionnaire(interview)

    def words(answer: Answer) -> str:
        section = questionnaire.section_of[answer.question]
        return pipes.filled(questionnaire.questions[answer.question].ask, section, answer.item)

    return words


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


def of_record(view: View) -> Callable[[str], Reply]:
    """What the interviews of an incident say at a path such as `compliance.personal_data`.

    One reply where they agree, or a list where it is said of several items; `unclear` where accounts differ.
    """
    known: dict[str, Reply] = {}

    def look(path: str) -> Reply:
        if path not in known:
            known[path] = _said_at(view, path)
        return known[path]

    return look


def _said_at(view: View, path: str) -> Reply:
    alone: list[Reply] = []
    of_items: list[Reply] = []
    for interview in view.interviews:
        # What hides an answer in its own interview hides it here; the record itself cannot be asked meanwhile.
        questions, is_asked = view.questionnaire(interview).questions, counts(view, interview, by_record=False)
        for answer in view.answers_of(interview).values():
            question = questions.get(answer.question)
            if question and question.maps_to == path and is_asked(answer):
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


def values_of_record(view: View, path: str) -> list[str]:
    """What any interview answered at a path such as `system.name`, in words, each once."""
    found = []
    for interview in view.interviews:
        questions, is_asked = view.questionnaire(interview).questions, counts(view, interview)
        for answer in view.answers_of(interview).values():
            question = questions.get(answer.question)
            if question and question.maps_to == path and answer.state == "answered" and is_asked(answer):
                found.append(said(question, answer.value))
    return list(dict.fromkeys(found))
