"""`pmtui moment`: how a time is understood, for people and for scripts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from cli.conftest import Commands

FIELDS = {"words", "at", "until", "open", "precision", "basis", "zone", "relative_to", "ask"}


@pytest.mark.parametrize(
    ("words", "status", "lines"),
    [
        (["2026-03-14", "14:05"], 0, ["Sat 14 Mar 2026 14:05 UTC"]),
        (["--zone", "Europe/Berlin", "2026-03-14 14:05"], 0, ["Sat 14 Mar 2026 14:05 CET"]),
        (["14:05", "--day", "2026-03-14"], 0, ["Sat 14 Mar 2026 14:05 UTC"]),
        (["yesterday", "--day", "2026-03-14", "9pm"], 0, ["Fri 13 Mar 2026 9 pm UTC"]),
        (["about", "9:30", "--day", "2026-03-14"], 0, ["about Sat 14 Mar 2026 09:30 UTC"]),
        (["20", "min", "after", "detected"], 0, ["20 min after detected"]),
        (["unknown"], 0, ["unknown"]),
        (["14:05"], 1, ["14:05", "On which day? Write the date as well."]),
        (["3 died 2026-03-14 9:30"], 1, ["Sat 14 Mar 2026 09:30 UTC", "Is 3 a part of the time? It was left out."]),
        ([""], 1, ["No time was understood."]),
        (["a\nb\x1b[31m"], 1, ["a b\N{REPLACEMENT CHARACTER}[31m", "No time was understood."]),
    ],
)  # fmt: skip
def test_what_is_understood_is_shown_and_what_is_open_is_asked(
    pmtui: Commands, words: list[str], status: int, lines: list[str]
) -> None:
    outcome = pmtui("moment", *words)
    assert (outcome.status, outcome.lines, outcome.err) == (status, lines, "")


def test_json_has_every_field_also_where_it_is_null(pmtui: Commands) -> None:
    understood = json.loads(pmtui.done("moment", "between 9:00 and 9:30", "--day", "2026-03-14", "--format", "json"))
    assert understood == dict.fromkeys(FIELDS) | {
        "words": "between 9:00 and 9:30",
        "at": "2026-03-14T09:00:00+00:00",
        "until": "2026-03-14T09:30:00+00:00",
        "precision": "minute",
        "zone": "UTC",
    }
    outcome = pmtui("moment", "midnight", "--format", "json")
    assert outcome.status == 1
    assert set(json.loads(outcome.out)) == FIELDS
    assert json.loads(outcome.out)["ask"].startswith("Midnight at the beginning")


def test_the_zone_of_the_host_does_not_count(pmtui: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert pmtui.done("moment", "2026-03-14 14:05") == "Sat 14 Mar 2026 14:05 UTC"
