"""What any backend must do: run over the one on files and over one in memory."""

from __future__ import annotations

from datetime import datetime
from threading import Thread
from typing import TYPE_CHECKING, Any, Protocol
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pmtui.errors import Refused
from pmtui.store.backend import Backend, Conflict
from pmtui.store.changes import apply
from pmtui.store.files import FileBackend

from .memory import MemoryBackend

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pmtui.store.changes import Op, Tables

INCIDENT = "2026-03-14-refund-bot"
FIRST: Op = ("incident", "incident", {"title": "Refund bot"})


class Made(Backend, Protocol):
    """A backend, with what each engine has a way of its own for."""

    def create(self, incident: str, change_id: str, ops: Iterable[Op], by: str) -> None: ...


@pytest.fixture(params=["files", "memory"])
def backend(request: pytest.FixtureRequest, tmp_path: Path) -> Made:
    """A backend with one incident of one change."""
    made: Made = FileBackend(tmp_path, "alice", []) if request.param == "files" else MemoryBackend()
    made.create(INCIDENT, "the-first", [FIRST], "alice")
    return made


def put(key: str, value: Any) -> Op:
    return ("answers", key, {"value": value})


def test_a_new_incident_is_at_version_1(backend: Made) -> None:
    assert backend.load(INCIDENT) == (1, {"incident": {"incident": {"title": "Refund bot"}}})


def test_an_append_is_the_next_version_and_what_is_loaded(backend: Made) -> None:
    assert backend.append(INCIDENT, 1, "a", [put("i1/q1", "größer: ほげ"), put("i1/q2", [1, None, True])], "bob") == 2
    assert backend.append(INCIDENT, 2, "b", [put("i1/q1", "again"), ("answers", "i1/q2", None)], "bob") == 3
    version, tables = backend.load(INCIDENT)
    assert version == 3
    assert tables["answers"] == {"i1/q1": {"value": "again"}}


def test_an_append_to_another_version_is_a_conflict_and_changes_nothing(backend: Made) -> None:
    backend.append(INCIDENT, 1, "a", [put("i1/q1", "x")], "bob")
    before = backend.load(INCIDENT)
    for expected in (0, 1, 3):
        with pytest.raises(Conflict):
            backend.append(INCIDENT, expected, f"b{expected}", [put("i1/q1", "y")], "carol")
    assert backend.load(INCIDENT) == before
    assert len(list(backend.since(INCIDENT, 0))) == 2


def test_the_same_change_sent_again_is_one_change(backend: Made) -> None:
    """As after a lost link, when nobody knows whether it came through."""
    assert backend.append(INCIDENT, 1, "a", [put("i1/q1", "x")], "bob") == 2
    assert backend.append(INCIDENT, 2, "b", [put("i1/q1", "y")], "carol") == 3
    assert backend.append(INCIDENT, 1, "a", [put("i1/q1", "x")], "bob") == 2
    assert backend.append(INCIDENT, 3, "a", [put("i1/q1", "x")], "bob") == 2
    assert backend.load(INCIDENT)[1]["answers"] == {"i1/q1": {"value": "y"}}
    assert [change.id for change in backend.since(INCIDENT, 0)] == ["the-first", "a", "b"]


def test_nothing_to_change_is_no_version(backend: Made) -> None:
    assert backend.append(INCIDENT, 1, "a", [], "bob") == 1
    assert backend.load(INCIDENT)[0] == 1


def test_changes_are_told_since_a_version_oldest_first(backend: Made) -> None:
    for number in range(1, 4):
        backend.append(INCIDENT, number, f"id{number}", [put("i1/q1", number)], f"writer{number}")
    told = list(backend.since(INCIDENT, 2))
    assert [(change.seq, change.id, change.by) for change in told] == [(3, "id2", "writer2"), (4, "id3", "writer3")]
    assert [change.ops for change in told] == [[put("i1/q1", 2)], [put("i1/q1", 3)]]
    assert all(datetime.fromisoformat(change.at).utcoffset() is not None for change in told)
    assert list(backend.since(INCIDENT, 4)) == []


def test_what_is_loaded_is_the_callers_own(backend: Made) -> None:
    backend.load(INCIDENT)[1]["incident"]["incident"]["title"] = "spoilt"
    next(iter(backend.since(INCIDENT, 0))).ops.clear()
    assert backend.load(INCIDENT)[1]["incident"]["incident"]["title"] == "Refund bot"
    assert len(next(iter(backend.since(INCIDENT, 0))).ops) == 1


def test_an_incident_that_is_not_there_is_refused(backend: Made) -> None:
    for use in (
        lambda: backend.load("gone"),
        lambda: list(backend.since("gone", 0)),
        lambda: backend.append("gone", 0, "x", [put("i1/q1", "x")], "bob"),
    ):
        with pytest.raises(Refused):
            use()


def test_writers_at_once_lose_nothing(backend: Made) -> None:
    def write(name: str) -> None:
        for number in range(20):
            change_id = str(uuid4())
            while True:
                try:
                    backend.append(
                        INCIDENT, backend.load(INCIDENT)[0], change_id, [put(f"{name}/{number}", name)], name
                    )
                except Conflict:
                    continue
                break

    writers = [Thread(target=write, args=(f"w{number}",)) for number in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert len(backend.load(INCIDENT)[1]["answers"]) == 80
    assert [change.seq for change in backend.since(INCIDENT, 0)] == list(range(1, 82))


OPS = st.lists(
    st.tuples(
        st.sampled_from(["answers", "decisions"]),
        st.sampled_from(["i1/q1", "i1/q2@e3f2", "größer"]),
        st.none()
        | st.dictionaries(
            st.text(st.characters(exclude_categories=["Cs"])), st.integers(-9, 9) | st.text("aé\n\0"), max_size=2
        ),
    ),
    max_size=4,
)


@given(st.lists(OPS, max_size=5))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_its_changes_replayed_are_what_is_loaded(backend: Made, changes: list[list[Op]]) -> None:
    incident = f"x{uuid4()}"
    backend.create(incident, "the-first", [FIRST], "alice")
    for ops in changes:
        version = backend.load(incident)[0]
        assert backend.append(incident, version, str(uuid4()), ops, "bob") == version + bool(ops)
    replayed: Tables = {}
    for change in backend.since(incident, 0):
        apply(replayed, change.ops)
    found = backend.load(incident)[1]
    assert {name: of for name, of in replayed.items() if of} == {name: of for name, of in found.items() if of}
