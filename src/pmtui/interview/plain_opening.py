"""The opening line by line: each point is said and confirmed, and whoever answers a question is past it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pmtui.interview.opening import Point

HOW = "Before you begin: enter confirms a point, /skip leaves the rest out. An answer goes to the first question."


def open_with(
    points: Sequence[Point],
    ask: Callable[[str], str | None],
    say: Callable[[str], None],
    confirm: Callable[[Point, str | None], None],
    passed_over: Callable[[Sequence[Point]], None],
) -> str | None:
    """Go through `points`; returns a line that was typed and belongs to the interview.

    `confirm` is called with each point that is confirmed and the id of the choice, `passed_over` with those left out.
    """
    say(HOW)
    for at, point in enumerate(points):
        say(point.words)
        if point.help:
            say(point.help)
        for number, (_, words) in enumerate(point.choices, 1):
            say(f"  {number}. {words}")
        typed = ask(f"1 to {len(point.choices)}, enter is 1> " if point.choices else "enter> ")
        choice = _choice(point, typed)
        if choice is None:
            passed_over(points[at:])
            return None if typed == "/skip" else typed
        confirm(point, choice or None)
    return None


def _choice(point: Point, typed: str | None) -> str | None:
    """The id of what was chosen, empty where there is nothing to choose; None where the point is not confirmed."""
    words = None if typed is None else typed.strip()
    if words == "":
        return point.choices[0][0] if point.choices else ""
    ids = {str(number): name for number, (name, _) in enumerate(point.choices, 1)}
    return ids.get(words or "")
