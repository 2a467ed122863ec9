"""The shapes of JSON that scripts rely on: fields may be added, none renamed or taken away."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from cli.conftest import CASE
from pmtui.record.changes import Stamp, decide
from pmtui.record.items import Record
from pmtui.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Commands

ANSWER = {"interview", "question", "item", "state", "value", "remark", "revision", "at", "by"}
LIST = {"id", "title", "severity", "state", "interviews", "flags", "actions", "changed"}
DOCUMENT = {"schema", "incident", "participants", "interviews", "answers", "decisions", "record"}


def read(pmtui: Commands, *words: object) -> Any:
    return json.loads(pmtui.done(*words, "--format", "json"))


def is_time(text: str) -> bool:
    return datetime.fromisoformat(text).tzinfo is not None


def test_list(begun: Commands) -> None:
    (row,) = read(begun, "list")
    assert set(row) == LIST
    assert row["interviews"] == {"done": 0, "planned": 1}
    assert row["actions"] == {"open": 0, "all": 0}
    assert (row["id"], row["title"], row["state"], row["flags"]) == ("2026-03-14-refund-bot", "Refund bot", "open", 0)
    assert is_time(row["changed"])


def test_list_of_nothing(pmtui: Commands) -> None:
    assert read(pmtui, "list") == []


def test_list_with_one_that_cannot_be_read(begun: Commands, home: Path) -> None:
    begun.done("new", "--title", "T", "--zone", "UTC", "--id", "broken")
    for file in (home / "store/incidents/broken").glob("*.json*"):
        file.write_bytes(b"{")
    outcome = begun("list", "--format", "json")
    assert outcome.status == 2
    (line,) = outcome.err.splitlines()
    rows = {row["id"]: row for row in json.loads(outcome.out)}
    assert set(rows) == {"2026-03-14-refund-bot", "broken"}
    assert line == f"pmtui: {rows['broken']['fault']}"
    assert "broken" in begun("list").out


@pytest.mark.parametrize("command", ["show", "export"])
def test_show_and_export(pmtui: Commands, command: str) -> None:
    pmtui.done("new", "--from", CASE)
    document = read(pmtui, command, CASE.stem)
    assert set(document) >= DOCUMENT
    assert document["schema"] == 2
    assert set(document["record"]) == set(Record.model_fields)
    assert {key for answer in document["answers"] for key in answer} == ANSWER
    assert {frozenset(answer) for answer in document["answers"]} == {frozenset(ANSWER)}
    assert all(is_time(answer["at"]) for answer in document["answers"])
    assert [each["id"] for each in document["interviews"]] == [f"i{n + 1}" for n in range(len(document["interviews"]))]


def test_decisions(begun: Commands, home: Path) -> None:
    store = Store.open(home / "store", by="tester")
    stamp = Stamp("2026-03-14T10:00:00+00:00", "tester")
    store.change("2026-03-14-refund-bot", lambda edit: decide(edit, "drop-item", "s1", stamp))
    (decision,) = read(begun, "show", "2026")["decisions"]
    assert set(decision) == {"id", "kind", "about", "value", "at", "by"}


def test_answers(begun: Commands) -> None:
    begun.done("answer", "2026", "i1", "story", "It began at noon.")
    _, key = begun.done("answer", "2026", "i1", "event_at@new", "14:05").rsplit(" ", 1)
    begun.done("answer", "2026", "i1", "duties", "safety,contract")
    answers = read(begun, "answers", "2026", "i1")
    assert list(answers) == ["story", key, "duties"]
    assert all(set(each) == ANSWER for each in answers.values())
    assert answers["duties"]["value"] == ["safety", "contract"]
    moment = answers[key]["value"]
    assert set(moment) >= {"words", "at", "until", "open", "precision", "basis", "zone", "relative_to"}
    assert (moment["at"], answers[key]["item"]) == ("2026-03-14T14:05:00+01:00", key.partition("@")[2])


HOSTILE = "\x1b[31mred\x9b0m \u202eturned\u202c \x85 [bold]x[/] </script> \u2028 =1+1 'quoted' \"twice\" \\n"


@pytest.mark.parametrize("command", [["show"], ["export"], ["answers", "i1"], ["list"]], ids=lambda words: words[0])
def test_what_people_typed_comes_back_and_cannot_steer_a_terminal(begun: Commands, command: list[str]) -> None:
    begun.done("edit", "2026", "--title", HOSTILE, "--summary", HOSTILE)
    begun.done("answer", "2026", "i1", "story", HOSTILE, "--remark", HOSTILE)
    name, *rest = command
    words = [name, *([] if name == "list" else ["2026"]), *rest]
    raw = begun.done(*words, "--format", "json")
    for text in (raw, begun.done(*words)):
        assert not {each for each in text if each < " " or "\x7f" <= each <= "\x9f"} - {"\n", "\t"}
        assert not set(text) & set("\u202e\u202c")
    if name != "list":
        assert HOSTILE in list(strings(json.loads(raw)))


def strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for each in value.values() for text in strings(each)]
    if isinstance(value, list):
        return [text for each in value for text in strings(each)]
    return [value] if isinstance(value, str) else []
