from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from incidents import CASES
from pmtui.intake.files import start_from_file
from pmtui.intake.starting import Form, change, start
from pmtui.library import catalogue
from pmtui.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable


NO_RULES = Path("no rules of a team")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store with the incidents `first`, `second` and `third`, made in this order."""
    store = Store.open(tmp_path / "store", by="facilitator")
    for name in ("first", "second", "third"):
        start(store, Form(title=f"The {name}", zone="UTC"), name)
    return store


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The incidents whose row was made anew."""
    names: list[str] = []
    build = catalogue._builder

    def counting(store: Store, rules: Path) -> Any:
        one = build(store, rules)

        def make(name: str) -> Any:
            names.append(name)
            return one(name)

        return make

    monkeypatch.setattr(catalogue, "_builder", counting)
    return names


def rows(store: Store, cache: Path) -> list[dict[str, Any]]:
    return catalogue.rows(store, cache, NO_RULES)


def ids(store: Store, cache: Path) -> list[str]:
    return [row["id"] for row in rows(store, cache)]


def file_of(cache: Path) -> Path:
    (found,) = cache.rglob("catalogue.json")
    return found


def test_the_one_changed_last_stands_first(store: Store, cache: Path) -> None:
    assert ids(store, cache) == ["third", "second", "first"]
    change(store, "first", Form(title="Changed"))
    assert ids(store, cache) == ["first", "third", "second"]


def test_a_row_has_what_the_list_promises_and_what_to_do_next(tmp_path: Path, cache: Path) -> None:
    store = Store.open(tmp_path / "cases", by="facilitator")
    name = start_from_file(store, next(path for path in CASES if "replit" in path.stem))
    (row,) = rows(store, cache)
    assert row["id"] == name
    assert row["interviews"]["done"] == row["interviews"]["planned"] > 1
    assert row["flags"] > 0
    assert row["actions"]["all"] >= row["actions"]["open"] > 0
    assert row["severity"]
    assert row["next"].startswith("Look at ")
    assert row["changed"]


def test_rows_are_made_once_and_only_what_changed_is_made_anew(store: Store, cache: Path, made: list[str]) -> None:
    first = rows(store, cache)
    assert sorted(made) == ["first", "second", "third"]
    made.clear()
    assert rows(store, cache) == first
    assert made == []
    change(store, "second", Form(title="Changed"))
    assert [row["title"] for row in rows(store, cache)] == ["Changed", "The third", "The first"]
    assert made == ["second"]


def test_one_row_is_the_kept_one_while_it_holds(store: Store, cache: Path, made: list[str]) -> None:
    (kept, *_) = rows(store, cache)
    made.clear()
    assert catalogue.row(store, cache, NO_RULES, kept["id"]) == kept
    assert made == []
    change(store, kept["id"], Form(title="Changed"))
    assert catalogue.row(store, cache, NO_RULES, kept["id"])["title"] == "Changed"


def test_a_removed_incident_leaves_the_list_and_a_restored_one_comes_back(store: Store, cache: Path) -> None:
    rows(store, cache)
    store.remove("second")
    assert ids(store, cache) == ["third", "first"]
    assert b"The second" not in file_of(cache).read_bytes()
    store.restore("second")
    assert sorted(ids(store, cache)) == ["first", "second", "third"]


def test_another_version_and_other_rules_make_every_row_anew(
    store: Store, cache: Path, made: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    rows(store, cache)
    made.clear()
    monkeypatch.setattr(catalogue, "__version__", "99.0")
    rows(store, cache)
    assert sorted(made) == ["first", "second", "third"]
    made.clear()
    other = tmp_path / "blame"
    other.mkdir()
    (other / "own.yaml").write_text("extends: en\noff: [mockery]\n")
    catalogue.rows(store, cache, other)
    assert sorted(made) == ["first", "second", "third"]


def test_two_stores_do_not_share_their_rows(store: Store, cache: Path, tmp_path: Path) -> None:
    other = Store.open(tmp_path / "other", by="facilitator")
    start(other, Form(title="Another first", zone="UTC"), "first")
    rows(store, cache)
    assert [row["title"] for row in rows(other, cache)] == ["Another first"]
    assert len(rows(store, cache)) == 3


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "emptied": lambda raw: b"",
    "cut short": lambda raw: raw[:-9],
    "cut to its checksum": lambda raw: raw[:9],
    "one letter changed": lambda raw: raw.replace(b"The first", b"The worst"),
    "something behind it": lambda raw: raw + b" ",
    "another file": lambda raw: b"[]",
    "no text": lambda raw: b"\xff" * 100,
    "nested": lambda raw: b"[" * 100_000,
}


@pytest.mark.parametrize("harm", DAMAGE)
def test_a_damaged_cache_is_thrown_away(store: Store, cache: Path, harm: str, made: list[str]) -> None:
    whole = rows(store, cache)
    file = file_of(cache)
    kept = file.read_bytes()
    file.write_bytes(DAMAGE[harm](kept))
    made.clear()
    assert rows(store, cache) == whole
    assert sorted(made) == ["first", "second", "third"]
    assert file.read_bytes() == kept


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(store: Store, cache: Path) -> None:
    cache.write_text("a file stands where the folder should")
    assert ids(store, cache) == ["third", "second", "first"]
    assert cache.read_text() == "a file stands where the folder should"


def test_a_link_in_the_place_of_the_cache_is_not_followed(store: Store, cache: Path, tmp_path: Path) -> None:
    rows(store, cache)
    precious = tmp_path / "precious"
    precious.write_text("mine")
    file = file_of(cache)
    file.unlink()
    file.symlink_to(precious)
    assert len(rows(store, cache)) == 3
    assert precious.read_text() == "mine"


@pytest.mark.parametrize("harm", ["both files", "folder", "content"])
def test_an_incident_that_cannot_be_read_hides_no_other(store: Store, cache: Path, harm: str) -> None:
    rows(store, cache)
    folder = store.root / "incidents" / "second"
    match harm:
        case "both files":
            (folder / "incident.json").write_bytes(b"{")
            (folder / "journal.jsonl").write_bytes(b"{")
        case "folder":
            (folder / "incident.json").unlink()
            (folder / "journal.jsonl").unlink()
        case "content":
            store.change("second", lambda edit: edit.remove("incident", "incident"))
    found = {row["id"]: row for row in rows(store, cache)}
    assert sorted(found) == ["first", "second", "third"]
    assert len(found["second"]["fault"].splitlines()) == 1
    assert found["second"]["title"] == "cannot be read"
    assert not {name for name, row in found.items() if "fault" in row} - {"second"}


def test_a_store_that_is_not_there_has_no_rows(tmp_path: Path, cache: Path) -> None:
    assert rows(Store.open(tmp_path / "nowhere", by="x", create=False), cache) == []
    assert not (tmp_path / "nowhere").exists()


def test_what_is_made_is_told_and_kept_on_the_way(
    store: Store, cache: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "KEEP_AFTER", 0.0)
    told: list[tuple[int, int]] = []

    def interrupted(done: int, count: int) -> None:
        told.append((done, count))
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        catalogue.rows(store, cache, NO_RULES, interrupted)
    assert told == [(1, 3), (2, 3), (3, 3)]
    made.clear()
    assert len(rows(store, cache)) == 3
    assert len(made) == 1
