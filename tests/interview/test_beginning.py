from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from incidents import QUESTIONNAIRES, SMALL, begun, view
from pmtui.interview.beginning import asked, days_of
from pmtui.record.changes import edit_incident, edit_participant
from refusals import refused

if TYPE_CHECKING:
    from pathlib import Path


def test_a_built_in_questionnaire_is_asked_by_name() -> None:
    assert asked("quick", QUESTIONNAIRES).questionnaire["questionnaire"] == "quick"


@pytest.mark.parametrize("name", ["mine.yaml", "mine.yml"])
def test_a_questionnaire_in_a_file_is_asked_by_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / name).write_text(SMALL, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for path in (name, f"./{name}", str(tmp_path / name)):
        assert asked(path, QUESTIONNAIRES).questionnaire["questionnaire"] == "small"


def test_what_cannot_be_asked_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("questionnaire: small\n", encoding="utf-8")
    assert "bad.yaml:1:1: `sections` is missing here" in refused(asked, str(tmp_path / "bad.yaml"), QUESTIONNAIRES)
    assert "cannot be read" in refused(asked, str(tmp_path / "gone.yaml"), QUESTIONNAIRES)
    assert "there are: quick, intake" in refused(asked, "nothing", QUESTIONNAIRES)


def test_a_path_that_leads_nowhere_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(SMALL.replace("maps_to: system.name", "maps_to: system.nmae"), encoding="utf-8")
    assert refused(asked, str(path), QUESTIONNAIRES) == f"{path}:15:49: the record has no place `system.nmae`"


def test_times_are_in_the_zone_of_the_participant_else_of_the_incident() -> None:
    edit = begun()
    assert days_of(view(edit), "i1").zone == "Europe/Berlin"
    edit_participant(edit, "p1", {"zone": "Pacific/Auckland"})
    assert days_of(view(edit), "i1").zone == "Pacific/Auckland"


def test_a_bare_time_is_on_the_day_that_it_was_noticed() -> None:
    edit = begun()
    assert days_of(view(edit), "i1").first_day is None
    edit_incident(edit, {"noticed": {"words": "x", "at": "2026-03-11T23:30:00+01:00"}})
    assert days_of(view(edit), "i1").first_day == date(2026, 3, 11)
    edit_incident(edit, {"noticed": {"words": "some day", "at": None}})
    assert days_of(view(edit), "i1").first_day is None


def test_yesterday_is_counted_from_the_day_of_the_interview_where_the_participant_is() -> None:
    edit = begun()
    edit.tables["interviews"]["i1"]["started"] = "2026-03-14T22:30:00+00:00"
    assert days_of(view(edit), "i1").spoken_on == date(2026, 3, 14)
    edit_participant(edit, "p1", {"zone": "Pacific/Auckland"})
    assert days_of(view(edit), "i1").spoken_on == date(2026, 3, 15)
