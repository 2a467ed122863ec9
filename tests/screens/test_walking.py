"""An interview from its first question to its last: going on, going back, and every way to answer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pmtui.screens.home import HomeScreen

from .stage import INCIDENT, Play

if TYPE_CHECKING:
    from .stage import Stage

KINDS = Path(__file__).with_name("kinds.yaml")
NOT_ANSWERED = {"u": "unknown", "d": "declined", "n": "not_applicable", "l": "later"}


def _ask(play: Play) -> str:
    return str(play.app.screen.query_one("#ask").render())


async def test_tab_walks_every_question_and_shift_tab_all_the_way_back(stage: Stage) -> None:
    held = stage.held()
    asked = [question.ask for question in stage.view().questionnaire("i1").questions.values()]
    async with stage.open(interview=held) as play:
        there = [_ask(play)]
        for _ in asked[1:]:
            await play.press("tab")
            there.append(_ask(play))
        assert there == asked
        await play.press("tab")
        await play.shows("That was the last question")
        assert _ask(play) == asked[-1]
        back = [_ask(play)]
        for _ in asked[1:]:
            await play.press("shift+tab")
            back.append(_ask(play))
        assert back == asked[::-1]
    assert stage.answers() == {}


async def test_what_is_typed_is_saved_on_leaving_its_question(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.type("It paid twice.\rNobody was asked.\tA customer called.")
        await play.saved()
        assert stage.answers() == {"story": "It paid twice.\nNobody was asked."}
        await play.press("shift+tab")
        await play.saved()
        await play.shows("It paid twice.", "Nobody was asked.")
        assert stage.answers()["noticed"] == "A customer called."


async def test_an_answer_can_be_changed_and_taken_back(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.type("It paid.\t")
        await play.press("shift+tab")
        await play.type(" Twice.\t")
        await play.saved()
        assert stage.answers()["story"] == "It paid. Twice."
        await play.press("shift+tab", "ctrl+u", "tab")
        await play.saved()
        assert stage.answers()["story"] == "<later>"


async def test_looking_at_an_answer_adds_no_revision(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.type("It paid.\t")
        await play.press("shift+tab", "tab", "shift+tab", "tab")
        await play.saved()
    assert stage.view().answers_of("i1")["story"].revision == 1


@pytest.mark.parametrize(("letter", "state"), NOT_ANSWERED.items())
async def test_why_there_is_no_answer(stage: Stage, letter: str, state: str) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.press("ctrl+o")
        await play.shows("don't know", "declined", "not applicable", "later")
        await play.press(letter)
        await play.saved()
        assert _ask(play) == "How did it come to light?"
        await play.press("shift+tab")
        await play.shows("marked")
        assert stage.answers() == {"story": f"<{state}>"}
        await play.type("It paid after all.\t")
        await play.saved()
    assert stage.answers() == {"story": "It paid after all."}


@pytest.mark.parametrize(("letter", "state"), NOT_ANSWERED.items())
async def test_letters_alone_where_no_text_is_typed(stage: Stage, letter: str, state: str) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await play.press("tab", letter)
        await play.shows("Has it stopped?")
        await play.saved()
    assert stage.answers() == {"level": f"<{state}>"}


async def test_letters_are_letters_where_text_is_typed(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.type("undlroaksep?\t")
        await play.saved()
    assert stage.answers() == {"story": "undlroaksep?"}


async def test_the_menu_does_nothing_when_one_goes_back(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        for key in ("ctrl+g", "escape", "ctrl+o", "ctrl+q"):
            await play.press("ctrl+o")
            assert play.where == "MoreScreen"
            await play.press(key)
            assert play.where == "InterviewScreen"
        await play.type("And on.\t")
        await play.saved()
    assert stage.answers() == {"story": "And on."}


async def test_what_was_typed_before_a_mark_stays_as_a_remark(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.type("Ask the night shift.")
        await play.press("ctrl+o", "u")
        await play.saved()
    answer = stage.view().answers_of("i1")["story"]
    assert (answer.state, answer.remark) == ("unknown", "Ask the night shift.")


async def test_a_remark_stands_beside_the_answer(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.type("It paid twice.")
        await play.press("ctrl+o", "r")
        await play.shows("Remark")
        await play.type("see the log of the gateway\r")
        await play.shows("remark: see the log", "It paid twice.")
        await play.press("ctrl+o", "r", "ctrl+g")
        await play.press("ctrl+o", "r")
        await play.shows("see the log of the gateway")
        await play.type(", page 2\r")
        await play.saved()
        assert stage.view().answers_of("i1")["story"].remark == "see the log of the gateway, page 2"
        await play.press("ctrl+o", "r", "ctrl+u", "enter")
        await play.saved()
    answer = stage.view().answers_of("i1")["story"]
    assert (answer.value, answer.remark) == ("It paid twice.", None)


async def test_follow_up_questions_one_at_a_time(stage: Stage) -> None:
    asked = ("What was going on just before?", "What did you understand", "What made sense to do next")
    async with stage.open(interview=stage.held()) as play:
        for shown in asked:
            await play.press("ctrl+o", "p", "enter", "enter")
            await play.shows(shown, "note: Let them talk")
            for other in asked:
                assert (other in play.words) == (other == shown)
        await play.type("x")
        await play.shows(asked[-1])
        await play.press("tab")
        await play.hides(asked[-1])


async def test_a_number_that_does_not_fit_stays_with_a_line(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        for typed, why in (("many", "asks for a number"), ("0", "at least 1"), ("501", "at most 500")):
            await play.press("ctrl+u")
            await play.type(f"{typed}\t")
            assert _ask(play) == "How many people?"
            await play.shows(why, typed)
        await play.press("ctrl+u")
        await play.type("412\r")
        await play.shows("How bad was it?")
        await play.saved()
    assert stage.answers() == {"count": 412}


async def test_one_choice(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await play.press("tab")
        await play.shows("[ ] Hardly", "[ ] Somewhat", "[ ] Very")
        await play.press("down", "space")
        await play.shows("[x] Somewhat")
        await play.press("down", "enter")
        await play.shows("[ ] Somewhat", "[x] Very")
        await play.press("tab", "y", "space", "tab")
        await play.saved()
        await play.press("shift+tab", "shift+tab")
        await play.shows("[x] Very")
    assert stage.answers() == {"level": "high", "stopped": "yes"}


async def test_several_choices_and_own_words(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await play.press("tab", "tab", "tab", "space", "o")
        await play.type("good will\r")
        await play.shows("[x] Money", "[x] good will")
        await play.press("tab", "shift+tab")
        await play.saved()
        assert stage.answers() == {"touched": ["money", "good will"]}
        await play.press("home", "space", "tab")
        await play.saved()
    assert stage.answers() == {"touched": ["good will"]}


async def test_own_words_are_offered_only_where_the_question_has_them(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await play.press("ctrl+o", "o")
        await play.shows("no answers in one's own words")
        assert play.where == "InterviewScreen"


async def test_ending(stage: Stage) -> None:
    stage.held()
    async with stage.open() as play:
        await play.press("enter", "enter")
        await play.type("It paid twice.")
        await play.press("ctrl+o", "e")
        await play.shows("Before you end")
        await play.press("enter")
        await play.shows("Your own notes")
        await play.press("tab")
        await play.shows("ended, 1 answer")
        assert stage.view().interviews["i1"].state == "ended"
        await play.press("enter", "tab")
        await play.type("And again.")
        await play.press("ctrl+q")
        await play.shows("ended, 2 answers")
        assert stage.view().interviews["i1"].state == "ended"


async def test_an_answer_that_is_saved_behind_another_screen_is_not_kept_as_typed(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.type("It paid twice.")
        await play.press("ctrl+o", "e")
        await play.shows("Before you end")
        play.app._keep_typing()  # as a second after the last letter, or where the line drops
        await play.saved()
        assert stage.answers() == {"story": "It paid twice."}
        assert stage.store.typing(INCIDENT, "i1") is None


async def test_help_stands_in_the_menu(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.type("It paid")
        await play.press("ctrl+o", "?")
        await play.shows("Keep this answer and go to the next question", "don't know")
        await play.press("q")
        await play.type(" twice.\t")
        await play.saved()
    assert stage.answers() == {"story": "It paid twice."}


async def test_an_interview_opened_by_the_command_leaves_the_app(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.type("It paid twice.")
        await play.press("ctrl+q")
        await play.until(lambda: not play.app.is_running, "the app is still there")
        assert play.app.return_value == 0
    assert stage.answers() == {"story": "It paid twice."}


async def test_passing_by_changes_no_answer(stage: Stage) -> None:
    held = stage.held()
    stage.answer("story", "one\r\ntwo\u2028three \x1b[31m")
    before = stage.answers()
    async with stage.open(interview=held) as play:
        await play.press("shift+tab", "tab", "tab", "shift+tab", "ctrl+q")
    assert stage.answers() == before
    assert [each.revision for each in stage.view().answers.values()] == [1]


async def test_who_answers_alone_sees_one_interview_and_leaves_from_it(stage: Stage) -> None:
    stage.incident()
    stage.person()
    stage.interview()
    stage.interview()
    stage.answer("system_name@s7", "second ranker", interview="i1")
    app = stage.app(interview=(INCIDENT, "i2"), alone=True)
    async with app.run_test(size=(80, 24)):
        play = Play(app)
        await play.shows("In your own words, what happened")
        assert "note:" not in play.words
        await play.press("ctrl+g")
        await play.type("which system\r")
        await play.shows("Which system was affected?")
        assert "second ranker" not in play.words
        await play.press("ctrl+o", "t")
        await play.shows("Nobody else named anything")
        await play.press("ctrl+o", "m")
        await play.shows("Who leads the review says which items are one.")
        assert not any(isinstance(screen, HomeScreen) for screen in app.screen_stack)
        await play.press("ctrl+q")
        assert app.return_code == 0
