"""Questions that are asked sometimes, read, suggested and checked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pmtui.draft import markdown
from pmtui.record.fold import record

if TYPE_CHECKING:
    from .stage import Play, Stage

ASKING = Path(__file__).with_name("asking.yaml")


async def _at(play: Play, words: str) -> None:
    await play.press("ctrl+g")
    await play.type(f"{words}\r")


async def test_a_page_to_read_takes_no_answer(stage: Stage) -> None:
    async with stage.open(interview=stage.held(ASKING)) as play:
        await play.shows("This page is read aloud.")
        await play.press("u")
        await play.shows("This page takes no answer")
        await play.press("tab")
        await play.shows("How sure are you?", "[ ] 1", "[ ] 3")
    assert stage.answers() == {}


async def test_a_question_comes_and_goes_with_its_condition_and_its_answer_is_kept(stage: Stage) -> None:
    async with stage.open(interview=stage.held(ASKING)) as play:
        await play.press("tab", "down", "space", "tab")
        await play.shows("What makes you sure?", "question 3 of 6", "suggested: the log")
        await play.press("ctrl+o", "y")
        await play.type(", twice\t")
        await play.saved()
        await _at(play, "how sure")
        await play.press("up", "space", "tab")
        await play.shows("How long did it take?", "question 3 of 5")
        await play.saved()
        await _at(play, "which?")
        await play.shows("You said …. Which?")
        await _at(play, "how sure")
        await play.press("down", "down", "space", "tab")
        await play.shows("the log, twice")
        await _at(play, "which?")
        await play.shows("You said the log, twice. Which?")
    assert stage.answers() == {"sure": 3, "why_sure": "the log, twice"}


async def test_durations_and_evidence_are_understood(stage: Stage) -> None:
    (stage.folder / "run.log").write_text("it ran")
    async with stage.open(interview=stage.held(ASKING)) as play:
        await _at(play, "how long")
        await play.type("quite long")
        await play.shows("write it as 20 min, 2 h 30 or 3 days")
        await play.press("tab")
        await play.shows("How long did it take?", "is no length of time")
        await play.press("end", "ctrl+u")
        await play.type("about 2 h 30")
        await play.shows("time about 2 h 30 min")
        await play.press("tab")
        await play.type(f"{stage.folder / 'run.log'}\t")
        await play.saved()
    answers = stage.answers()
    assert (answers["took"]["seconds"], answers["took"]["about"]) == (9000, True)
    assert (answers["shown"]["kind"], answers["shown"]["bytes"], len(answers["shown"]["sha256"])) == ("file", 6, 64)


async def test_a_choice_that_stands_alone_takes_the_others_away(stage: Stage) -> None:
    async with stage.open(interview=stage.held(ASKING)) as play:
        await _at(play, "which?")
        await play.press("y", "space")
        await play.shows("[x] a", "[x] b")
        await play.press("down", "down", "space")
        await play.shows("[ ] a", "[ ] b", "[x] none")
        await play.press("up", "space", "tab")
        await play.saved()
    assert stage.answers() == {"which": ["b"]}


async def test_a_check_is_said_once_and_holds_nobody_up(stage: Stage) -> None:
    async with stage.open(interview=stage.held(ASKING)) as play:
        await _at(play, "which system?")
        await play.type("bot\t2026-03-14 14:05\t2026-03-14 13:00\t")
        await play.shows("Was bot seen before it went wrong?", "tab goes on", "When was it seen?")
        await play.saved()
        await play.press("tab")
        await play.shows("what there is so far")
        await play.press("shift+tab")
        await play.shows("Was bot seen before it went wrong?")
    assert stage.answers()["seen"][0]["words"] == "2026-03-14 13:00"


async def test_items_that_were_named_are_the_choices(stage: Stage) -> None:
    async with stage.open(interview=stage.held(ASKING)) as play:
        await _at(play, "which system was")
        await play.hides("[ ]")
        await _at(play, "which system?")
        await play.type("bot\t")
        await _at(play, "which system was")
        await play.shows("[ ] bot")
        await play.press("space", "tab")
        await play.saved()
    assert stage.answers() == {"name": ["bot"], "first": "bot"}


async def test_what_is_for_others_is_not_asked(stage: Stage) -> None:
    stage.incident()
    for function, section in (("responder", "section 2 of 4"), ("privacy_legal", "section 2 of 5")):
        name = stage.interview(ASKING, stage.person(function=function))
        async with stage.open(interview=("2026-03-14-refund-bot", name)) as play:
            await _at(play, "which system?")
            await play.shows(section)


async def test_answers_that_are_not_asked_for_any_more_are_counted(stage: Stage) -> None:
    stage.held(ASKING)
    stage.answer("sure", 1)
    stage.answer("why_sure", "the log")
    async with stage.open() as play:
        await play.press("enter")
        await play.shows("1 answer kept but not in the report")


async def test_another_item_begins_with_its_first_question_that_is_asked(stage: Stage) -> None:
    stage.incident()
    name = stage.interview(ASKING, stage.person(function="responder"))
    async with stage.open(interview=("2026-03-14-refund-bot", name)) as play:
        await _at(play, "which gadget?")
        await play.type("first\t")
        await play.shows("what there is so far")
        await play.press("enter")
        await play.shows("gadget 2 of 2", "Which gadget?")
        await play.type("second\t")
        await play.saved()
    assert stage.answers() == {"gadget": ["first", "second"]}


async def test_a_number_without_end_is_refused(stage: Stage) -> None:
    async with stage.open(interview=stage.held(ASKING)) as play:
        await _at(play, "how many")
        await play.shows("(a number of people, at least 1)")
        await play.type("1" + "0" * 400)
        await play.press("tab")
        await play.shows("asks for a number that can be counted")


async def test_too_few_choices_are_said_and_not_saved(stage: Stage) -> None:
    async with stage.open(interview=stage.held(ASKING)) as play:
        await _at(play, "which two")
        await play.shows("at least 2")
        await play.press("space", "tab")
        await play.shows("at least 2 choices")
        await play.press("down", "space", "tab")
        await play.saved()
    assert stage.answers() == {"two": ["x", "y"]}


async def test_a_digit_chooses_a_step_of_a_scale(stage: Stage) -> None:
    async with stage.open(interview=stage.held(ASKING)) as play:
        await play.press("tab")
        await play.shows("How sure are you?", "(a digit chooses)", "[ ] 2", "[ ] 3: quite")
        await play.press("9", "2", "3", "3")
        await play.shows("[ ] 2", "[x] 3: quite")
        await play.press("tab")
        await play.saved()
    assert stage.answers() == {"sure": 3}


async def test_an_idea_is_parked_without_leaving_the_question(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.type("It paid twice.")
        await play.press("ctrl+o", "i")
        await play.shows("Park an idea")
        await play.type("A limit for each refund\r")
        await play.shows("Parked; the draft lists it until actions are chosen.", "It paid twice.")
        await play.press("ctrl+o", "i", "enter", "tab")
        await play.saved()
    assert [(each.about, each.value) for each in stage.view().ideas] == [("i1", "A limit for each refund")]
    assert stage.answers() == {"story": "It paid twice."}
    draft = markdown(stage.view(), record(stage.view()))
    assert "A limit for each refund; from: on-call engineer" in draft[draft.index("## Parked ideas") :]
