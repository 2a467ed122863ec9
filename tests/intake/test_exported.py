"""An exported document comes back as it was; a damaged one is refused, or does no harm."""

from __future__ import annotations

import copy
import json
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidents import CASES, RULES, SMALL, STAMP, answer, begun, view
from plain_edit import DictEdit
from pmtui import blame
from pmtui.draft import markdown
from pmtui.draft.document import document
from pmtui.errors import Refused
from pmtui.findings import flags, progress
from pmtui.intake.exported import checked_document, import_exported
from pmtui.intake.files import start_from_file
from pmtui.record.changes import decide
from pmtui.record.fold import record
from pmtui.record.view import View
from pmtui.store import Store
from refusals import refused

if TYPE_CHECKING:
    from pathlib import Path


def exported(of: View) -> dict[str, Any]:
    return document(of, record(of))


def written(folder: Path, data: object) -> Path:
    file = folder / "incident.json"
    file.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return file


@cache
def small() -> dict[str, Any]:
    edit = begun(SMALL, "on-call engineer", "product lead")
    answer(edit, "i1/story", "It began at noon.", remark="from memory")
    answer(edit, "i2/name@s1", "Refund bot")
    answer(edit, "i2/name@s2", None, "unknown")
    decide(edit, "drop-item", "s2", STAMP)
    return exported(view(edit))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_comes_back_with_the_same_documents(tmp_path: Path, path: Path) -> None:
    first, second = (Store.open(tmp_path / name, by="facilitator") for name in ("first", "second"))
    name = start_from_file(first, path)
    file = written(tmp_path, exported(View(first.view(name))))
    assert start_from_file(second, file) == name
    for table in ("answers", "questionnaires", "decisions"):
        assert second.view(name).get(table) == first.view(name).get(table)
    assert exported(View(second.view(name))) == exported(View(first.view(name)))


def test_states_remarks_and_decisions_come_back(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "store", by="facilitator")
    name = start_from_file(store, written(tmp_path, small()))
    assert exported(View(store.view(name))) == small()


def test_what_an_older_pmtui_exported_says_who_declined(tmp_path: Path) -> None:
    older = copy.deepcopy(small())
    for who, declined in zip(older["participants"], (False, True), strict=True):
        del who["state"], who["reason"], who["order"]
        who["declined"] = declined
    older["schema"] = 1
    store = Store.open(tmp_path / "store", by="facilitator")
    name = start_from_file(store, written(tmp_path, older))
    assert [each.state for each in View(store.view(name)).participants.values()] == ["to_ask", "declined"]
    assert all("declined" not in each for each in store.view(name)["participants"].values())


def test_an_id_that_exists_is_refused(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "store", by="facilitator")
    name = start_from_file(store, written(tmp_path, small()))
    before = store.stamps()
    assert "exists already" in refused(start_from_file, store, tmp_path / "incident.json")
    assert (store.ids(), store.stamps()) == ([name], before)


@pytest.mark.parametrize(
    "data",
    [
        "", "nothing", "[]", "5", "null", "{}", '{"schema": 1}', "[" * 100_000, "\x00", '{"schema": NaN}',
        {"schema": 3, "incident": {}, "answers": []},
        {"schema": 0, "incident": {}, "answers": []},
        {"schema": "1", "incident": {}, "answers": []},
        {"schema": 1, "incident": [], "answers": []},
        {"schema": 1, "incident": {}, "answers": []},
        {**small(), "incident": {**small()["incident"], "id": "../x"}},
        {**small(), "incident": {**small()["incident"], "zone": 5}},
        {**small(), "incident": {**small()["incident"], "created": "x"}},
        {**small(), "incident": {**small()["incident"], "state": "weird"}},
        {**small(), "participants": small()["participants"] * 2},
        {**small(), "answers": 5},
        {**small(), "answers": [{}]},
        {**small(), "answers": [{**small()["answers"][0], "state": "perhaps"}]},
        {**small(), "participants": [5]},
        {**small(), "questionnaires": []},
        {**small(), "questionnaires": {"x": {"questionnaire": "x"}}},
        {**small(), "decisions": [{"id": "d1", "kind": "explode", "about": "x", "at": "x", "by": "x"}]},
    ],
    ids=lambda data: str(data)[-40:],
)  # fmt: skip
def test_what_is_no_exported_document_is_refused_in_one_line(tmp_path: Path, data: object) -> None:
    store = Store.open(tmp_path / "store", by="facilitator")
    file = written(tmp_path, data)
    said = refused(start_from_file, store, file)
    assert said.startswith(f"{file}: ")
    assert len(said.splitlines()) == 1
    assert store.ids() == []


@pytest.mark.parametrize("name", ["gone.json", "folder.json"])
def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.json").mkdir()
    store = Store.open(tmp_path / "store", by="facilitator")
    assert "cannot be read" in refused(start_from_file, store, tmp_path / name)


TEXT = st.one_of(st.text(max_size=5), st.sampled_from(["i1", "i9", "p9", "s1", "later", "moment", "2026-03-14"]))
WRONG = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(max_size=5),
        st.sampled_from(["i1", "p9", "later"]),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(st.text(max_size=5), inner, max_size=2)),
    max_leaves=4,
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(each for key, inner in below if key != "record" for each in places(inner, (*path, key)))][
        bool(not path) :
    ]


@settings(max_examples=200)
@given(st.data())
def test_a_document_with_any_damage_is_refused_or_everything_can_be_made_of_it(data: st.DataObject) -> None:
    damaged = copy.deepcopy(small())
    for _ in range(data.draw(st.integers(1, 2))):
        *steps, last = data.draw(st.sampled_from(places(damaged)))
        inner = damaged
        for step in steps:
            inner = inner[step]
        inner[last] = data.draw(TEXT if isinstance(inner[last], str) and data.draw(st.booleans()) else WRONG)
    everything_of(damaged)


def everything_of(data: dict[str, Any]) -> None:
    edit = DictEdit()
    try:
        import_exported(edit, checked_document(data))
    except Refused:
        return
    found = View(edit.tables)
    known = record(found)
    assert markdown(found, known)
    assert progress.next_step(found, known, flags.count(found, known, rules()))
    assert exported(found)


@cache
def rules() -> blame.Rules:
    return blame.load(RULES)
