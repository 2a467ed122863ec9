"""Real incidents, entered through the built-in questionnaires rather than imported, lose nothing of their files."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from incidents import CASES, imported
from pmtui.draft import markdown
from pmtui.draft.document import document
from pmtui.reading import moments
from pmtui.record.fold import record
from pmtui.record.view import View

from .entering import Entering, entered

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CHOSEN = (
    "uber-atg-tempe-2018-03-18",
    "robodebt-2015-2019",
    "replit-agent-database-2025-07",
    "epic-sepsis-model-2018-2021",
)
chosen = pytest.mark.parametrize("path", [path for path in CASES if path.stem in CHOSEN], ids=lambda path: path.stem)


@cache
def told(path: Path) -> Entering:
    return entered(path)


@chosen
def test_every_fact_of_the_file_is_in_the_record(path: Path) -> None:
    view = View(told(path).edit.tables)
    held = json.dumps(document(view, record(view))["record"], ensure_ascii=False)
    for answer in imported(path).answers.values():
        if isinstance(answer.value, str):
            for line in answer.value.splitlines():
                assert json.dumps(line, ensure_ascii=False)[1:-1] in held, answer.key


@chosen
def test_every_time_is_as_precise_as_in_the_file(path: Path) -> None:
    known = record(View(told(path).edit.tables))
    entered_times = {_meant(each.at) for each in known.events if each.at}
    for event in record(imported(path)).events:
        assert event.at
        assert _meant(event.at) in entered_times, event.what


def _meant(at: Mapping[str, Any]) -> tuple[object, str]:
    """What a time says: an instant, or of a coarse one as much of its day as is known, in its own zone."""
    known = {"day": 10, "month": 7, "year": 4}.get(at["precision"])
    return (at["at"][:known] if known else moments.earliest(moments.from_dict({"words": "", **at}))), at["precision"]


@chosen
def test_the_items_are_those_of_the_file(path: Path) -> None:
    known, file = record(View(told(path).edit.tables)), record(imported(path))
    for part in (
        "systems",
        "factors",
        "actions",
        "impacts",
        "milestones",
        "disagreements",
        "quotes",
        "lessons",
        "parties",
    ):
        assert len(getattr(known, part)) == len(getattr(file, part)), part
    assert [each.told for each in known.accounts if each.told] == [each.told for each in file.accounts if each.told]


@chosen
def test_the_draft_holds_what_was_entered(path: Path) -> None:
    view = View(told(path).edit.tables)
    draft = markdown(view, record(view))
    assert "None recorded" not in draft[draft.index("## Systems affected") : draft.index("## Organisations")]
    assert draft.count("{'") == 0


@chosen
def test_little_is_left_to_remarks(path: Path) -> None:
    fields = {place.rpartition(".")[2] for place in told(path).remarked}
    assert fields <= {
        *(
            "note",
            "sources",
            "basis",
            "status",
            "marks",
            "clock",
            "mark",
            "owner_basis",
            "label",
            "publisher",
            "published",
        ),
        *("kind", "extent", "sector", "country", "share", "delay", "personal_data", "sensitivity", "what", "state"),
    }
