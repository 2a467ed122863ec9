from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tinydb import TinyDB
from tinydb.table import Table

from pmtui.errors import Refused
from pmtui.store import Store
from pmtui.store.backend import Backend, Conflict
from pmtui.store.files import FileBackend

from .conftest import INCIDENT, answer, folder_of

if TYPE_CHECKING:
    from pmtui.record.edit import Edit


def test_what_was_saved_is_in_view_and_in_changes(store: Store) -> None:
    assert store.view(INCIDENT) == {
        "incident": {"incident": {"title": "Refund bot"}},
        "answers": {
            "i1/q01": {"state": "answered", "value": "first"},
            "i1/q02": {"state": "answered", "value": "second"},
        },
    }
    changes = list(store.changes(INCIDENT))
    assert [(change.seq, change.by) for change in changes] == [(1, "alice"), (2, "alice"), (3, "alice")]
    assert changes[1].ops == [("answers", "i1/q01", {"state": "answered", "value": "first"})]
    assert len({change.id for change in changes}) == 3
    assert changes[0].at < changes[1].at < changes[2].at
    assert changes[0].at.endswith("+00:00")
    assert store.notices == []


def test_another_store_object_sees_every_change(store: Store) -> None:
    other = Store.open(store.root, by="bob")
    answer(other, "i2/q01", "from bob")
    assert store.view(INCIDENT)["answers"]["i2/q01"]["value"] == "from bob"
    assert [change.by for change in store.changes(INCIDENT)] == ["alice", "alice", "alice", "bob"]


def test_a_correction_keeps_its_place_and_the_older_revision(store: Store) -> None:
    answer(store, "i1/q01", "corrected")
    answers = store.view(INCIDENT)["answers"]
    assert list(answers) == ["i1/q01", "i1/q02"]
    assert answers["i1/q01"]["value"] == "corrected"
    ops = [op for change in store.changes(INCIDENT) for op in change.ops]
    texts = [document["value"] for _, key, document in ops if key == "i1/q01" and document]
    assert texts == ["first", "corrected"]


def test_new_documents_stand_at_the_end_in_the_order_in_which_they_were_put(store: Store) -> None:
    def put(edit: Edit) -> None:
        for key in ("z", "a", "m"):
            edit.put("answers", key, {})

    store.change(INCIDENT, put)
    assert list(store.view(INCIDENT)["answers"]) == ["i1/q01", "i1/q02", "z", "a", "m"]


def test_a_removed_document_is_gone_from_view_and_stays_in_changes(store: Store) -> None:
    store.change(INCIDENT, lambda edit: edit.remove("answers", "i1/q01"))
    assert list(store.view(INCIDENT)["answers"]) == ["i1/q02"]
    assert list(store.changes(INCIDENT))[-1].ops == [("answers", "i1/q01", None)]


def test_the_edit_sees_what_it_did(store: Store) -> None:
    def look(edit: Edit) -> tuple[object, ...]:
        edit.put("decisions", "d1", {"kind": "merge"})
        edit.remove("answers", "i1/q01")
        edit.remove("answers", "never there")
        return edit.get("decisions", "d1"), edit.get("answers", "i1/q01"), edit.all("answers"), edit.all("unknown")

    found = store.change(INCIDENT, look)
    assert found == ({"kind": "merge"}, None, {"i1/q02": {"state": "answered", "value": "second"}}, {})


def test_put_replaces_the_whole_document(store: Store) -> None:
    store.change(INCIDENT, lambda edit: edit.put("answers", "i1/q01", {"state": "declined"}))
    assert store.view(INCIDENT)["answers"]["i1/q01"] == {"state": "declined"}


def test_what_get_and_all_hand_out_and_what_put_takes_are_copies(store: Store) -> None:
    mine = {"list": [1]}

    def tamper(edit: Edit) -> None:
        edit.put("answers", "mine", mine)
        mine["list"].append(2)
        for document in (edit.get("answers", "mine"), edit.all("answers")["mine"]):
            assert document is not None
            document["list"].append(3)

    store.change(INCIDENT, tamper)
    assert store.view(INCIDENT)["answers"]["mine"] == {"list": [1]}


def test_nothing_changed_is_no_change(store: Store) -> None:
    before = store.stamps()
    answer(store, "i1/q01", "first")
    assert store.stamps() == before


@pytest.mark.parametrize(("old", "new"), [(1, True), (1, 1.0), (0, False), (0.0, -0.0)])
def test_a_change_between_values_that_python_calls_equal_is_kept(store: Store, old: object, new: object) -> None:
    store.change(INCIDENT, lambda edit: edit.put("answers", "x", {"value": old}))
    store.change(INCIDENT, lambda edit: edit.put("answers", "x", {"value": new}))
    assert repr(store.view(INCIDENT)["answers"]["x"]["value"]) == repr(new)


def test_unknown_tables_and_fields_are_kept(store: Store) -> None:
    store.change(INCIDENT, lambda edit: edit.put("of_tomorrow", "x", {"later": {"deep": [None]}}))
    answer(store, "i1/q03", "third")
    assert store.view(INCIDENT)["of_tomorrow"] == {"x": {"later": {"deep": [None]}}}


def test_nothing_is_saved_where_the_function_fails(store: Store) -> None:
    before = store.stamps()

    def half(edit: Edit) -> None:
        edit.put("answers", "half", {})
        raise FileNotFoundError("a mistake of the caller")

    with pytest.raises(FileNotFoundError, match="a mistake of the caller"):
        store.change(INCIDENT, half)
    assert store.stamps() == before
    answer(store, "i1/q03", "still works")


deep: object = None
for _ in range(100):
    deep = [deep]


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ({"value": float("nan")}, "answers x.value is the number nan"),
        ({"value": [float("inf")]}, r"answers x.value\[0\] is the number inf"),
        ({"value": {1, 2}}, "of type set"),
        ({"value": Path("x")}, "of type PosixPath"),
        ({"value": b"bytes"}, "of type bytes"),
        ({"value": 10**5000}, "whole number of more than 64 bits"),
        ({"value": {1: "a"}}, "the key 1, which is not a text"),
        ({"value": "ab\ud800"}, "answers x.value: character 3 is not UTF-8"),
        ({"\udfff": "a"}, "is not UTF-8"),
        ({"value": deep}, "nested more than 60 levels"),
    ],
)
def test_what_json_cannot_hold_is_refused_before_anything_is_written(
    store: Store, document: dict[str, object], words: str
) -> None:
    before = store.stamps()
    with pytest.raises(Refused, match=words) as refused:
        store.change(INCIDENT, lambda edit: edit.put("answers", "x", document))
    str(refused.value).encode()
    assert store.stamps() == before


@pytest.mark.parametrize(("table", "key"), [("_store", "1"), ("answers", ""), ("", "x"), ("answers", 3)])
def test_the_table_of_the_store_and_ids_that_are_no_text_are_refused(store: Store, table: str, key: str) -> None:
    with pytest.raises(Refused):
        store.change(INCIDENT, lambda edit: edit.put(table, key, {}))


def test_tinydb_reads_every_table(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.change(INCIDENT, lambda edit: edit.put("answers", "i1/event_at@e3f2", {"value": "14:02 – ⏰"}))
    monkeypatch.setattr(Table, "document_id_class", str)
    with TinyDB(folder_of(store) / "incident.json", access_mode="r", encoding="utf-8") as db:
        found = {name: {d.doc_id: dict(d) for d in db.table(name).all()} for name in db.tables() - {"_store"}}
        assert found == store.view(INCIDENT)
        assert db.table("_store").get(doc_id="1")["seq"] == 4


def test_a_document_named_like_the_bookkeeping_does_no_harm(store: Store) -> None:
    text = '"_store":{"1":{"schema":9,"seq":1,"journal":1,"crc":"00000000"}}}'
    store.change(INCIDENT, lambda edit: edit.put("zz", "_store", {"_store": {"1": {"schema": 9}}, "text": text}))
    assert store.view(INCIDENT)["zz"]["_store"]["text"] == text
    assert store.notices == []


def test_a_new_incident_appears_as_a_whole_and_only_once(store: Store) -> None:
    def refuse(edit: Edit) -> None:
        edit.put("incident", "incident", {})
        raise Refused("not this one")

    with pytest.raises(Refused, match="not this one"):
        store.create("other", refuse)
    assert store.ids() == [INCIDENT]
    assert store.create("other", lambda _: 7) == 7
    assert store.ids() == [INCIDENT, "other"]
    assert store.view("other") == {}
    with pytest.raises(Refused, match="other exists already"):
        store.create("other", lambda _: None)


def test_two_who_make_the_same_incident_at_once_do_not_both_win(store: Store) -> None:
    def meanwhile(edit: Edit) -> None:
        Store.open(store.root, by="bob").create(
            "same", lambda theirs: theirs.put("incident", "incident", {"by": "bob"})
        )
        edit.put("incident", "incident", {"by": "alice"})

    with pytest.raises(Refused, match="there already"):
        store.create("same", meanwhile)
    assert store.view("same")["incident"]["incident"] == {"by": "bob"}
    assert {entry.name for entry in (store.root / "incidents").iterdir()} == {INCIDENT, "same"}


@pytest.mark.parametrize("name", ["", ".", "..", "../x", "a/b", ".hidden", "-x", "a b", "é", "a\n", "x" * 101, "a\0b"])
def test_an_id_that_is_no_safe_file_name_is_refused_everywhere(store: Store, name: str) -> None:
    for use in (
        lambda: store.create(name, lambda _: None),
        lambda: store.change(name, lambda _: None),
        lambda: store.view(name),
        lambda: store.changes(name),
        lambda: store.remove(name),
        lambda: store.restore(name),
        lambda: store.typing(name, "i1"),
    ):
        with pytest.raises(Refused):
            use()


def test_an_unknown_incident_is_refused_and_not_made(store: Store) -> None:
    for use in (store.view, store.changes, store.remove, store.restore):
        with pytest.raises(Refused, match=r"no (removed )?incident"):
            use("2026-01-01-nothing")
    with pytest.raises(Refused, match="no incident"):
        store.change("2026-01-01-nothing", lambda _: None)
    assert store.ids() == [INCIDENT]


def test_resolve_takes_any_unique_beginning(store: Store) -> None:
    for name in ("2026-05-01-a", "2026-05-01-ab", "2026-05-02-c"):
        store.create(name, lambda _: None)
    assert store.resolve("2026-03") == INCIDENT
    assert store.resolve("2026-05-01-a") == "2026-05-01-a"
    with pytest.raises(Refused, match="3 incidents begin with '2026-05': 2026-05-01-a, 2026-05-01-ab, 2026-05-02-c"):
        store.resolve("2026-05")
    with pytest.raises(Refused, match=f"no incident begins with 'refund': {INCIDENT}"):
        store.resolve("refund")
    with pytest.raises(Refused, match="no incident begins with ''"):
        store.resolve("")


def test_resolve_names_no_more_than_five(store: Store) -> None:
    for number in range(7):
        store.create(f"x{number}", lambda _: None)
    with pytest.raises(Refused, match=r"7 incidents begin with 'x': x0, x1, x2, x3, x4, \.\.\.$"):
        store.resolve("x")


def test_a_removed_incident_comes_back_as_it_was(store: Store) -> None:
    before = store.view(INCIDENT)
    store.remove(INCIDENT)
    assert (store.ids(), store.removed()) == ([], [INCIDENT])
    with pytest.raises(Refused, match="no incident"):
        store.view(INCIDENT)
    with pytest.raises(Refused, match=f"`pmtui restore {INCIDENT}`"):
        store.create(INCIDENT, lambda _: None)
    store.restore("2026-03")
    assert (store.ids(), store.removed()) == ([INCIDENT], [])
    assert store.view(INCIDENT) == before
    answer(store, "i1/q03", "goes on")


def test_stamps_change_with_every_change(store: Store) -> None:
    store.create("other", lambda _: None)
    before = store.stamps()
    answer(store, "i1/q02", "secona")
    after = store.stamps()
    assert before["other"] == after["other"]
    assert before[INCIDENT] != after[INCIDENT]
    image, log = folder_of(store) / "incident.json", folder_of(store) / "journal.jsonl"
    info = image.stat()
    assert after[INCIDENT] == [info.st_ino, info.st_mtime_ns, info.st_size, log.stat().st_size]


def test_a_folder_that_is_not_there_is_an_empty_store_and_stays_away(root: Path) -> None:
    store = Store.open(root, by="alice", create=False)
    assert (store.ids(), store.removed(), store.stamps()) == ([], [], {})
    assert not root.exists()
    store.create(INCIDENT, lambda _: None)
    assert Store.open(root, by="bob", create=False).ids() == [INCIDENT]


def test_a_folder_with_something_else_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    for create in (True, False):
        with pytest.raises(Refused, match="not a store of pmtui and not empty"):
            Store.open(tmp_path, by="alice", create=create)
    assert [entry.name for entry in tmp_path.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize("content", ["", "[]", "null", '{"format": "other", "schema": 1}', '{"format": "pmtui-store"}'])
def test_a_marker_that_is_not_one_is_refused(store: Store, content: str) -> None:
    (store.root / "store.json").write_text(content)
    with pytest.raises(Refused, match=r"store\.json is damaged or not of pmtui"):
        Store.open(store.root, by="alice")


def test_a_newer_store_is_refused(store: Store) -> None:
    (store.root / "store.json").write_text('{"format": "pmtui-store", "schema": 2}')
    with pytest.raises(Refused, match="written by a newer pmtui"):
        Store.open(store.root, by="alice", create=False)


def test_the_file_backend_keeps_the_three_promises_of_a_backend(store: Store) -> None:
    backend: Backend = FileBackend(store.root, "carol", [])
    version, tables = backend.load(INCIDENT)
    assert (version, tables) == (3, store.view(INCIDENT))
    assert backend.append(INCIDENT, version, "an-id", [("answers", "x", {"value": 1})], "carol") == 4
    assert [(change.seq, change.id, change.by) for change in backend.since(INCIDENT, 3)] == [(4, "an-id", "carol")]
    with pytest.raises(Conflict):
        backend.append(INCIDENT, version, "other-id", [], "carol")


def test_reading_imports_neither_tinydb_nor_anything_slow(store: Store) -> None:
    program = f"""
import sys
from pathlib import Path
from pmtui.store import Store
store = Store.open(Path({str(store.root)!r}), by="alice", create=False)
store.view(store.resolve("2026")), store.stamps(), list(store.changes({INCIDENT!r}))
print(*[name for name in ("tinydb", "yaml", "pydantic", "rich", "textual", "asyncio") if name in sys.modules])
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""
