"""What the documents say and what the lists of values say are the same."""

from __future__ import annotations

from typing import get_args

from pmtui.reading import vocabularies
from pmtui.record.documents import ParticipantState


def test_the_states_of_a_participant_are_those_of_their_list() -> None:
    assert [each.id for each in vocabularies.values("participant_state")] == list(get_args(ParticipantState))
