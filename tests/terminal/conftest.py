from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from .terminal import PMTUI, environment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

INCIDENT = "2026-03-14-refund-bot"


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., str]:
    """Run one command of `pmtui` without a terminal; it has to end well."""

    def command(*arguments: str) -> str:
        done = subprocess.run(
            [PMTUI, *arguments], env=environment(tmp_path), cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        return done.stdout

    return command


@pytest.fixture
def incident(run: Callable[..., str]) -> str:
    """An incident with one interview, not begun."""
    run("new", "--title", "Refund bot", "--zone", "Europe/Berlin", "--id", INCIDENT)
    run("participant", INCIDENT, "--role", "on-call engineer")
    run("interview", INCIDENT, "--new", "--participant", "p1", "--questionnaire", "quick", "--no-open")
    return INCIDENT
