"""Following up what was just heard: the question stays, and what was used is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.record.probing import used

from .stage import INCIDENT, Play

if TYPE_CHECKING:
    from .stage import Stage

CUES = "What exactly was in front of you at that moment?"


async def test_what_was_heard_is_preselected_and_its_follow_up_stays_above_the_note(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.type("It paid. I saw the rate on the dashboard.")
        await play.press("ctrl+o", "p")
        await play.shows("What did you just hear?", "I saw the rate on the dashboard.", "1 Something seen or heard")
        await play.press("enter")
        await play.shows("1 What was going on just before?", CUES)
        await play.choose(CUES)
        await play.shows("In your own words, what happened", CUES, "note: Let them talk")
        await play.type(" It was red.")
        await play.shows(CUES, "It was red.")
        await play.type("\t")
        await play.hides(CUES)
        await play.saved()
    (one,) = used(stage.view().decisions)
    assert one == ("i1/story", "observation", CUES, 0)


async def test_a_digit_chooses_and_what_was_used_is_marked_also_later(stage: Stage) -> None:
    held = stage.held()
    stage.answer("story", "It paid.")
    async with stage.open(interview=held) as play:
        await play.press("shift+tab")
        await play.press("ctrl+o", "p", "3", "1")
        await play.shows("What was going on just before?")
        await play.saved()
    async with stage.open(interview=(INCIDENT, "i1")) as play:
        await play.press("ctrl+o", "p", "7")
        await play.shows("✓ What was going on just before?", "was asked here already")
        await play.press("enter")
        await play.shows("What did you understand at that moment?")
        await play.saved()
    assert [(each.kind, each.revision) for each in used(stage.view().decisions)] == [("decision", 1), ("action", 1)]


async def test_alone_it_speaks_to_the_one_who_tells(stage: Stage) -> None:
    app = stage.app(interview=stage.held(), alone=True)
    async with app.run_test(size=(80, 24)):
        play = Play(app)
        await play.settled()
        await play.press("ctrl+o", "p")
        await play.shows("What did you just tell?", "You chose something")
        await play.press("q")
        await play.saved()
    assert used(stage.view().decisions) == []


async def test_a_team_s_own_file_is_used_and_a_wrong_one_is_told(stage: Stage) -> None:
    folder = stage.settings.store / "probes"
    held = stage.held()
    folder.mkdir()
    (folder / "ours.yaml").write_text("extends: en\nkinds:\n  observation:\n    ask: [Which pager rang?]\n")
    async with stage.open(interview=held) as play:
        await play.press("ctrl+o", "p", "1")
        await play.shows("Which pager rang?")
