"""What is wrong with a condition that can be read, once it is known which questions there are."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from pmtui.reading.checking import closest, did_you_mean
from pmtui.reading.condition_hints import EMPTY
from pmtui.reading.condition_parts import Among, Comparison, Count, Name, State, Written, leaves, name_in, operands
from pmtui.reading.condition_tokens import ConditionFault
from pmtui.reading.condition_values import EQUALITY
from pmtui.reading.plain import quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pmtui.reading.condition_parts import Leaf, Operand, Truth
    from pmtui.reading.conditions import Known

TEXT, CHOICE, NUMBER, TIME, NOTHING = "a text", "a choice", "a number", "a time", "nothing"
SORTS = {
    **dict.fromkeys(("text", "long_text", "evidence"), TEXT),
    **dict.fromkeys(("yes_no", "one_of", "many_of"), CHOICE),
    **dict.fromkeys(("number", "scale", "duration"), NUMBER),
    **dict.fromkeys(("date", "moment"), TIME),
    "info": NOTHING,
}
"""What the answers to each type of question are compared as; a type that is not here is not checked."""

CONSTANTS = ("true", "false")
_PLAIN_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")


def found_in(whole: Truth, known: Mapping[str, Known], here: str | None, *, about_itself: bool) -> list[ConditionFault]:
    """The faults of `whole`, by place and one for each; see `conditions.faults`."""
    check = _Check(known, here, about_itself)
    found: dict[int, ConditionFault] = {}
    for leaf in leaves(whole):
        for fault in check.leaf(leaf):
            found.setdefault(fault.offset, fault)  # what else is said of the same spot follows from the first
    return [found[offset] for offset in sorted(found)]


class _Check:
    def __init__(self, known: Mapping[str, Known], here: str | None, about_itself: bool) -> None:
        self.known = known
        self.here = here
        self.about_itself = about_itself

    def leaf(self, leaf: Leaf) -> Iterator[ConditionFault]:
        for name in filter(None, map(name_in, operands(leaf))):
            yield from self.name(name, leaf)
        for operand in operands(leaf):
            if isinstance(operand, Count):
                yield from self.count(operand)
        if isinstance(leaf, State):
            return
        pairs = [(leaf.left, leaf.right)] if isinstance(leaf, Comparison) else list(product([leaf.of], leaf.wanted))
        operator = leaf.operator if isinstance(leaf, Comparison) else "in"
        if all(isinstance(operand, Written) for operand in operands(leaf)):
            yield ConditionFault("this is always the same: neither side is a question", operands(leaf)[0].offset)
            return
        faults = [fault for operand in operands(leaf) for fault in self.as_list(operand, leaf)]
        yield from faults
        if not faults:
            for left, right in pairs:
                yield from self.pair(left, right, operator, leaf.offset)

    def name(self, name: Name, leaf: Leaf) -> Iterator[ConditionFault]:
        """Faults of a name by itself: unknown, the question's own, asked later, or never answered."""
        question = self.known.get(name.name)
        if question is None:
            yield ConditionFault(self.unknown(name, leaf), name.offset)
        elif SORTS.get(question.kind) == NOTHING:
            yield ConditionFault(f"`{name.name}` is only shown: it has no answer", name.offset)
        elif name.name == self.here:
            if not self.about_itself:
                yield ConditionFault(f"`{name.name}` cannot depend on its own answer", name.offset)
        elif self.here and self.here in self.known and question.position > self.known[self.here].position:
            message = f"`{name.name}` is asked later than `{self.here}`: a condition speaks of earlier questions"
            yield ConditionFault(message, name.offset)

    def unknown(self, name: Name, leaf: Leaf) -> str:
        """What to say of a name that no question has: often it is a choice without its quotes."""
        word = name.name
        others = [found for other in operands(leaf) if (found := name_in(other)) and found.name in self.known]
        choices = [choice for other in others for choice in _choices(self.known[other.name])]
        if word in choices:
            return f'put quotes around the choice: "{word}"'
        if word in CONSTANTS:
            return 'write "yes" or "no"'
        if word in EMPTY and others:
            return f"write not answered({others[0].name}), or answered({others[0].name}) for the opposite"
        if items := [name for name in self.known if name.startswith(f"{word}.")]:
            return self.of_items(word, items, leaf)
        fields = [name for name in self.known if name.rpartition(".")[2] == word]
        meant = fields[0] if fields else closest(word, [*self.known, *choices])
        if meant is not None and meant not in self.known:
            return f'put quotes around the choice: "{meant}"'
        message = f"there is no question `{word}`{f' - did you mean `{meant}`?' if meant else ''}"
        texts = any(SORTS.get(self.known[other.name].kind) in (TEXT, CHOICE) for other in others)
        return message if meant or not texts else f"{message}; a text stands in quotes"

    def of_items(self, word: str, items: list[str], leaf: Leaf) -> str:
        """What to say of the name of an item, such as `system`: it has questions, and is none itself."""
        counted = any(isinstance(operand, Count) for operand in operands(leaf))
        form = f"count({items[0]})" if counted else items[0]
        return f"`{word}` is asked for each item; write one of its questions, such as {form}"

    def count(self, count: Count) -> Iterator[ConditionFault]:
        question = self.known.get(count.of.name)
        if question and not _is_list(question) and question.kind in SORTS and question.kind not in ("info", "evidence"):
            message = f"`{count.of.name}` has one answer at most; write answered({count.of.name})"
            yield ConditionFault(message, count.offset)

    def as_list(self, operand: Operand, leaf: Comparison | Among) -> Iterator[ConditionFault]:
        """Faults of what is a list where one value is needed, or the other way round."""
        question = self.known.get(operand.name) if isinstance(operand, Name) else None
        if not isinstance(operand, Name) or question is None:
            return
        searched = isinstance(leaf, Among) and leaf.each and operand == leaf.of
        if _is_list(question) and not searched:
            wanted = _text_beside(leaf)
            if isinstance(leaf, Comparison) and leaf.operator not in EQUALITY:
                hint = f"`{leaf.operator}` compares one with one; count({operand.name}) is how many there are"
            else:
                hint = f"write has({operand.name}, {wanted})"
            yield ConditionFault(f"`{operand.name}` is a list of answers: {hint}", operand.offset)
        elif searched and not _is_list(question) and SORTS.get(question.kind) == TEXT:
            message = f"`{operand.name}` is written freely: a condition looks for choices, not for words in a text"
            yield ConditionFault(message, operand.offset)

    def pair(self, left: Operand, right: Operand, operator: str, offset: int) -> Iterator[ConditionFault]:
        """Faults of two operands that are compared with each other."""
        sorts = self.sort(left), self.sort(right)
        if _shown(left) == _shown(right):
            yield ConditionFault("this is always the same: both sides are one question", left.offset)
        elif None in sorts or NOTHING in sorts:
            return
        elif TIME in sorts and sorts[0] != sorts[1]:
            yield from self.with_time(left, right)
        elif operator not in (*EQUALITY, "in") and NUMBER not in sorts and TIME not in sorts:
            one = left if isinstance(left, Name) else right
            message = f"`{operator}` compares numbers and times, and {_shown(one)} is {self.sort(one)}"
            yield ConditionFault(message, offset)
        elif NUMBER in sorts and sorts[0] != sorts[1]:
            yield from self.with_number(left, right)
        else:
            for one, other in ((left, right), (right, left)):
                if isinstance(one, Name) and isinstance(other, Written):
                    yield from self.choice(one, other)

    def choice(self, name: Name, written: Written) -> Iterator[ConditionFault]:
        question = self.known[name.name]
        choices = _choices(question)
        if choices and not question.other and isinstance(written.value, str) and written.value not in choices:
            message = f"{quoted(written.value)} is not a choice of `{name.name}`"
            if written.value in ("unknown", "declined"):
                message = f"{message}; write {written.value}({name.name})"
            elif written.value in EMPTY:
                message = f"{message}; write not answered({name.name})"
            meant = did_you_mean(written.value, choices) or f"; there are: {shortened(', '.join(choices), 120)}"
            yield ConditionFault(message if "; write" in message else f"{message}{meant}", written.offset)

    def with_time(self, left: Operand, right: Operand) -> Iterator[ConditionFault]:
        """A fault where a time is compared with something else than a date or a time in quotes."""
        other = right if self.sort(left) == TIME else left
        if isinstance(other, Written) and other.time:
            return
        form = '"2026-03-01" or "2026-03-01T14:00+01:00"'
        message = (
            f"{_shown(other)} is no time" if isinstance(other, Written) else f"{_shown(other)} is {self.sort(other)}"
        )
        yield ConditionFault(f"{message}; write a day, or a time with its offset: {form}", other.offset)

    def with_number(self, left: Operand, right: Operand) -> Iterator[ConditionFault]:
        """A fault of a number that is compared with something else; often there are quotes too many or too few."""
        number, other = (left, right) if self.sort(left) == NUMBER else (right, left)
        if isinstance(number, Written):
            as_text = Written.at(str(number.value), number.offset)
            not_chosen = list(self.choice(other, as_text)) if isinstance(other, Name) else []
            quotes = ConditionFault(f"{_shown(other)} is {self.sort(other)}; write {_shown(as_text)}", number.offset)
            yield from not_chosen or [quotes]
        elif isinstance(other, Written) and _PLAIN_NUMBER.fullmatch(str(other.value)):
            yield ConditionFault(f"{_shown(number)} is a number; write {other.value} without quotes", other.offset)
        else:
            message = f"{_shown(number)} is a number and cannot be compared with {_shown(other)}"
            yield ConditionFault(message, other.offset)

    def sort(self, operand: Operand) -> str | None:
        """What `operand` is compared as; None where that is not known."""
        if isinstance(operand, Written):
            return TEXT if isinstance(operand.value, str) else NUMBER
        if isinstance(operand, Count):
            return NUMBER
        question = self.known.get(operand.name)
        return SORTS.get(question.kind) if question else None


def _is_list(question: Known) -> bool:
    return question.is_list or question.kind == "many_of"


def _choices(question: Known) -> tuple[str, ...]:
    return question.choices or (("yes", "no") if question.kind == "yes_no" else ())


def _text_beside(leaf: Comparison | Among) -> str:
    """What `leaf` compares a list with, as `has` wants it written."""
    texts = [_shown(other) for other in operands(leaf) if isinstance(other, Written)]
    return shortened(", ".join(texts), 80) or '"..."'


def _shown(operand: Operand) -> str:
    """An operand as its author wrote it."""
    if isinstance(operand, Written):
        return f'"{shortened(operand.value, 80)}"' if isinstance(operand.value, str) else str(operand.value)
    return f"count({operand.of.name})" if isinstance(operand, Count) else f"`{operand.name}`"
