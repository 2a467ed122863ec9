"""Case files become incidents: facts as answers of the file, each account an interview of its own."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from incidents import CASES, QUESTIONNAIRES, RULES, STAMP
from plain_edit import DictEdit
from pmtui import blame
from pmtui.draft import markdown
from pmtui.errors import Refused
from pmtui.findings import flags, progress
from pmtui.intake.case import Case
from pmtui.intake.case_import import import_case, load_case
from pmtui.intake.files import start_from_file
from pmtui.interview.beginning import asked, days_of
from pmtui.reading import yaml as reading
from pmtui.reading.checking import checked
from pmtui.record.fold import record
from pmtui.record.view import View
from pmtui.store import Store
from refusals import refused

if TYPE_CHECKING:
    from pmtui.record.items import Record

EVERY_KEY = Path(__file__).with_name("every_key.yaml")
NOT_LOADED = {"blaming", "account_differences", "unusual", "schema"}

every_case = pytest.mark.parametrize("path", [*CASES, EVERY_KEY], ids=lambda path: path.stem)


def imported(case: Case) -> View:
    edit = DictEdit()
    import_case(edit, case, asked("imported", QUESTIONNAIRES), STAMP)
    return View(edit.tables)


@cache
def loaded(path: Path) -> View:
    return imported(load_case(path))


@cache
def known(path: Path) -> Record:
    return record(loaded(path))


@cache
def case_of(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # all scalars as text


def leaves(value: Any, key: str = "") -> list[str]:
    """All text of a case file that is loaded."""
    if key in NOT_LOADED or value in ("null", "", None):
        return []
    if isinstance(value, dict):
        return [text for name, each in value.items() for text in leaves(each, name)]
    if isinstance(value, list):
        return [text for each in value for text in leaves(each, key)]
    return [str(value)]


def test_there_are_ten_cases() -> None:
    assert len(CASES) == 10


@every_case
def test_the_incident_has_the_fields_of_the_case(path: Path) -> None:
    case, incident = case_of(path), loaded(path).incident
    assert (incident.id, incident.title, incident.zone) == (case["id"], case["title"], case["zone"])
    assert incident.severity == case["severity"]["level"]
    assert incident.summary == case["summary"]
    noticed = case["dates"].get("detected")
    assert (incident.noticed or {}).get("at") == (noticed and noticed["at"])


@every_case
def test_every_loaded_text_of_the_file_is_in_the_documents(path: Path) -> None:
    case = case_of(path)
    held = "\n".join(" ".join(text.split()) for text in leaves(dict(loaded(path).tables)))
    marks = {"true", "false"}
    missing = [text for text in leaves(case) if " ".join(text.split()) not in held and text not in marks]
    assert [text for text in missing if not is_number(text, held)] == []


def is_number(text: str, held: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", text) is not None and str(float(text)) in held


@every_case
def test_what_is_there_for_tests_alone_is_not_loaded(path: Path) -> None:
    case = load_case(path)
    for account in case.accounts:
        account.blaming.clear()
    case.unusual.clear()
    case.account_differences.clear()
    assert said(imported(case)) == said(loaded(path))


def said(view: View) -> list[tuple[str, str, Any]]:
    return [(each.interview, each.question, each.value) for each in view.answers.values()]


@every_case
def test_the_facts_come_from_the_file_and_each_account_from_a_person(path: Path) -> None:
    view, case = loaded(path), case_of(path)
    source, *people = view.participants.values()
    assert (source.kind, source.role) == ("source", f"case file {case['id']}")
    assert [(each.kind, each.role, each.alias) for each in people] == [
        ("person", account["role"], account["id"]) for account in case["accounts"]
    ]
    assert [each.participant for each in view.interviews.values()] == list(view.participants)
    assert {each.state for each in view.interviews.values()} == {"ended"}
    assert {(each.state, each.revision, each.by) for each in view.answers.values()} == {("answered", 1, STAMP.by)}


@every_case
def test_accounts_stay_apart(path: Path) -> None:
    _, *accounts = known(path).accounts
    for account, told in zip(accounts, case_of(path)["accounts"], strict=True):
        assert account.told == told["text"]
        assert account.cause_view == told.get("cause_view")
        mentions = [each for each in known(path).mentions if each.accounts == (account.interview,)]
        assert [(each.at or {})["words"] for each in mentions] == [each["words"] for each in told["moments"]]
    assert not [item for kind in dict(known(path)).values() for item in kind if getattr(item, "differs", ())]


@every_case
def test_every_item_of_the_file_is_an_item_of_the_record(path: Path) -> None:
    case, found = case_of(path), known(path)
    same = {"systems": "systems_affected", "data": "data_affected", "impacts": "people_affected", "events": "timeline",
            "disagreements": "disagreements", "went_well": "what_went_well", "compliance": "compliance_impact",
            "actions": "corrective_actions", "lessons": "lessons", "quotes": "quotes", "publications": "sources",
            "milestones": "dates"}  # fmt: skip
    assert {name: len(getattr(found, name)) for name in same} == {name: len(case[key]) for name, key in same.items()}
    for level, factors in case["causes"].items():
        assert [each.what for each in found.factors if each.level == level] == [each["what"] for each in factors]
    layers = {key for key, each in case["ai_provenance"].items() if leaves(each)} - {"note", "source", "basis"}
    assert {each.layer for each in found.provenance} == layers


@every_case
def test_a_time_keeps_what_the_file_says_of_it(path: Path) -> None:
    for event, told in zip(known(path).events, case_of(path)["timeline"], strict=True):
        at = event.at or {}
        assert (at["at"], at["precision"], at["until"]) == (told["at"], told["precision"], told.get("until"))
        assert at["words"] == (told.get("words") or told["at"])
        assert event.clock == told.get("clock")
        assert set(event.marks) == {mark for mark in ("disputed", "derived") if told.get(mark) == "true"}
        assert (at["relative_to"] or {}).get("to") == (told.get("relative") or {}).get("to")


@every_case
def test_every_source_of_a_fact_is_named(path: Path) -> None:
    for event, told in zip(known(path).events, case_of(path)["timeline"], strict=True):
        source = told.get("source", [])
        assert list(event.sources) == (source if isinstance(source, list) else [source])


@every_case
def test_nothing_is_made_up_where_the_file_says_null(path: Path) -> None:
    assert not [each for each in loaded(path).answers.values() if each.value in ("null", "~", "None", "", None)]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_is_made_once_and_a_second_time_it_is_refused(tmp_path: Path, path: Path) -> None:
    store = Store.open(tmp_path / "store", by="facilitator")
    assert start_from_file(store, path) == path.stem == View(store.view(path.stem)).incident.id
    before = store.stamps()
    assert "exists already" in refused(start_from_file, store, path)
    assert (store.stamps(), store.ids()) == (before, [path.stem])
    store.remove(path.stem)
    assert f"`pmtui restore {path.stem}`" in refused(start_from_file, store, path)


@pytest.mark.parametrize("name", ["case.txt", "case", "case.yaml.bak"])
def test_a_file_of_another_kind_is_refused(tmp_path: Path, name: str) -> None:
    store = Store.open(tmp_path / "store", by="facilitator")
    said = refused(start_from_file, store, tmp_path / name)
    assert said.endswith("a case file ends in .yaml, an exported record in .json")


STAMPS = st.sampled_from([
    "2026-03-14T10:00:00Z", "20260314T100000Z", "2026-W11-6T10:00+01:00", "2026-03-14 10:00+00:00", "0001-01-01T00:00Z",
    "9999-12-31T23:59:59-14:00", "1970-01-01T00:00:00+14:00", "2026-03-14T10:00:00.5+01:00", "2026-03-14T10+00:00",
    "2026-03-29T02:30:00+01:00", "2026-03-14T10:00:00+01:00:30",
])  # fmt: skip


@given(st.data())
def test_whatever_stands_in_a_case_file_it_is_refused_or_everything_can_be_made_of_it(data: st.DataObject) -> None:
    lines = EVERY_KEY.read_text(encoding="utf-8").splitlines()
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        key, colon, _ = lines[at].partition(": ")
        if not colon or "&s1" in lines[at]:
            continue
        new = data.draw(STAMPS if key.endswith(("at", "until", "due")) else st.one_of(st.text(), STAMPS))
        lines[at] = f"{key}: '{new.replace(chr(39), chr(39) * 2)}'"
    every_view_of("\n".join(lines))


def every_view_of(text: str) -> None:
    try:
        case = checked(Case, reading.parse(text, "case.yaml"))
    except Refused:
        return
    view = imported(case)
    found = record(view)
    assert markdown(view, found)
    assert progress.next_step(view, found, flags.count(view, found, rules()))
    assert days_of(view, "i1").zone == case.zone


@cache
def rules() -> blame.Rules:
    return blame.load(RULES)
