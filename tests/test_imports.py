"""What a command does not need, it does not import: a fresh interpreter tells what it holds after a command."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from incidents import CASES

CASE = next(path for path in CASES if "replit" in path.stem)
SCREENS = {"textual", "asyncio"}
ROOMS = {"pydantic", "yaml", "tinydb"}
FOLDERS = {"platformdirs"}
PROGRAM = """
import contextlib, io, sys
from pmtui.cli import run
with contextlib.redirect_stdout(io.StringIO()):
    try:
        status = run(sys.argv[1:])
    except SystemExit as end:
        status = end.code
print(status, *sorted({name.partition(".")[0] for name in sys.modules}))
"""

FIRST_PAGE = """
import asyncio, sys
from pmtui.app import Pmtui
from pmtui.settings import Settings
from pmtui.store import Store

async def main():
    settings = Settings.found(store=None, by=None)
    app = Pmtui(settings, Store.open(settings.store, settings.author), interview=(sys.argv[1], "i1"))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.screen.session.question
        print(*sorted(sys.modules))
        await pilot.press("H", "e")
        print(*sorted(sys.modules))

asyncio.run(main())
"""
LATER = {"yaml", "pmtui.blame", "pmtui.record.items", "pmtui.questionnaire.loading", "pmtui.screens.home"}
LATER |= {"pmtui.screens.goto", "pmtui.interview.finding", "pmtui.interview.probes", "pmtui.interview.events"}
LATER |= {"pmtui.reading.conditions"}


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Folders of this test alone, with one incident and a warm catalogue."""
    folder = tmp_path_factory.mktemp("imports")
    xdg = {f"XDG_{name}_HOME": str(folder / name) for name in ("DATA", "CACHE", "CONFIG", "STATE")}
    environment = {**os.environ, **xdg, "HOME": str(folder), "PMTUI_STORE": str(folder / "store"), "PMTUI_BY": "tester"}
    modules(environment, "new", "--from", str(CASE))
    modules(environment, "list")
    return environment


def modules(environment: dict[str, str], *words: str) -> set[str]:
    """The packages that are loaded when the command has ended with status 0."""
    command = [sys.executable, "-c", PROGRAM, *words]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=True)
    status, *loaded = done.stdout.split()
    assert status == "0", done.stderr
    return set(loaded)


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["answer", "--help"]], ids=" ".join)
def test_help_needs_nothing(environment: dict[str, str], words: list[str]) -> None:
    assert not modules(environment, *words) & (SCREENS | ROOMS | FOLDERS | {"rich", "shtab", "zoneinfo"})


@pytest.mark.parametrize("words", [["list"], ["list", "--format", "json"]], ids=" ".join)
def test_a_list_of_what_has_not_changed_reads_the_catalogue_alone(
    environment: dict[str, str], words: list[str]
) -> None:
    assert not modules(environment, *words) & (SCREENS | ROOMS | {"rich", "zoneinfo"})


@pytest.mark.parametrize(
    "words",
    [
        ["show", "replit"],
        ["show", "replit", "--format", "json"],
        ["export", "replit"],
        ["export", "replit", "--format", "json"],
        ["answers", "replit", "i1"],
    ],
    ids=" ".join,
)
def test_what_only_reads_needs_neither_screens_nor_tinydb(environment: dict[str, str], words: list[str]) -> None:
    assert not modules(environment, *words) & (SCREENS | {"rich", "tinydb"})


@pytest.mark.parametrize(
    "words",
    [
        ["new", "--title", "T", "--zone", "UTC"],
        ["answer", "replit", "i1", "reference_scale", "series"],
        ["edit", "replit", "--severity", "major"],
        ["participant", "replit", "--role", "x"],
        ["interview", "replit", "--new", "--participant", "p1", "--no-open"],
    ],
    ids=" ".join,
)
def test_what_saves_needs_no_screens(environment: dict[str, str], words: list[str]) -> None:
    assert not modules(environment, *words) & (SCREENS | {"rich"})


def test_completion_needs_no_room(environment: dict[str, str]) -> None:
    assert not modules(environment, "completion", "bash") & (SCREENS | ROOMS | FOLDERS)


def test_a_time_is_read_without_a_store(environment: dict[str, str]) -> None:
    for words in (["2026-03-14 14:05"], ["2026-03-14 9pm", "--zone", "Europe/Berlin", "--format", "json"]):
        assert not modules(environment, "moment", *words) & (SCREENS | ROOMS | {"rich"})


def test_an_interview_opens_without_rules_record_and_yaml(environment: dict[str, str]) -> None:
    source = ["--participant", "p1", "--questionnaire", "quick", "--no-open"]
    modules(environment, "new", "--title", "First page", "--zone", "UTC", "--id", "first-page")
    modules(environment, "participant", "first-page", "--role", "pager log", "--source")
    modules(environment, "interview", "first-page", "--new", *source)
    command = [sys.executable, "-c", FIRST_PAGE, "first-page"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=True)
    opened, typed = (set(line.split()) for line in done.stdout.splitlines())
    assert not opened & LATER
    assert "pmtui.blame" in typed
