from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections import Counter

import pytest
from textual.binding import Binding

import pmtui.screens
from pmtui import keys

SAFE = re.compile(r"[a-z]|/|\?|enter|tab|shift\+tab|ctrl\+[fgnoqrstc]")
"""Keys that every terminal sends and that tmux, screen and text fields leave alone."""

every_key = pytest.mark.parametrize("key", keys.KEYS, ids=lambda key: f"{key.where}-{key.id}")


MENU = {where for where, _ in keys.MENU}


def where_pressed(key: keys.Key) -> str:
    """The menu is one place: all of its letters are offered at once, over the interview."""
    return "interview" if key.where in MENU else key.where


def owners(where: str) -> list[type]:
    """The app and the screens that take the keys of `where`."""
    names = [each.name for each in pkgutil.iter_modules(pmtui.screens.__path__, "pmtui.screens.")]
    modules = [importlib.import_module(name) for name in ("pmtui.app", *names)]
    classes = {each for module in modules for _, each in inspect.getmembers(module, inspect.isclass)}
    return [each for each in classes if any(name.startswith(f"{where}.") for name in bound(each))]


def bound(owner: type) -> list[str]:
    """The names of the bindings that a class adds, each `WHERE.ID`."""
    return [each.id for each in vars(owner).get("BINDINGS", ()) if isinstance(each, Binding) and each.id]


def test_no_two_things_share_a_name_in_one_place() -> None:
    twice = [pair for pair, count in Counter((key.id, key.where) for key in keys.KEYS).items() if count > 1]
    assert not twice


def test_no_key_does_two_things_in_one_place() -> None:
    places = Counter((key.key, where_pressed(key)) for key in keys.KEYS)
    assert not [pair for pair, count in places.items() if count > 1]


@every_key
def test_a_key_is_one_that_every_terminal_sends(key: keys.Key) -> None:
    assert SAFE.fullmatch(key.key)


@every_key
def test_a_key_says_what_it_does(key: keys.Key) -> None:
    assert key.help.endswith(".")
    assert key.help[0].isupper()
    assert key.label


@every_key
def test_a_key_has_an_action_where_it_is_pressed(key: keys.Key) -> None:
    assert any(hasattr(owner, f"action_{key.id}") for owner in owners(where_pressed(key)))


def test_every_place_of_the_menu_has_keys_and_one_key_is_found_by_name() -> None:
    assert all(keys.of(where) for where, _ in keys.MENU)
    assert keys.key("next", "interview") == "tab"
