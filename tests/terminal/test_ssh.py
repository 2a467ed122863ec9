"""Over a real ssh: one types, the line breaks, one comes back, and nothing is lost."""

from __future__ import annotations

import os
import pwd
import shlex
import shutil
import signal
import socket
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .terminal import PMTUI, Terminal, environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SSHD = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin:/sbin")
SETTINGS = """
HostKey {folder}/host
AuthorizedKeysFile {folder}/key.pub
ListenAddress 127.0.0.1
Port {port}
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
"""


@dataclass
class Server:
    """An ssh server of our own on this machine."""

    folder: Path
    port: int

    def log_in(self, home: Path, command: str) -> Terminal:
        """A terminal in which `command` runs at the other end of the line."""
        fixed = {name: value for name, value in environment(home).items() if name != "TERM"}
        there = " ".join(f"{name}={shlex.quote(value)}" for name, value in fixed.items())
        options = ["StrictHostKeyChecking=no", f"UserKnownHostsFile={self.folder}/known", "LogLevel=ERROR"]
        given = [part for each in options for part in ("-o", each)]
        key = ("-i", f"{self.folder}/key", "-o", "IdentitiesOnly=yes", "-F", "none", "-p", str(self.port))
        who = f"{pwd.getpwuid(os.getuid()).pw_name}@127.0.0.1"
        at = f"cd {shlex.quote(str(home))}; exec env {there} /bin/sh -c {shlex.quote(command)}"
        return Terminal(home, "-tt", *key, *given, who, at, program="ssh")


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    if SSHD is None or not shutil.which("ssh"):
        pytest.skip("openssh-server is not installed")
    folder = tmp_path_factory.mktemp("ssh")
    for name in ("host", "key"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (folder / "settings").write_text(SETTINGS.format(folder=folder, port=port))
    if os.geteuid() == 0:  # the service makes this folder when it starts; only root's server asks for it
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    running = subprocess.Popen([SSHD, "-D", "-e", "-f", folder / "settings"], stderr=subprocess.PIPE, text=True)
    assert running.stderr is not None
    with running, running.stderr:
        said = running.stderr.readline()
        assert "listening" in said, said
        yield Server(folder, port)
        running.terminate()


def test_an_interview_over_ssh(tmp_path: Path, server: Server, incident: str, run: Callable[..., str]) -> None:
    with server.log_in(tmp_path, f"{PMTUI} interview {incident}") as terminal:
        terminal.shows("question 1 of")
        terminal.type("It paid twice. ")
        terminal.resize(60, 20)
        terminal.shows("It paid twice.", "next")
        terminal.paste("Grüße,\n中文 and e\u0301")
        terminal.shows("Grüße")
        terminal.type("\x11")
        assert terminal.ended() == 0
        assert b"\x1b[?1049l" in terminal.sent
    answers = run("answers", incident, "i1")
    assert "It paid twice. Grüße," in answers
    assert "中文 and e\u0301" in answers


def test_a_line_that_breaks_and_coming_back(
    tmp_path: Path, server: Server, incident: str, run: Callable[..., str]
) -> None:
    typing = tmp_path / "store" / "incidents" / incident / "typing" / "i1.alex.json"
    ended = tmp_path / "ended"
    command = f"trap : HUP; {PMTUI} interview {incident}; echo status $? > {ended}"
    with server.log_in(tmp_path, command) as terminal:
        terminal.shows("question 1 of")
        terminal.type("It paid twice, and th")
        terminal.shows("and th")
        terminal.kill(signal.SIGKILL)
        terminal.until(ended, "status 0")
        assert "It paid twice, and th" in typing.read_text()
    with server.log_in(tmp_path, f"{PMTUI} interview {incident}") as terminal:
        terminal.shows("It paid twice, and th", "typed and not saved yet")
        terminal.type("en it stopped.\x11")
        assert terminal.ended() == 0
    assert "It paid twice, and then it stopped." in run("answers", incident, "i1")
