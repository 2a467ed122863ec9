"""Time zones by name and by letters."""

from __future__ import annotations

import zoneinfo
from datetime import datetime

import pytest

from pmtui.errors import Refused
from pmtui.reading.moments import known_zone, zone_or_refuse
from pmtui.reading.zones import LETTERS, NOT_A_PLACE, PLACES, letters, place, spelling


def test_a_zone_is_known_by_its_own_spelling() -> None:
    assert known_zone("Europe/Berlin")
    assert known_zone("UTC")
    for name in ("europe/berlin", "Europe", "localtime", "posix/UTC", "../UTC", "", "Europe/Berlin\n"):
        assert not known_zone(name)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Europe/Berln", "Europe/Berlin"),
        ("berlin", "Europe/Berlin"),
        ("new york", "America/New_York"),
        ("zzz", "an IANA name"),
    ],
)
def test_another_name_is_refused_with_the_one_that_may_be_meant(name: str, hint: str) -> None:
    with pytest.raises(Refused, match=hint):
        zone_or_refuse(name)


def test_a_name_is_put_into_its_own_spelling() -> None:
    assert zone_or_refuse(" europe/berlin ") == "Europe/Berlin"


@pytest.mark.parametrize("name", ["Europe/Berlin", "UTC", "+05:30", "-03:00"])
def test_a_place_is_spelled_as_it_is_read(name: str) -> None:
    assert spelling(place(name)) == name


@pytest.mark.parametrize("name", ["America", "localtime", "/etc/passwd", "+25:00", "a\0b", "x" * 5000])
def test_a_place_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(Refused):
        place(name)


def test_all_letters_that_clocks_show_today_are_known() -> None:
    shown = {
        letters(datetime(2026, month, 1, tzinfo=zoneinfo.ZoneInfo(name))).upper()
        for name in zoneinfo.available_timezones() - NOT_A_PLACE
        if "/" in name
        for month in (1, 7)
    }
    assert {word for word in shown if word.isalpha()} <= set(LETTERS)


@pytest.mark.parametrize("name", PLACES)
def test_every_place_of_the_table_is_a_zone(name: str) -> None:
    assert known_zone(name)
