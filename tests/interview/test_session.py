from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from incidents import STAMP, answer, begun, view
from pmtui.interview.session import Session
from pmtui.questionnaire.values import Days
from pmtui.record.changes import Given, Stamp, decide
from pmtui.record.fold import record
from refusals import refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from plain_edit import DictEdit

SMALL = """
questionnaire: small
version: 1
title: Small
sections:
  - id: opening
    title: Opening
    questions:
      - {id: story, ask: What happened?, type: long_text}
      - {id: size, ask: How large?, choices: [small, large]}
  - id: systems
    title: Systems
    repeat: system
    questions:
      - {id: name, ask: Which system?, maps_to: system.name}
      - {id: at, ask: When?, type: moment}
  - id: closing
    title: Closing
    questions:
      - {id: aside, ask: Anything else?}
"""


def held(edit: DictEdit, place: Mapping[str, str | None] | None = None) -> Session:
    return Session(view(edit), "i1", Days("Europe/Berlin"), place)


def say(session: Session, edit: DictEdit, words: str) -> int:
    """Answer the open page; returns the revision."""
    assert session.answer(Given("answered", session.read(words)), STAMP)(edit) is None
    return view(edit).answers[f"i1/{session.step.key}"].revision


def key(session: Session) -> str:
    """The answer that the open page is for, with `@*` for any item."""
    name = session.step.key or f"items of {session.step.section.id}"
    return f"{name.partition('@')[0]}@*" if session.step.item else name


def pages(session: Session) -> list[str]:
    while session.back():
        pass
    found = [key(session)]
    while session.forward():
        found.append(key(session))
    return found


def test_every_question_is_shown_on_the_way_also_those_of_a_section_without_items() -> None:
    assert pages(held(begun(SMALL))) == ["story", "size", "name@*", "at@*", "aside"]


def test_there_is_nothing_before_the_first_page_nor_behind_the_last() -> None:
    session = held(begun(SMALL))
    assert not session.back()
    assert key(session) == "story"
    while session.forward():
        pass
    assert not session.forward()
    assert key(session) == "aside"


def test_an_answer_is_there_at_once_and_saved_by_the_change_that_comes_with_it() -> None:
    edit = begun(SMALL)
    session = held(edit)
    change = session.answer(Given("answered", "It began at noon."), STAMP)
    assert session.given is not None
    assert session.given.value == "It began at noon."
    assert view(edit).answers == {}
    assert change(edit) is None
    assert view(edit).answers["i1/story"].value == "It began at noon."
    assert view(edit).interview("i1").state == "running"


def test_a_change_that_is_run_again_saves_the_same() -> None:
    edit = begun(SMALL)
    change = held(edit).answer(Given("answered", "x"), STAMP)
    assert (change(edit), change(edit)) == (None, None)
    assert view(edit).answers["i1/story"].revision == 1


def test_going_back_shows_what_was_answered_and_another_answer_is_another_revision() -> None:
    edit = begun(SMALL)
    session = held(edit)
    say(session, edit, "first")
    session.forward()
    session.back()
    assert session.given is not None
    assert (session.given.value, session.given.revision) == ("first", 1)
    assert say(session, edit, "second") == 2
    assert session.given.revision == 2


def test_an_answer_that_is_taken_back_is_a_revision_too() -> None:
    edit = begun(SMALL)
    session = held(edit)
    say(session, edit, "first")
    session.answer(Given("declined"), STAMP)(edit)
    assert view(edit).answers["i1/story"].revision == 2
    assert view(edit).answers["i1/story"].value is None
    session.answer(Given("answered", ""), STAMP)(edit)
    assert view(edit).answers["i1/story"].revision == 3


def test_who_answered_the_same_question_meanwhile_is_told() -> None:
    edit = begun(SMALL)
    session, other = held(edit), held(edit)
    other.answer(Given("answered", "theirs"), Stamp("2026-03-14T09:59:00+00:00", "robin"))(edit)
    stood = session.answer(Given("answered", "mine"), STAMP)(edit)
    assert stood is not None
    assert (stood["by"], stood["value"]) == ("robin", "theirs")
    assert session.answer(Given("answered", "mine again"), STAMP)(edit) is None
    assert view(edit).answers["i1/story"].revision == 3


@pytest.mark.parametrize(
    ("before", "given", "differs"),
    [
        (None, Given("answered", ""), False),
        (None, Given("answered", None), False),
        (None, Given("answered", []), False),
        (None, Given("answered", 0), True),
        (None, Given("answered", "x"), True),
        (None, Given("answered", "", "a remark"), True),
        (None, Given("unknown"), True),
        (Given("answered", "x"), Given("answered", "x"), False),
        (Given("answered", "x"), Given("answered", "x", "a remark"), True),
        (Given("answered", "x"), Given("answered", ""), True),
        (Given("answered", "x"), Given("declined"), True),
        (Given("unknown"), Given("unknown"), False),
    ],
)
def test_what_differs_from_what_was_answered_is_worth_saving(before: Given | None, given: Given, differs: bool) -> None:
    session = held(begun(SMALL))
    if before:
        session.answer(before, STAMP)
    assert session.changes(given) is differs


def test_words_are_read_as_the_open_question_asks() -> None:
    session = held(begun(SMALL))
    session.forward()
    assert session.read("Small") == "small"
    assert "is not a choice of size" in refused(session.read, "medium")


def test_answering_an_item_keeps_its_page_open_and_adds_the_page_of_items() -> None:
    edit = begun(SMALL)
    session = held(edit)
    session.go_to({"section": "systems"})
    item = session.step.item
    say(session, edit, "Refund bot")
    assert (key(session), session.step.item) == ("name@*", item)
    assert pages(session) == ["story", "size", "name@*", "at@*", "items of systems", "aside"]
    assert session.items() == []  # the last page belongs to another section
    session.go_to({"section": "systems"})
    assert session.items() == [item]


def test_another_item_opens_at_its_first_question() -> None:
    edit = begun(SMALL)
    session = held(edit)
    session.go_to({"section": "systems"})
    say(session, edit, "Refund bot")
    first = session.step.item
    session.forward()
    session.add_item()
    assert key(session) == "name@*"
    assert session.step.item not in (first, None)
    assert session.number_of_item() == (2, 2)
    say(session, edit, "Queue")
    assert len({each.item for each in view(edit).answers.values()}) == 2
    assert session.told_of(session.items()[0]) == ["Refund bot"]


def test_a_section_that_is_asked_once_has_no_other_item() -> None:
    assert refused(held(begun(SMALL)).add_item) == "Opening has no items; it is asked once"


def test_the_page_of_items_is_no_question() -> None:
    edit = begun(SMALL)
    answer(edit, "i1/name@s1", "Refund bot")
    session = held(edit, {"section": "systems", "question": None, "item": None})
    assert session.step.question is None
    assert "no question on this page" in refused(session.read, "x")
    assert "no question on this page" in refused(lambda: session.answer(Given("unknown"), STAMP))


def test_a_dropped_item_with_answers_is_named_for_a_decision_and_an_empty_one_is_not() -> None:
    edit = begun(SMALL)
    answer(edit, "i1/name@s1", "Refund bot")
    session = held(edit, {"section": "systems", "question": "name", "item": "s1"})
    assert session.drop_item() == "s1"
    assert "s1" not in {step.item for step in session.walk.steps}
    assert session.step.section.id == "systems"
    assert session.drop_item() is None
    session.go_to({"section": "opening"})
    assert session.drop_item() is None
    assert pages(session) == ["story", "size", "name@*", "at@*", "aside"]


def test_an_item_that_was_dropped_before_is_not_asked_about() -> None:
    edit = begun(SMALL)
    answer(edit, "i1/name@s1", "Refund bot")
    decide(edit, "drop-item", "s1", STAMP)
    session = held(edit, {"section": "systems", "question": "at", "item": "s1"})
    assert "s1" not in {step.item for step in session.walk.steps}
    assert session.step.section.id == "systems"


def test_it_opens_where_it_was_left() -> None:
    edit = begun(SMALL)
    session = held(edit)
    session.forward()
    assert held(edit, session.step.place).step == session.step
    assert held(edit, None).position == 0


def test_an_item_that_was_begun_and_left_before_its_first_answer_is_the_same_item_again() -> None:
    edit = begun(SMALL)
    session = held(edit)
    session.go_to({"section": "systems"})
    session.forward()
    again = held(edit, session.step.place)
    assert (again.step.item, key(again)) == (session.step.item, "at@*")


@pytest.mark.parametrize(
    "place",
    [{}, {"section": "gone"}, {"section": "opening", "question": "gone", "item": "s1"}, {"item": "s1"},
     {"section": None, "question": None, "item": None}],
)  # fmt: skip
def test_a_place_that_is_gone_does_no_harm(place: dict[str, str | None]) -> None:
    assert held(begun(SMALL), place).position == 0


def test_what_others_named_can_be_spoken_about_and_is_one_item() -> None:
    edit = begun(SMALL, "on-call engineer", "product lead")
    answer(edit, "i2/name@s7", "Refund bot")
    session = held(edit)
    session.go_to({"section": "systems", "question": "name", "item": None})
    assert [(each.id, each.words, each.interviews) for each in session.named_by_others()] == [
        ("s7", "Refund bot", ("i2",))
    ]
    session.speak_about("s7")
    assert (session.step.question and session.step.question.id, session.step.item) == ("name", "s7")
    say(session, edit, "Refund bot")
    assert session.named_by_others() == []
    assert [each.accounts for each in record(view(edit)).systems] == [("i1", "i2")]


def test_who_answers_alone_sees_no_notes_and_nothing_of_others() -> None:
    text = SMALL.replace("{id: size,", "{id: size, note: Ask gently.,").replace(
        "maps_to: system.name}", "maps_to: system.name}"
    )
    text = text.replace(
        "{id: aside, ask: Anything else?}",
        "{id: aside, ask: Which?, type: one_of, other: true, choices: {from: record.system.name}}",
    )
    edit = begun(text, "on-call engineer", "product lead")
    answer(edit, "i2/name@s7", "Refund bot")
    for alone in (False, True):
        session = Session(view(edit), "i1", Days("Europe/Berlin"), None, alone)
        session.go_to({"section": "opening", "question": "size", "item": None})
        assert (session.note is None) == alone
        session.go_to({"section": "systems", "question": "name", "item": None})
        assert (session.named_by_others() == []) == alone
        session.go_to({"section": "closing", "question": "aside", "item": None})
        assert session.question
        assert [each.id for each in session.question.options] == ([] if alone else ["Refund bot"])
