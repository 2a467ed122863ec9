"""Line by line on a real terminal: the line drops in the middle of an answer, and one comes back."""

from __future__ import annotations

import json
import signal
from typing import TYPE_CHECKING

import pytest

from .terminal import Terminal, fresh_settings

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
        terminal.shows("Typed and not saved yet", "> It paid twice, and th")
        terminal.type("\n\n/quit\n")
        assert terminal.ended() == 0
    assert "It paid twice, and th" in run("answers", incident, "i1")


def _typing(home: Path, incident: str) -> Path:
    return home / "store" / "incidents" / incident / "typing" / "i1.alex.json"


def _told(home: Path, incident: str) -> str:
    document = json.loads((home / "store" / "incidents" / incident / "incident.json").read_text())
    return str(next(each["value"] for each in document["answers"].values() if each["question"] == "story"))


def _plain(home: Path, incident: str, **env: str) -> Terminal:
    terminal = Terminal(home, "interview", incident, "i1", "--plain", env=env)
    terminal.shows("What happened")
    return terminal


def test_a_dropped_line_loses_no_word_and_goes_on_where_it_ends(tmp_path: Path, incident: str) -> None:
    with _plain(tmp_path, incident) as terminal:
        terminal.type("It paid twice.\rNobody was to")
        terminal.shows("Nobody was to")
        assert terminal.close_window() == 0
    with _plain(tmp_path, incident) as terminal:
        terminal.shows("It paid twice.", "> Nobody was to")
        terminal.type("ld.\r\r")
        terminal.shows("Saved.")
        terminal.type("/quit\r")
        assert terminal.ended() == 0
        assert terminal.settings == fresh_settings()
    assert _told(tmp_path, incident) == "It paid twice.\nNobody was told."
    assert not _typing(tmp_path, incident).exists()


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGINT], ids=lambda each: each.name)
def test_a_signal_keeps_the_line(tmp_path: Path, incident: str, number: signal.Signals) -> None:
    with _plain(tmp_path, incident) as terminal:
        terminal.type("It paid tw")
        terminal.shows("It paid tw")
        terminal.kill(number)
        assert terminal.ended() == 0
        terminal.shows("Left here. What was typed is kept")
        assert terminal.settings == fresh_settings()
    assert json.loads(_typing(tmp_path, incident).read_text())["text"] == "It paid tw"


def test_what_is_typed_is_kept_within_a_second(tmp_path: Path, incident: str) -> None:
    with _plain(tmp_path, incident) as terminal:
        terminal.type("It paid tw")
        terminal.until(_typing(tmp_path, incident), "It paid tw")
        terminal.kill(signal.SIGKILL)
        terminal.ended()
    assert "It paid tw" in _typing(tmp_path, incident).read_text()


def test_no_word_is_broken_at_the_edge(tmp_path: Path, incident: str) -> None:
    with Terminal(tmp_path, "interview", incident, "i1", "--plain", size=(40, 24)) as terminal:
        terminal.shows("What happened")
        terminal.settle()
        ends = [line.rstrip() for line in terminal.screen.display]
    assert "In your own words, what happened," in " ".join(ends)
    assert all(len(line) < 40 for line in ends)


@pytest.mark.parametrize("term", ["xterm-256color", "dumb"])
def test_a_line_may_be_longer_than_a_terminal_holds(tmp_path: Path, incident: str, term: str) -> None:
    words = "The log said so. " * 600 + "This is its end."
    with _plain(tmp_path, incident, TERM=term) as terminal:
        terminal.type(f"{words}\r\r")
        terminal.shows("Saved.")
        assert (b"\x1b" in terminal.sent) == (term != "dumb")
    assert _told(tmp_path, incident) == words


def test_a_paste_with_empty_lines_is_one_answer(tmp_path: Path, incident: str) -> None:
    with _plain(tmp_path, incident) as terminal:
        terminal.paste("It paid twice.\n\nNobody was told.\n")
        terminal.shows("Nobody was told.")
        terminal.type("And then?\x7f.\r\r")
        terminal.shows("Saved.")
    assert _told(tmp_path, incident) == "It paid twice.\n\nNobody was told.\nAnd then."
