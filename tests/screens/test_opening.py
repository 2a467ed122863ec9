"""Before the first question: what is said, what is agreed to, and that nothing of it holds anybody up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.interview.opening import PREAMBLE, confirmed, points
from pmtui.record import consent

from .stage import INCIDENT

if TYPE_CHECKING:
    from .stage import Stage

LIST = """
questionnaire: list
version: 1
title: List
sections:
  - id: all
    title: All
    questions:
      - {id: fixed, ask: Was it over?, type: one_of, choices: [{id: yes, say: Yes}, {id: no, say: No}], other: true}
"""


def begun(stage: Stage) -> tuple[str, str]:
    stage.incident()
    stage.person(name="Ada")
    return INCIDENT, stage.unopened()


async def test_every_point_is_confirmed_and_consent_stands_in_the_head_line(stage: Stage) -> None:
    async with stage.open(interview=begun(stage)) as play:
        await play.shows("Before you begin", "point 1 of 12", "This is a conversation, not a form.", "enter confirm")
        await play.press(*["enter"] * 9)
        await play.shows("May a draft quote you?")
        await play.press("up", "enter", "down", "enter", "down", "enter")
        await play.shows("In your own words, what happened", "quote no · name yes · read by reviewers")
        await play.saved()
    view = stage.view()
    assert set(confirmed(view, "i1")) == {each.id for each in points(view, "i1", "alex", alone=False)}
    assert consent.words(view.participant("p1").consent) == "quote no · name yes · read by reviewers"
    assert len(consent.history(view, "p1")) == 4


async def test_who_types_is_at_the_first_question_and_no_letter_is_lost(stage: Stage) -> None:
    async with stage.open(interview=begun(stage)) as play:
        await play.type("It paid twice.\tA customer called.\t")
        await play.saved()
    assert stage.answers() == {"story": "It paid twice.", "noticed": "A customer called."}
    (left,) = [each for each in stage.view().decisions if each.kind == PREAMBLE]
    assert len(left.value["passed_over"]) == 12


async def test_help_and_q_are_no_words_in_it(stage: Stage) -> None:
    async with stage.open(interview=begun(stage)) as play:
        await play.shows("point 1 of 12")
        await play.press("?")
        await play.shows("Confirm this point and go to the next.")
        await play.press("?")
        await play.shows("point 1 of 12")
        await play.press("q")
        await play.shows("In your own words")
        await play.hides("passed over")
        await play.saved()
    assert stage.answers() == {}
    assert [len(each.value["passed_over"]) for each in stage.view().decisions if each.kind == PREAMBLE] == [12]


async def test_words_that_begin_with_q_are_words_and_it_is_said_what_was_passed_over(stage: Stage) -> None:
    async with stage.open(interview=begun(stage)) as play:
        await play.type("quite")
        await play.shows("quite", "The opening is passed over; ctrl+o b opens it.")
        await play.type(" late")
        await play.shows("quite late", "The opening is passed over")
        await play.press("tab")
        await play.hides("passed over")
        await play.saved()
    assert stage.answers() == {"story": "quite late"}


async def test_where_the_first_question_is_a_list_no_letter_is_lost_either(stage: Stage) -> None:
    stage.incident()
    stage.person()
    (stage.folder / "list.yaml").write_text(LIST)
    async with stage.open(interview=(INCIDENT, stage.unopened(stage.folder / "list.yaml"))) as play:
        await play.type("Not before noon.\t")
        await play.saved()
    assert stage.answers() == {"fixed": "Not before noon."}


async def test_what_is_pasted_goes_to_the_first_question(stage: Stage) -> None:
    async with stage.open(interview=begun(stage)) as play:
        await play.paste("It paid\ntwice.")
        await play.press("tab")
        await play.saved()
    assert stage.answers() == {"story": "It paid\ntwice."}


async def test_it_is_passed_over_in_one_key_and_comes_again_when_asked(stage: Stage) -> None:
    opened = begun(stage)
    async with stage.open(interview=opened) as play:
        await play.press("enter", "tab", "ctrl+g")
        await play.shows("In your own words")
        await play.saved()
    async with stage.open(interview=opened) as play:
        await play.shows("In your own words")
        await play.press("ctrl+o", "b", "down", "enter")
        await play.shows("Before you begin", "confirmed 15 Mar 10:30 by alex")
        await play.press("tab")
        await play.hides("confirmed 15 Mar")
        await play.press("shift+tab")
        await play.shows("confirmed 15 Mar")
        await play.press("ctrl+q")
        await play.shows("In your own words")
    assert set(confirmed(stage.view(), "i1")) == {"own-1"}


async def test_consent_is_changed_in_the_middle_of_an_answer_that_is_being_typed(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.type("It paid")
        await play.press("ctrl+o", "b")
        await play.shows("Change what they agree to")
        await play.press("enter")
        await play.shows("Quoted, named", "May a draft quote you?")
        await play.type("up")
        await play.press("up", "enter", "q")
        await play.shows("quote no · name no · team", "It paid")
        await play.type(" twice.\t")
        await play.saved()
    assert stage.answers() == {"story": "It paid twice."}


async def test_alone_it_speaks_to_the_person(stage: Stage) -> None:
    async with stage.open(interview=begun(stage), alone=True) as play:
        await play.press("tab", "tab")
        await play.shows("This is about how it made sense to you.")


async def test_a_source_is_not_asked(stage: Stage) -> None:
    stage.incident()
    stage.person()
    stage.store.change(
        INCIDENT, lambda edit: edit.put("participants", "p1", {"id": "p1", "role": "log", "kind": "source"})
    )
    async with stage.open(interview=(INCIDENT, stage.unopened())) as play:
        await play.shows("In your own words")
        await play.press("ctrl+o", "b", "enter")
        await play.shows("there is nobody to ask")
