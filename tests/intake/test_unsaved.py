"""What the app wrote elsewhere because it could not be saved: saved again from that file, or refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents import QUESTIONNAIRES
from pmtui.errors import Refused
from pmtui.intake import people, starting
from pmtui.intake.unsaved import Unsaved, load_unsaved, save_again
from pmtui.record.corrections import reasons
from pmtui.record.notes import notes_of
from pmtui.record.taking_up import Plan, under_way
from pmtui.record.view import View
from pmtui.store import Store

if TYPE_CHECKING:
    from pathlib import Path

INCIDENT = "2026-03-14-refund-bot"
HERE = {"incident": INCIDENT, "interview": "i1", "at": "2026-03-15T09:30:00.000+00:00", "by": "alex"}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store with one interview, not begun."""
    store = Store.open(tmp_path / "store", by="root")
    starting.start(store, starting.Form(title="Refund bot", zone="UTC"), INCIDENT)
    people.add(store, INCIDENT, people.Person("on-call engineer"))
    people.begin(store, INCIDENT, "p1", "quick", QUESTIONNAIRES)
    return store


def unsaved(**fields: Any) -> Unsaved:
    return Unsaved.model_validate({**HERE, **fields})


def test_answers_items_and_the_end_are_saved_with_their_author_and_time(store: Store) -> None:
    for fields, told in (
        ({"question": "story", "state": "answered", "value": "It paid."}, "1 story"),
        ({"question": "story", "state": "declined", "remark": "not today"}, "2 story"),
        ({"question": "system_name", "item": "s3f2", "state": "answered", "value": "bot"}, "1 system_name@s3f2"),
        ({"what": "drop-item", "item": "s3f2"}, "drop-item s3f2"),
        ({"what": "confirm-answer", "question": "story"}, "confirm-answer story"),
        ({"what": "keep-item", "item": "s3f2"}, "keep-item s3f2"),
        ({"what": "end"}, "end i1"),
        ({"what": "notes", "item": "i1", "value": "Ask the vendor."}, "notes i1"),
    ):
        assert save_again(store, unsaved(**fields)) == told
    view = View(store.view(INCIDENT))
    story = view.answers["i1/story"]
    assert (story.state, story.remark, story.at, story.by) == ("declined", "not today", HERE["at"], "alex")
    decided = [(each.kind, each.about) for each in view.decisions]
    assert decided == [("drop-item", "s3f2"), ("confirm-answer", "i1/story"), ("keep-item", "s3f2")]
    assert {each.by for each in view.decisions} == {"alex"}
    assert view.interviews["i1"].state == "ended"
    assert notes_of(view, "i1", "alex") == "Ask the vendor."


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"question": "gone", "state": "answered", "value": "x"}, "i1 has no question `gone`"),
        ({"question": "story", "state": "answered", "value": 7}, "the answer to story is no long text"),
        ({"interview": "i9", "question": "story"}, "no interview `i9`"),
        ({"incident": "2020", "question": "story"}, "no incident begins with '2020'"),
    ],
)
def test_what_does_not_fit_is_refused(store: Store, fields: dict[str, Any], said: str) -> None:
    before = store.view(INCIDENT)
    with pytest.raises(Refused, match=said):
        save_again(store, unsaved(**fields))
    assert store.view(INCIDENT) == before


@pytest.mark.parametrize("text", ["", "{}", "[1]", '[{"incident": "x"}]', "[" * 5000, '[{"state": "maybe"}]', "\xff"])
def test_another_file_is_refused_in_one_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "notes.json"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(Refused, match="not a file that pmtui wrote") as refused:
        load_unsaved(path)
    assert str(refused.value).startswith(f"{path}: ")
    assert len(str(refused.value).splitlines()) == 1


@given(st.text(), st.none() | st.text())
def test_any_words_come_back(tmp_path_factory: pytest.TempPathFactory, words: str, remark: str | None) -> None:
    told = unsaved(question="story", state="answered", value=words, remark=remark)
    path = tmp_path_factory.mktemp("unsaved") / "file.json"
    path.write_text(json.dumps([told.model_dump()]))
    assert load_unsaved(path) == [told]


def test_a_follow_up_what_is_owed_and_a_correction_are_saved(store: Store) -> None:
    for fields, told in (
        ({"question": "story", "state": "answered", "value": "It paid."}, "1 story"),
        ({"what": "end", "value": "follow_up"}, "end i1"),
        ({"question": "story", "state": "answered", "value": "It paid twice."}, "2 story"),
        (
            {"what": "correct-answer", "item": "i1/story", "value": {"before": 1, "why": "asked by them"}},
            "correct-answer i1/story",
        ),
        ({"what": "follow-up", "item": "i1", "value": {"left": {"story": 2}, "questions": []}}, "follow-up i1"),
        ({"what": "owe", "item": "p1"}, "owe p1"),
    ):
        assert save_again(store, unsaved(**fields)) == told
    view = View(store.view(INCIDENT))
    assert view.participants["p1"].state == "follow_up"
    assert reasons(view, "i1/story") == {2: "asked by them"}
    assert under_way(view, "i1") == Plan({"story": 2})


@pytest.mark.parametrize("what", ["follow-up", "correct-answer", "owe", "end"])
@pytest.mark.parametrize("value", [None, 7, "x", {"left": 1, "questions": 2, "before": "x", "why": []}])
def test_what_is_foreign_in_the_file_breaks_nothing(store: Store, what: str, value: object) -> None:
    try:
        save_again(store, unsaved(what=what, item="p1" if what == "owe" else "i1/story", value=value))
    except Refused:
        pytest.fail("it fits")
    assert View(store.view(INCIDENT)).interviews["i1"].title == "Quick review"
