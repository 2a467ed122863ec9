"""Moving an interview to another version of its questionnaire, and back: no answer is dropped on either way.

What is carried over, what is asked again and what is kept aside follows from the two versions alone.  A decision
records the move.  Table `moves` holds what stood there before, so that it can be undone: one document for each answer
that changed, so that words can be forgotten there too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeAlias

from pmtui.errors import Refused
from pmtui.questionnaire import values
from pmtui.questionnaire.changes import counterpart, fits
from pmtui.questionnaire.naming import key_of
from pmtui.record.additions import joined
from pmtui.record.asking import Asking
from pmtui.record.changes import decide
from pmtui.record.documents import answer_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pmtui.questionnaire.schema import Question, Questionnaire
    from pmtui.record.changes import Snapshot, Stamp
    from pmtui.record.documents import Answer, Decision
    from pmtui.record.edit import Edit
    from pmtui.record.view import View

Fate: TypeAlias = Literal[
    "carried", "reworded", "renamed", "as words", "choice retired", "asked again", "kept aside", "hidden", "new"
]

MOVE: Final = "move-interview"
BACK: Final = "move-back"
MOVES = "moves"
ASIDE = "~"
"""Stands between a question and the version whose answer is kept aside; no id holds it."""

Doc: TypeAlias = "dict[str, Any]"


class Row(NamedTuple):
    """What becomes of one answer, or a question that comes new."""

    fate: Fate
    ask: str
    value: str


class _Plan:
    """What becomes of the answers, asked for one after the other: of two that meet, the first is taken over."""

    def __init__(self, old: Questionnaire, new: Questionnaire) -> None:
        self._old, self._new = old, new
        self._taken: set[tuple[str, str | None]] = set()

    def fate(self, question: Question, item: str | None, value: Any) -> tuple[Fate, Question | None]:
        """What becomes of an answer to `question`, and the question that it would be an answer to."""
        other = counterpart(question, self._new)
        if other is None or (other.id, item) in self._taken:
            return "kept aside", other
        is_there = self._old.section_of[question.id].repeat == self._new.section_of[other.id].repeat
        if not (is_there and fits(question, other)):
            return "asked again", other
        self._taken.add((other.id, item))
        return _fate(question, other, value), other


def preview(view: View, interview: str, new: Questionnaire) -> list[Row]:
    """What becomes of each answer of an interview that is moved to `new`, and what would be asked in addition."""
    old, asking = view.questionnaire(interview), Asking(view)
    new = joined(new, view.additions(interview))
    plan, rows = _Plan(old, new), []
    taken: dict[str, Answer] = {}
    shown: dict[int, str] = {}
    for answer in view.answers_of(interview).values():
        question = old.questions.get(answer.question)
        if question is None:
            rows.append(Row("kept aside", answer.question, values.as_words(answer.value)))
            continue
        words = values.said(question, answer.value) if answer.state == "answered" else answer.state.replace("_", " ")
        fate, other = plan.fate(question, answer.item, answer.value)
        if other and fate not in ("kept aside", "asked again"):
            made = {"question": other.id, "value": _value(question, other, answer.state, answer.value)}
            taken[key_of(other.id, answer.item)] = answer.model_copy(update=made)
            if asking.counts(interview)(answer):
                shown[len(rows)] = key_of(other.id, answer.item)
        rows.append(Row(fate, question.ask, words))
    asked = asking.asked_of(interview, new, taken)
    rows = [
        each._replace(fate="hidden") if at in shown and shown[at] not in asked else each for at, each in enumerate(rows)
    ]
    known = {other.id for each in old.questions.values() if (other := counterpart(each, new))}
    return rows + [Row("new", each.ask, "") for name, each in new.questions.items() if name not in known]


def _fate(old: Question, new: Question, value: Any) -> Fate:
    if old.type != new.type:
        return "as words"
    if new.options and not new.other and not new.choices_from and value is not None:
        known = {choice.id for choice in new.options}
        if not known.issuperset(map(str, value if isinstance(value, list) else [value])):
            return "choice retired"
    return "renamed" if old.id != new.id else "reworded" if old.ask != new.ask else "carried"


def move(
    edit: Edit, interview: str, asked: Snapshot, versions: tuple[Questionnaire, Questionnaire], stamp: Stamp
) -> None:
    """Put `interview` on the questionnaire `asked`; `versions` are the one it is on and the new one, assembled."""
    old, new = versions
    held = _held(edit, interview)
    if edit.get("questionnaires", asked.sha256) is None:
        edit.put("questionnaires", asked.sha256, dict(asked.questionnaire))
    _stand_on(edit, interview, asked.sha256)
    name = decide(edit, MOVE, interview, stamp, {"from": held["snapshot"], "to": asked.sha256})
    plan = _Plan(old, new)
    for origin, document in list(_answers(edit, interview)):
        question = old.questions.get(document["question"])
        if question is None:
            continue
        fate, other = plan.fate(question, document.get("item"), document["value"])
        if other is None:
            continue
        if fate in ("kept aside", "asked again"):
            carried: dict[str, Doc | None] = {origin: None, **_aside(edit, document, old.version)}
        else:
            carried = _carried(origin, document, question, other)
        for key, made in carried.items():
            moved = {"was": edit.get("answers", key), "made": made, "of": origin}
            edit.put(MOVES, f"{name}/{key}", moved)
        _put_all(edit, carried)


def _carried(key: str, document: Doc, old: Question, new: Question) -> dict[str, Doc | None]:
    """What changes for one answer that is taken over: document id -> document, or nothing where it goes."""
    if new.id == old.id and new.type == old.type:
        return {}
    moved = {**document, "question": new.id, "value": _value(old, new, document["state"], document["value"])}
    if new.id == old.id:
        return {key: {**moved, "revision": int(document["revision"]) + 1}}
    return {key: None, answer_id(document["interview"], new.id, document.get("item")): moved}


def _value(old: Question, new: Question, state: str, value: Any) -> Any:
    """A value of `old` as one of `new`, which has its type or is of text."""
    if new.type == old.type or state != "answered":
        return value
    return values.said(old, value) if values.is_value_of(old, value) else values.as_words(value)


def _aside(edit: Edit, document: Doc, version: int) -> dict[str, Doc | None]:
    """The document under a name that no other is kept aside under."""
    base = f"{document['question'].partition(ASIDE)[0]}{ASIDE}{version}"
    name, number = base, 2
    while True:
        key, made = answer_id(document["interview"], name, document.get("item")), {**document, "question": name}
        if edit.get("answers", key) in (None, made):
            return {key: made}
        name, number = f"{base}.{number}", number + 1


def moves_of(view: View, interview: str) -> list[Decision]:
    """The moves of an interview that were not undone, oldest first."""
    undone: set[str] = {str(each.value["of"]) for each in view.decisions if each.kind == BACK}
    return [each for each in view.decisions if each.kind == MOVE and each.about == interview and each.id not in undone]


def last_move(view: View, interview: str) -> Decision | None:
    """The move of an interview that can be undone: the last one, where it was not."""
    return next(reversed(moves_of(view, interview)), None)


def move_back(edit: Edit, move: Decision, stamp: Stamp) -> None:
    """Undo `move`.  What was answered since to a question that changed is kept aside.  Raises `Refused`."""
    interview, change = move.about, move.value
    if _held(edit, interview)["snapshot"] != change["to"]:
        raise Refused(f"{interview} was moved again since; undo that first")
    version = int((edit.get("questionnaires", change["to"]) or {}).get("version", 0))
    changed = {key.removeprefix(f"{move.id}/"): each for key, each in edit.all(MOVES).items() if _is_of(key, move.id)}
    for key, each in changed.items():
        now = edit.get("answers", key)
        if now is not None and now != each["made"]:
            _put_all(edit, _aside(edit, now, version))
    _put_all(edit, {key: each["was"] for key, each in changed.items()})
    _stand_on(edit, interview, change["from"])
    decide(edit, BACK, interview, stamp, {"of": move.id})


def traces(tables: Mapping[str, Mapping[str, Any]], name: str) -> tuple[set[str], set[str]]:
    """Where the words of the answer `name` may stand: (ids of answers, keys of table `moves`), through all moves."""
    names, moves = {name}, tables.get(MOVES, {})
    linked = [(key, key.partition("/")[2], str(each.get("of"))) for key, each in moves.items()]
    while more := {other for _, *pair in linked for other in pair if names.intersection(pair)} - names:
        names |= more
    return names, {key for key, *pair in linked if names.intersection(pair)}


def _is_of(key: str, decision: str) -> bool:
    return key.partition("/")[0] == decision


def _answers(edit: Edit, interview: str) -> Iterator[tuple[str, Doc]]:
    return ((key, each) for key, each in edit.all("answers").items() if each["interview"] == interview)


def _put_all(edit: Edit, documents: Mapping[str, Doc | None]) -> None:
    for key, document in documents.items():
        if document is None:
            edit.remove("answers", key)
        else:
            edit.put("answers", key, document)


def _held(edit: Edit, interview: str) -> Doc:
    held = edit.get("interviews", interview)
    if held is None:
        known = ", ".join(edit.all("interviews")) or "none yet"
        raise Refused(f"no interview {interview} in this incident; there are: {known}")
    return held


def _stand_on(edit: Edit, interview: str, sha256: str) -> None:
    asked = edit.get("questionnaires", sha256) or {}
    named: Doc = {name: asked[name] for name in ("questionnaire", "version", "title") if name in asked}
    edit.put("interviews", interview, {**_held(edit, interview), **named, "snapshot": sha256})
