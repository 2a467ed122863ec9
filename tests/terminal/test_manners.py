"""What a terminal is sent, and which terminals will do."""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from .terminal import PMTUI, Terminal, environment

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MOUSE = tuple(b"\x1b[?%dh" % mode for mode in (9, 1000, 1001, 1002, 1003, 1005, 1006, 1015, 1016))
BLINKING = (b"\x1b[5m", b"\x1b[6m", b"\x1b[?12h", b";5m")


def test_nothing_is_sent_while_idle(tmp_path: Path, incident: str) -> None:
    with Terminal(tmp_path) as terminal:
        terminal.shows("Refund bot")
        terminal.type("/bot")
        terminal.shows("bot", "Refund")
        terminal.settle()
        assert terminal.idle(1.5) == b""
    with Terminal(tmp_path, "interview", incident) as terminal:
        terminal.shows("question 1 of")
        terminal.type("It paid twi")
        terminal.shows("It paid twi")
        terminal.until(tmp_path / "store" / "incidents" / incident / "typing" / "i1.alex.json", "It paid twi")
        terminal.settle()
        assert terminal.idle(1.5) == b""


def test_the_mouse_is_the_terminals_own(tmp_path: Path, incident: str) -> None:
    with Terminal(tmp_path, "interview", incident) as terminal:
        terminal.shows("question 1 of")
        terminal.type("It paid\t\x0fq\x07q\x11")
        terminal.ended()
        assert not [mode for mode in MOUSE if mode in terminal.sent]
        assert b"\x1b[>1u" not in terminal.sent, "key codes of the kitty protocol are asked for"
        assert not [code for code in BLINKING if code in terminal.sent]
        without_titles = re.sub(rb"\x1b\].*?\x07", b"", terminal.sent)
        assert b"\x07" not in without_titles, "the bell rings"


@pytest.mark.parametrize(
    "env",
    [
        {"NO_COLOR": "1"},
        {"TERM": "xterm-16color"},
        {"TERM": "vt100"},
        {"LANG": "C", "TERM": "screen-256color"},
        {"LANG": "", "LC_ALL": "POSIX", "TZ": "Asia/Kathmandu"},
    ],
    ids=str,
)
def test_any_terminal(tmp_path: Path, incident: str, env: Mapping[str, str]) -> None:
    with Terminal(tmp_path, "interview", incident, env=env) as terminal:
        terminal.shows("question 1 of", "next")
        terminal.type("Größe: ほげ\x11")
        assert terminal.ended() == 0
    done = subprocess.run(
        [PMTUI, "answers", incident, "i1", "--format", "json"],
        env=environment(tmp_path),
        capture_output=True,
        check=True,
    )
    assert "Größe: ほげ" in done.stdout.decode()


def test_the_window_changes_while_typing(tmp_path: Path, incident: str) -> None:
    with Terminal(tmp_path, "interview", incident) as terminal:
        terminal.shows("question 1 of")
        for size, word in {
            (60, 20): "one ",
            (40, 10): "two ",
            (20, 5): "three ",
            (120, 40): "four ",
            (80, 24): "five",
        }.items():
            terminal.resize(*size)
            terminal.type(word)
        terminal.shows("one two three four five", "question 1 of", "leave and keep")


@pytest.mark.parametrize("arguments", [[], ["interview", "2026"], ["new"]], ids=str)
def test_without_a_terminal_one_line_says_so(tmp_path: Path, incident: str, arguments: list[str]) -> None:
    done = subprocess.run(
        [PMTUI, *arguments],
        env=environment(tmp_path),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done.stderr
    assert "terminal" in done.stderr


def test_output_that_nobody_reads(tmp_path: Path, incident: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [PMTUI, "export", incident], env=environment(tmp_path), stdout=writer, stderr=subprocess.PIPE, check=False
    )
    os.close(writer)
    assert done.stderr == b""
