from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from incidents import RULES, SMALL, STAMP, answer, begun, view
from pmtui import blame
from pmtui.draft import markdown
from pmtui.findings import flags
from pmtui.record.changes import decide, edit_participant
from pmtui.record.dismissals import AGAIN, DISMISS, NEVER
from pmtui.record.fold import record

if TYPE_CHECKING:
    from plain_edit import DictEdit

BLAMING = "Kim was careless."
CALM = "The limit was missing."


@cache
def rules() -> blame.Rules:
    return blame.load(RULES)


def found(edit: DictEdit) -> dict[str, list[str]]:
    """Categories of the flags by answer."""
    now = view(edit)
    return {
        f"{given.interview}/{given.key}": [each.category for each in some]
        for given, some in flags.of_answers(now, record(now), rules())
    }


def count(edit: DictEdit) -> int:
    now = view(edit)
    return flags.count(now, record(now), rules())


def test_each_answer_with_a_flag_is_found_and_the_others_are_not() -> None:
    edit = begun(SMALL, "on-call engineer", "product lead")
    answer(edit, "i1/story", BLAMING)
    answer(edit, "i1/noticed", CALM)
    answer(edit, "i2/effect@s1", f"{CALM} {BLAMING} {BLAMING}")
    assert found(edit) == {"i1/story": ["character"], "i2/effect@s1": ["character", "character"]}
    assert count(edit) == 3


def test_what_is_no_text_has_no_flags() -> None:
    edit = begun()
    answer(edit, "i1/story", None, "declined")
    answer(edit, "i1/noticed", ["careless"])
    answer(edit, "i1/aside", 12)
    assert found(edit) == {}


def test_words_that_are_quoted_are_left_alone() -> None:
    edit = begun(SMALL.replace("maps_to: detection.how", "maps_to: quote.text"))
    answer(edit, "i1/noticed", BLAMING)
    assert count(edit) == 0


def test_an_item_that_was_taken_out_has_no_flags() -> None:
    edit = begun()
    answer(edit, "i1/effect@s1", BLAMING)
    decide(edit, "drop-item", "s1", STAMP)
    assert count(edit) == 0
    decide(edit, "keep-item", "s1", STAMP)
    assert count(edit) == 1


@pytest.mark.parametrize("path", ["system.name", "agent.name", "system.owner"])
def test_the_names_of_systems_are_those_of_the_record(path: str) -> None:
    edit = begun(SMALL.replace("maps_to: detection.how", f"maps_to: {path}"))
    assert flags.system_names(view(edit)) == []
    answer(edit, "i1/noticed", "Ledger")
    assert flags.system_names(view(edit)) == flags.systems(record(view(edit)))


def test_an_answer_that_was_reworded_has_no_flag_any_more() -> None:
    edit = begun()
    answer(edit, "i1/story", BLAMING)
    answer(edit, "i1/story", CALM)
    assert count(edit) == 0


def test_who_is_spoken_with_and_what_is_affected_are_known_to_the_check() -> None:
    edit = begun(SMALL, "on-call engineer", "product lead")
    edit_participant(edit, "p1", {"name": "Kim"})
    edit_participant(edit, "p2", {"kind": "source"})
    answer(edit, "i1/name@s1", "Refund bot")
    answer(edit, "i1/effect@s2", "no name yet")
    now = view(edit)
    assert flags.people(now) == ["Kim", "on-call engineer"]
    assert flags.systems(record(now)) == ["Refund bot"]


def left(edit: DictEdit, answer_: str, reason: str = "They said so themselves.") -> None:
    now = view(edit)
    given, (flag, *_) = next(
        (given, some) for given, some in flags.of_answers(now, record(now), rules()) if flags.name_of(given) == answer_
    )
    words = given.value[flag.start : flag.end]
    decide(edit, DISMISS, answer_, STAMP, {"rule": flag.rule, "words": words, "reason": reason})


def test_a_passage_that_is_left_as_it_is_is_no_flag_until_its_words_change() -> None:
    edit = begun()
    answer(edit, "i1/story", BLAMING)
    answer(edit, "i1/noticed", BLAMING)
    left(edit, "i1/story")
    assert found(edit) == {"i1/noticed": ["character"]}
    answer(edit, "i1/story", f"{CALM} {BLAMING}")
    assert found(edit) == {"i1/noticed": ["character"]}
    answer(edit, "i1/story", "Kim was reckless.")
    assert found(edit) == {"i1/story": ["character"], "i1/noticed": ["character"]}


def test_a_rule_is_dismissed_in_the_whole_incident_and_shown_again() -> None:
    edit = begun()
    answer(edit, "i1/story", BLAMING)
    answer(edit, "i1/noticed", BLAMING)
    now = view(edit)
    rule = next(some[0].rule for _, some in flags.of_answers(now, record(now), rules()))
    decide(edit, NEVER, rule, STAMP, "Their own word for it.")
    assert count(edit) == 0
    decide(edit, AGAIN, "i1/story", STAMP)
    assert count(edit) == 2


def test_reviewers_see_what_was_left_and_why() -> None:
    edit = begun()
    answer(edit, "i1/story", BLAMING)
    left(edit, "i1/story", "Kim asked to keep it.")
    draft = markdown(view(edit), record(view(edit)))
    part = draft[draft.index("## Passages left as they are") :]
    assert "Kim asked to keep it." in part
    assert "Left by: facilitator" in part
