from __future__ import annotations

import pytest

from pmtui.errors import Refused
from pmtui.store import Store
from pmtui.store.names import sidecar_file

from .conftest import INCIDENT, folder_of


def test_what_is_being_typed_is_one_file_for_each_author_and_never_in_the_journal(store: Store) -> None:
    journal = (folder_of(store) / "journal.jsonl").read_bytes()
    other = Store.open(store.root, by="bob")
    store.keep_typing(INCIDENT, "i1", {"text": "hal"})
    store.keep_typing(INCIDENT, "i1", {"text": "half a sent"})
    other.keep_typing(INCIDENT, "i1", {"text": "bob's"})
    assert store.typing(INCIDENT, "i1") == {"text": "half a sent"}
    assert other.typing(INCIDENT, "i1") == {"text": "bob's"}
    assert (folder_of(store) / "typing" / "i1.alice.json").exists()
    assert (folder_of(store) / "journal.jsonl").read_bytes() == journal
    store.drop_typing(INCIDENT, "i1")
    store.drop_typing(INCIDENT, "i1")
    assert store.typing(INCIDENT, "i1") is None
    assert other.typing(INCIDENT, "i1") == {"text": "bob's"}


def test_nothing_typed_yet_is_none_and_writes_nothing(store: Store) -> None:
    assert (store.typing(INCIDENT, "i1"), store.place(INCIDENT, "i1")) == (None, None)
    store.drop_typing(INCIDENT, "i1")
    assert {entry.name for entry in folder_of(store).iterdir()} == {"incident.json", "journal.jsonl", ".lock"}


def test_a_place_is_kept(store: Store) -> None:
    store.keep_place(INCIDENT, "i1", {"question": "q07"})
    assert store.place(INCIDENT, "i1") == {"question": "q07"}
    assert store.typing(INCIDENT, "i1") is None
    assert (folder_of(store) / "places" / "i1.alice.json").exists()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\0\0", b"\xff", b"[" * 100_000])
def test_a_damaged_draft_is_told_of_and_kept_before_it_is_replaced(store: Store, content: bytes) -> None:
    store.keep_typing(INCIDENT, "i1", {"text": "lost?"})
    (folder_of(store) / "typing" / "i1.alice.json").write_bytes(content)
    assert store.typing(INCIDENT, "i1") is None
    assert "damaged" in store.notices[-1]
    store.keep_typing(INCIDENT, "i1", {"text": "new"})
    assert store.typing(INCIDENT, "i1") == {"text": "new"}
    (kept,) = (store.root / "quarantine").iterdir()
    assert kept.name.startswith(f"{INCIDENT}-typing-i1.alice.json-")
    assert kept.read_bytes() == content


def test_what_json_cannot_hold_is_refused_and_the_draft_stays(store: Store) -> None:
    store.keep_typing(INCIDENT, "i1", {"text": "good"})
    with pytest.raises(Refused, match="is not UTF-8"):
        store.keep_typing(INCIDENT, "i1", {"text": "\ud83d"})
    assert store.typing(INCIDENT, "i1") == {"text": "good"}


def test_a_draft_of_an_incident_that_is_not_there_is_refused(store: Store) -> None:
    with pytest.raises(Refused, match="no incident"):
        store.keep_typing("other", "i1", {"text": "x"})


@pytest.mark.parametrize("author", ["../../etc/passwd", "Zoë", "a/b", "名前", "x" * 500, "", "a\nb", "..", "~", "a\0b"])
def test_any_author_and_interview_become_a_file_in_the_folder(store: Store, author: str) -> None:
    own = Store.open(store.root, by=author)
    own.keep_typing(INCIDENT, f"i1/{author}", {"by": author})
    assert own.typing(INCIDENT, f"i1/{author}") == {"by": author}
    names = [entry.name for entry in (folder_of(store) / "typing").iterdir() if entry.name != ".lock"]
    assert len(names) == 1
    assert names[0].isascii()
    assert len(names[0]) < 250


def test_distinct_pairs_have_distinct_files() -> None:
    texts = ["a", "b.c", "a.b", "c", "a%2Eb", "ä", "%C3%A4", "x" * 100, "x" * 101, "x" * 32 + "%%", ""]
    files = {sidecar_file(interview, author) for interview in texts for author in texts}
    assert len(files) == len(texts) ** 2


def test_an_author_that_is_no_text_is_refused(store: Store) -> None:
    with pytest.raises(Refused, match="the name of the author"):
        Store.open(store.root, by="\udcff")
