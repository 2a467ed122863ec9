"""What is different between two versions of a questionnaire, and whether an answer given to the one fits the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmtui.questionnaire.schema import Question, Questionnaire

Kind: TypeAlias = Literal[
    "new", "renamed", "retired", "vanished", "retyped", "reworded", "choice-removed", "choice-added", "choice-reworded",
    "bounds", "condition", "place",
]  # fmt: skip

WORDS = ("text", "long_text")
"""Types that hold any answer, as words."""

ANSWERS_DIFFER: tuple[Kind, ...] = (
    "new", "retired", "vanished", "retyped", "reworded", "choice-removed", "choice-reworded", "bounds", "place",
)  # fmt: skip
"""Changes after which somebody might answer differently, so that the version has to rise."""


class Difference(NamedTuple):
    """One difference: `question` is the id in the new version, or in the old one where it is not asked any more."""

    kind: Kind
    question: str
    words: str


def counterpart(question: Question, new: Questionnaire) -> Question | None:
    """The question of `new` that is the same as `question` of an older version: by its id, or by an earlier one."""
    if question.id in new.questions:
        return new.questions[question.id]
    return next((each for each in new.questions.values() if question.id in each.was), None)


def fits(old: Question, new: Question) -> bool:
    """Whether an answer to `old` can be taken over as an answer to `new`: the same type, or as words."""
    return old.type == new.type or new.type in WORDS


def differences(old: Questionnaire, new: Questionnaire) -> list[Difference]:
    """All differences, in the order of the old version; what is new comes last."""
    found = [each for question in old.questions.values() for each in _of_question(question, new)]
    found += [each for question in old.questions.values() for each in _of_place(question, old, new)]
    taken = {other.id for question in old.questions.values() if (other := counterpart(question, new))}
    found += [Difference("new", name, each.ask) for name, each in new.questions.items() if name not in taken]
    return found


def _of_question(old: Question, questionnaire: Questionnaire) -> Iterator[Difference]:
    new = counterpart(old, questionnaire)
    if new is None:
        gone = next((each for each in questionnaire.retired if each.id == old.id), None)
        yield Difference("retired", old.id, gone.why) if gone else Difference("vanished", old.id, old.ask)
        return
    if new.id != old.id:
        yield Difference("renamed", new.id, f"was {old.id}")
    if new.type != old.type:
        yield Difference("retyped", new.id, f"was {old.type}, is {new.type}")
    if new.ask != old.ask:
        yield Difference("reworded", new.id, f"was: {old.ask}")
    if new.when != old.when:
        yield Difference("condition", new.id, f"was asked {f'when {old.when}' if old.when else 'always'}")
    bounds = [f"{each.min} to {each.max} {each.unit or ''}".rstrip() for each in (old, new)]
    if bounds[0] != bounds[1]:
        yield Difference("bounds", new.id, f"was {bounds[0]}, is {bounds[1]}".replace("None", "any"))
    said = {choice.id: choice.words for choice in old.options}
    for choice in new.options:
        if said.get(choice.id, choice.words) != choice.words:
            yield Difference("choice-reworded", new.id, f"{choice.id} was: {said[choice.id]}")
    before, after = ([choice.id for choice in each.options] for each in (old, new))
    yield from (Difference("choice-removed", new.id, each) for each in before if each not in after)
    yield from (Difference("choice-added", new.id, each) for each in after if each not in before)


def _of_place(question: Question, old: Questionnaire, new: Questionnaire) -> Iterator[Difference]:
    """Differences of the section that a question stands in."""
    other = counterpart(question, new)
    if other is None:
        return
    before, after = old.section_of[question.id], new.section_of[other.id]
    if before.repeat != after.repeat:
        yield Difference("place", other.id, f"was asked {_once(before.repeat)}, is asked {_once(after.repeat)}")
    if (before.when, before.for_) != (after.when, after.for_):
        yield Difference("condition", other.id, "its section is asked under another condition, or of others")


def _once(repeat: str | None) -> str:
    return f"for each {repeat}" if repeat else "once"
