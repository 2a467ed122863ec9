"""Who is typing: an option, the environment, `config.toml`, the account; a wrong file is named and harms nothing."""

from __future__ import annotations

import os
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui import keys, settings
from pmtui.config import keep, line_of, read
from pmtui.errors import Refused
from pmtui.looks import WISHES
from pmtui.remapping import FREE, Wish, remapped
from pmtui.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a person who is alone on their account, `ines`."""
    path = tmp_path / "pmtui" / "config.toml"
    monkeypatch.setattr(settings, "_platform", lambda _: path.parent)
    monkeypatch.setattr(settings, "account", lambda: "ines")
    monkeypatch.setattr(os, "getuid", lambda: 1000)
    monkeypatch.delenv("PMTUI_BY", raising=False)
    return path


def test_the_nearest_word_on_the_author_counts(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Settings.found().author == "ines"
    keep(config, "author", "in file")
    assert Settings.found().author == "in file"
    monkeypatch.setenv("PMTUI_BY", "in environment")
    assert Settings.found().author == "in environment"
    assert Settings.found(by="in option").author == "in option"


@pytest.mark.parametrize(("name", "uid"), [("root", 0), ("oncall", 1003), ("ubuntu", 1000), ("postgres", 113)])
def test_an_account_of_several_is_a_guess_until_somebody_says(
    config: Path, monkeypatch: pytest.MonkeyPatch, name: str, uid: int
) -> None:
    monkeypatch.setattr(settings, "account", lambda: name)
    monkeypatch.setattr(os, "getuid", lambda: uid)
    assert (Settings.found().author, Settings.found().is_guess) == (name, True)
    assert not Settings.found(by="alex").is_guess
    keep(config, "author", name)
    assert (Settings.found().author, Settings.found().is_guess) == (name, False)


def test_an_account_of_one_person_is_no_guess(config: Path) -> None:
    assert not Settings.found().is_guess


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (b"author = 7\n", "author is not used"),
        (b'author = ""\n', "author is not used"),
        (b'author = "two\\nlines"\n', "author is not used"),
        (b"author = alex\n", "line 1"),
        (b"[[[", "is not used"),
        (b"\xff\xfe", "not UTF-8"),
        (b"a = " + b"[" * 5000, "is not used"),
    ],
)
def test_a_wrong_file_is_named_and_the_account_counts(config: Path, wrong: bytes, said: str) -> None:
    config.parent.mkdir()
    config.write_bytes(wrong)
    found = Settings.found()
    assert (found.author, found.is_guess) == ("ines", False)
    (notice,) = found.notices
    assert str(config) in notice
    assert said in notice
    assert len(notice.splitlines()) == 1
    named = Settings.found(by="alex")
    assert (named.notices, named.screen_notices) == ((), found.notices)


def test_a_file_that_may_not_be_read_is_named(config: Path) -> None:
    config.mkdir(parents=True)
    assert "is a directory" in Settings.found().notices[0].lower()
    with pytest.raises(Refused, match="was not written"):
        keep(config, "author", "alex")
    assert list(config.parent.iterdir()) == [config]


def test_what_else_stands_in_the_file_stays(config: Path) -> None:
    config.parent.mkdir()
    config.write_text('# mine\ntheme = "dark"\n[keys]\nnext = "ctrl+n"\n')
    keep(config, "author", 'Ane "A." Åsen')
    assert config.read_text().endswith('# mine\ntheme = "dark"\n[keys]\nnext = "ctrl+n"\n')
    assert Settings.found().author == 'Ane "A." Åsen'


@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(lambda name: name.isprintable() and name.strip()))
def test_any_name_is_read_as_it_was_kept(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    config = tmp_path_factory.mktemp("config") / "config.toml"
    keep(config, "author", name)
    assert tomllib.loads(config.read_text(encoding="utf-8")) == {"author": name}


def told(config: Path, text: str) -> list[str]:
    """What is said of a file with this text, without the name of the file."""
    config.parent.mkdir(exist_ok=True)
    config.write_text(text, encoding="utf-8")
    found = Settings.found(by="alex")
    return [notice.removeprefix(f"{config}, ") for notice in found.screen_notices]


def test_everything_that_can_be_set_is_used(config: Path) -> None:
    text = """
        author = "ines"
        theme = "dark"
        zone = "Europe/Berlin"
        [keys.interview]
        next_flag = "ctrl+n"
        [keys]
        draft.write = "f2"
        answer.unknown = "?"
        record.help = "u"
    """
    assert told(config, text) == []
    found = Settings.found()
    assert (found.author, found.theme, found.zone) == ("ines", "dark", "Europe/Berlin")
    changed = {("interview", "next_flag"): "ctrl+n", ("draft", "write"): "f2"}
    assert found.keys == {**changed, ("answer", "unknown"): "?", ("record", "help"): "u"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\ncolour = 1", "line 2: colour is not used: it is no setting; there are author, theme, zone, keys"),
        ('theme = "pink"', "line 1: theme is not used: it should be one of auto, light, dark, 16, none"),
        ("theme = 16", "line 1: theme is not used: it should be one of auto, light, dark, 16, none"),
        ('zone = "Mars/Base"', 'line 1: zone is not used: it should be a time zone, such as zone = "Europe/Berlin"'),
        ("keys = 3", "line 1: keys is not used: it should be tables, such as [keys.interview]"),
        (
            "[keys]\nnext = 'ctrl+n'",
            "line 2: keys.next is not used: there is no such place; there are everywhere, home",
        ),
        ("[keys]\nhome = 'n'", "line 2: keys.home is not used: it should be a table, such as "),
        (
            "[keys.draft]\n\nwriter = 'n'",
            "line 3: keys.draft.writer is not used: nothing there has this name; there are ",
        ),
        ("[keys.draft]\nwrite = 3", "line 2: keys.draft.write is not used: it should be a key, such as "),
        ("[keys.draft]\nwrite = 'v'", "line 2: keys.draft.write is not used: v: it is taken by “as Markdown”"),
        ("[keys.draft]\nwrite = 'g'", "line 2: keys.draft.write is not used: g: it is taken by “colours”"),
        (
            "[keys.draft]\nwrite = 'ctrl+m'",
            "line 2: keys.draft.write is not used: ctrl+m: it is enter in every terminal",
        ),
        (
            "[keys.draft]\nwrite = 'ctrl+b'",
            "line 2: keys.draft.write is not used: ctrl+b: it is kept by tmux; take one",
        ),
        (
            "[keys.draft]\nwrite = 'ctrl+shift+w'",
            "line 2: keys.draft.write is not used: ctrl+shift+w: not every terminal",
        ),
        ("[keys.interview]\nnext = 'n'", "line 2: keys.interview.next is not used: n: it is typed as text there; take"),
        ("[keys.interview]\nnext = 'enter'", "line 2: keys.interview.next is not used: enter: not every terminal"),
        ("[keys]\nanswer.later = 'd'", "line 2: keys.answer.later is not used: d: it is taken by “declined”"),
        ("[keys]\nanswer.later = 'f5'", "line 2: keys.answer.later is not used: f5: the menu takes one letter"),
        ("[keys]\n'dr\u202eaft'.x = '1'", "line 2: keys.dr\\u202eaft is not used: there is no such place; there are "),
    ],
)
def test_what_is_wrong_is_named_with_its_line_and_what_to_do(config: Path, text: str, said: str) -> None:
    (notice,) = told(config, text)
    assert notice.startswith(said)
    assert Settings.found(by="alex")._replace(screen_notices=()) == Settings.found(by="alex", store=None)._replace(
        theme="auto", zone=None, keys={}, screen_notices=()
    )


def test_two_keys_can_change_places_and_of_two_for_one_key_the_first_holds() -> None:
    swap = [Wish("draft", "write", "v"), Wish("draft", "source", "w")]
    assert remapped(swap) == ({("draft", "write"): "v", ("draft", "source"): "w"}, [])
    twice = [Wish("draft", "write", "f2"), Wish("draft", "source", "f2")]
    changed, refused = remapped(twice)
    assert changed == {("draft", "write"): "f2"}
    assert [wish for wish, _ in refused] == twice[1:]


names = st.sampled_from([(each.where, each.id) for each in keys.KEYS])
pressed = st.sampled_from([*"abgnqvwx?/19", *FREE, "tab", "enter", "ctrl+m", "f1", "space", "", "ö", "ab"])


@given(st.dictionaries(names, pressed, max_size=12))
def test_whatever_is_wished_no_key_does_two_things_in_one_place(wishes: dict[tuple[str, str], str]) -> None:
    listed = [Wish(*name, key) for name, key in wishes.items()]
    changed, refused = remapped(listed)
    assert len(changed) + len(refused) == len(listed)
    assert all(reason for _, reason in refused)
    places: dict[tuple[str, str], set[str]] = {}
    for each in keys.KEYS:
        key = changed.get((each.where, each.id), each.key)
        places.setdefault((keys.screen_of(each.where), key), set()).add(each.id)
    for (screen, key), ids in places.items():
        before = {each.id for each in keys.KEYS if (keys.screen_of(each.where), each.key) == (screen, key)}
        assert len(ids) == 1 or ids == before


values = st.recursive(
    st.one_of(st.text(max_size=8), st.integers(), st.booleans(), st.dates(), pressed, st.sampled_from(WISHES)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.one_of(st.text(max_size=6), st.sampled_from(["interview", "draft", "write"])), inner),
    ),
    max_leaves=8,
)


def as_toml(value: object) -> str:
    import json

    match value:
        case dict():
            return "{" + ", ".join(f"{json.dumps(name)} = {as_toml(part)}" for name, part in value.items()) + "}"
        case list():
            return f"[{', '.join(map(as_toml, value))}]"
        case str() | bool() | int():
            return json.dumps(value)
        case _:
            return str(value)


@given(
    st.dictionaries(st.one_of(st.sampled_from(["author", "theme", "zone", "keys"]), st.text(max_size=6)), values),
    st.text(max_size=20),
)
def test_no_file_ends_anything_and_each_fault_is_one_line_with_its_place(
    tmp_path_factory: pytest.TempPathFactory, said: dict[str, object], more: str
) -> None:
    import json

    path = tmp_path_factory.mktemp("config") / "config.toml"
    lines = "".join(f"{json.dumps(name)} = {as_toml(value)}\n" for name, value in said.items())
    for text in (lines, lines + more):
        path.write_text(text, encoding="utf-8", errors="replace")
        found = read(path)
        assert found.theme in WISHES
        for fault in found.faults:
            assert str(path) in fault.words
            assert len(fault.words.splitlines()) == 1


@given(st.dictionaries(st.sampled_from(["author", "zone"]), st.text(max_size=9).filter(str.isprintable)))
def test_one_setting_changes_and_the_others_stay(
    tmp_path_factory: pytest.TempPathFactory, said: dict[str, str]
) -> None:
    path = tmp_path_factory.mktemp("config") / "config.toml"
    for name, value in said.items():
        keep(path, name, value)
    for theme in ("dark", "light"):
        keep(path, "theme", theme)
        assert tomllib.loads(path.read_text(encoding="utf-8")) == {**said, "theme": theme}


def test_a_file_that_cannot_be_read_is_not_written_over(config: Path) -> None:
    config.parent.mkdir()
    config.write_text("author = alex\n")
    with pytest.raises(Refused, match="was not written"):
        keep(config, "theme", "dark")
    assert config.read_text() == "author = alex\n"


def test_the_line_of_a_setting_is_found_however_it_is_written() -> None:
    text = '# a\n"theme" = "x"\n[ keys . draft ]\nwrite="y"\n[keys.interview]\nnext.a = 1\n'
    assert [
        line_of(text, path) for path in (("theme",), ("keys", "draft", "write"), ("keys", "interview", "next", "a"))
    ] == [2, 4, 6]
    assert line_of(text, ("keys", "draft", "other")) == 3
    assert line_of(text, ("zone",)) is None


def test_without_a_file_nothing_is_imported_to_read_it(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "tomllib")
    monkeypatch.delitem(sys.modules, "pmtui.remapping")
    Settings.found()
    assert not {"tomllib", "pmtui.remapping"} & set(sys.modules)
