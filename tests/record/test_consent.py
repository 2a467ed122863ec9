"""What participants agreed to: what stands, and everything that was said before."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents import SMALL, STAMP, begun, view
from plain_edit import DictEdit
from pmtui.errors import Refused
from pmtui.record import changes, consent
from pmtui.record.changes import Stamp
from pmtui.record.consent import Choice

CHOICES = st.builds(Choice, st.booleans(), st.booleans(), st.sampled_from(list(consent.READERS)))


def unasked() -> DictEdit:
    edit = begun(SMALL)
    changes.edit_participant(edit, "p1", {"consent": None})
    return edit


def test_where_nobody_asked_the_careful_answer_counts() -> None:
    who = view(unasked()).participant("p1")
    assert who.consent is None
    assert consent.stands(who) == Choice(quote=False, named=False, readers="team")
    assert consent.words(who.consent) == "consent not asked"


def test_a_source_was_published() -> None:
    edit = DictEdit()
    changes.add_participant(edit, role="a report", kind="source")
    assert consent.stands(view(edit).participant("p1")).quote


@given(st.lists(CHOICES, min_size=1, max_size=5))
def test_the_last_choice_stands_and_every_change_is_in_the_history(made: list[Choice]) -> None:
    edit = unasked()
    for number, choice in enumerate(made):
        consent.give(edit, "p1", choice, Stamp(f"2026-03-14T10:00:0{number}+00:00", "sam"))
    seen = view(edit)
    changed = [choice for at, choice in enumerate(made) if at == 0 or choice != made[at - 1]]
    assert [consent.choice_of(each.value) for each in consent.history(seen, "p1")] == changed
    assert consent.stands(seen.participant("p1")) == made[-1]
    told = seen.participant("p1").consent
    assert told is not None
    assert consent.words(told) == consent.words(made[-1])


def test_words_fit_beside_the_title_of_the_incident() -> None:
    assert consent.words(Choice(quote=True)) == "quote yes · name no · read by the team"
    assert all(len(consent.words(Choice(readers=each))) <= 40 for each in consent.READERS)


@pytest.mark.parametrize("value", [{}, {"quote": True, "named": "no", "readers": "team"}, {"readers": "nobody"}])
def test_what_is_no_choice_is_refused(value: dict[str, Any]) -> None:
    with pytest.raises(Refused, match="cannot be read"):
        consent.choice_of(value)


def test_of_a_participant_who_is_not_there_nothing_can_be_recorded() -> None:
    with pytest.raises(Refused, match="no participant `p9`"):
        consent.give(unasked(), "p9", Choice(), STAMP)
