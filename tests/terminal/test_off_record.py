"""What is not stored, on a real terminal and after a kill."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

from .terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "the vendor knew 7391"
SOURCE = {"PYTHONPATH": os.environ.get("PYTHONPATH", "")}


def holding(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if SECRET.encode() in _content(path)]


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.is_file() else b""
    except FileNotFoundError:  # one that was written under another name first
        return b""


def _type_the_secret(terminal: Terminal) -> None:
    terminal.shows("In your own words")
    terminal.type("\x0fj")
    terminal.shows("Do not store")
    terminal.type("\x1b[B\r")
    terminal.shows("not stored: leaving loses it")
    terminal.type(SECRET)
    terminal.shows(SECRET)


def test_no_file_holds_it_while_it_is_typed_nor_after_a_kill(tmp_path: Path, incident: str) -> None:
    with Terminal(tmp_path, "interview", incident, env=SOURCE) as terminal:
        _type_the_secret(terminal)
        terminal.type("\tKept words")
        typing = tmp_path / "store" / "incidents" / incident / "typing"
        terminal.shows("Kept words")
        terminal._until(lambda: typing.is_dir() and any(typing.iterdir()), "typing is not kept")
        assert holding(tmp_path) == []
        terminal.kill(signal.SIGKILL)
        assert terminal.ended() == -signal.SIGKILL
    assert holding(tmp_path) == []


def test_a_hang_up_keeps_none_of_it(tmp_path: Path, incident: str) -> None:
    with Terminal(tmp_path, "interview", incident, env=SOURCE) as terminal:
        _type_the_secret(terminal)
        assert terminal.close_window() == 0
    assert holding(tmp_path) == []
