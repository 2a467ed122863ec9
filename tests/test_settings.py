"""Who is typing: an option, the environment, `config.toml`, the account; a wrong file is named and harms nothing."""

from __future__ import annotations

import os
import tomllib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmtui import settings
from pmtui.errors import Refused
from pmtui.settings import Settings, keep_author

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
    keep_author(config, "in file")
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
    keep_author(config, name)
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
    assert not Settings.found(by="alex").notices


def test_a_file_that_may_not_be_read_is_named(config: Path) -> None:
    config.mkdir(parents=True)
    assert "is a directory" in Settings.found().notices[0].lower()
    with pytest.raises(Refused, match="was not written"):
        keep_author(config, "alex")
    assert list(config.parent.iterdir()) == [config]


def test_what_else_stands_in_the_file_stays(config: Path) -> None:
    config.parent.mkdir()
    config.write_text('# mine\ntheme = "dark"\n[keys]\nnext = "ctrl+n"\n')
    keep_author(config, 'Ane "A." Åsen')
    assert config.read_text().endswith('# mine\ntheme = "dark"\n[keys]\nnext = "ctrl+n"\n')
    assert Settings.found().author == 'Ane "A." Åsen'


@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(lambda name: name.isprintable() and name.strip()))
def test_any_name_is_read_as_it_was_kept(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    config = tmp_path_factory.mktemp("config") / "config.toml"
    keep_author(config, name)
    assert tomllib.loads(config.read_text(encoding="utf-8")) == {"author": name}
