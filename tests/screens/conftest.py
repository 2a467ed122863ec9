from __future__ import annotations

import asyncio
import inspect
import os
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Self

import pytest
from textual.css.stylesheet import Stylesheet

from pmtui.blame import frozen

from .stage import NOW, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo
    from pathlib import Path

    from textual.css.model import RuleSet

LEAKS = (
    "NO_COLOR",
    "FORCE_COLOR",
    "COLORTERM",
    "COLUMNS",
    "LINES",
    "PMTUI_BY",
    "TEXTUAL",
    "ESCDELAY",
    "COLORFGBG",
    "LC_ALL",
)


class Clock(datetime):
    """A clock that stands still."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Self:
        return cls.fromisoformat(NOW).astimezone(tz)


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a test that is a coroutine."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    given = {name: pyfuncitem.funcargs[name] for name in inspect.signature(pyfuncitem.obj).parameters}
    asyncio.run(pyfuncitem.obj(**given))
    return True


@pytest.fixture(autouse=True)
def no_long_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys of a test come at once, or when the ones before are done: none has to wait for a hand to move."""
    monkeypatch.setattr("pmtui.widgets.typeahead.PAUSE", 0.05)


@pytest.fixture(autouse=True, scope="session")
def parsed_once() -> Iterator[None]:
    """Each app of the tests would parse the same stylesheets again, several times: an eighth of what a test takes."""
    known: dict[object, list[RuleSet]] = {}
    parse = Stylesheet._parse_rules

    def parse_once(self: Stylesheet, css: str, *given: object, **named: object) -> list[RuleSet]:
        key = (css, given, frozenset(named.items()), frozenset(self._variables.items()))
        if key not in known:
            known[key] = parse(self, css, *given, **named)  # type: ignore[arg-type]
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parse_once)
        yield


@pytest.fixture(autouse=True, scope="session")
def rules_read_once() -> Iterator[None]:
    """Each app of the tests would read the built-in rules again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(frozen, "read", cache(frozen.read))
        yield


@pytest.fixture(autouse=True, scope="session")
def disk_is_not_waited_for() -> Iterator[None]:
    """What outlives a power cut is tested with the store; here it would be a tenth of the time, spent waiting."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """An empty store; nothing of this machine or this day gets in."""
    for name in LEAKS:
        monkeypatch.delenv(name, raising=False)
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "HOME", "PMTUI_STORE"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    for name, value in {"TZ": "UTC", "TERM": "xterm-256color", "LANG": "C.UTF-8"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("pmtui.intake.starting.datetime", Clock)
    monkeypatch.setattr("pmtui.screens.home.ago", lambda _: "4 min")
    monkeypatch.chdir(tmp_path)
    return Stage(tmp_path)
