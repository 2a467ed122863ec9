"""The language of `when`: comparisons of answers, which can be true, false or not known.

A condition is data.  Reading one runs nothing, and asking one only looks answers up: it has no calls but five fixed
ones, no arithmetic and no attributes, and is bounded in length and depth.  What a text may say is in
`condition_tokens` and `condition_grammar`, what it is worth in `condition_parts` and `condition_values`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pmtui.reading.condition_grammar import read
from pmtui.reading.condition_parts import Look, Name, leaves, name_in, operands
from pmtui.reading.condition_tokens import ConditionFault
from pmtui.reading.condition_values import Reply, Span, State

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pmtui.reading.condition_parts import Truth

__all__ = ["Condition", "ConditionFault", "Known", "Look", "Reply", "Span", "State", "faults", "in_words", "parse"]


@dataclass(frozen=True, slots=True)
class Known:
    """A question that a condition may mention.

    `kind` is the name of its type, `choices` the ids that it offers (none where they are not known), `other` whether
    an answer beside these is possible, `position` where it stands among all questions, and `is_list` whether it is a
    field of a repeat that is named from outside, so that its answer is those of all items.
    """

    kind: str
    choices: tuple[str, ...] = ()
    other: bool = False
    position: int = 0
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition that was read: its text, and the names it mentions, in the order of the text and each once."""

    text: str
    names: tuple[str, ...] = field(compare=False)
    whole: Truth = field(compare=False, repr=False)

    @property
    def mentions(self) -> list[Name]:
        """Every mention of a name, with its place in the text, in its order."""
        found = (name_in(operand) for leaf in leaves(self.whole) for operand in operands(leaf))
        return sorted((name for name in found if name), key=lambda name: name.offset)

    def value(self, look: Look) -> bool | None:
        """Whether it is so, after what `look` says about each name; None where that is not known.

        Values that do not go together, such as a number and a text, make it None; what `look` raises goes through.
        """
        return self.whole.holds(look)


def parse(text: str) -> Condition:
    """The condition that `text` says.  Raises `ConditionFault`."""
    whole = read(text)
    mentioned = (name_in(operand) for leaf in leaves(whole) for operand in operands(leaf))
    return Condition(text, tuple(dict.fromkeys(name.name for name in mentioned if name)), whole)


def faults(
    condition: Condition, known: Mapping[str, Known], here: str | None = None, *, about_itself: bool = False
) -> list[ConditionFault]:
    """What is wrong with `condition` among the questions `known`, in the order of its text.

    `here` is the question that the condition belongs to: it may ask only about earlier ones, and about itself where
    `about_itself` says so, as the check of an answer does.
    """
    from pmtui.reading.condition_checks import found_in

    return found_in(condition.whole, known, here, about_itself=about_itself)


def in_words(condition: Condition, ask: Callable[[str], str], choice: Callable[[str, str], str]) -> str:
    """`condition` as a sentence for a reader who writes none: “How bad was it?” is medium or high.

    `ask` gives the words of a name, `choice` the words of a name's choice with an id.
    """
    from pmtui.reading.condition_words import sentence

    return sentence(condition.whole, ask, choice)
