from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

import pmtui
from incidents import QUESTIONNAIRES
from pmtui.errors import Refused
from pmtui.questionnaire import loading, snapshots
from pmtui.reading import standards
from pmtui.reading.conditions import Reply
from pmtui.record.fold import is_known

SOURCE = Path(pmtui.__file__).parent
NAMES = [
    "quick", "intake", "responder", "model-data", "product-ops", "security", "supplier", "governance", "management",
    "affected", "synthesis", "actions", "lessons", "facts", "imported",
]  # fmt: skip
every_one = pytest.mark.parametrize("name", NAMES)


def test_the_built_in_questionnaires_are_all_tested_here() -> None:
    assert QUESTIONNAIRES.names() == NAMES


@every_one
def test_what_a_question_leads_to_is_a_place_in_the_record(name: str) -> None:
    for question in loading.built_in(QUESTIONNAIRES, name).questions.values():
        assert question.maps_to is None or is_known(question.maps_to), question.maps_to


@pytest.mark.parametrize("name", ["quick", "imported"])
def test_every_question_of_a_small_team_and_of_a_file_has_its_place(name: str) -> None:
    for question in loading.built_in(QUESTIONNAIRES, name).questions.values():
        assert question.maps_to, question.id


@every_one
def test_what_covers_an_item_of_a_standard_has_a_place(name: str) -> None:
    asked = loading.built_in(QUESTIONNAIRES, name).questions.values()
    placed = {item for question in asked if question.maps_to for item in question.covers}
    assert placed >= {item for question in asked for item in question.covers}


@pytest.mark.parametrize(
    "path",
    ["system", "system.nmae", "system.id", "system.accounts", "system.name.x", "nothing.what", "factor.what",
     "factor.personal.what", "factor.process.level", "account.interview", "gap.ask", "event.at.words"],
)  # fmt: skip
def test_a_path_that_leads_nowhere_is_known_to_lead_nowhere(path: str) -> None:
    assert not is_known(path)


@every_one
def test_each_section_fills_one_kind_of_place(name: str) -> None:
    for section in loading.built_in(QUESTIONNAIRES, name).sections:
        kinds = {question.maps_to.rsplit(".", 1)[0] for question in section.questions if question.maps_to}
        assert not section.repeat or len(kinds) == 1, section.id


@every_one
def test_no_two_questions_about_one_item_fill_the_same_place(name: str) -> None:
    """Of two answers at one place, one would be lost; what stands outside of repeated sections is about one item."""
    asked = loading.built_in(QUESTIONNAIRES, name)
    places = Counter(
        (section.id if section.repeat else None, question.maps_to)
        for section in asked.sections
        for question in section.questions
        if question.maps_to
    )
    assert [place for place, times in places.items() if times > 1] == []


@every_one
def test_what_is_asked_is_a_question(name: str) -> None:
    for question in loading.built_in(QUESTIONNAIRES, name).questions.values():
        assert question.type == "info" or question.ask.endswith("?"), question.ask
        assert all(probe.endswith("?") for probe in question.probe), question.id


def test_quick_is_short_and_covers_the_whole_of_an_incident() -> None:
    quick = loading.built_in(QUESTIONNAIRES, "quick")
    assert len(quick.questions) <= 15
    paths = {question.maps_to for question in quick.questions.values()}
    assert paths >= {
        "account.told", "detection.how", "system.name", "impact.what", "event.at", "event.what",
        "factor.technical.what", "factor.process.what", "factor.governance.what", "compliance.touches",
        "gate.aware_at", "action.what", "action.owner", "action.due",
    }  # fmt: skip
    assert quick.preamble


@pytest.mark.parametrize(
    ("name", "what"),
    [("security", "gate.possible_why"), ("supplier", "provenance.supplier")],
)
def test_a_part_that_is_not_for_everybody_is_offered_once_intake_gave_the_reason(name: str, what: str) -> None:
    condition = loading.built_in(QUESTIONNAIRES, name).condition
    intake = loading.built_in(QUESTIONNAIRES, "intake")
    assert condition
    assert what in {question.maps_to for question in intake.questions.values()}
    assert condition.value(lambda _: Reply("not_asked")) is not True
    assert condition.value(lambda path: Reply("answered" if path == f"record.{what}" else "not_asked")) is True


def test_a_questionnaire_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(Refused, match=r"no questionnaire `quik` - did you mean `quick`\?; there are: quick, intake"):
        loading.built_in(QUESTIONNAIRES, "quik")


@every_one
def test_a_snapshot_gives_the_questionnaire_back_and_the_same_one_has_the_same_name(name: str) -> None:
    asked = loading.built_in(QUESTIONNAIRES, name)
    sha256, data = snapshots.snapshot(asked)
    assert re.fullmatch("[0-9a-f]{64}", sha256)
    again = snapshots.from_snapshot(data)
    assert again.sections == asked.sections
    assert snapshots.snapshot(again) == (sha256, data)
    assert snapshots.snapshot(asked.model_copy(update={"title": "another"}))[0] != sha256


def texts(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def test_no_question_of_a_questionnaire_stands_in_python() -> None:
    """Questions are data: whoever changes one edits YAML and no program."""
    asked = {
        question.ask
        for name in QUESTIONNAIRES.names()
        for question in loading.built_in(QUESTIONNAIRES, name).questions.values()
    }
    assert not [(path.name, text) for path in SOURCE.rglob("*.py") for text in texts(path) if text.strip() in asked]


@pytest.mark.parametrize("item", standards.items(), ids=lambda item: item.id)
def test_every_item_of_the_standards_is_asked_for_in_its_own_part_and_has_a_place(item: standards.Information) -> None:
    asked = loading.built_in(QUESTIONNAIRES, item.questionnaire, is_known)
    covering = [each for each in asked.questions.values() if item.id in each.covers]
    assert any(each.maps_to and is_known(each.maps_to) for each in covering)


@every_one
def test_questions_cover_only_items_that_there_are(name: str) -> None:
    known = {each.id for each in standards.items()}
    for question in loading.built_in(QUESTIONNAIRES, name).questions.values():
        assert set(question.covers) <= known, question.id
