"""Blaming language in what was answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.record.dismissals import dismissals, is_dismissed
from pmtui.record.documents import answer_id
from pmtui.record.withheld import on_record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmtui.blame import Flag, Rules
    from pmtui.record.documents import Answer
    from pmtui.record.items import Record
    from pmtui.record.view import View


def people(view: View) -> list[str]:
    """Names and roles of those who were spoken with: words that stand for a person in this incident."""
    known = (each for each in view.participants.values() if each.kind == "person")
    return [words for each in known for words in (each.name, each.role) if words]


def systems(known: Record) -> list[str]:
    """Names of the systems of this incident: words that never stand for a person."""
    return [each.name for each in known.systems if each.name]


def system_names(view: View) -> list[str]:
    """`systems` of the record of `view`; the record is not made where no answer speaks of a system."""
    if not any(_speaks_of_a_system(view, interview) for interview in view.interviews):
        return []
    from pmtui.record.fold import record

    return systems(record(view))


def _speaks_of_a_system(view: View, interview: str) -> bool:
    questions = view.questionnaire(interview).questions
    about = (questions.get(answer.question) for answer in view.answers_of(interview).values())
    return any(each is not None and (each.maps_to or "").startswith("system.") for each in about)


def of_answers(view: View, known: Record, rules: Rules) -> Iterator[tuple[Answer, list[Flag]]]:
    """Each answer that holds a flag, with its flags.

    Words that somebody else is quoted with are left alone, and so is what somebody left as it is with a reason, and
    what is off the record.
    """
    from pmtui import blame

    view = on_record(view)
    persons, things, left = people(view), systems(known), dismissals(view.decisions)
    for interview in view.interviews:
        questions = view.questionnaire(interview).questions
        for answer in view.answers_of(interview).values():
            question = questions.get(answer.question)
            if question is None or question.maps_to == "quote.text" or answer.item in view.dropped:
                continue
            if not isinstance(answer.value, str):
                continue
            found = [
                each
                for each in blame.check(answer.value, persons, things, rules)
                if not is_dismissed(left, name_of(answer), each.rule, answer.value[each.start : each.end])
            ]
            if found:
                yield answer, found


def name_of(answer: Answer) -> str:
    """The document id of an answer."""
    return answer_id(answer.interview, answer.question, answer.item)


def count(view: View, known: Record, rules: Rules) -> int:
    """How many flags the answers of an incident hold."""
    return sum(len(found) for _, found in of_answers(view, known, rules))
