"""What is off the record is in nothing that goes out, however it came to be so."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents import RULES, SMALL, STAMP, answer, begun, questionnaire, view
from pmtui import blame
from pmtui.draft import markdown
from pmtui.draft.document import document
from pmtui.findings import flags
from pmtui.interview.session import Session
from pmtui.questionnaire.snapshots import snapshot
from pmtui.questionnaire.values import Days
from pmtui.record.changes import Snapshot, decide
from pmtui.record.dismissals import DISMISS
from pmtui.record.fold import record
from pmtui.record.joining import things
from pmtui.record.moving import move
from pmtui.record.withheld import OFF, ON, count, is_off_record, on_record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from plain_edit import DictEdit
    from pmtui.record.view import View

SECRET = "Marta was careless 7391"
NAMES = ("i1/story", "i1/noticed", "i1/name@s1", "i1/effect@s1", "i1/aside", "i2/story", "i2/name@s2", "i2/aside")
ASKED = SMALL.replace("What did it do?", "What did {name} do?").replace("Anything else?", "Else, after {story}?")
ASKED = ASKED.replace("ask: What did {name} do?", "ask: 'What did {system.name} do?'")
ASKED = ASKED.replace("ask: Else, after {story}?", "ask: 'Else, after {story}?'")
LOADED = blame.load(RULES)


def outputs(known: View) -> Iterator[str]:
    """Everything that is made of an incident to be read elsewhere, or in another interview."""
    yield markdown(known, record(known))
    yield json.dumps(document(known, record(known)))
    yield str([(name, found) for name, found in flags.of_answers(known, record(known), LOADED)])
    yield str(record(known))
    yield str(things(on_record(known)))


def is_told(known: View) -> bool:
    return any(SECRET in each for each in outputs(known))


def told(secret: frozenset[str]) -> DictEdit:
    """Two interviews in which the answers `secret` hold the secret, as does a remark on each."""
    edit = begun(ASKED, "operator", "model owner")
    for name in NAMES:
        answer(edit, name, f"{SECRET} {name}" if name in secret else "other words", remark=SECRET * (name in secret))
    return edit


@pytest.mark.parametrize("name", NAMES)
def test_every_answer_goes_out_until_it_is_off_the_record(name: str) -> None:
    edit = told(frozenset([name]))
    assert all(SECRET in each for each in list(outputs(view(edit)))[:2])
    decide(edit, OFF, name, STAMP)
    assert not is_told(view(edit))
    assert is_off_record(view(edit), view(edit).answers[name])
    assert "- 1 item not to be repeated" in markdown(view(edit), record(view(edit)))
    decide(edit, ON, name, STAMP)
    assert is_told(view(edit))


@given(st.lists(st.tuples(st.sampled_from([OFF, ON]), st.sampled_from(NAMES)), max_size=12))
def test_what_was_decided_last_counts(decided: list[tuple[str, str]]) -> None:
    last = {name: kind for kind, name in decided}
    secret = frozenset(name for name, kind in last.items() if kind == OFF)
    edit = told(secret)
    for kind, name in decided:
        decide(edit, kind, name, STAMP)
    assert not is_told(view(edit))
    assert count(view(edit)) == len(secret)
    shown = {each["question"] + (f"@{each['item']}" if each["item"] else "") for each in answers_of(view(edit), "i1")}
    assert shown == {name.partition("/")[2] for name in NAMES if name.startswith("i1/")} - {
        name.partition("/")[2] for name in secret if name.startswith("i1/")
    }


def answers_of(known: View, interview: str) -> list[dict[str, str]]:
    return [each for each in document(known, record(known))["answers"] if each["interview"] == interview]


def test_why_a_flagged_passage_stays_repeats_it_nowhere() -> None:
    edit = told(frozenset(["i1/story"]))
    decide(edit, DISMISS, "i1/story", STAMP, {"rule": "x", "words": SECRET, "reason": "They said so."})
    decide(edit, OFF, "i1/story", STAMP)
    assert not is_told(view(edit))


def test_it_stays_so_in_another_version_of_the_questionnaire() -> None:
    edit = told(frozenset(["i1/story", "i1/aside"]))
    decide(edit, OFF, "i1/story", STAMP)
    decide(edit, OFF, "i1/aside", STAMP)
    renamed = SMALL.replace("version: 1", "version: 2").replace("id: story,", "id: telling, was: [story],")
    new = questionnaire(renamed.replace("{id: aside, ask: Anything else?}", "{id: more, ask: What more?}"))
    move(edit, "i1", Snapshot(*snapshot(new)), (view(edit).questionnaire("i1"), new), STAMP)
    assert "i1/telling" in view(edit).answers
    assert not is_told(view(edit))
    decide(edit, ON, "i1/telling", STAMP)
    assert is_told(view(edit))


def test_another_interview_offers_and_repeats_none_of_it() -> None:
    edit = told(frozenset(["i1/name@s1"]))
    days = Days("Europe/Berlin", None, None)
    assert SECRET in str(Session(view(edit), "i2", days)._things)
    decide(edit, OFF, "i1/name@s1", STAMP)
    assert SECRET not in str(Session(view(edit), "i2", days)._things)
    own = Session(view(edit), "i1", days)
    assert SECRET in str(own.walk.answers)


def test_nothing_is_left_out_where_nothing_is_off_the_record() -> None:
    known = view(told(frozenset()))
    assert on_record(known) is known
