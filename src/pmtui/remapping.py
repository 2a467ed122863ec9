"""Other keys than those of the table: which wishes hold, and why another does not.

A key has to arrive (terminals, tmux and screen keep some for themselves), must not be what somebody types, and can do
one thing in one place only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pmtui import keys

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Name = tuple[str, str]
"""Where a key is pressed, and the id of what it does."""


class Wish(NamedTuple):
    """Another `key` for what `id` names in the place `where`."""

    where: str
    id: str
    key: str

    @property
    def name(self) -> Name:
        """What is wished for."""
        return self.where, self.id


CTRL = "fgnoqrst"
FREE = (*(f"ctrl+{letter}" for letter in CTRL), *(f"f{number}" for number in (2, 3, 4, 5, 6, 7, 8, 9, 12)))
"""What every terminal sends and no text field, tmux or screen takes; f1, f10 and f11 are the window's."""

LINES = ("tab", "shift+tab")
SWALLOWED = {
    "ctrl+h": "backspace in many terminals",
    "ctrl+i": "tab in every terminal",
    "ctrl+j": "a line break in every terminal",
    "ctrl+m": "enter in every terminal",
    "ctrl+[": "escape in every terminal",
    "ctrl+a": "kept by screen",
    "ctrl+b": "kept by tmux",
    "ctrl+l": "kept by many shells and tmux set-ups",
    "ctrl+p": "kept by containers",
    **dict.fromkeys((f"ctrl+{letter}" for letter in "cdekuvwxyz"), "needed in text fields"),
}
TYPED = frozenset(("interview", "form", "dialog"))
"""Places where words are typed: a letter or enter is text there."""


def remapped(wishes: Sequence[Wish]) -> tuple[dict[Name, str], list[tuple[Wish, str]]]:
    """The keys that differ from the table, by name, and the wishes that do not hold, each with the reason."""
    refused = [(wish, reason) for wish in wishes if (reason := _unfit(wish))]
    left = {wish.name: wish for wish in wishes if not _unfit(wish)}
    while clash := next(_clashes(left), None):
        wish, other = clash
        del left[wish.name]
        refused.append((wish, f"it is taken by “{other.label}”"))
    return {name: wish.key for name, wish in left.items()}, refused


def _unfit(wish: Wish) -> str | None:
    """Why a key can be pressed nowhere, or not there."""
    key = wish.key
    if key in SWALLOWED:
        return f"it is {SWALLOWED[key]}; take one of {', '.join(FREE[: len(CTRL)])}"
    if len(key) == 1 and key.isascii() and key.isprintable() and key != " ":
        return f"it is typed as text there; take one of {', '.join(FREE[: len(CTRL)])}" if wish.where in TYPED else None
    if wish.where in keys.MENU_PLACES:
        return "the menu takes one letter, digit or mark"
    if key in FREE or key in LINES or (key == "enter" and wish.where not in TYPED):
        return None
    return f"not every terminal sends it; take one of {', '.join(FREE)}"


def _clashes(wishes: Mapping[Name, Wish]) -> Iterator[tuple[Wish, keys.Key]]:
    """The wishes, the last one first, for a key that does something else in the same place."""
    for wish in reversed([*wishes.values()]):
        for other in keys.KEYS:
            other_wish = wishes.get((other.where, other.id))
            pressed = other_wish.key if other_wish else other.key
            if pressed == wish.key and (other.where, other.id) != wish.name and _meet(wish.where, other.where):
                yield wish, other


def _meet(one: str, other: str) -> bool:
    """Whether keys of two places can be pressed at the same time."""
    return "everywhere" in (one, other) or keys.screen_of(one) == keys.screen_of(other)
