"""A condition as a sentence, for those who decide about a questionnaire and do not write one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.reading.condition_parts import Among, Comparison, Count, Joined, Name, Not, State, Written
from pmtui.reading.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from pmtui.reading.condition_parts import Operand, Truth

OPPOSITE = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
MIRRORED = {"==": "==", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}
"""The same comparison with its sides exchanged."""

WITH_NUMBER = {"<": "less than", "<=": "at most", ">": "more than", ">=": "at least"}
WITH_TIME = {"<": "before", "<=": "not after", ">": "after", ">=": "not before"}
WITH_ANY = {
    "<": "less or earlier than",
    "<=": "not more or later than",
    ">": "more or later than",
    ">=": "not less or earlier than",
}
STATES = {"answered": "answered", "unknown": "answered with “not known”", "declined": "declined"}


def sentence(whole: Truth, ask: Callable[[str], str], choice: Callable[[str, str], str]) -> str:
    """`whole` in words; see `conditions.in_words`."""
    return _Words(ask, choice).of(whole, so=True)


class _Words:
    def __init__(self, ask: Callable[[str], str], choice: Callable[[str, str], str]) -> None:
        self.ask = ask
        self.choice = choice

    def of(self, part: Truth, *, so: bool, inside: bool = False) -> str:
        """`part`, or with `so` False its opposite; in brackets where it stands `inside` others of another word."""
        # Turning each part round instead of all of it keeps what is not known as it was, and needs no "not (...)".
        match part:
            case Not():
                return self.of(part.part, so=not so, inside=inside)
            case Joined():
                word = part.word if so else {"and": "or", "or": "and"}[part.word]
                words = f", {word} ".join(self.of(each, so=so, inside=True) for each in part.parts)
                return f"({words})" if inside else words
            case State():
                return f"{self.asked(part.of)} is {'' if so else 'not '}{STATES[part.word]}"
            case Comparison():
                return self.comparison(part, so=so)
            case Among():
                return self.among(part, so=so)

    def comparison(self, part: Comparison, *, so: bool) -> str:
        operator = part.operator if so else OPPOSITE[part.operator]
        left, right = part.left, part.right
        if isinstance(left, Written) and not isinstance(right, Written):
            left, right, operator = right, left, MIRRORED[operator]
        return f"{self.asked(left)} is {self.sign(operator, right)}{self.beside(right, left)}"

    def sign(self, operator: str, right: Operand) -> str:
        if operator in ("==", "!="):
            return "" if operator == "==" else "not "
        if isinstance(right, Name):
            words = WITH_ANY
        else:
            words = WITH_TIME if isinstance(right, Written) and right.time else WITH_NUMBER
        return f"{words[operator]} "

    def among(self, part: Among, *, so: bool) -> str:
        wanted = [self.beside(one, part.of) for one in part.wanted]
        verb = ("includes" if so else "does not include") if part.each else ("is" if so else "is not")
        if len(wanted) > 1 and not so:
            verb = "includes neither" if part.each else "is neither"
        last = "nor" if verb.endswith("neither") else "or"
        listed = ", ".join(wanted[:-1]) + f" {last} " + wanted[-1] if len(wanted) > 1 else wanted[0]
        return f"{self.asked(part.of)} {verb} {listed}"

    def asked(self, operand: Operand) -> str:
        match operand:
            case Name():
                return f"“{one_line(self.ask(operand.name))}”"
            case Count():
                return f"the number of answers to {self.asked(operand.of)}"
            case Written():
                return one_line(str(operand.value))

    def beside(self, operand: Operand, other: Operand) -> str:
        """`operand`, compared with `other`: a choice of that in the choice's own words."""
        if isinstance(operand, Written) and isinstance(operand.value, str) and isinstance(other, Name):
            return one_line(self.choice(other.name, operand.value))
        return self.asked(operand)
