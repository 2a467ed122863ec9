from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from pmtui.intake import people, starting
from pmtui.interview.opening import PREAMBLE
from pmtui.questionnaire.shelves import Shelves
from pmtui.record.changes import decide
from pmtui.settings import package_folder
from pmtui.store import Store

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
def incident(tmp_path: Path) -> str:
    """An incident with one interview, not begun, whose opening was passed over."""
    store = Store.open(tmp_path / "store", "alex", create=True)
    starting.start(store, starting.Form(title="Refund bot", zone="Europe/Berlin"), INCIDENT)
    people.add(store, INCIDENT, people.Person("on-call engineer"))
    name = people.begin(store, INCIDENT, "p1", "quick", Shelves.of(package_folder("questionnaires")))
    value = {"passed_over": ["sense"]}
    store.change(INCIDENT, lambda edit: decide(edit, PREAMBLE, name, starting.now("alex"), value))
    return INCIDENT
