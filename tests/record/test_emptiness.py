"""What is empty says why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from incidents import SMALL, answer, begun, view
from pmtui.reading import vocabularies
from pmtui.record.fold import record

if TYPE_CHECKING:
    from pmtui.record.documents import AnswerState

ASKED = SMALL.replace("{id: aside, ask: Anything else?}", "{id: harm, ask: Which?, maps_to: impact.kinds}")


@pytest.mark.parametrize(
    ("state", "value", "why"),
    [
        ("unknown", None, "unknown"),
        ("declined", None, "withheld"),
        ("not_applicable", None, "not_applicable"),
        ("later", None, "not_asked"),
    ],
)
def test_an_empty_part_of_the_record_says_why(state: AnswerState, value: Any, why: str) -> None:
    edit = begun(ASKED)
    answer(edit, "i1/noticed", value, state)
    assert record(view(edit)).empty["detections"] == why
    assert why in {each.id for each in vocabularies.values("empty_reason")}


def test_nobody_was_asked_and_somebody_looked_in_vain() -> None:
    edit = begun(ASKED)
    assert record(view(edit)).empty["systems"] == "not_asked"
    answer(edit, "i1/noticed", "By a call.")
    assert "detections" not in record(view(edit)).empty


def test_who_will_not_say_counts_before_who_does_not_know() -> None:
    edit = begun(ASKED, "a", "b")
    answer(edit, "i1/noticed", None, "unknown")
    answer(edit, "i2/noticed", None, "declined")
    assert record(view(edit)).empty["detections"] == "withheld"
