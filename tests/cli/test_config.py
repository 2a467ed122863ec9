"""What commands do with `config.toml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pmtui import settings

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Commands


@pytest.fixture
def config(monkeypatch: pytest.MonkeyPatch, home: Path) -> Path:
    folder = home / "settings"
    folder.mkdir()
    monkeypatch.setattr(settings, "_platform", lambda _: folder)
    return folder / "config.toml"


def test_the_doctor_tells_what_is_wrong_in_the_settings_and_other_commands_do_not(
    pmtui: Commands, config: Path
) -> None:
    pmtui.done("init")
    assert pmtui("doctor").status == 0
    config.write_text('theme = "pink"\n[keys.draft]\nwrite = "ctrl+m"\n')
    outcome = pmtui("doctor")
    assert outcome.status == 1
    assert [line.partition(":")[0] for line in outcome.lines] == [f"{config}, line 1", f"{config}, line 3"]
    pmtui.done("list")


def test_a_new_incident_is_in_the_zone_of_the_person_unless_it_is_said(pmtui: Commands, config: Path) -> None:
    pmtui.done("init")
    config.write_text('zone = "Europe/Oslo"\n')
    for zone, words in {"Europe/Oslo": (), "Asia/Tokyo": ("--zone", "Asia/Tokyo")}.items():
        name = pmtui.done("new", "--title", f"In {zone}", *words)
        assert zone in pmtui.done("show", name)
