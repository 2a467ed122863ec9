"""The invitation says what the talk is for, and promises only what is kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents import QUESTIONNAIRES, SMALL, STAMP, begun, view
from pmtui.interview.inviting import invitation, planned
from pmtui.questionnaire.loading import built_in
from pmtui.record.changes import add_participant, edit_incident, edit_participant, set_interview_state
from refusals import refused

QUICK = built_in(QUESTIONNAIRES, "quick")


def test_it_names_incident_role_length_topics_and_who_invites_and_asks_for_no_reason() -> None:
    text = invitation(view(begun()), "p1", QUICK, "alex")
    for words in (
        "Refund bot",
        "as on-call engineer",
        "about 20 minutes",
        "Timeline",
        "\nalex\n",
        "fault",
        "rather not",
    ):
        assert words in text
    assert "{" not in text
    assert "anonym" not in text


def test_what_is_not_known_is_left_out() -> None:
    text = invitation(view(begun()), "p1", QUICK.model_copy(update={"minutes": None}), "alex")
    assert "minutes" not in text
    promised = invitation(view(begun()), "p1", None, "alex")
    assert "minutes" not in promised
    assert "We would talk about" not in promised
    assert "need not prepare" in promised


def test_what_is_planned_is_the_first_interview_that_has_not_ended() -> None:
    edit = begun(SMALL, "on-call engineer", "product lead")
    asked = planned(view(edit), "p1")
    assert asked is not None
    assert asked.title == "Small"
    set_interview_state(edit, "i1", "ended", STAMP)
    assert planned(view(edit), "p1") is None


@pytest.mark.parametrize("state", ["declined", "withdrawn"])
def test_who_takes_no_part_and_what_is_no_person_is_not_invited(state: str) -> None:
    edit = begun()
    source = add_participant(edit, role="log", kind="source")
    assert "people are invited" in refused(lambda: invitation(view(edit), source, QUICK, "alex"))
    edit_participant(edit, "p1", {"state": state})
    told = refused(lambda: invitation(view(edit), "p1", QUICK, "alex"))
    assert f"{state}; another state comes first: `pmtui participant 2026-03-14-refund-bot p1 --state t" in told


@given(st.text(min_size=1), st.text(min_size=1), st.text())
def test_words_of_people_stay_words(title: str, role: str, by: str) -> None:
    edit = begun()
    edit_incident(edit, {"title": title})
    edit_participant(edit, "p1", {"role": role})
    text = invitation(view(edit), "p1", QUICK, by)
    assert "from where you were" in text or not role.strip()
    assert not any(char < " " and char != "\n" for char in text)
    assert "\x1b" not in text
