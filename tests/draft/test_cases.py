"""A case file that was imported is in the draft as a whole."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

import pmtui
from draft import reading
from incidents import CASES, imported
from pmtui.draft import markdown
from pmtui.reading import moments
from pmtui.record.fold import record

if TYPE_CHECKING:
    from collections.abc import Iterator

NOT_LOADED = {"schema", "unusual", "account_differences", "blaming"}
SHOWN_OTHERWISE = {"at", "until", "precision", "source", "disputed", "derived", "seconds"}
"""Keys whose value the draft says in other words; each has a test below."""

LEVELS = {"technical": "Technical", "process": "Process", "governance": "Governance"}

every_case = pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)


def case_of(path: Path) -> dict[str, Any]:
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return case


def draft_of(path: Path) -> str:
    view = imported(path)
    return markdown(view, record(view))


def first_draft() -> bytes:
    return draft_of(CASES[0]).encode()


def flat(words: object) -> str:
    return " ".join(str(words).split())


def scalars(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    if key in NOT_LOADED | SHOWN_OTHERWISE or value is None:
        return
    if isinstance(value, dict):
        for name, each in value.items():
            yield from scalars(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from scalars(each, key)
    else:
        yield key, flat(value)


def first_instant(event: dict[str, Any]) -> datetime:
    """A coarse time stands at the beginning of its day, month or year."""
    at = datetime.fromisoformat(event["at"])
    if event["precision"] in ("year", "month", "day"):
        at = at.replace(hour=0)
    if event["precision"] in ("year", "month"):
        at = at.replace(day=1)
    return at.replace(month=1) if event["precision"] == "year" else at


def stamps(item: dict[str, Any]) -> dict[str, Any]:
    return {key: item.get(key) for key in ("at", "until", "precision")}


def under(draft: str, *titles: str) -> str:
    """The words that stand under a heading with these titles above it."""
    return "\n".join(words for above, _, words in reading.sections(draft) if above[1 : len(titles) + 1] == [*titles])


def test_there_are_ten_cases() -> None:
    assert len(CASES) == 10


@every_case
def test_every_word_of_the_case_is_there(path: Path) -> None:
    seen = "\n".join(reading.visible(draft_of(path)))
    missing = [(key, words) for key, words in scalars(case_of(path)) if words not in seen]
    assert missing == []


@every_case
def test_an_empty_value_is_not_a_word(path: Path) -> None:
    assert not re.search(r"\bnull\b", draft_of(path))


@every_case
def test_the_timeline_has_every_entry_in_order_of_time(path: Path) -> None:
    case, zone = case_of(path), imported(path).incident.zone
    draft = draft_of(path)
    entries = under(draft, "Timeline").split("\n")[1:]
    places = []
    for each in case["timeline"]:
        head = f"{moments.show({'words': '', **stamps(each)}, zone=zone)} {flat(each['what'])}"
        places.append(next(number for number, line in enumerate(entries) if line.startswith(head)))
        details = entries[places[-1] + 1]
        for mark in ("disputed", "derived"):
            assert not each.get(mark) or mark in details
        if each.get("relative"):
            distance, to = each["relative"]["seconds"], each["relative"]["to"]
            assert f"{'before' if distance < 0 else 'after' if distance else 'at'} {to}" in details
            assert not distance or f"{abs(distance):g} " in details
    in_order = sorted(zip(map(first_instant, case["timeline"]), places, strict=True))
    assert [place for _, place in in_order] == sorted(places)
    assert len(set(places)) == len(case["timeline"])


@every_case
def test_dates_are_shown_as_precisely_as_they_are_known(path: Path) -> None:
    case, zone = case_of(path), imported(path).incident.zone
    draft = draft_of(path)
    for name, point in case["dates"].items():
        assert f"{name}: {moments.show({'words': '', **stamps(point)}, zone=zone)}" in under(draft, "Dates")
    seen = case["detection"]
    assert f"When: {moments.show({'words': '', **stamps(seen)}, zone=zone)}" in under(draft, "How it came to light")


@every_case
def test_each_factor_stands_under_its_level(path: Path) -> None:
    draft = draft_of(path)
    for level, title in LEVELS.items():
        found = under(draft, "Contributing factors", title)
        assert all(flat(factor["what"]) in found for factor in case_of(path)["causes"][level])


@every_case
def test_each_action_is_a_row_with_owner_and_due_date(path: Path) -> None:
    for action, row in zip(case_of(path)["corrective_actions"], reading.rows(draft_of(path)), strict=True):
        _, what, owner, due, status, kind = row
        assert what.startswith(flat(action["what"]))
        assert owner == f"{action['owner_role']} ({action['owner_basis']})"
        assert (action["due"] in due) if action.get("due") else due.startswith("no due date")
        assert status == (action.get("status") or "no status")
        assert kind == (action.get("kind") or "no kind")


@every_case
def test_each_account_stands_by_itself_with_its_mark_and_times(path: Path) -> None:
    draft = draft_of(path)
    for account in case_of(path)["accounts"]:
        found = under(draft, "Accounts", f"{account['role']} ({account['id']})")
        assert flat(account["text"]) in found
        assert account["mark"] in found
        assert account["cause_view"] in found
        named = found.partition("Times named:")[2]
        assert all(said["words"] in named and said["of"] in named for said in account["moments"])


@every_case
def test_each_fact_names_its_sources(path: Path) -> None:
    case = case_of(path)
    label = {each["url"]: each["id"] for each in case["sources"]}
    lines = reading.visible(draft_of(path))
    for part in ("timeline", "people_affected", "systems_affected", "lessons", "quotes", "what_went_well"):
        for item in case[part]:
            words = flat(next(item[key] for key in ("what", "group", "name", "text") if key in item))
            named = [item["source"]] if isinstance(item.get("source"), str) else item.get("source", [])
            cited = ", ".join(label[each] for each in named)
            places = [at for at, line in enumerate(lines) if words in line]
            near = [line for at in places for line in lines[at : at + 2]]
            assert not cited or any(line.endswith((f"({cited})", f"; {cited})")) for line in near), words


def test_the_same_case_gives_the_same_bytes_in_every_process() -> None:
    source = os.pathsep.join([str(Path(pmtui.__file__).parents[1]), str(Path(__file__).parents[1])])
    code = "import sys; from draft import test_cases; sys.stdout.buffer.write(test_cases.first_draft())"
    drafts = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": source, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }
    # Items have random ids, which the draft does not show.
    assert len(drafts) == 1
    assert b"## Timeline" in drafts.pop()
