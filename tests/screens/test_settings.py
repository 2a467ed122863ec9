"""What `config.toml` changes on the screens, and what the screens write into it."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pmtui import keys
from pmtui.app import Pmtui
from pmtui.config import read

from .stage import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any


class Configured(Stage):
    """A stage whose person wrote a `config.toml`."""

    def app(self, **opened: Any) -> Pmtui:
        said = read(self.settings.config)
        notices = tuple(fault.words for fault in said.faults)
        self.store_of_app = self.store
        self.store_of_app.notices.extend(notices)
        settings = self.settings._replace(theme=said.theme, zone=said.zone, keys=said.keys)
        return Pmtui(settings, self.store_of_app, **opened)


@pytest.fixture
def stage(stage: Stage) -> Iterator[Configured]:
    yield Configured(stage.folder)
    keys.use({})


def configure(stage: Stage, text: str) -> None:
    stage.settings.config.parent.mkdir()
    stage.settings.config.write_text(text)


async def test_a_key_of_ones_own_works_and_stands_in_footer_help_menu_and_words(stage: Configured) -> None:
    configure(stage, '[keys]\ninterview.next = "f3"\neverywhere.more = "f2"\nanswer.unknown = "?"\nrecord.help = "u"\n')
    async with stage.open(interview=stage.held()) as play:
        await play.shows("f3 next", "f2 more")
        await play.press("f2")
        await play.shows("? don't know", "u help")
        await play.press("?")
        await play.saved()
        assert stage.answers() == {"story": "<unknown>"}
        await play.press("f2", "u")
        await play.shows("f2, then: answer", "f3 next")
        await play.press("q", "tab")
        assert "f3 next" in play.words
        await play.press("f3")
        await play.shows("section 2")


async def test_two_keys_that_change_places_do(stage: Configured) -> None:
    configure(stage, '[keys.draft]\nwrite = "v"\nsource = "w"\n')
    stage.incident()
    async with stage.open() as play:
        await play.press("enter", "d", "w")
        await play.shows("as Markdown")
        await play.press("v")
        await play.shows("Write the draft to which file?")


async def test_what_is_wrong_in_the_file_is_said_once_on_the_list(stage: Configured) -> None:
    configure(stage, 'theme = "pink"\n')
    async with stage.open() as play:
        await play.shows("line 1: theme is not", "it should be one of auto")


async def test_colours_are_chosen_on_any_screen_and_kept(stage: Configured) -> None:
    configure(stage, '# mine\ntheme = "light"\n')
    async with stage.open(interview=stage.held()) as play:
        assert play.app.look == "light"
        await play.type("It paid.")
        await play.press("ctrl+o", "g")
        await play.choose("light on dark")
        assert play.app.look == "dark"
        await play.shows("It paid.")
    assert stage.settings.config.read_text() == '# mine\ntheme = "dark"\n'


async def test_colours_that_cannot_be_kept_are_shown_all_the_same(stage: Configured) -> None:
    configure(stage, "theme = pink\n")
    async with stage.open() as play:
        await play.press("g")
        await play.choose("no colours")
        assert play.app.look == "none"
        await play.shows("was not written")


async def test_a_new_incident_is_in_the_zone_of_the_person(stage: Configured) -> None:
    configure(stage, 'zone = "Europe/Oslo"\n')
    async with stage.open() as play:
        await play.press("enter")
        await play.shows("Europe/Oslo")


async def test_every_screen_has_its_menu_and_the_menu_does_what_it_offers(stage: Configured) -> None:
    stage.held()
    async with stage.open() as play:
        await play.press("ctrl+o")
        await play.shows("1 open", "n new", "g colours")
        await play.press("1")
        assert play.where == "IncidentScreen"
        await play.press("ctrl+o", "d")
        assert play.where == "DraftScreen"
        await play.press("ctrl+o", "v")
        await play.shows("as Markdown")
        await play.press("ctrl+o", "q", "ctrl+o", "p")
        assert play.where == "PersonForm"
        await play.type("on-call")
        await play.press("ctrl+o")
        await play.shows("3 save")
        await play.press("3")
        assert play.where == "Choose"


def sentences() -> Iterator[tuple[str, str]]:
    """The words that screens show: each string with a space in it that is no docstring."""
    package = Path(keys.__file__).parent
    for path in (package / "app.py", *(package / "screens").glob("*.py"), *(package / "widgets").glob("*.py")):
        tree = ast.parse(path.read_text())
        told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
                yield path.name, node.value


def test_no_words_tell_a_key_that_somebody_may_have_changed() -> None:
    told = [(path, words) for path, words in sentences() if re.search(r"\b(ctrl\+\w|shift\+tab|tab) \w", words)]
    assert not told, "keys.key and keys.shown tell the key that is pressed"
