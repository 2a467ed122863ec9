"""`ctrl+o w`: a question that somebody else can answer goes into their queue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from pmtui.record.queue import asked_of_others, queue_of

from .stage import Play

if TYPE_CHECKING:
    from .stage import Stage


def _two(stage: Stage) -> tuple[tuple[str, str], str]:
    """Interviews with the on-call engineer and with the product lead, Ana."""
    held = stage.held()
    stage.person("product lead", name="Ana", reason="built it")
    return held, stage.interview(participant="p2")


def _asked(stage: Stage) -> list[Any]:
    return [(each.participant, each.ask, each.note, each.state) for each in asked_of_others(stage.view(), "i1")]


async def test_a_question_is_put_to_somebody_and_waits_in_their_interview_until_it_is_answered(stage: Stage) -> None:
    held, other = _two(stage)
    async with stage.open(interview=held) as play:
        await play.type("It paid")
        await play.press("ctrl+o", "w")
        await play.shows("Who can say more?", "Ask product lead", "Ask somebody who is not on the list yet")
        await play.press("enter")
        await play.type("she was there before us\r")
        await play.shows("It waits for the talk with product lead")
        await play.type(" twice.\t")
        await play.saved()
    (question,) = queue_of(stage.view(), "p2")
    assert (question.interview, question.key, question.note) == ("i1", "story", "she was there before us")
    assert stage.answers() == {"story": "It paid twice."}
    async with stage.open(interview=(held[0], other)) as play:
        await play.shows("1 question to be asked here besides: ctrl+o w")
        await play.press("tab", "ctrl+o", "w")
        await play.shows("came up with on-call engineer · she was there before us")
        await play.press("enter")
        await play.choose("Go to this question")
        await play.shows("question 1 of")
        await play.type("She told us.\t")
        await play.saved()
    assert queue_of(stage.view(), "p2") == []
    assert _asked(stage)[0][3] == "answered"


async def test_what_is_unclear_is_asked_again_in_a_follow_up(stage: Stage) -> None:
    held = stage.held()
    async with stage.open(interview=held) as play:
        await play.type("It paid.")
        await play.press("ctrl+o", "w")
        await play.choose("something is unclear")
        await play.shows("What is unclear? May stay empty")
        await play.type("which of the two bots\r")
        await play.shows("It is asked again in a follow-up")
        await play.press("ctrl+o", "e")
        await play.shows("unclear: which of the two bots", "a follow-up with them is owed: 1 unclear")
        await play.choose("is owed: 1 unclear")
        await play.saved()
    assert stage.view().participant("p1").state == "follow_up"
    async with stage.open(interview=held) as play:
        await play.press("ctrl+o", "e")
        await play.choose("Take it up again")
        await play.shows("In your own words, what happened")
        await play.press("ctrl+o", "w")
        await play.shows("unclear · which of the two bots")
        await play.press("q", "ctrl+end")
        await play.type(" The small one.\t")
        await play.saved()
    assert queue_of(stage.view(), "p1") == []
    assert stage.answers() == {"story": "It paid. The small one."}


async def test_it_is_taken_back_and_put_to_somebody_new(stage: Stage) -> None:
    held, _ = _two(stage)
    async with stage.open(interview=held) as play:
        await play.press("ctrl+o", "w", "enter", "enter", "ctrl+o", "w")
        await play.choose("Take back: put to product lead")
        await play.shows("It is taken back")
        await play.press("ctrl+o", "w")
        await play.choose("not on the list yet")
        await play.type("model owner\r\r")
        await play.shows("It waits for the talk with model owner")
        await play.saved()
    assert [(who, state) for who, _, _, state in _asked(stage)] == [("p2", "dropped"), ("p3", "open")]
    assert stage.view().participants["p3"].role == "model owner"


@pytest.mark.parametrize("way", ["It is answered", "Leave it out"])
async def test_what_waits_is_settled_by_hand(stage: Stage, way: str) -> None:
    held, other = _two(stage)
    async with stage.open(interview=held) as play:
        await play.press("ctrl+o", "w", "enter", "enter")
        await play.saved()
    async with stage.open(interview=(held[0], other)) as play:
        await play.press("ctrl+o", "w", "enter")
        await play.choose(way)
        await play.saved()
    assert queue_of(stage.view(), "p2") == []


async def test_who_answers_alone_sees_the_question_and_nothing_of_whom_it_came_from(stage: Stage) -> None:
    held, other = _two(stage)
    async with stage.open(interview=held) as play:
        await play.press("ctrl+o", "w", "enter")
        await play.type("she was there before us\r")
        await play.saved()
    for interview, shown in ((other, "Asked here: In your own words"), ("i1", "Whom to ask instead can be written")):
        app = stage.app(interview=(held[0], interview), alone=True)
        async with app.run_test(size=(80, 24)):
            play = Play(app)
            await play.press("ctrl+o", "w")
            await play.shows(shown)
            await play.hides("she was there before us", "Ask on-call", "Ask product")
            assert "came up with" not in play.words
