"""What is pasted and typed in any script arrives whole, and a terminal of any size is good for a screen or a line."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest

from .terminal import PMTUI, Terminal, environment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., str]

LOG = "".join(
    f"{number:05} 14:02:{number % 60:02} proxy: retried the call, queue depth {number}\n" for number in range(4000)
)
SCRIPTS = "Größe e\u0301 ほげ 中文 שלום مرحبا 🙂 👩\u200d🚀 \ufe0f가"


def _answer(run: Run, incident: str) -> str:
    (given,) = json.loads(run("answers", incident, "i1", "--format", "json")).values()
    return str(given["value"])


def test_a_log_that_is_pasted_arrives_whole_and_is_undone_at_once(tmp_path: Path, run: Run, incident: str) -> None:
    assert len(LOG) > 200_000
    with Terminal(tmp_path, "interview", incident) as terminal:
        terminal.shows("question 1 of")
        terminal.type("Before. ")
        terminal.paste(LOG)
        terminal.shows("queue depth 3999")
        terminal.type("\x1a")
        terminal.hides("queue depth")
        terminal.shows("Before.")
        terminal.paste(LOG)
        terminal.shows("queue depth 3999")
        terminal.type("after\x11")
        assert terminal.ended() == 0
    assert _answer(run, incident) == f"Before. {LOG}after"


def test_a_paste_that_the_terminal_does_not_mark_arrives_whole(tmp_path: Path, run: Run, incident: str) -> None:
    words = "\n".join(LOG.splitlines()[:20])
    with Terminal(tmp_path, "interview", incident) as terminal:
        terminal.shows("question 1 of")
        terminal.type(words.replace("\n", "\r"))
        terminal.shows("queue depth 19")
        terminal.type("\x11")
        assert terminal.ended() == 0
    assert _answer(run, incident) == words


def test_any_script_arrives_and_keys_go_on(tmp_path: Path, run: Run, incident: str) -> None:
    with Terminal(tmp_path, "interview", incident) as terminal:
        terminal.shows("question 1 of")
        for word in SCRIPTS.split(" "):
            terminal.type(f"{word} ")
        terminal.type("xy\x7f\x1b[Dand \x11")
        assert terminal.ended() == 0
    assert _answer(run, incident) == f"{SCRIPTS} and x"


@pytest.mark.parametrize("size", [(1, 1), (2, 40), (300, 3), (500, 200)], ids=str)
def test_a_window_of_any_size(tmp_path: Path, incident: str, size: tuple[int, int]) -> None:
    with Terminal(tmp_path, "interview", incident, size=size) as terminal:
        terminal.hears(0)
        terminal.type("It paid ")
        terminal.resize(80, 24)
        terminal.type("twice.")
        terminal.shows("question 1 of", "It paid twice.")
        terminal.type("\x11")
        assert terminal.ended() == 0
        assert b"Traceback" not in terminal.sent


@pytest.mark.parametrize("term", ["dumb", ""], ids=str)
@pytest.mark.parametrize("arguments", [(), ("interview", "2026")], ids=str)
def test_a_terminal_that_cannot_show_screens(
    tmp_path: Path, incident: str, term: str, arguments: tuple[str, ...]
) -> None:
    with Terminal(tmp_path, *arguments, env={"TERM": term}) as terminal:
        assert terminal.ended() == 2
        assert "terminal" in terminal.words
        assert terminal.sent.count(b"\n") <= 1
        assert b"\x1b" not in terminal.sent


@pytest.mark.parametrize("arguments", [[], ["interview", "2026"], ["new"]], ids=str)
def test_output_that_is_no_terminal(tmp_path: Path, incident: str, arguments: list[str]) -> None:
    with subprocess.Popen(["/bin/cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as reader:
        done = subprocess.run(
            [PMTUI, *arguments], env=environment(tmp_path), stdout=reader.stdin, stderr=subprocess.PIPE, check=False
        )
        written, _ = reader.communicate()
    assert (done.returncode, written, done.stderr.count(b"\n")) == (2, "", 1)
