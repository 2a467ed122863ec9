"""Textual's bindings from the table of keys."""

from __future__ import annotations

from textual.binding import Binding

from pmtui import keys

NAMES = {"?": "question_mark", "/": "slash"}
TAKEN = ("tab", "shift+tab", "enter")


def bindings(where: str) -> list[Binding]:
    """The bindings of a screen: each key calls `action_<id>`.

    Those that a widget would take otherwise have priority over it; letters do not, so that they can be typed, nor what
    holds everywhere, so that a screen can say otherwise.  The keys are the table's; the app's keymap changes them.
    """
    return [
        Binding(
            NAMES.get(each.key, each.key),
            each.id,
            each.label,
            show=False,
            priority=where != "everywhere" and (each.key in TAKEN or each.key.startswith("ctrl+")),
            id=f"{where}.{each.id}",
        )
        for each in keys.KEYS
        if each.where == where
    ]
