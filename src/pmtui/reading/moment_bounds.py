"""How the tokens of a text hang together: what leads to a point in time, what bounds it, where a period is divided."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pmtui.reading.moment_instant import Unclear

if TYPE_CHECKING:
    from pmtui.reading.moment_words import Token
    from pmtui.reading.moments import Open

POINTS = {"date", "time", "weekday", "from_today"}
ABOUT = {"about", "vague"}
LEADS = {"before": "before", "after": "after", "from": "after"}
FOLLOWS = {"or_before": "before", "or_after": "after"}


class Bound(NamedTuple):
    """That a point in time is the latest or the earliest one; `whole` where all of its day, month or year belongs."""

    open: Open
    whole: bool


def is_point(found: list[Token]) -> bool:
    """Whether a point in time stands next in `found`, words such as "about" and "end of" aside."""
    while found and found[0].kind in ABOUT and not found[0].loose_after:
        found = found[1:]
    return bool(found) and found[0].kind in POINTS and not found[0].loose_before


def bound(found: list[Token]) -> Bound | None:
    """How the point in time in `found` is bounded.  Raises `Unclear` where it is from both sides."""
    bounds: set[Bound] = set()
    for index, token in enumerate(found):
        side = LEADS.get(token.kind) if is_point(found[index + 1 :]) and not token.loose_after else None
        if side:
            bounds.add(_led(side, whole=token.value == "whole", following=found[index + 1 :]))
        elif token.kind in FOLLOWS and index > 0 and not token.loose_before:
            if not token.loose_after and is_point(found[index + 1 :]):
                raise Unclear("Before it or after it, and which time is the bound? Write the bound in full.")
            bounds.add(Bound("before" if token.kind == "or_before" else "after", whole=True))
    if len({each.open for each in bounds}) > 1:
        raise Unclear("Before it or after it? Write one, or both ends as 9:00-9:30.")
    return max(bounds) if bounds else None


def _led(side: str, *, whole: bool, following: list[Token]) -> Bound:
    """The bound by a word such as "before"; "before the end of 2020" and "after its start" take in 2020."""
    part = next((token.value for token in following[:2] if token.kind == "vague"), None)
    if side == "before":
        return Bound("before", whole or part == "end")
    return Bound("after", whole or part not in (None, "end"))


def is_settled(found: list[Token], index: int) -> bool:
    """Whether "the end of" at `index` says exactly how far a bound reaches: what is bounded so is no estimate."""
    token, leader = found[index], found[index - 1] if index else None
    if leader is None or leader.loose_after or leader.kind not in LEADS:
        return False
    exclusive = leader.value == ""
    is_before = leader.kind == "before"
    return (is_before or exclusive) if token.value == "end" else token.value == "start" and (exclusive or not is_before)


def estimated(found: list[Token]) -> bool:
    """Whether the point in time in `found` is said to be about then."""
    for index, token in enumerate(found):
        following = found[index + 1 :]
        leads = token.kind == "about" and not token.loose_after
        trails = token.kind == "about" and index == len(found) - 1 and not token.loose_before and index > 0
        if trails and found[index - 1].kind in POINTS | {"zone"}:
            return True
        if leads and (is_point(found[index:]) or bound(following[:3])):
            return True
        if token.kind == "vague" and _tells_part(token, following) and not is_settled(found, index):
            return True
        if token.kind == "or_so" and not token.loose_before and index and found[index - 1].kind in POINTS | {"zone"}:
            return True
    return False


def _tells_part(token: Token, following: list[Token]) -> bool:
    """Whether "early" and the like speak of a month or a year; a day is what it is."""
    return is_point([token, *following]) and following[0].kind == "date" and following[0].value.day is None


def ends(found: list[Token]) -> tuple[list[Token], list[Token]]:
    """What is said of the beginning and of the end of a period; of a point in time all, and nothing."""
    for index, token in enumerate(found):
        left, right = found[:index], found[index + 1 :]
        joins = (
            token.kind == "to"
            or (token.kind == "before" and token.text.casefold() in ("until", "till", "up to"))
            or (token.kind == "and" and any(other.kind == "between" for other in left))
        )
        if joins and left and is_point(right) and left[-1].kind in POINTS | {"zone", "part"} and not token.loose_before:
            return left, right if not token.loose_after else []
    return found, []


def without_dividers(found: list[Token]) -> list[Token]:
    """`found` without the dash that divides a day from its time of day, "Jun 4, 2024 - 07:21"."""
    result: list[Token] = []
    for index, token in enumerate(found):
        in_this_end = _since_last_join(result)
        divides = (
            token.kind == "to"
            and token.text.strip() == "-"
            and not token.loose_before
            and not token.loose_after
            and {"date", "weekday", "from_today"} & {other.kind for other in in_this_end[-1:]}
            and not any(other.kind == "time" for other in in_this_end)
            and index + 1 < len(found)
            and found[index + 1].kind == "time"
        )
        if not divides:
            result.append(token)
    return result


def _since_last_join(found: list[Token]) -> list[Token]:
    last = max((index for index, token in enumerate(found) if token.kind == "to"), default=-1)
    return found[last + 1 :]


def day_trails(found: list[Token]) -> bool:
    """Whether the day is said behind the time, where it can speak of both ends: "9:00 to 9:30 on 1 March"."""
    kinds = [token.kind for token in found if token.kind in POINTS]
    return "time" in kinds and kinds[0] == "time"
