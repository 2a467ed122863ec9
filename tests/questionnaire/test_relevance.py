"""What is asked, given the answers: conditions, items, functions, and answers behind hidden questions."""

from __future__ import annotations

from typing import Any

import pytest

import incidents
from pmtui.questionnaire.relevance import Relevance, Reply, Situation, reply_of
from pmtui.questionnaire.values import Days, value_of

TEXT = """\
questionnaire: small
version: 1
title: Small
sections:
  - id: opening
    title: Opening
    questions:
      - {id: severity, ask: How bad?, choices: [low, medium, high]}
      - {id: harmed, ask: Who?, when: 'severity in ["medium", "high"]'}
      - {id: told, ask: Was {harmed} told?, type: yes_no, when: answered(harmed)}
      - {id: legal, ask: Is it reportable?, for: [privacy_legal], when: 'record.compliance.touches == "yes"'}
  - id: systems
    title: Systems
    repeat: system
    questions:
      - {id: name, ask: Which?}
      - {id: kind, ask: What is it?, type: many_of, choices: [llm, rules]}
      - {id: model, ask: Which model?, when: 'has(system.kind, "llm")'}
      - id: noticed
        ask: When was it noticed?
        type: moment
        check: [{that: system.noticed >= system.wrong, say: Noticed before it went wrong?, level: warn}]
      - {id: wrong, ask: When did it go wrong?, type: moment}
  - id: models
    title: About models
    when: has(system.kind, "llm")
    questions:
      - {id: prompts, ask: Which prompts?}
      - {id: many, ask: Why so many?, when: count(system.name) > 1}
""".replace("Was {harmed} told?", "'Was {harmed} told?'")
DAYS = Days("UTC")
SMALL = incidents.questionnaire(TEXT)


def asked(
    items: int = 0, function: str | None = None, record: dict[str, Reply] | None = None, **given: Any
) -> set[str]:
    """What is asked when `question` or `question_N` (of the nth item) have these answers; `?` is the state unknown."""
    return look(items, function, record, **given).asked


def look(
    items: int = 0, function: str | None = None, record: dict[str, Reply] | None = None, **given: Any
) -> Relevance:
    replies = {}
    for name, words in given.items():
        question, _, item = name.partition("_")
        asked_of = SMALL.questions[question]
        state, value = ("unknown", None) if words == "?" else ("answered", value_of(asked_of, words, DAYS))
        replies[f"{question}@{item}" if item else question] = reply_of(asked_of, state, value)
    ids = [str(number) for number in range(1, items + 1)]
    of_record = (record or {}).get
    situation = Situation(replies, {"systems": ids}, function, lambda path: of_record(path, Reply("not_asked")))
    return Relevance(SMALL, situation)


@pytest.mark.parametrize(
    ("given", "also"),
    [
        ({}, set()),
        ({"severity": "low"}, set()),
        ({"severity": "?"}, set()),
        ({"severity": "high"}, {"harmed"}),
        ({"severity": "high", "harmed": "patients"}, {"harmed", "told"}),
        ({"severity": "high", "harmed": "?"}, {"harmed"}),
        ({"severity": "low", "harmed": "patients"}, set()),
    ],
)
def test_a_question_is_asked_where_its_condition_holds_and_not_where_that_is_not_known(
    given: dict[str, Any], also: set[str]
) -> None:
    assert asked(**given) == {"severity", "harmed", "told"} & ({"severity"} | also)


def test_an_item_is_looked_at_alone_and_from_outside_all_of_them() -> None:
    found = asked(2, kind_1="rules", kind_2="llm, rules")
    assert "model@1" not in found
    assert {"model@2", "prompts", "name@1", "name@2"} <= found
    assert "prompts" not in asked(1, kind_1="rules")
    assert "prompts" not in asked(0)


def test_items_are_counted() -> None:
    assert "many" not in asked(2, kind_1="llm", name_1="a")
    assert "many" in asked(2, kind_1="llm", name_1="a", name_2="b")


def test_a_function_is_asked_its_own_and_one_that_is_not_known_everything() -> None:
    yes = {"compliance.touches": Reply("answered", "yes")}
    assert "legal" in asked(record=yes)
    assert "legal" in asked(function="privacy_legal", record=yes)
    assert "legal" not in asked(function="responder", record=yes)
    assert "legal" not in asked(record={"compliance.touches": Reply("unclear")})
    assert "legal" not in asked()


@pytest.mark.parametrize(
    ("wrong", "noticed", "speaks"),
    [
        ("2026-03-14 14:00", "2026-03-14 14:05", False),
        ("2026-03-14 14:00", "2026-03-14 13:00", True),
        ("2026-03-14", "2026-03-14 13:00", False),
        ("March 2026", "2025", True),
        ("2026-03-14", "?", False),
        ("before 2026", "2026-03-14", False),
    ],
)
def test_a_check_speaks_only_where_it_is_sure(wrong: str, noticed: str, speaks: bool) -> None:
    relevance = look(1, wrong_1=wrong, noticed_1=noticed)
    section = SMALL.section_of["noticed"]
    found = relevance.failing(section, SMALL.questions["noticed"], "1")
    assert [check.say for check in found] == (["Noticed before it went wrong?"] if speaks else [])


@pytest.mark.parametrize(
    ("kind", "value", "seen"),
    [
        ("number", 3, 3.0),
        ("scale", 4, 4.0),
        ("many_of", ["a", "b"], ("a", "b")),
        ("duration", {"words": "2 h", "seconds": 7200.0}, 7200.0),
        ("evidence", {"words": "OPS-12", "kind": "reference"}, "OPS-12"),
        ("text", "words", "words"),
    ],
)
def test_what_conditions_see_of_an_answer(kind: Any, value: Any, seen: Any) -> None:
    question = SMALL.questions["name"].model_copy(update={"type": kind})
    assert reply_of(question, "answered", value) == Reply("answered", seen)
    assert reply_of(question, "declined", None) == Reply("declined")
