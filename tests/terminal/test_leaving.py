"""However the app ends, what was typed is kept, the exit status is 0, and the terminal is as it was."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from .terminal import Terminal, fresh_settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LEFT = (b"\x1b[?1049l", b"\x1b[?25h")
"""The second screen is left, the cursor is seen."""


def _kept(home: Path, incident: str) -> str:
    return (home / "store" / "incidents" / incident / "typing" / "i1.alex.json").read_text()


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM], ids=lambda each: each.name)
def test_a_signal(tmp_path: Path, incident: str, number: signal.Signals) -> None:
    with Terminal(tmp_path, "interview", incident) as terminal:
        terminal.shows("question 1 of")
        terminal.type("It paid twice, and th")
        terminal.shows("and th")
        terminal.kill(number)
        assert terminal.ended() == 0
        assert all(each in terminal.sent for each in LEFT)
        assert terminal.settings == fresh_settings()
    assert "It paid twice, and th" in _kept(tmp_path, incident)


def test_a_window_that_is_closed(tmp_path: Path, incident: str) -> None:
    with Terminal(tmp_path, "interview", incident) as terminal:
        terminal.shows("question 1 of")
        terminal.type("It paid twice, and th")
        terminal.shows("and th")
        assert terminal.close_window() == 0
    assert "It paid twice, and th" in _kept(tmp_path, incident)


@pytest.mark.parametrize("is_signal", [True, False], ids=["signal", "closed"])
def test_a_paste_that_is_cut_off(tmp_path: Path, incident: str, *, is_signal: bool) -> None:
    with Terminal(tmp_path, "interview", incident) as terminal:
        terminal.shows("question 1 of")
        terminal.type("It paid twice. \x1b[200~Then a customer")
        terminal.shows("It paid twice.")
        terminal.settle()
        if is_signal:
            terminal.kill(signal.SIGHUP)
        assert (terminal.ended() if is_signal else terminal.close_window()) == 0
    assert "It paid twice. Then a customer" in _kept(tmp_path, incident)


def test_leaving_by_the_key(tmp_path: Path, incident: str, run: Callable[..., str]) -> None:
    with Terminal(tmp_path, "interview", incident) as terminal:
        terminal.shows("question 1 of")
        terminal.type("It paid twice.\x11")
        assert terminal.ended() == 0
        assert all(each in terminal.sent for each in LEFT)
        assert terminal.settings == fresh_settings()
    assert "It paid twice." in run("answers", incident, "i1")


def test_ctrl_c_ends_nothing(tmp_path: Path, incident: str) -> None:
    with Terminal(tmp_path, "interview", incident) as terminal:
        terminal.shows("question 1 of")
        terminal.type("It paid\x03 twice")
        terminal.shows("It paid twice")
