from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents import STAMP, answer, begun, view
from plain_edit import DictEdit
from pmtui.record.changes import (
    Snapshot,
    Stamp,
    add_interview,
    add_participant,
    edit_incident,
    edit_participant,
    new_item,
    set_interview_state,
)
from pmtui.record.names import ALPHABET, checked_incident_id, in_order, incident_id, item_id, numbered
from refusals import refused

LATER = Stamp("2026-03-14T11:00:00+00:00", "colleague")


def test_each_save_of_another_answer_is_a_revision_and_the_same_one_is_none() -> None:
    edit = begun()
    assert answer(edit, "i1/story", "first") == 1
    assert answer(edit, "i1/story", "second") == 2
    assert answer(edit, "i1/story", "second") == 2
    assert answer(edit, "i1/story", "second", remark="sure") == 3
    assert answer(edit, "i1/story", None, "unknown") == 4
    assert answer(edit, "i1/story", "second") == 5


def test_fields_that_a_newer_version_wrote_are_kept() -> None:
    edit = begun()
    answer(edit, "i1/story", "first")
    edit.tables["answers"]["i1/story"]["mood"] = "calm"
    edit.tables["incident"]["incident"]["colour"] = "red"
    answer(edit, "i1/story", "second")
    edit_incident(edit, {"title": "Another", "colour": "blue"})
    assert edit.tables["answers"]["i1/story"]["mood"] == "calm"
    assert (view(edit).incident.title, edit.tables["incident"]["incident"]["colour"]) == ("Another", "red")


def test_participants_and_interviews_are_numbered_and_a_number_is_not_used_again() -> None:
    edit = begun()
    assert [add_participant(edit, role="x") for _ in range(9)] == [f"p{number}" for number in range(2, 11)]
    edit.remove("participants", "p4")
    assert add_participant(edit, role="x") == "p11"
    assert list(view(edit).participants) == ["p1", "p2", "p3", *(f"p{number}" for number in range(5, 12))]


def test_an_interview_keeps_the_questionnaire_that_it_began_with() -> None:
    edit = begun()
    snapshot = edit.tables["interviews"]["i1"]["snapshot"]
    asked = Snapshot("another", {**edit.tables["questionnaires"][snapshot], "title": "Reworded", "version": 2})
    assert add_interview(edit, "p1", asked, LATER) == "i2"
    assert (view(edit).questionnaire("i1").title, view(edit).questionnaire("i2").title) == ("Small", "Reworded")


def test_an_interview_that_ended_and_is_opened_again_is_running() -> None:
    edit = begun()
    set_interview_state(edit, "i1", "ended", STAMP)
    assert (view(edit).interview("i1").state, view(edit).interview("i1").ended) == ("ended", STAMP.at)
    set_interview_state(edit, "i1", "running", LATER)
    assert (view(edit).interview("i1").state, view(edit).interview("i1").ended) == ("running", None)


@pytest.mark.parametrize(
    ("said", "then"),
    [("to_ask", "talked"), ("agreed", "talked")]
    + [(state, state) for state in ("declined", "talked", "follow_up", "confirmed", "withdrawn")],
)
def test_with_the_end_of_an_interview_its_participant_was_talked_with(said: str, then: str) -> None:
    edit = begun()
    edit_participant(edit, "p1", {"state": said})
    set_interview_state(edit, "i1", "ended", STAMP)
    assert view(edit).participants["p1"].state == then


def test_a_state_that_was_set_by_hand_stays_until_the_next_interview_ends() -> None:
    edit = begun()
    set_interview_state(edit, "i1", "ended", STAMP)
    edit_participant(edit, "p1", {"state": "to_ask"})
    set_interview_state(edit, "i1", "ended", LATER)
    assert view(edit).participants["p1"].state == "to_ask"
    set_interview_state(edit, "i1", "running", LATER)
    assert view(edit).participants["p1"].state == "to_ask"


def test_what_is_not_there_is_refused_with_what_is() -> None:
    edit = begun()
    said = "no participant `p7` in this incident; there are: p1"
    assert refused(lambda: add_interview(edit, "p7", Snapshot("x", {}), STAMP)) == said
    assert refused(lambda: edit_participant(edit, "p7", {"role": "x"})) == said
    assert refused(lambda: set_interview_state(edit, "i7", "ended", STAMP)).startswith("no interview `i7`")
    assert refused(lambda: edit_incident(DictEdit(), {"title": "x"})).startswith("the incident has no document")
    assert refused(lambda: view(DictEdit()).incident).startswith("the incident's folder holds no incident")
    assert refused(lambda: view(edit).interview("i9")) == "no interview `i9` in 2026-03-14-refund-bot; there are: i1"
    assert refused(lambda: view(edit).participant("x")).endswith("there are: p1")
    edit.tables["questionnaires"].clear()
    assert "missing" in refused(lambda: view(edit).questionnaire("i1"))


def test_a_participant_can_be_changed_field_by_field() -> None:
    edit = begun()
    edit_participant(edit, "p1", {"reason": "worked alone"})
    assert (view(edit).participants["p1"].role, view(edit).participants["p1"].reason) == (
        "on-call engineer",
        "worked alone",
    )


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Refund bot", "refund-bot"),
        ("  Chatbot -- invents   fares!  ", "chatbot-invents-fares"),
        ("Über-Modell läuft", "uber-modell-lauft"),
        ("日本", "incident"),
        ("", "incident"),
        ("../../etc/passwd", "etc-passwd"),
        ("one two three four five six seven eight nine ten", "one-two-three-four-five-six-seven-eight"),
        ("x" * 90, "x" * 40),
    ],
)
def test_an_incident_is_named_by_its_day_and_its_title(title: str, slug: str) -> None:
    assert incident_id(title, date(2026, 3, 14), ()) == f"2026-03-14-{slug}"


def test_a_name_that_is_taken_gets_a_number() -> None:
    taken = ["2026-03-14-bot", "2026-03-14-bot-2"]
    assert incident_id("Bot", date(2026, 3, 14), taken) == "2026-03-14-bot-3"


@given(st.text())
def test_any_title_gives_a_name_that_may_be_an_incidents(title: str) -> None:
    name = incident_id(title, date(2026, 3, 14), ())
    assert checked_incident_id(name) == name


@pytest.mark.parametrize("name", ["", ".", "..", "-x", "a/b", "a b", "a\0b", "a\n", "ä", "x" * 101])
def test_what_cannot_be_a_folder_is_no_name_of_an_incident(name: str) -> None:
    assert "cannot be an incident's id" in refused(checked_incident_id, name)


def test_item_ids_are_short_begin_with_their_kind_and_are_not_given_twice() -> None:
    taken: set[str] = set()
    for _ in range(500):
        taken.add(item_id("system", taken))
    assert len(taken) == 500
    assert all(re.fullmatch(f"s[{ALPHABET}]{{4}}", name) for name in taken)
    edit = begun()
    answer(edit, "i1/name@s2222", "x")
    assert new_item(edit, "system") != "s2222"


def test_names_stand_in_the_order_of_their_numbers() -> None:
    assert sorted(["i10", "i9", "i1"], key=in_order) == ["i1", "i9", "i10"]
    assert numbered("i", ["i1", "i10", "index"]) == "i11"
