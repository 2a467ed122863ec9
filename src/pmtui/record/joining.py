"""Items as things in the incident: who named them, and that two of them are one.

An item has one id in the incident; whoever speaks about it later speaks about that one.  Where two people named one
thing apart, a decision says that an item is the same as another one, and a later one that it is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pmtui.errors import Refused
from pmtui.questionnaire.values import as_words, is_value_of, said
from pmtui.reading.checking import did_you_mean
from pmtui.reading.plain import quoted
from pmtui.record.asking import Asking
from pmtui.record.changes import decide
from pmtui.record.ties import OWN, SAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmtui.questionnaire.schema import Question, Section
    from pmtui.record.changes import Stamp
    from pmtui.record.documents import Answer
    from pmtui.record.edit import Edit
    from pmtui.record.view import View


class Thing(NamedTuple):
    """An item of the incident: `kind` as paths have it (`system`, `factor.technical`), what it is called, by whom.

    `same` are the ids of other items that are this one.
    """

    id: str
    kind: str
    words: str
    interviews: tuple[str, ...]
    same: tuple[str, ...]


def kind_of(section: Section) -> str | None:
    """The kind of item that a repeated section asks about; none where no question of it has a place in the record."""
    paths = (question.maps_to for question in section.questions if question.maps_to)
    return next((path.rpartition(".")[0] for path in paths), None) if section.repeat else None


def things(view: View, *, together: bool = True) -> list[Thing]:
    """Every item that somebody spoke about, in the order first spoken of; those that are one `together`, or each."""
    found: dict[str, list[tuple[str, str, Answer, Question]]] = {}
    for kind, answer, question in _spoken(view):
        item = answer.item or ""
        found.setdefault(view.same.get(item, item) if together else item, []).append((kind, item, answer, question))
    return [_thing(name, told) for name, told in found.items()]


def _spoken(view: View) -> Iterator[tuple[str, Answer, Question]]:
    asking = Asking(view)
    for interview in view.interviews:
        asked, counts = view.questionnaire(interview), asking.counts(interview)
        kinds = {question: kind_of(section) for question, section in asked.section_of.items()}
        for answer in view.answers_of(interview).values():
            kind = kinds.get(answer.question)
            if answer.item and kind and answer.state == "answered" and counts(answer):
                yield kind, answer, asked.questions[answer.question]


def _thing(name: str, told: list[tuple[str, str, Answer, Question]]) -> Thing:
    kind, _, answer, question = told[0]
    words = said(question, answer.value) if is_value_of(question, answer.value) else as_words(answer.value)
    interviews = tuple(dict.fromkeys(each.interview for _, _, each, _ in told))
    same = tuple(dict.fromkeys(item for _, item, _, _ in told if item != name))
    return Thing(name, kind, words, interviews, same)


def join(edit: Edit, view: View, item: str, other: str, stamp: Stamp) -> None:
    """Decide that `item` is the same thing as `other`.  Raises `Refused` where that cannot be."""
    first, second = _known(view, item), _known(view, other)
    if first.id == second.id:
        raise Refused(f"{item} and {other} are the same already")
    if first.kind != second.kind:
        raise Refused(f"{item} is of kind {first.kind} and {other} of kind {second.kind}; they cannot be the same")
    decide(edit, SAME, first.id, stamp, second.id)


def part(edit: Edit, view: View, item: str, stamp: Stamp) -> None:
    """Decide that `item` is an item of its own again.  Raises `Refused` where it was none."""
    _known(view, item)
    if item not in view.same:
        raise Refused(f"{item} is an item of its own; give the one that was said to be the same as another")
    decide(edit, OWN, item, stamp)


def _known(view: View, item: str) -> Thing:
    known = {name: each for each in things(view) for name in (each.id, *each.same)}
    if item not in known:
        raise Refused(f"no item {quoted(item)} in {view.incident.id}{did_you_mean(item, known)}")
    return known[item]
