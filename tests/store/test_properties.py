from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pmtui.errors import Refused
from pmtui.store import Change, Store
from pmtui.store import journal as journals
from pmtui.store import snapshot as snapshots
from pmtui.store.changes import apply, difference
from pmtui.store.plain import same

from .conftest import INCIDENT

if TYPE_CHECKING:
    from pmtui.record.edit import Edit

texts = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.sampled_from(
        [
            "",
            "🧯👩\u200d🚒",
            "שלום \u200fעולם",
            "\u202egnirts",
            "\x00\x1b[31m\x7f",
            "\r\n\u2028\u2029\x85",
            "x" * 20_000,
        ]
    ),
)
scalars = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**63), 2**63), st.floats(allow_nan=False, allow_infinity=False), texts
)
values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3))
documents = st.dictionaries(texts, values, max_size=3)
keys = st.sampled_from(["i1/q01", "i1/q02", "i1/event_at@e3f2", "_store", "é\n"]) | texts.filter(bool)
tables = st.dictionaries(
    st.sampled_from(["incident", "answers", "decisions"]), st.dictionaries(keys, documents, max_size=4)
)
writes = st.lists(
    st.tuples(st.sampled_from(["incident", "answers", "new"]), keys, st.none() | documents), min_size=1, max_size=4
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(writes, min_size=1, max_size=4))
def test_every_acknowledged_change_is_in_view_and_in_changes(saves: list[list[tuple[str, str, Any]]]) -> None:
    expected: dict[str, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder), by="zoë")
        store.create(INCIDENT, lambda _: None)
        for save in saves:
            before = len(list(store.changes(INCIDENT)))

            def write(edit: Edit, save: list[tuple[str, str, Any]] = save) -> None:
                for table, key, document in save:
                    if document is None:
                        edit.remove(table, key)
                    else:
                        edit.put(table, key, document)

            store.change(INCIDENT, write)
            for table, key, document in save:
                if document is None:
                    expected.setdefault(table, {}).pop(key, None)
                else:
                    expected.setdefault(table, {})[key] = document
            assert len(list(store.changes(INCIDENT))) <= before + 1
        seen = Store.open(Path(folder), by="bob").view(INCIDENT)
        assert same(
            {name: rows for name, rows in seen.items() if rows}, {n: rows for n, rows in expected.items() if rows}
        )
        replayed: dict[str, dict[str, Any]] = {}
        for change in store.changes(INCIDENT):
            apply(replayed, change.ops)
        assert same(replayed, seen)
        assert store.notices == []


@given(tables, tables)
def test_the_difference_leads_from_the_old_to_the_new(old: Any, new: Any) -> None:
    ops = difference(old, new)
    result = {name: dict(rows) for name, rows in old.items()}
    apply(result, ops)
    assert same({n: rows for n, rows in result.items() if rows}, {n: rows for n, rows in new.items() if rows})
    assert difference(new, new) == []


@given(tables, st.integers(1, 2**60), st.integers(0, 2**60))
def test_a_snapshot_is_read_as_it_was_written(content: Any, seq: int, size: int) -> None:
    read = snapshots.decode(snapshots.encode(content, seq, size), Path("incident.json"))
    assert read is not None
    assert (read.seq, read.journal) == (seq, size)
    assert same(read.tables, content)


@given(tables, st.data())
def test_no_flipped_bit_of_a_snapshot_goes_unseen(content: Any, data: st.DataObject) -> None:
    raw = bytearray(snapshots.encode(content, 17, 4711))
    place = data.draw(st.integers(0, len(raw) - 1))
    raw[place] ^= 1 << data.draw(st.integers(0, 7))
    try:
        assert snapshots.decode(bytes(raw), Path("incident.json")) is None
    except Refused:
        assert raw[place : place + 1].isdigit()  # the number of the schema


@given(st.lists(documents, max_size=4), st.binary(max_size=30), st.data())
def test_a_torn_line_costs_nothing_but_itself(saved: list[Any], torn: bytes, data: st.DataObject) -> None:
    changes = [Change(n, str(n), "at", "by", [("t", "k", document)]) for n, document in enumerate(saved, 1)]
    lines = [journals.encode(change, change.seq - 1) for change in changes]
    cut = data.draw(st.integers(0, len(lines)))
    read = journals.decode(b"".join([*lines[:cut], torn.replace(b"\n", b""), b"\n", *lines[cut:]]))
    assert same([line.change() for line in read.lines], changes)
    assert read.unbroken


@given(st.binary(max_size=200))
def test_any_bytes_at_all_can_be_read_as_a_journal_or_a_snapshot(raw: bytes) -> None:
    assert journals.decode(raw).lines == []
    assert snapshots.decode(raw, Path("incident.json")) is None
