"""Conditions that say the same whatever is answered: never so, or always.

Only what one question alone decides is looked at: `a == "x" and a == "y"`, `a != "x" or a != "y"`, `n > 5 and n < 3`.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from pmtui.reading.condition_parts import Among, Comparison, Joined, Name, Not, Written
from pmtui.reading.condition_tokens import ConditionFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmtui.reading.condition_parts import Truth

    Limit = tuple[str, str, tuple[str | float, ...], int]
    """A name, what it has to be (`in`, `out`, or a sign), the values, and the place."""

OPPOSITE = {"==": "out", "in": "out", "out": "in", "!=": "in", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
MIRRORED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


def senseless(*wholes: Truth) -> list[ConditionFault]:
    """What is never so, or always, in `wholes`, all of which have to be so; at the second of two parts that clash."""
    found = []
    for word, parts in _groups(Joined("and", wholes, 0) if len(wholes) > 1 else wholes[0]):
        limits = [limit for part in parts for limit in _limits(part, so=word == "and")]
        for first, second in combinations(limits, 2):
            if first[0] == second[0] and _clash(first, second):
                both = f"`{first[0]}` cannot be {_in_words(first)} and {_in_words(second)} at once"
                said = f"this is never so: {both}"
                if word == "or":
                    said = f"whatever the answer to `{first[0]}` is, this is so; write `and`, or answered({first[0]})"
                found.append(ConditionFault(said, second[3]))
                break
    return found


def _groups(part: Truth) -> Iterator[tuple[str, list[Truth]]]:
    """The parts that stand beside one another with the same word between them."""
    if isinstance(part, Not):
        yield from _groups(part.part)
    elif isinstance(part, Joined):
        flat = list(_flat(part, part.word))
        yield part.word, flat
        for each in flat:
            if isinstance(each, Joined | Not):
                yield from _groups(each)
    else:
        return


def _flat(part: Truth, word: str) -> Iterator[Truth]:
    if isinstance(part, Joined) and part.word == word:
        for each in part.parts:
            yield from _flat(each, word)
    else:
        yield part


def _limits(part: Truth, *, so: bool) -> Iterator[Limit]:
    """What `part` asks of one name; where it is not to be `so`, the opposite of that."""
    if isinstance(part, Not):
        yield from _limits(part.part, so=not so)
    elif isinstance(part, Comparison):
        left, operator, right = part.left, part.operator, part.right
        if isinstance(left, Written):
            left, operator, right = right, MIRRORED.get(operator, operator), left
        if isinstance(left, Name) and isinstance(right, Written):
            kind = {"==": "in", "!=": "out"}.get(operator, operator)
            yield left.name, kind if so else OPPOSITE[kind], (right.value,), left.offset
    elif isinstance(part, Among) and not part.each and isinstance(part.of, Name):
        values = tuple(each.value for each in part.wanted if isinstance(each, Written))
        if len(values) == len(part.wanted):
            yield part.of.name, "in" if so else "out", values, part.of.offset


def _clash(first: Limit, second: Limit) -> bool:
    """Whether nothing can be as both say."""
    kinds = {first[1], second[1]}
    if kinds == {"in"}:
        return not set(first[2]) & set(second[2])
    if kinds == {"in", "out"}:
        inside, outside = (first, second) if first[1] == "in" else (second, first)
        return set(inside[2]) <= set(outside[2])
    if "out" in kinds or not all(isinstance(value, int | float) for value in (*first[2], *second[2])):
        return False
    return _apart(first, second) or _apart(second, first)


def _apart(low: Limit, high: Limit) -> bool:
    """Whether `low` wants more than `high` allows; of several values, each of them."""
    if low[1] not in (">", ">=", "in") or high[1] not in ("<", "<=", "in") or low[1] == high[1]:
        return False
    least, most = min(map(float, low[2])), max(map(float, high[2]))
    return least > most or (least == most and bool({low[1], high[1]} & {"<", ">"}))


def _in_words(limit: Limit) -> str:
    words = ", ".join(f'"{value}"' if isinstance(value, str) else f"{value:g}" for value in limit[2])
    sign = {"in": "" if len(limit[2]) == 1 else "one of ", "out": "not " if len(limit[2]) == 1 else "none of "}
    return f"{sign.get(limit[1], limit[1] + ' ')}{words}"
