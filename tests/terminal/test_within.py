"""In tmux and in screen: keys arrive, one comes back to what one left, and a pane that is closed loses nothing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pmtui import keys

from .terminal import PMTUI, Terminal, environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CODES = {"tab": "\t", "shift+tab": "\x1b[Z", "enter": "\r", "space": " "}


@dataclass
class Multiplexer:
    """tmux or screen with its own settings of the day it was installed, and a folder for its sockets."""

    name: str
    home: Path

    @property
    def env(self) -> dict[str, str]:
        return {"TMUX_TMPDIR": str(self.home), "SCREENDIR": str(self.home / "screens"), "SHELL": "/bin/sh"}

    def open(self, *command: str, size: tuple[int, int] = (80, 24)) -> Terminal:
        """A new session that runs `command` and nothing else."""
        return self._start(*(("-S", "s") if self.name == "screen" else ("new-session", "-s", "s")), *command, size=size)

    def attach(self, size: tuple[int, int] = (80, 24)) -> Terminal:
        """Another terminal on the session."""
        return self._start(*(("-r", "s") if self.name == "screen" else ("attach-session", "-t", "s")), size=size)

    @property
    def leave_it(self) -> str:
        """The keys that take the terminal from the session, which goes on."""
        return "\x01d" if self.name == "screen" else "\x02d"

    def close_pane(self) -> None:
        self._tell(*(("-S", "s", "-X", "kill") if self.name == "screen" else ("kill-pane", "-t", "s")))

    def end(self) -> None:
        self._tell(*(("-S", "s", "-X", "quit") if self.name == "screen" else ("kill-server",)))

    @property
    def _settings(self) -> tuple[str, ...]:
        return ("-c", "/dev/null") if self.name == "screen" else ("-f", "/dev/null", "-L", "s")

    def _start(self, *arguments: str, size: tuple[int, int]) -> Terminal:
        return Terminal(self.home, *self._settings, *arguments, size=size, env=self.env, program=self.name)

    def _tell(self, *arguments: str) -> None:
        subprocess.run(
            [self.name, *self._settings, *arguments],
            env=environment(self.home, self.env),
            check=False,
            capture_output=True,
        )


@pytest.fixture(params=["tmux", "screen"])
def within(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Multiplexer]:
    if not shutil.which(request.param):
        pytest.skip(f"{request.param} is not installed")
    (tmp_path / "screens").mkdir(mode=0o700)
    multiplexer = Multiplexer(request.param, tmp_path)
    yield multiplexer
    multiplexer.end()


def test_every_key_arrives(within: Multiplexer) -> None:
    names = [*sorted({key.key for key in keys.KEYS} - {"ctrl+c"}), "ctrl+c"]
    with within.open(sys.executable, str(Path(__file__).with_name("keys_heard.py"))) as terminal:
        terminal.shows("ready")
        for name in names[:-1]:
            terminal.type(_code(name))
            terminal.shows(f"<{HEARD.get(name, name)}>")
        terminal.type(_code("ctrl+c"))
        terminal.ended()


HEARD = {"?": "question_mark", "/": "slash"}


def _code(name: str) -> str:
    if name.startswith("ctrl+"):
        return chr(ord(name.removeprefix("ctrl+")) - ord("a") + 1)
    return CODES.get(name, name)


def test_leaving_the_session_and_coming_back_in_another_window(
    within: Multiplexer, incident: str, run: Callable[..., str]
) -> None:
    with within.open(str(PMTUI), "interview", incident) as terminal:
        terminal.shows("question 1 of")
        terminal.type("It paid ")
        terminal.shows("It paid")
        terminal.resize(64, 22)
        terminal.type("twice, ")
        terminal.shows("It paid twice,")
        terminal.type(within.leave_it)
        terminal.ended()
    with within.attach(size=(100, 30)) as terminal:
        terminal.shows("question 1 of", "It paid twice,", "leave and keep")
        terminal.type("ほげ and stopped.\x11")
        terminal.ended()
    assert "It paid twice, ほげ and stopped." in run("answers", incident, "i1")


def test_a_pane_that_is_closed_keeps_what_was_typed(within: Multiplexer, incident: str, tmp_path: Path) -> None:
    typing = tmp_path / "store" / "incidents" / incident / "typing" / "i1.alex.json"
    ended = tmp_path / "ended"
    command = f"trap : HUP; {PMTUI} interview {incident}; echo status $? > {ended}"
    with within.open("/bin/sh", "-c", command) as terminal:
        terminal.shows("question 1 of")
        terminal.type("It paid twice, and th")
        terminal.shows("and th")
        within.close_pane()
        terminal.until(ended, "status 0")
        assert "It paid twice, and th" in typing.read_text()
    with within.open(str(PMTUI), "interview", incident) as terminal:
        terminal.shows("It paid twice, and th", "typed and not saved yet")


def test_where_the_session_itself_is_killed(within: Multiplexer, incident: str, tmp_path: Path) -> None:
    typing = tmp_path / "store" / "incidents" / incident / "typing" / "i1.alex.json"
    with within.open(str(PMTUI), "interview", incident) as terminal:
        terminal.shows("question 1 of")
        terminal.type("It paid twice, and th")
        terminal.shows("and th")
        within.end()
        terminal.until(typing, "It paid twice, and th")
        terminal.ended()
