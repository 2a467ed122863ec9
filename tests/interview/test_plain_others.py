"""Line by line: questions for somebody else, and those that wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from incidents import SMALL, STAMP, begun, view
from pmtui.record.changes import decide
from pmtui.record.queue import ASK, SETTLE, asking

from .test_plain import Sitting

if TYPE_CHECKING:
    from plain_edit import DictEdit


def asked() -> tuple[DictEdit, list[str]]:
    """Two questions wait for the first participant: one of their questionnaire, one of none."""
    edit = begun(SMALL, "on-call engineer", "product lead")
    names = [
        decide(edit, ASK, "i2/noticed", STAMP, asking("p1", "How did it come to light?", "she saw the chart")),
        decide(edit, ASK, "i2/gone", STAMP, asking("p1", "Who pays?")),
    ]
    return edit, names


def test_a_question_is_put_to_somebody_else() -> None:
    edit = begun(SMALL, "on-call engineer", "product lead")
    sitting = Sitting(edit, "/ask", "/ask p1", "/ask p2  was there before us", "/ask p2", "/quit")
    assert sitting.said("p2  product lead")
    assert not sitting.said("p1  on-call engineer")
    assert sitting.decided == [
        (ASK, "i1/story", asking("p2", "What happened?", "was there before us")),
        (ASK, "i1/story", asking("p2", "What happened?")),
    ]


def test_what_waits_is_told_gone_to_and_settled() -> None:
    edit, names = asked()
    sitting = Sitting(edit, "/queue", "/queue 1", "/queue 2", "/queue 2 dropped", "/queue 9", "/queue 1 soon", "/quit")
    assert sitting.said("2 questions to be asked here besides: /queue")
    assert sitting.said("1. How did it come to light? · came up with product lead · she saw the chart")
    assert sitting.places[0]["question"] == "noticed"
    assert sitting.said("This interview does not hold that question.")
    assert sitting.decided == [(SETTLE, f"i1/{names[1]}", "dropped")]


def test_nothing_is_told_of_it_once_it_is_answered() -> None:
    edit, _ = asked()
    assert not Sitting(begun(SMALL), "/quit").said("to be asked here besides")
    decide(edit, SETTLE, "i1/d1", STAMP, "answered")
    decide(edit, SETTLE, "i1/d2", STAMP, "dropped")
    assert Sitting(edit, "/queue", "/quit").said("Nothing waits to be asked here besides.")
    assert view(edit).interviews["i1"].state == "planned"


def test_what_is_unclear_is_asked_again() -> None:
    edit = begun(SMALL)
    sitting = Sitting(edit, "It paid.", "", "/back", "/unclear which bot", "/end", "")
    assert [(each[0], each[2]["participant"], each[2]["note"]) for each in sitting.decided if each[0] == ASK] == [
        (ASK, "p1", "which bot")
    ]
    assert sitting.said("It is asked again in a follow-up")
