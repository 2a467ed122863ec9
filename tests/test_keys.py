from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import runpy
from collections import Counter
from pathlib import Path

import pytest
from textual.binding import Binding

import pmtui.screens
from pmtui import keys

SAFE = re.compile(r"[a-z]|/|\?|enter|space|tab|shift\+tab|ctrl\+[fglnoqrstc]")
"""Keys that every terminal sends and that tmux, screen and text fields leave alone."""

every_key = pytest.mark.parametrize("key", keys.KEYS, ids=lambda key: f"{key.where}-{key.id}")

WITHOUT_MENU = {"everywhere", "dialog", "list"}

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


def test_every_place_has_a_name_and_its_keys_are_in_the_documentation() -> None:
    assert {key.where for key in keys.KEYS} == set(keys.PLACES)
    made = runpy.run_path(str(Path(__file__).parents[1] / "docs" / "make_keys.py"))
    assert made["PAGE"].read_text(encoding="utf-8") == made["page"](), "run docs/make_keys.py"


@pytest.mark.parametrize("screen", sorted({keys.screen_of(where) for where in keys.PLACES} - WITHOUT_MENU))
def test_a_menu_offers_all_keys_of_its_screen_each_by_one_character(screen: str) -> None:
    offered = [(pressed, each) for _, part in keys.menu(screen) for pressed, each in part]
    assert all(len(pressed) == 1 for pressed, _ in offered)
    assert len({pressed for pressed, _ in offered}) == len(offered)
    assert {each for _, each in offered} >= {each for each in keys.KEYS if keys.screen_of(each.where) == screen}


def test_a_key_that_was_changed_is_told_everywhere() -> None:
    try:
        keys.use({("answer", "later"): "1", ("everywhere", "more"): "f2", ("interview", "next"): "f3"})
        assert keys.shown("later") == "f2 1"
        assert keys.key("next", "interview") == "f3"
        offered = {each.id: pressed for _, part in keys.menu("interview") for pressed, each in part}
        assert (offered["later"], offered["next"]) == ("1", "2")
    finally:
        keys.use({})
    assert keys.shown("later") == "ctrl+o l"


def test_words_that_tell_a_key_name_one_that_is_there() -> None:
    calls = [
        (path.name, *call)
        for path in Path(keys.__file__).parent.rglob("*.py")
        for call in re.findall(r"""keys\.(shown|key)\(["'](\w+)["'](?:, ["'](\w+)["'])?\)""", path.read_text())
    ]
    assert len(calls) > 20
    for path, function, *named in calls:
        assert getattr(keys, function)(*filter(None, named)), path
