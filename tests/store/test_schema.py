"""Documents of an older form: read in the newest, written with the next change, and kept as they were beside it."""

from __future__ import annotations

import errno
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import tinydb
from hypothesis import given
from hypothesis import strategies as st

from pmtui.errors import Refused
from pmtui.store import Store, schema
from pmtui.store.changes import apply

from .conftest import INCIDENT, answer, folder_of
from .test_damage import without_a_line
from .test_faults import MOST, Faults
from .test_forgetting import forget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmtui.record.edit import Edit
    from pmtui.store.changes import Op


def value_becomes_words(op: Op) -> Iterable[Op]:
    """Schema 1 to 2: a field of the answers has another name."""
    table, key, document = op
    if table == "answers" and document is not None and "value" in document:
        document = {("words" if name == "value" else name): each for name, each in document.items()}
    yield table, key, document


def answers_are_apart(op: Op) -> Iterable[Op]:
    """Schema 2 to 3: answers have another id, and their words stand in a table of their own."""
    table, key, document = op
    if table != "answers":
        yield op
    elif document is None:
        yield "answers", f"a-{key}", None
        yield "words", key, None
    else:
        yield "answers", f"a-{key}", {name: each for name, each in document.items() if name != "words"}
        yield "words", key, {"words": document.get("words")}


STEPS = (value_becomes_words, answers_are_apart)


@pytest.fixture(autouse=True)
def first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every store here begins in schema 1."""
    become(monkeypatch, 1)


def become(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Be the pmtui that writes schema `number`."""
    monkeypatch.setattr(schema, "STEPS", list(STEPS[: number - 1]))


def said(store: Store) -> dict[str, Any]:
    """What was answered, in schema 3."""
    return {key: document["words"] for key, document in store.view(INCIDENT)["words"].items()}


def answer_apart(store: Store, key: str, text: str) -> None:
    def put(edit: Edit) -> None:
        edit.put("answers", f"a-{key}", {"state": "answered"})
        edit.put("words", key, {"words": text})

    store.change(INCIDENT, put)


def files(store: Store) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder_of(store).iterdir() if path.is_file()}


def test_older_documents_are_read_in_the_newest_form_and_reading_writes_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(store)
    become(monkeypatch, 3)
    assert said(store) == {"i1/q01": "first", "i1/q02": "second"}
    assert store.view(INCIDENT)["answers"]["a-i1/q01"] == {"state": "answered"}
    assert [key for change in store.changes(INCIDENT) for _, key, _ in change.ops] == [
        "incident",
        *("a-i1/q01", "i1/q01"),
        *("a-i1/q02", "i1/q02"),
    ]
    assert files(store) == before
    assert store.examine(INCIDENT) == store.notices == []


def test_the_next_change_writes_the_newest_form_and_keeps_the_older_file_beside(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(store)["incident.json"]
    become(monkeypatch, 3)
    answer_apart(store, "i1/q03", "third")
    kept = files(store)
    assert kept["incident.json.schema1"] == before
    assert b'"schema":3' in kept["incident.json"]
    answer_apart(store, "i1/q04", "fourth")
    assert files(store)["incident.json.schema1"] == before
    assert list(said(store).values()) == ["first", "second", "third", "fourth"]
    monkeypatch.setattr(tinydb.table.Table, "document_id_class", str)
    with tinydb.TinyDB(folder_of(store) / "incident.json.schema1", access_mode="r") as db:
        assert [each["value"] for each in db.table("answers")] == ["first", "second"]


def test_a_change_of_nothing_keeps_the_older_form(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files(store)
    become(monkeypatch, 2)
    store.change(INCIDENT, lambda _: None)
    assert files(store) == before


def test_each_older_form_is_kept_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    become(monkeypatch, 2)
    store.change(INCIDENT, lambda edit: edit.put("answers", "i1/q03", {"state": "answered", "words": "third"}))
    second = files(store)["incident.json"]
    become(monkeypatch, 3)
    answer_apart(store, "i1/q04", "fourth")
    assert files(store)["incident.json.schema2"] == second
    assert list(said(store).values()) == ["first", "second", "third", "fourth"]


@pytest.mark.parametrize("gone", ["incident.json", "journal.jsonl"])
def test_an_older_pmtui_refuses_what_a_newer_one_wrote_whichever_file_is_left(
    store: Store, monkeypatch: pytest.MonkeyPatch, gone: str
) -> None:
    become(monkeypatch, 2)
    store.change(INCIDENT, lambda edit: edit.put("answers", "i1/q03", {"words": "third"}))
    (folder_of(store) / gone).unlink()
    become(monkeypatch, 1)
    before = files(store)
    for use in (store.view, lambda incident: answer(store, "i1/q04", "lost"), store.repair):
        with pytest.raises(Refused, match=r"written by a newer pmtui \(schema 2, this one knows 1\)"):
            use(INCIDENT)
    assert files(store) == before


def test_the_journal_alone_tells_all_in_the_newest_form(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    become(monkeypatch, 3)
    answer_apart(store, "i1/q03", "third")
    store.change(INCIDENT, lambda edit: edit.remove("words", "i1/q01"))
    whole = store.view(INCIDENT)
    (folder_of(store) / "incident.json").unlink()
    assert store.view(INCIDENT) == whole


def test_a_damaged_journal_of_an_older_form_is_mended(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files(store)["incident.json"]
    journal = folder_of(store) / "journal.jsonl"
    journal.write_bytes(without_a_line(journal.read_bytes()))
    become(monkeypatch, 3)
    store.repair(INCIDENT)
    store.notices.clear()
    assert said(store) == {"i1/q01": "first", "i1/q02": "second"}
    assert store.examine(INCIDENT) == []
    assert files(store)["incident.json.schema1"] == before


def test_an_edit_by_hand_of_an_older_form_is_taken_over(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder_of(store) / "incident.json"
    path.write_bytes(path.read_bytes().replace(b"second", b"by hand"))
    become(monkeypatch, 3)
    store.repair(INCIDENT, accept_edit=True)
    assert said(store) == {"i1/q01": "first", "i1/q02": "by hand"}


def test_forgetting_removes_the_kept_file_too(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    become(monkeypatch, 2)
    store.change(INCIDENT, lambda edit: edit.put("answers", "i1/q03", {"words": "third"}))
    assert "incident.json.schema1" in files(store)
    assert forget(store, "i1/q02").revisions == 1
    assert not [name for name, data in files(store).items() if b"second" in data]
    assert store.view(INCIDENT)["answers"] == {
        "i1/q01": {"state": "answered", "words": "first"},
        "i1/q03": {"words": "third"},
    }


def test_whatever_call_fails_on_the_way_to_the_newest_form_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults = Faults(monkeypatch)
    for at in range(1, MOST):
        become(monkeypatch, 1)
        store = Store.open(tmp_path / str(at), by="alice")
        store.create(INCIDENT, lambda edit: edit.put("answers", "i1/q01", {"value": "first"}))
        before = files(store)["incident.json"]
        become(monkeypatch, 3)
        saved = faults.run(at, errno.ENOSPC, lambda store=store: answer_apart(store, "i1/q02", "second"))  # type: ignore[misc]
        assert said(store).items() >= {"i1/q01": "first", **({"i1/q02": "second"} if saved else {})}.items()
        answer_apart(store, "i1/q03", "third")
        assert said(store).items() >= {"i1/q01": "first", "i1/q03": "third"}.items()
        assert files(store)["incident.json.schema1"] == before
        if faults.count < at:
            return
    pytest.fail("a save of more system calls than can be")


changes = st.lists(
    st.tuples(st.sampled_from("abc"), st.one_of(st.none(), st.text(max_size=5)), st.booleans()), max_size=8
)


@given(changes)
def test_wherever_the_newer_pmtui_comes_in_view_and_journal_say_the_same(
    changes: list[tuple[str, str | None, bool]],
) -> None:
    """Each change puts or removes an answer; its mark says whether the next newer pmtui made it."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as monkeypatch:
        number, expected = 1, dict[str, str]()
        store = Store.open(Path(folder), by="alice")
        store.create(INCIDENT, lambda edit: edit.put("incident", "incident", {"title": "Refund bot"}))
        for key, text, newer in changes:
            number = min(number + newer, len(STEPS) + 1)
            become(monkeypatch, number)
            put_or_remove(store, number, key, text)
            expected.pop(key, None)
            if text is not None:
                expected[key] = text
        become(monkeypatch, 3)
        view = store.view(INCIDENT)
        assert {key: document["words"] for key, document in view.get("words", {}).items()} == expected
        replayed: dict[str, dict[str, Any]] = {}
        for change in store.changes(INCIDENT):
            apply(replayed, change.ops)
        assert {name: rows for name, rows in replayed.items() if rows} == {
            name: rows for name, rows in view.items() if rows
        }
        assert store.notices == []


def put_or_remove(store: Store, number: int, key: str, text: str | None) -> None:
    """What the pmtui of schema `number` does."""

    def change(edit: Edit) -> None:
        ops: Iterable[Op] = [("answers", key, None if text is None else {"value": text})]
        for table, name, document in schema.forward(ops, 1):
            if document is None:
                edit.remove(table, name)
            else:
                edit.put(table, name, document)

    store.change(INCIDENT, change)
