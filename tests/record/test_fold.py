from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents import SMALL, STAMP, answer, begun, questionnaire, view
from pmtui.questionnaire.values import Days, value_of
from pmtui.record.changes import decide
from pmtui.record.fold import record
from pmtui.record.items import Record
from refusals import refused

if TYPE_CHECKING:
    import random

    from plain_edit import DictEdit

MOMENT = {"words": "noon", "at": "2026-03-14T12:00:00+01:00", "precision": "minute"}


def folded(edit: DictEdit) -> Record:
    return record(view(edit))


def small(change: str, into: str) -> str:
    assert SMALL.count(change) == 1
    return SMALL.replace(change, into)


def test_without_answers_there_is_an_account_and_nothing_else() -> None:
    known = folded(begun(SMALL, "on-call engineer", "product lead"))
    assert [(each.interview, each.participant, each.role, each.told) for each in known.accounts] == [
        ("i1", "p1", "on-call engineer", None),
        ("i2", "p2", "product lead", None),
    ]
    assert known.model_copy(update={"accounts": (), "empty": {}}) == Record()
    assert set(known.empty.values()) == {"not_asked"}


def test_an_answer_stands_where_its_question_leads() -> None:
    edit = begun()
    answer(edit, "i1/story", "It began at noon.")
    answer(edit, "i1/noticed", "A message from outside.", remark="from memory")
    known = folded(edit)
    assert known.accounts[0].told == "It began at noon."
    (seen,) = known.detections
    assert (seen.how, seen.remarks, seen.accounts) == ("A message from outside.", ("from memory",), ("i1",))


def test_answers_outside_of_repeated_sections_make_one_item_an_interview() -> None:
    edit = begun(SMALL, "on-call engineer", "product lead")
    answer(edit, "i1/noticed", "An alert.")
    answer(edit, "i2/noticed", "A customer.")
    assert [(each.accounts, each.how, each.differs) for each in folded(edit).detections] == [
        (("i1",), "An alert.", ()),
        (("i2",), "A customer.", ()),
    ]


def test_what_several_say_about_one_item_makes_one_item_that_knows_them_all() -> None:
    edit = begun(SMALL, "on-call engineer", "product lead")
    answer(edit, "i1/name@s1", "Refund bot")
    answer(edit, "i2/effect@s1", "Refunds without a limit")
    answer(edit, "i2/name@s2", "Queue")
    first, second = folded(edit).systems
    assert (first.id, first.name, first.effect) == ("s1", "Refund bot", "Refunds without a limit")
    assert (first.accounts, second.accounts) == (("i1", "i2"), ("i2",))


def test_what_accounts_say_differently_is_told_by_account_and_not_decided() -> None:
    edit = begun(SMALL, "a", "b", "c")
    for interview, name in (("i1", "Refund bot"), ("i2", "Payment bot"), ("i3", "Refund bot")):
        answer(edit, f"{interview}/name@s1", name)
        answer(edit, f"{interview}/effect@s1", "Refunds")
    (system,) = folded(edit).systems
    (differs,) = system.differs
    assert system.name == "Refund bot"
    assert (differs.field, differs.said) == ("name", {"i1": "Refund bot", "i2": "Payment bot", "i3": "Refund bot"})


def test_who_cannot_say_does_not_differ_from_who_can() -> None:
    edit = begun(SMALL, "a", "b")
    answer(edit, "i1/name@s1", None, "unknown")
    answer(edit, "i2/name@s1", "Refund bot")
    (system,) = folded(edit).systems
    assert (system.name, system.differs, system.accounts) == ("Refund bot", (), ("i1", "i2"))


def test_an_item_that_was_taken_out_is_gone_until_it_is_brought_back() -> None:
    edit = begun()
    answer(edit, "i1/name@s1", "Refund bot")
    answer(edit, "i1/effect@s1", None, "later")
    decide(edit, "drop-item", "s1", STAMP)
    assert (folded(edit).systems, folded(edit).gaps) == ((), ())
    assert view(edit).answers["i1/name@s1"].value == "Refund bot"
    decide(edit, "keep-item", "s1", STAMP)
    assert [each.name for each in folded(edit).systems] == ["Refund bot"]
    decide(edit, "drop-item", "s1", STAMP)
    assert folded(edit).systems == ()


@pytest.mark.parametrize("state", ["unknown", "declined", "not_applicable", "later"])
def test_a_question_without_an_answer_is_a_gap_with_what_was_said_instead(state: Any) -> None:
    edit = begun()
    answer(edit, "i1/name@s1", None, state, remark="ask the owner")
    known = folded(edit)
    (gap,) = known.gaps
    assert (gap.interview, gap.question, gap.ask, gap.state, gap.remark) == (
        "i1", "name@s1", "Which system?", state, "ask the owner",
    )  # fmt: skip
    assert known.systems == ()


@pytest.mark.parametrize("path", [None, "nowhere", "system", "system.colour", "factor.what", "factor.personal.what"])
def test_an_answer_that_leads_nowhere_in_the_record_is_a_reply_of_its_account(path: str | None) -> None:
    edit = begun(small("ask: Anything else?", f"ask: Anything else?{f', maps_to: {path}' if path else ''}"))
    answer(edit, "i1/aside", "The coffee was good.", remark="not relevant")
    (reply,) = folded(edit).accounts[0].replies
    assert (reply.question, reply.ask, reply.value, reply.remark) == (
        "aside", "Anything else?", "The coffee was good.", "not relevant",
    )  # fmt: skip


def test_an_answer_to_a_question_that_the_questionnaire_lost_does_no_harm() -> None:
    edit = begun()
    answer(edit, "i1/gone", "x")
    answer(edit, "i1/story", "It began at noon.")
    assert folded(edit).accounts[0].told == "It began at noon."


def test_factors_stand_at_the_level_of_their_question() -> None:
    edit = begun(small("maps_to: system.name", "maps_to: factor.process.what"))
    answer(edit, "i1/name@f1", "Nobody reviews prompts.")
    assert [(each.level, each.what) for each in folded(edit).factors] == [("process", "Nobody reviews prompts.")]


def test_a_moment_stays_a_moment_and_a_plain_date_becomes_one() -> None:
    text = small(
        "{id: name, ask: Which system?, maps_to: system.name}", "{id: at, ask: When?, type: moment, maps_to: event.at}"
    )
    edit = begun(text)
    answer(edit, "i1/at@e1", MOMENT)
    answer(edit, "i1/at@e2", "2026-03-15")
    first, second = folded(edit).events
    assert first.at == MOMENT
    assert second.at is not None
    assert (second.at["words"], second.at["precision"]) == ("2026-03-15", "day")


def test_several_entries_come_from_chosen_ones_or_one_a_line() -> None:
    text = small("maps_to: detection.how", "maps_to: compliance.touches")
    for value in (["safety", "contract"], "safety\n\n  contract \n"):
        edit = begun(text)
        answer(edit, "i1/noticed", value)
        assert folded(edit).compliance[0].touches == ("safety", "contract")


KEYS = [f"i{n}/{key}" for n in (1, 2) for key in ("story", "noticed", "name@s1", "effect@s1", "name@s2", "aside")]
ANSWERS = st.lists(
    st.tuples(
        st.sampled_from(KEYS),
        st.text(),
        st.sampled_from(["answered", "unknown", "later"]),
        st.one_of(st.none(), st.text()),
    ),
    max_size=20,
)


def told(answers: list[tuple[str, str, Any, str | None]]) -> DictEdit:
    edit = begun(SMALL, "a", "b")
    for key, text, state, remark in answers:
        answer(edit, key, text if state == "answered" else None, state, remark)
    return edit


@given(ANSWERS)
def test_the_same_documents_give_the_same_record(answers: list[tuple[str, str, Any, str | None]]) -> None:
    assert folded(told(answers)).model_dump_json() == folded(told(answers)).model_dump_json()


@given(ANSWERS)
def test_every_answer_is_somewhere_in_the_record_or_a_gap(answers: list[tuple[str, str, Any, str | None]]) -> None:
    edit = told(answers)
    known = folded(edit)
    dumped = known.model_dump()
    texts = {repr(each) for each in _leaves(dumped)}
    gaps = {(each.interview, each.question) for each in known.gaps}
    for each in view(edit).answers.values():
        if each.state == "answered":
            assert repr(each.value) in texts
        else:
            assert (each.interview, each.key) in gaps


@given(ANSWERS, st.randoms())
def test_the_order_of_saving_changes_the_order_of_items_and_nothing_else(answers: Any, chance: random.Random) -> None:
    edit = told(answers)
    shuffled = told(answers)
    pairs = list(shuffled.tables.get("answers", {}).items())
    chance.shuffle(pairs)
    shuffled.tables["answers"] = dict(pairs)
    one, other = folded(edit), folded(shuffled)
    assert {each.id: each.name for each in one.systems} == {each.id: each.name for each in other.systems}
    assert sorted(each.model_dump_json() for each in one.gaps) == sorted(each.model_dump_json() for each in other.gaps)


def _leaves(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [leaf for each in value.values() for leaf in _leaves(each)]
    if isinstance(value, list | tuple):
        return [leaf for each in value for leaf in _leaves(each)]
    return [value]


def test_what_a_repeated_section_says_about_the_account_is_a_reply_each() -> None:
    edit = begun(small("maps_to: system.effect", "maps_to: account.told"))
    answer(edit, "i1/story", "It began at noon.")
    answer(edit, "i1/effect@s2222", "One thing.")
    answer(edit, "i1/effect@s3333", "Another.")
    (account,) = folded(edit).accounts
    assert account.told == "It began at noon."
    assert [each.value for each in account.replies] == ["One thing.", "Another."]


def test_a_document_of_a_newer_version_is_named() -> None:
    edit = begun()
    answer(edit, "i1/story", "It began at noon.")
    edit.put("answers", "i1/story", {**(edit.get("answers", "i1/story") or {}), "state": "retracted"})
    assert "answers `i1/story` in incident.json cannot be read: state" in refused(folded, edit)


RELATIVE = """
questionnaire: times
version: 1
title: Times
sections:
  - id: milestones
    title: Milestones
    repeat: milestone
    questions:
      - {id: name, ask: Which?, maps_to: milestone.name}
      - {id: at, ask: When?, type: moment, maps_to: milestone.at}
  - id: events
    title: Events
    repeat: event
    questions:
      - {id: what, ask: What?, maps_to: event.what}
      - {id: when, ask: When?, type: moment, maps_to: event.at}
"""


def test_a_time_that_is_counted_from_another_moves_with_it() -> None:
    days = Days("Europe/Berlin", date(2026, 3, 14), date(2026, 3, 20))
    times = questionnaire(RELATIVE).questions

    def told(detected: str) -> list[str | None]:
        edit = begun(RELATIVE)
        answer(edit, "i1/name@milestone-1", "detected")
        answer(edit, "i1/at@milestone-1", value_of(times["at"], detected, days))
        for item, words in (("event-1", "20 min after it was detected"), ("event-2", "2 h before the rollback")):
            answer(edit, f"i1/what@{item}", item)
            answer(edit, f"i1/when@{item}", value_of(times["when"], words, days))
        return [event.at["at"] if event.at else None for event in folded(edit).events]

    assert told("14:05") == ["2026-03-14T14:25:00+01:00", None]
    assert told("15 March 14:05") == ["2026-03-15T14:25:00+01:00", None]
    assert told("in the afternoon") == [None, None]


@pytest.mark.parametrize("kind", ["text", "number", "many_of", "duration"])
def test_what_is_no_time_stays_as_words_where_a_time_belongs(kind: str) -> None:
    more = ", choices: [a, b]" if kind == "many_of" else ""
    text = SMALL.replace("maps_to: detection.how", f"type: {kind}{more}, maps_to: detection.at")
    edit = begun(text)
    value = {"number": 5, "many_of": ["a", "b"], "duration": {"words": "2 h", "seconds": 7200}}.get(
        kind, "at some time"
    )
    answer(edit, "i1/noticed", value)
    (detection,) = folded(edit).detections
    assert detection.at
    assert detection.at["words"] in ("5", "a, b", "2 h", "at some time")
