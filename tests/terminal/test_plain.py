"""Line by line on a real terminal: the line drops in the middle of an answer, and one comes back."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from .terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize("how", ["closed", signal.SIGTERM, signal.SIGKILL], ids=str)
def test_the_lines_of_a_long_answer_outlive_the_line(
    tmp_path: Path, incident: str, run: Callable[..., str], how: str | signal.Signals
) -> None:
    typing = tmp_path / "store" / "incidents" / incident / "typing" / "i1.alex.json"
    with Terminal(tmp_path, "interview", incident, "--plain") as terminal:
        terminal.shows("what happened")
        terminal.type("It paid twice.\nThen a customer called.\n")
        terminal.until(typing, "a customer called")
        if isinstance(how, str):
            assert terminal.close_window() == 0
        else:
            terminal.kill(how)
            assert terminal.ended() == (0 if how == signal.SIGTERM else -how)
    with Terminal(tmp_path, "interview", incident, "--plain") as terminal:
        terminal.shows("Typed and not saved yet: It paid twice.", "what you type is added")
        terminal.type("We switched it off.\n\n/quit\n")
        assert terminal.ended() == 0
    assert not typing.exists()
    told = " ".join(run("answers", incident, "i1").split())
    assert "It paid twice. Then a customer called. We switched it off." in told


def test_what_was_typed_in_the_app_is_taken_up(tmp_path: Path, incident: str, run: Callable[..., str]) -> None:
    with Terminal(tmp_path, "interview", incident) as terminal:
        terminal.shows("question 1 of")
        terminal.type("It paid twice, and th")
        terminal.shows("and th")
        assert terminal.close_window() == 0
    with Terminal(tmp_path, "interview", incident, "--plain") as terminal:
        terminal.shows("Typed and not saved yet: It paid twice, and th")
        terminal.type("\n/quit\n")
        assert terminal.ended() == 0
    assert "It paid twice, and th" in run("answers", incident, "i1")
