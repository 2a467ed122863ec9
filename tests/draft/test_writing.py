"""A draft becomes a file, and never takes another file's place unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pmtui.draft.writing import write
from refusals import refused

if TYPE_CHECKING:
    from pathlib import Path


def test_a_draft_is_written_for_its_owner_alone(tmp_path: Path) -> None:
    path = write("text\n", tmp_path / "draft.md")
    assert path.read_text() == "text\n"
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_there_stays_unless_it_is_to_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text("precious")
    assert "is there already and was not changed" in refused(write, "new", path)
    assert path.read_text() == "precious"
    write("new", path, replace=True)
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    assert "is a folder" in refused(write, "x", tmp_path)
    assert "not written" in refused(write, "x", tmp_path / "gone" / "draft.md")


@pytest.mark.parametrize("name", ["a\x00b", "~nobody-of-that-name/draft.md", "\ud800"])
def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    assert "no file can have this name" in refused(write, "x", name)


def test_a_name_that_is_too_long_is_said(tmp_path: Path) -> None:
    assert "File name too long" in refused(write, "x", tmp_path / ("w" * 3000))
    assert not list(tmp_path.iterdir())
