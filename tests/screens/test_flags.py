"""What is said below the text while one types: flags, and times as they were understood."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pmtui import blame
from pmtui.widgets.answer_box import AnswerBox

if TYPE_CHECKING:
    from .stage import Play, Stage

KINDS = Path(__file__).with_name("kinds.yaml")
RULES = blame.load(blame.BUILT_IN)


def _underlined(play: Play) -> list[str]:
    """The passages that are underlined on the screen."""
    box = play.app.screen.query_one(AnswerBox)
    lines = [box.render_line(row) for row in range(box.size.height)]
    spans = [[segment.text for segment in line if segment.style and segment.style.underline] for line in lines]
    return ["".join(span) for span in spans if span]


async def test_a_flag_is_underlined_and_named_while_one_types(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.type("Marta forgo")
        assert _underlined(play) == []
        await play.type("t to set the limit.")
        await play.shows("~ ", "Ask:")
        assert _underlined(play) == ["Marta forgot"]
        await play.press("ctrl+u")
        await play.hides("Ask:")
        assert _underlined(play) == []


async def test_the_examples_of_the_rules_are_flagged_with_their_own_words(stage: Stage) -> None:
    examples = [rule.flagged[0] for rule in RULES.rules if rule.flagged]
    async with stage.open((120, 40), interview=stage.held()) as play:
        for example in examples[:: len(examples) // 12]:
            flag = blame.check(example, [], [], RULES)[0]
            await play.press("ctrl+u")
            await play.paste(example)
            await play.shows(" ".join(flag.reason.split()), " ".join(flag.question.split()))
            assert _underlined(play), example


async def test_the_next_flag(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.type("Marta forgot it.\rThe operator was careless.\r")
        await play.shows("of 2")
        await play.press("ctrl+f")
        first = play.words
        await play.press("ctrl+f")
        await play.until(lambda: play.words != first, "the next flag is not shown")
        await play.press("ctrl+f")
        await play.until(lambda: play.words == first, "the first flag is not shown again")


async def test_a_flag_stops_nobody(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.type("Marta forgot it.\t")
        await play.saved()
        await play.shows("How did it come to light?")
    assert stage.answers() == {"story": "Marta forgot it."}


async def test_another_question_has_its_own_flags(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.type("Marta forgot it.\t")
        await play.hides("Ask:")
        assert _underlined(play) == []
        await play.press("shift+tab")
        await play.shows("Ask:")
        assert _underlined(play) == ["Marta forgot"]


async def test_people_of_the_incident_are_known(stage: Stage) -> None:
    stage.incident()
    stage.person("reviewer", name="Xerxes")
    held = stage.interview()
    async with stage.open(interview=("2026-03-14-refund-bot", held)) as play:
        await play.type("Xerxes forgot to set the limit.")
        await play.shows("Ask:")


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("14:05", "14:05 CET"),
        ("about 9:30", "about"),
        ("14 March 2026", "14 Mar 2026"),
        ("March 2026", "March 2026"),
        ("yesterday 9pm", "Sat 14 Mar 2026"),
    ],
)
async def test_a_time_is_understood_while_one_types(stage: Stage, typed: str, understood: str) -> None:
    async with stage.open(interview=stage.held(KINDS, noticed="2026-03-14 14:00")) as play:
        await play.press(*["tab"] * 5)
        await play.shows("At what time?")
        await play.type(typed)
        await play.shows("time", understood)
        await play.type("\t")
        await play.saved()
        await play.press("shift+tab")
        await play.shows(typed, understood)
    assert stage.answers()["at"]["words"] == typed


async def test_a_time_that_is_not_understood_is_asked_about_and_kept(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await play.press(*["tab"] * 5)
        await play.type("when the kettle boiled")
        await play.shows("understood")
        await play.type("\t")
        await play.saved()
    assert stage.answers()["at"]["words"] == "when the kettle boiled"


async def test_a_time_with_two_meanings_is_asked_about(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await play.press(*["tab"] * 5)
        await play.type("03/04/2026")
        await play.shows("time", "?")


async def test_a_day_that_is_none_stays_with_a_line(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await play.press(*["tab"] * 4)
        await play.type("March 2026\t")
        await play.shows("is not one day", "On which day?")
        await play.press("ctrl+u")
        await play.type("14 March 2026\t")
        await play.saved()
    assert stage.answers() == {"day": "2026-03-14"}


async def test_a_flag_is_left_as_it_is_with_a_reason_and_shown_again(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.type("Marta was careless.")
        await play.shows("~ ")
        await play.press("ctrl+o", "x")
        await play.shows("Mark it as a quotation", "Leave it as it is, with a reason")
        await play.type("\x1b[B")
        await play.press("enter")
        await play.shows("Why does it stay?")
        await play.press("enter")
        await play.shows("It stays flagged: leaving it takes a reason.")
        await play.press("ctrl+o", "x", "down", "enter")
        await play.type("Her own words.\r")
        await play.hides("~ ")
        assert _underlined(play) == []
        await play.press("tab")
        await play.saved()
        await play.press("shift+tab")
        await play.hides("~ ")
        await play.press("ctrl+o", "x")
        await play.shows("Show again what was left as it is here")
        await play.press("enter")
        await play.shows("~ ")
        await play.saved()
    assert stage.decided() == ["dismiss-flag", "show-flags"]
    assert stage.answers() == {"story": "Marta was careless."}


async def test_a_passage_becomes_a_quotation_in_the_text(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.type("He said Marta was careless today.\rMarta was careless.")
        await play.press("ctrl+f")
        await play.press("ctrl+o", "x", "enter")
        await play.hides("~ ")
        await play.press("tab")
        await play.saved()
    assert str(stage.answers()["story"]).count("“") == 1


async def test_flags_are_off_in_one_key_and_on_again(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.type("Marta was careless.")
        await play.shows("~ ")
        await play.press("ctrl+o", "f")
        await play.hides("~ ")
        assert _underlined(play) == []
        await play.press("ctrl+o", "f")
        await play.shows("~ ")
        await play.press("ctrl+o", "x")
        await play.press("q")
    assert stage.decided() == []
