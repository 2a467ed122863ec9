"""Terminals that know no UTF-8."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pmtui.store import Store

from .terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("locale", [{"LANG": "C"}, {"LANG": "de_DE.ISO-8859-1"}], ids=str)
def test_marks_are_ascii_and_letters_beyond_it_are_kept(tmp_path: Path, incident: str, locale: dict[str, str]) -> None:
    with Terminal(tmp_path, "interview", incident, env=locale) as terminal:
        terminal.shows("on-call engineer - i1 - Refund", "-" * 70)
        assert terminal.sent.isascii()
        terminal.type("Zoë said “stop”")
        terminal.shows("Zoë said")
        terminal.type(" - then caf")
        terminal.send(b"\xe9 \xff.\t")
        terminal.shows("saved")
        terminal.type("\x11")
        assert terminal.ended() == 0
    (answer,) = Store.open(tmp_path / "store", "alex").view(incident)["answers"].values()
    assert answer["value"] == "Zoë said “stop” - then café ÿ."
