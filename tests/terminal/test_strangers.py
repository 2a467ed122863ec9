"""People who hold an interview each in their own way, over a line that is late and drops: no sentence is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pmtui.store import Store

from .strangers import HABITS, PlainStranger, Stranger, astray
from .test_transcript import SENTENCES
from .typist import LateTerminal

if TYPE_CHECKING:
    from pathlib import Path

DROPS = {"types ahead of the screen": "hang-up", "goes back to say more": "kill", "pastes without marks": "hang-up"}
"""Habits that are tried here, and how the line drops; `bench/transcript.py` tries all of them for longer."""


@pytest.fixture(autouse=True)
def nearly_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LateTerminal, "delay", 0.05)


@pytest.mark.parametrize("name", DROPS)
def test_in_the_app(tmp_path: Path, incident: str, name: str) -> None:
    def line() -> LateTerminal:
        return LateTerminal(tmp_path, "interview", incident, "i1")

    habit = next(each for each in HABITS if each.name == name)
    _hold(Stranger(line, SENTENCES[:6], habit, {2: DROPS[name]}, settling=0.2), tmp_path, incident)


def test_line_by_line(tmp_path: Path, incident: str) -> None:
    def line() -> LateTerminal:
        return LateTerminal(tmp_path, "interview", incident, "i1", "--plain")

    _hold(PlainStranger(line, SENTENCES[:6], {1: "hang-up", 3: "kill"}, settling=0.2), tmp_path, incident)


def _hold(stranger: Stranger | PlainStranger, home: Path, incident: str) -> None:
    try:
        stranger.hold()
        stranger.leave()
    finally:
        stranger.terminal.__exit__(None, None, None)
    assert [each.sentence for each in stranger.typed] == list(stranger.sentences)
    assert astray(Store.open(home / "store", "alex"), incident, "i1", stranger.typed) == []
