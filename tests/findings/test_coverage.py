"""What a standard asks for, held against what an incident holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from incidents import CASES, STAMP, answer, begun, imported, view
from pmtui.findings.coverage import of_incident
from pmtui.reading import standards
from pmtui.record.changes import Given, Place, edit_incident, edit_participant, put_answer
from pmtui.record.fold import record

if TYPE_CHECKING:
    from pathlib import Path

    from plain_edit import DictEdit

ASKED = """
questionnaire: small
version: 1
title: Small
sections:
  - id: all
    title: All
    questions:
      - {id: how, ask: How did it come to light?, maps_to: detection.how, covers: [DR-01]}
      - {id: seen, ask: Who saw it?, maps_to: detection.seen_by, covers: [DR-01]}
      - {id: harm, ask: Which harm?, type: many_of, choices: [none, money], maps_to: impact.kinds, covers: [IM-01]}
      - {id: asked, ask: Asked?, when: how == "never", maps_to: risk.known, covers: [RC-04]}
"""


def states(edit: DictEdit, *items: str) -> list[str]:
    known = view(edit)
    found = {each.item.id: each.state for each in of_incident(known, record(known), None)}
    return [found[item] for item in items]


def test_an_incident_answers_some_items_without_a_question() -> None:
    edit = begun(ASKED)
    assert states(edit, "ID-01", "ID-02", "ID-03", "IM-02") == ["answered", "answered", "not_asked", "not_asked"]


def test_a_choice_alone_is_neither_a_summary_nor_a_severity_with_its_reasons() -> None:
    asked = ASKED.replace("covers: [IM-01]}", "covers: [IM-01, IM-02, ID-03]}")
    edit = begun(asked)
    edit_incident(edit, {"severity": "major"})
    put_answer(edit, "i1", Place("harm"), Given("answered", ["money"]), STAMP)
    assert states(edit, "IM-01", "IM-02", "ID-03") == ["answered", "not_asked", "not_asked"]


@pytest.mark.parametrize(
    ("given", "state"),
    [
        (Given("answered", "A call."), "answered"),
        (Given("unknown"), "unknown"),
        (Given("declined"), "withheld"),
        (Given("not_applicable"), "not_applicable"),
        (Given("later"), "not_asked"),
    ],
)
def test_an_item_is_answered_or_says_why_not(given: Given, state: str) -> None:
    edit = begun(ASKED)
    put_answer(edit, "i1", Place("how", None), given, STAMP)
    assert states(edit, "DR-01") == [state]


def test_one_answer_is_enough_and_looking_in_vain_is_one() -> None:
    edit = begun(ASKED, "first", "second")
    put_answer(edit, "i1", Place("how", None), Given("unknown"), STAMP)
    answer(edit, "i2/seen", "A caller.")
    answer(edit, "i1/harm", ["none"])
    assert states(edit, "DR-01", "IM-01") == ["answered", "none_found"]
    answer(edit, "i2/harm", ["money"])
    assert states(edit, "IM-01") == ["answered"]


def test_an_answer_that_nobody_asks_for_any_more_covers_nothing() -> None:
    edit = begun(ASKED)
    answer(edit, "i1/asked", "Yes.")
    assert states(edit, "RC-04") == ["not_asked"]


def test_who_can_best_answer_is_said_the_best_first() -> None:
    edit = begun(ASKED, "user", "engineer", "engineer who declined")
    for name, changes in (
        ("p1", {"function": "affected_rep"}),
        ("p2", {"function": "responder"}),
        ("p3", {"function": "responder", "state": "declined"}),
    ):
        edit_participant(edit, name, changes)
    known = view(edit)
    (light,) = (each for each in of_incident(known, record(known), "SRE") if each.item.id == "DR-01")
    assert light.people == ("p2", "p1")


def test_only_what_the_standard_asks_for_is_looked_at() -> None:
    known = view(begun(ASKED))
    found = of_incident(known, record(known), "GDPR")
    assert [each.item for each in found] == [each for each in standards.items() if "GDPR" in each.asked_by]
    assert {each.is_open for each in found if each.state == "not_asked"} == {True}


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_case_answers_what_its_file_holds(case: Path) -> None:
    known: Any = imported(case)
    answered = {each.item.id for each in of_incident(known, record(known), None) if not each.is_open}
    assert {"ID-02", "ID-03", "SY-01", "TM-07", "CA-04", "CA-06", "CA-07", "AC-01", "LE-01", "ID-10"} <= answered
