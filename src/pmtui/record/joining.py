"""Items as things in the incident: who named them, and that two of them are one.

An item has one id in the incident; whoever speaks about it later speaks about that one.  Where two people named one
thing apart, a decision says that an item is the same as another one, and a later one that it is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pmtui.errors import Refused
from pmtui.questionnaire.naming import RECORD
from pmtui.questionnaire.values import as_words, is_value_of, said
from pmtui.reading.checking import did_you_mean
from pmtui.reading.plain import quoted
from pmtui.record.asking import Asking
from pmtui.record.changes import decide
from pmtui.record.ties import OWN, SAME, roots, ties

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
    asking = Asking(view)
    one = standing(view, asking) if together else {}
    for kind, answer, question in _spoken(view, asking):
        item = answer.item or ""
        found.setdefault(one.get(item, item), []).append((kind, item, answer, question))
    return [_thing(name, told) for name, told in found.items()]


def standing(view: View, asking: Asking) -> dict[str, str]:
    """By each item that is one with another, the one that stands for them.

    Somebody said so, or chose the other where its question offers what the record holds there, such as the actions of
    an incident at the check of one.  Who said that an item is one of its own is believed.
    """
    decided = {each.about for each in view.decisions if each.kind in (SAME, OWN)}
    named: dict[tuple[str, str], str] = {}
    chosen: dict[str, tuple[str, str]] = {}
    for _, answer, question in _spoken(view, asking):
        place = (question.maps_to or "", _words(answer, question))
        if question.choices_from == f"{RECORD}{question.maps_to}":
            chosen.setdefault(answer.item or "", place)
        elif question.maps_to:
            named.setdefault(place, answer.item or "")
    tied = {item: named[place] for item, place in chosen.items() if place in named and item not in decided}
    return roots({**{item: other for item, other in tied.items() if item != other}, **ties(view.decisions)})


def _spoken(view: View, asking: Asking) -> Iterator[tuple[str, Answer, Question]]:
    for interview in view.interviews:
        asked, counts = view.questionnaire(interview), asking.counts(interview)
        kinds = {question: kind_of(section) for question, section in asked.section_of.items()}
        for answer in view.answers_of(interview).values():
            kind = kinds.get(answer.question)
            if answer.item and kind and answer.state == "answered" and counts(answer):
                yield kind, answer, asked.questions[answer.question]


def _thing(name: str, told: list[tuple[str, str, Answer, Question]]) -> Thing:
    kind, _, answer, question = told[0]
    words = _words(answer, question)
    interviews = tuple(dict.fromkeys(each.interview for _, _, each, _ in told))
    same = tuple(dict.fromkeys(item for _, item, _, _ in told if item != name))
    return Thing(name, kind, words, interviews, same)


def _words(answer: Answer, question: Question) -> str:
    is_one = is_value_of(question, answer.value)
    return said(question, answer.value) if is_one else as_words(answer.value)


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
    if view.same.get(item, item) == item and item not in standing(view, Asking(view)):
        raise Refused(f"{item} is an item of its own; give the one that was said to be the same as another")
    decide(edit, OWN, item, stamp)


def _known(view: View, item: str) -> Thing:
    known = {name: each for each in things(view) for name in (each.id, *each.same)}
    if item not in known:
        listed = f"; `pmtui same {view.incident.id}` lists them"
        raise Refused(f"no item {quoted(item)} in {view.incident.id}{did_you_mean(item, known) or listed}")
    return known[item]
