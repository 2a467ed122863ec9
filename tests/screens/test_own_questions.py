"""A question of one's own, typed in the middle of an interview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui import blame
from pmtui.widgets.answer_box import AnswerBox

from .stage import INCIDENT, Play

if TYPE_CHECKING:
    from .stage import Stage

WHY = "Why didn't you check the limit?"


async def test_it_is_read_while_it_is_typed_and_the_other_form_is_one_key_away(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.type("It paid.")
        await play.press("ctrl+o", "q")
        await play.shows("A question of your own")
        await play.type(WHY)
        await play.shows("Why didn't you", "Ask rather:")
        await play.press("ctrl+r")
        await play.hides("Why didn't you")
        await play.shows("ctrl+r again puts in another form")
        await play.press("enter")
        await play.shows("It paid.", "It comes next")
        await play.type("\t")
        await play.shows("note: Added by alex.")
        await play.type("It was off.\t")
        await play.shows("How did it come to light?")
        await play.saved()
    (name,) = [each for each in stage.answers() if each.startswith("own_")]
    assert stage.answers() == {"story": "It paid.", name: "It was off."}
    assert WHY not in stage.view().questionnaire("i1").questions[name].ask


async def test_nobody_has_to_take_another_form_and_it_can_be_dropped(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.press("ctrl+o", "q")
        await play.type(f"{WHY}\r\t")
        await play.shows(WHY)
        await play.saved()
        await play.type("x")
        await play.press("ctrl+o", "k")
        await play.shows("Something is typed here")
        await play.type("\x7f")
        await play.press("ctrl+o", "k")
        await play.shows("The question was dropped.", "In your own words, what happened")
        await play.saved()
    async with stage.open(interview=(INCIDENT, "i1")) as play:
        await play.press("tab")
        await play.shows("How did it come to light?")


async def test_alone_one_adds_something_and_nothing_is_flagged(stage: Stage) -> None:
    app = stage.app(interview=stage.held(), alone=True)
    async with app.run_test(size=(80, 24)):
        play = Play(app)
        await play.settled()
        await play.press("ctrl+o", "q")
        await play.shows("Add something")
        await play.type("Who was careless")
        await play.hides("Ask rather")
        await play.type("\r\t")
        await play.shows("Who was careless")
        await play.saved()


def _reworded() -> tuple[str, str]:
    """A text with one flag that has another wording, and that wording."""
    rules = blame.load(blame.BUILT_IN)
    for text in (each for rule in rules.rules for each in rule.flagged):
        found = blame.check(text, [], [], rules)
        if len(found) == 1 and found[0].rewording:
            return text, found[0].rewording
    raise AssertionError("no rule has another wording")


async def test_the_neutral_wording_is_one_key_away_and_one_undo_back(stage: Stage) -> None:
    text, wording = _reworded()
    async with stage.open(interview=stage.held()) as play:
        await play.press("ctrl+r")
        await play.shows("There is no flag in this answer.")
        await play.type(text)
        box = play.app.screen.query_one(AnswerBox)
        await play.press("ctrl+r")
        await play.until(lambda: wording in box.text, "the wording is not put in")
        await play.press("ctrl+z")
        await play.until(lambda: box.text == text, "it is not taken back")
        await play.press("ctrl+u")
        await play.type("The auditor should have flagged the invoice.")
        await play.press("ctrl+r")
        await play.shows("no other wording", "The auditor should have flagged the invoice.")
        await play.press("ctrl+o", "x")
        await play.choose("Park it as an idea")
        await play.shows("Park an idea", "The auditor should have")
        await play.press("enter")
        await play.saved()
    assert [each.value for each in stage.view().ideas] == ["The auditor should have flagged the invoice."]
