"""What only a process of its own can show: streams, signals, locale, terminal."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import termios
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMAND = [sys.executable, "-m", "pmtui"]
INCIDENT = "2026-03-14-refund-bot"
FULL = Path("/dev/full")
PATIENCE = 30
"""Seconds after which a process counts as stuck."""


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Folders of this test alone, with one incident and an interview."""
    folder = tmp_path_factory.mktemp("processes")
    xdg = {f"XDG_{name}_HOME": str(folder / name) for name in ("DATA", "CACHE", "CONFIG", "STATE")}
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "PYTHON"))}
    own = {"HOME": str(folder), "PMTUI_STORE": str(folder / "store"), "PMTUI_BY": "tester", "LANG": "C.UTF-8"}
    environment = {**kept, **xdg, **own}
    for words in (
        ["new", "--title", "Refund bot für Größen 日本", "--zone", "UTC", "--id", INCIDENT],
        ["participant", INCIDENT, "--role", "on-call engineer"],
        ["interview", INCIDENT, "--new", "--participant", "p1", "--no-open"],
    ):
        assert pmtui(environment, *words).returncode == 0
    return environment


def pmtui(environment: dict[str, str], *words: str, **more: Any) -> subprocess.CompletedProcess[str]:
    streams = {"capture_output": True} if "stdout" not in more else {"stderr": subprocess.PIPE}
    more = {"stdin": subprocess.DEVNULL, **streams, **more} if "input" not in more else {**streams, **more}
    return subprocess.run([*COMMAND, *words], env=environment, text=True, timeout=PATIENCE, check=False, **more)


@pytest.mark.parametrize("words", [[], ["new"], ["interview", INCIDENT, "i1"]], ids=["home", "form", "interview"])
def test_the_screens_say_that_they_need_a_terminal(environment: dict[str, str], words: list[str]) -> None:
    done = pmtui(environment, *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("pmtui: the screens need a terminal; ")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("words", [["--help"], ["list"], ["show", INCIDENT], ["export", INCIDENT, "--format", "json"]])
def test_a_reader_that_has_gone_is_no_mistake_to_talk_about(environment: dict[str, str], words: list[str]) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        done = pmtui(environment, *words, stdout=write)
    finally:
        os.close(write)
    assert done.stderr == ""
    assert done.returncode == 2


@pytest.mark.skipif(not FULL.exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("words", [["--help"], ["list"], ["export", INCIDENT]])
def test_output_that_does_not_fit_is_told(environment: dict[str, str], words: list[str]) -> None:
    with FULL.open("w") as full:
        done = pmtui(environment, *words, stdout=full)
    assert done.returncode == 2
    assert done.stderr == "pmtui: the output could not be written: No space left on device\n"


@pytest.mark.parametrize("words", [["list"], ["show", INCIDENT], ["new"], ["answer", INCIDENT, "i1", "story", "-"]])
def test_streams_that_are_closed_from_the_beginning_bring_no_traceback(
    environment: dict[str, str], words: list[str]
) -> None:
    script = 'exec "$@" <&- >&-'
    done = subprocess.run(
        ["/bin/sh", "-c", script, "sh", *COMMAND, *words],
        env=environment, stderr=subprocess.PIPE, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) <= 1


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8", "nowhere_XX.ISO-8859-1"])
def test_every_locale_shows_what_it_can(environment: dict[str, str], locale: str) -> None:
    done = pmtui({**environment, "LC_ALL": locale, "LANG": locale}, "list")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Refund bot" in done.stdout
    ascii_only = pmtui({**environment, "PYTHONIOENCODING": "ascii"}, "list")
    assert (ascii_only.returncode, ascii_only.stderr) == (0, "")
    assert r"f\xfcr" in ascii_only.stdout


def test_bytes_that_are_no_text_are_refused(environment: dict[str, str]) -> None:
    say = [*COMMAND, "answer", INCIDENT, "i1"]
    done = subprocess.run(
        [*say, "story", b"\xff"], env=environment, capture_output=True, timeout=PATIENCE, check=False
    )  # fmt: skip
    assert done.returncode == 2
    assert b"is not UTF-8" in done.stderr
    assert b"Traceback" not in done.stderr
    piped = subprocess.run(
        [*say, "--stdin"], env=environment, input=b"story\t\xff\nnoticed\tfine\n",
        capture_output=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert piped.returncode == 2
    assert b"Traceback" not in piped.stderr


def test_each_line_of_standard_input_is_answered_when_it_is_saved(environment: dict[str, str]) -> None:
    command = [*COMMAND, "answer", INCIDENT, "i1", "--stdin"]
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        for text in ("one", "two", "three"):
            print(f"affected\t{text}", file=process.stdin, flush=True)
            assert process.stdout.readline().startswith("saved ")
        process.stdin.close()
    assert process.returncode == 0


@pytest.fixture
def heeded() -> Iterator[None]:
    """A shell that runs the tests in the background has them, and all that they start, ignore an interrupt."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heeded")
def test_an_interrupt_ends_it_with_a_line(environment: dict[str, str]) -> None:
    command = [*COMMAND, "answer", INCIDENT, "i1", "--stdin"]
    pipes: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with subprocess.Popen(command, env=environment, text=True, **pipes) as process:
        assert process.stdout
        print("affected\tbefore the interrupt", file=process.stdin, flush=True)
        assert process.stdout.readline().startswith("saved ")
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=PATIENCE)
    assert said == "pmtui: interrupted; what was acknowledged is saved\n"
    assert process.returncode == 130
    assert "before the interrupt" in pmtui(environment, "answers", INCIDENT, "i1").stdout


def test_many_writers_at_once_lose_nothing(environment: dict[str, str]) -> None:
    command = [*COMMAND, "answer", INCIDENT, "i1", "system_name@new"]
    started = [subprocess.Popen([*command, f"system {n}"], env=environment, stdout=subprocess.PIPE) for n in range(4)]
    for process in started:
        process.communicate(timeout=PATIENCE)
        assert process.returncode == 0
    shown = pmtui(environment, "answers", INCIDENT, "i1").stdout
    assert all(f"system {n}" in shown for n in range(4))


@pytest.mark.parametrize("columns", [80, 160])
def test_a_terminal_gets_a_table_that_fits(environment: dict[str, str], tmp_path: Path, columns: int) -> None:
    environment = {**environment, "TERM": "xterm", "PMTUI_STORE": str(tmp_path)}
    environment.pop("COLUMNS", None)
    assert pmtui(environment, "new", "--title", "[red]Refund[/] bot", "--zone", "UTC", "--id", "x").returncode == 0
    master, terminal = os.openpty()
    termios.tcsetwinsize(terminal, (24, columns))
    try:
        command = [*COMMAND, "list"]
        done = subprocess.run(command, env=environment, stdin=terminal, stdout=terminal, timeout=PATIENCE, check=True)
        shown = os.read(master, 10_000).decode()
    finally:
        os.close(terminal)
        os.close(master)
    assert done.returncode == 0
    assert "[red]" in shown
    lines = [re.sub(r"\x1b\[[0-9;]*m", "", line).rstrip() for line in shown.splitlines()]
    assert max(map(len, lines)) <= columns
    assert lines[0].split()[:3] == ["SEVERITY", "INCIDENT", "ID"]
