"""The documentation of the record speaks of the record and the questionnaires that there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from incidents import QUESTIONNAIRES
from pmtui.questionnaire.loading import built_in
from pmtui.record import items
from pmtui.record.fold import ACCOUNT_FIELDS, is_known

TEXT = (Path(__file__).parents[2] / "docs" / "record.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| ([^|]+) \| (`[a-z-]+: [^|]+) \| `([a-z_.]+)` \|$", TEXT, re.MULTILINE)


@pytest.mark.parametrize("kind", items.KINDS)
def test_every_kind_is_listed_with_its_fields(kind: str) -> None:
    row = next(
        line for line in TEXT.splitlines() if line.startswith(f"| `{kind}`") or f"`{kind}.technical`" in line[:20]
    )
    for field in items.KINDS[kind][1].model_fields:
        if field not in items.Item.model_fields and (kind, field) != ("factor", "level"):
            assert f"`{field}`" in row, field


def test_what_every_item_and_every_account_carries_is_listed() -> None:
    for field in {*items.Item.model_fields, *ACCOUNT_FIELDS} - {"id"}:
        assert f"`{field}`" in TEXT, field


@pytest.mark.parametrize(("what", "asked", "place"), ROWS, ids=[row[0] for row in ROWS])
def test_what_an_ordinary_template_cannot_hold_is_asked_for_and_has_a_place(what: str, asked: str, place: str) -> None:
    assert is_known(place)
    for name, question in re.findall(r"`([a-z-]+): ([a-z_]+)`", asked):
        assert built_in(QUESTIONNAIRES, name).questions[question].maps_to == place, what


def test_no_row_is_passed_over() -> None:
    assert len(ROWS) == TEXT[TEXT.index("| | asked in") :].count("\n| ") - 1
