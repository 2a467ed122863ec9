"""What a condition is made of once it is read, and what each part is worth when it is asked.

Each part knows where it stands in the text (`offset`, characters from 0).  What is True, False or None (not known)
has `holds`; what is compared has `given`, which is None where there is nothing to compare.  They are named tuples, as
so many dataclasses would take milliseconds to define.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from pmtui.reading.condition_values import Reply, Span, Value, compared, day_beside, written_time

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

Look = Callable[[str], Reply]
"""What is known of the question with a name."""


class Name(NamedTuple):
    """A question, `item.field` or `record.PATH`."""

    name: str
    offset: int

    def given(self, look: Look) -> Value | None:
        """The value of the answer, where there is one and the accounts agree."""
        reply = look(self.name)
        return reply.value if reply.state == "answered" else None


class Written(NamedTuple):
    """A text or a number that the condition itself says."""

    value: str | float
    offset: int
    time: date | Span | None
    """The day, or the minute or second, that a text says, if it says one."""

    @classmethod
    def at(cls, value: str | float, offset: int) -> Written:
        """`value` as it stands at `offset`."""
        return cls(value, offset, written_time(value) if isinstance(value, str) else None)

    def given(self, look: Look) -> Value | None:
        """The text or the number."""
        return self.value

    def beside(self, span: Span) -> Span | None:
        """The day or the instant that it says, to be compared with `span`; None where it says none."""
        return self.time if self.time is None or isinstance(self.time, Span) else day_beside(self.time, span)


class Count(NamedTuple):
    """How many values an answer has."""

    of: Name
    offset: int

    def given(self, look: Look) -> Value | None:
        """The number; None where there is no answer, or an item of a repeat is still without one."""
        value = self.of.given(look)
        if isinstance(value, tuple):
            return None if None in value else len(value)
        return None if value is None else 1


class Listed(NamedTuple):
    """Texts and numbers in square brackets; it is part of a text only on the way to an `Among`."""

    items: tuple[Written, ...]
    offset: int


Operand = Name | Written | Count


class Comparison(NamedTuple):
    """Two operands and the sign between them, at `offset`."""

    left: Operand
    operator: str
    right: Operand
    offset: int

    def holds(self, look: Look) -> bool | None:
        """Whether the comparison is so."""
        left, right = self.left.given(look), self.right.given(look)
        if left is None or right is None:
            return None
        if isinstance(left, Span) and isinstance(self.right, Written):
            right = self.right.beside(left)
        elif isinstance(right, Span) and isinstance(self.left, Written):
            left = self.left.beside(right)
        return compared(left, self.operator, right)


class Among(NamedTuple):
    """Whether `of` is one of `wanted`; with `each`, whether one of the values of `of` is.

    `offset` is that of `in` or of `has`.
    """

    of: Operand
    wanted: tuple[Operand, ...]
    each: bool
    offset: int

    def holds(self, look: Look) -> bool | None:
        """True for one that is the same; None where none is, but one cannot be told."""
        given = self.of.given(look)
        unknown = False
        for value in given if self.each and isinstance(given, tuple) else (given,):
            for one in self.wanted:
                same = _same(value, one, look)
                if same:
                    return True
                unknown = unknown or same is None
        return None if unknown else False


class State(NamedTuple):
    """Whether a question is `answered`, `unknown` or `declined`; this is always known."""

    word: str
    of: Name
    offset: int

    def holds(self, look: Look) -> bool | None:
        """Whether it is so; where accounts differ, the question is answered all the same."""
        state = look(self.of.name).state
        return state == self.word or (self.word == "answered" and state == "unclear")


class Not(NamedTuple):
    """The opposite of a condition."""

    part: Truth
    offset: int

    def holds(self, look: Look) -> bool | None:
        """The opposite; what is not known stays so."""
        truth = self.part.holds(look)
        return None if truth is None else not truth


class Joined(NamedTuple):
    """Two or more conditions with `and`, or with `or`, between them."""

    word: str
    parts: tuple[Truth, ...]
    offset: int

    def holds(self, look: Look) -> bool | None:
        """`and` is False as soon as one part is, `or` True; else None where a part is not known."""
        decided = self.word == "or"
        unknown = False
        for part in self.parts:
            truth = part.holds(look)
            if truth is decided:
                return decided
            unknown = unknown or truth is None
        return None if unknown else not decided


Leaf = Comparison | Among | State
Truth = Leaf | Not | Joined


def leaves(part: Truth) -> Iterator[Leaf]:
    """The conditions in `part` that are joined by `and`, `or` and `not`, in the order of the text."""
    if isinstance(part, Not):
        yield from leaves(part.part)
    elif isinstance(part, Joined):
        for each in part.parts:
            yield from leaves(each)
    else:
        yield part


def operands(leaf: Leaf) -> tuple[Operand, ...]:
    """What `leaf` compares or asks about, in the order of the text."""
    if isinstance(leaf, Comparison):
        return leaf.left, leaf.right
    if isinstance(leaf, State):
        return (leaf.of,)
    return tuple(sorted((leaf.of, *leaf.wanted), key=lambda operand: operand.offset))


def name_in(operand: Operand) -> Name | None:
    """The question that `operand` speaks of, if it is one or counts its answers."""
    if isinstance(operand, Written):
        return None
    return operand.of if isinstance(operand, Count) else operand


def _same(value: Value | None, one: Operand, look: Look) -> bool | None:
    if value is None:
        return None
    wanted = one.beside(value) if isinstance(value, Span) and isinstance(one, Written) else one.given(look)
    return None if wanted is None else compared(value, "==", wanted)
