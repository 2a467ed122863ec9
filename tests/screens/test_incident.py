"""One incident: its people, its interviews, its draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.intake import people
from pmtui.questionnaire.shelves import Shelves

from .stage import INCIDENT

if TYPE_CHECKING:
    from .stage import Play, Stage


async def _opened(play: Play) -> None:
    await play.press("enter")
    await play.until(lambda: play.where == "IncidentScreen", "the incident is not opened")


async def test_from_nobody_to_the_first_question(stage: Stage) -> None:
    stage.incident()
    async with stage.open() as play:
        await _opened(play)
        await play.shows("Nobody was asked yet")
        await play.type("\ron-call engineer\tMarta\t")
        await play.press("ctrl+s")
        await play.shows("About you, before you talk", "Neither")
        await play.press("enter")
        await play.shows("Which questionnaire")
        await play.choose("Quick review")
        await play.shows("Before you begin")
        await play.press("ctrl+g")
        await play.shows("In your own words, what happened", "on-call engineer", "question 1 of 2")
    assert [(each.role, each.name) for each in stage.view().participants.values()] == [("on-call engineer", "Marta")]
    assert list(stage.view().interviews) == ["i1"]


async def test_a_participant_needs_a_role_and_a_zone_that_exists(stage: Stage) -> None:
    stage.incident()
    async with stage.open() as play:
        await _opened(play)
        await play.type("p\tMarta\t\t\tEurope/Berlim")
        await play.press("ctrl+s")
        await play.shows("needs a role", "Marta", "Europe/Berlim")
        await play.type("engineer")
        await play.press("ctrl+s")
        await play.shows("Europe/Berlim", "engineer", "Marta")
        assert play.where == "PersonForm"
        await play.press("ctrl+g", "enter")
        assert play.where == "PersonForm"
        await play.shows("Europe/Berlim", "engineer", "Marta")
        await play.press("escape")
        await play.shows("This form is not saved.")
        await play.press("down", "enter")
        assert play.where == "IncidentScreen"
    assert stage.view().participants == {}


async def test_another_interview_with_somebody_who_is_there(stage: Stage) -> None:
    stage.held()
    stage.person("model owner")
    async with stage.open() as play:
        await _opened(play)
        await play.shows("i1", "model owner", "no interview yet")
        await play.press("i")
        await play.shows("With whom?", "on-call engineer", "model owner")
        await play.press("down", "enter", "enter")
        await play.until(lambda: play.where == "OpeningScreen", "no interview is opened")
    assert [each.participant for each in stage.view().interviews.values()] == ["p1", "p2"]


async def test_an_interview_begins_with_the_person_under_the_cursor(stage: Stage) -> None:
    stage.held()
    stage.person("model owner")
    stage.person("counsel")
    stage.interview(participant="p3")
    async with stage.open() as play:
        await _opened(play)
        await play.press("down", "i")
        await play.shows("Which questionnaire for model owner?")
        await play.press("q", "down", "i")
        await play.shows("With whom?")
        await play.press("enter")
        await play.shows("Which questionnaire for counsel?")


async def test_enter_on_a_person_without_interview_begins_one(stage: Stage) -> None:
    stage.incident()
    stage.person()
    async with stage.open() as play:
        await _opened(play)
        await play.press("enter", "enter")
        await play.until(lambda: play.where == "OpeningScreen", "no interview is opened")
        await play.press("ctrl+q", "ctrl+q")
        await play.shows("i1", "0 answers")


async def test_choosing_nothing_begins_nothing(stage: Stage) -> None:
    stage.incident()
    stage.person()
    async with stage.open() as play:
        await _opened(play)
        await play.press("enter", "q")
        assert play.where == "IncidentScreen"
    assert stage.view().interviews == {}


async def test_answers_are_counted_when_one_comes_back(stage: Stage) -> None:
    stage.held()
    async with stage.open() as play:
        await _opened(play)
        await play.type("\rIt paid twice.\tA customer called.\t")
        await play.press("ctrl+q")
        await play.shows("running, 2 answers")


async def test_editing_changes_what_differs_alone(stage: Stage) -> None:
    stage.incident(noticed="2026-03-14 14:05", basis="logged", summary="Paid without a limit.")
    before = stage.view().incident.model_dump()
    async with stage.open() as play:
        await _opened(play)
        await play.press("e", "tab")
        await play.type("major")
        await play.press("ctrl+s")
        await play.shows("major", "14:05")
        await play.press("e", "ctrl+s")
        assert play.where == "IncidentScreen"
        await play.press("e")
        await play.type(" lost on the way")
        await play.press("ctrl+g", "down", "enter")
        assert play.where == "IncidentScreen"
    assert stage.view().incident.model_dump() == {**before, "severity": "major"}


async def test_an_edit_that_does_not_fit_is_said_and_changes_nothing(stage: Stage) -> None:
    stage.incident()
    async with stage.open() as play:
        await _opened(play)
        await play.press("e", "tab", "tab", "ctrl+u")
        await play.type("finished")
        await play.press("ctrl+s")
        assert play.where == "IncidentForm"
        await play.shows("finished", "in_review")
    assert stage.view().incident.state == "open"


async def test_the_draft_is_shown_and_written(stage: Stage) -> None:
    stage.held()
    stage.answer("story", "The bot paid four hundred refunds.")
    async with stage.open() as play:
        await _opened(play)
        await play.press("d")
        await play.shows("Refund bot · draft", "as it reads")
        await play.press("w")
        await play.shows("which file?")
        await play.press("enter")
        await play.shows("Written to")
        written = (stage.folder / f"{INCIDENT}.md").read_text()
        assert "The bot paid four hundred refunds." in written
        await play.press("q")
        assert play.where == "IncidentScreen"


async def test_a_file_that_is_there_is_not_replaced(stage: Stage) -> None:
    stage.incident()
    mine = stage.folder / f"{INCIDENT}.md"
    mine.write_text("mine")
    async with stage.open() as play:
        await _opened(play)
        await play.press("d", "w", "enter")
        await play.shows("is there already")
        await play.press("w", "ctrl+u")
        await play.type("other.md\r")
        await play.shows("Written to", "other.md")
        await play.press("w", "ctrl+g")
    assert mine.read_text() == "mine"
    assert "Refund bot" in (stage.folder / "other.md").read_text()


async def test_a_file_that_is_there_is_not_for_this_screen_to_replace(stage: Stage) -> None:
    stage.incident()
    (stage.folder / "mine.md").write_text("mine")
    async with stage.open() as play:
        await _opened(play)
        await play.press("d", "w", "ctrl+u")
        await play.type("mine.md\r")
        await play.shows("was not changed; name another file")
        await play.hides("--force")


async def test_a_folder_that_is_not_there_is_said(stage: Stage) -> None:
    stage.incident()
    async with stage.open() as play:
        await _opened(play)
        await play.press("d", "w", "ctrl+u")
        await play.type("nowhere/draft.md\r")
        await play.shows("not written")
        assert play.where == "DraftScreen"


async def test_a_long_draft_can_be_scrolled(stage: Stage) -> None:
    stage.held()
    stage.answer("story", "\n\n".join(f"Paragraph {number}." for number in range(60)))
    async with stage.open() as play:
        await _opened(play)
        await play.press("d")
        await play.hides("Paragraph 40.")
        for _ in range(12):
            if "Paragraph 40." in play.words:
                break
            await play.press("pagedown")
        await play.shows("Paragraph 40.")


async def test_help_on_every_page(stage: Stage) -> None:
    stage.incident()
    async with stage.open() as play:
        await _opened(play)
        await play.press("?")
        await play.shows("Add a participant")
        await play.press("q", "d", "?")
        await play.shows("Write the draft to a file")
        await play.press("q", "q")
        assert play.where == "IncidentScreen"


async def test_an_incident_that_went_away_is_said(stage: Stage) -> None:
    stage.held()
    async with stage.open() as play:
        await _opened(play)
        stage.store.remove(INCIDENT)
        await play.press("d")
        await play.shows("no incident")
        await play.press("q", "enter")
        await play.shows("no incident")


ONE = """questionnaire: ours
version: 1
title: Ours
sections:
  - id: all
    title: All
    questions:
      - {id: story, ask: What happened?}
      - {id: seen, ask: Who saw it?}
"""
TWO = ONE.replace("version: 1", "version: 2").replace("id: seen", "id: saw").replace("saw it?", "saw it?, was: [seen]")


async def test_an_interview_moves_to_a_newer_version_and_back(stage: Stage) -> None:
    shelf = stage.store.root / "questionnaires"
    shelf.mkdir()
    (shelf / "ours.yaml").write_text(ONE)
    stage.incident()
    stage.person()
    people.begin(stage.store, INCIDENT, "p1", "ours", Shelves.of(shelf))
    stage.answer("seen", "A caller.")
    async with stage.open() as play:
        await play.press("enter", "v")
        await play.shows("is on the only version of ours that there is")
        (shelf / "ours.yaml").write_text(TWO)
        await play.press("v")
        await play.shows("Stay on version 1", "Move to version 2", "stays; the question has another name", "A caller.")
        await play.press("down", "space", "enter")
        await play.until(lambda: stage.view().interview("i1").version == 2, "it is not moved")
        assert stage.answers() == {"saw": "A caller."}
        await play.press("v")
        await play.shows("Go back to the version before")
        await play.press("down", "enter")
        await play.until(lambda: stage.view().interview("i1").version == 1, "it is not moved back")
        (shelf / "ours.yaml").write_text("questionnaire: ours\n")
        await play.press("v")
        await play.shows("`version` is missing here")
    assert stage.answers() == {"seen": "A caller."}


async def test_an_answer_to_a_question_with_other_words_now_is_confirmed(stage: Stage) -> None:
    shelf = stage.store.root / "questionnaires"
    shelf.mkdir()
    (shelf / "ours.yaml").write_text(ONE)
    stage.incident()
    stage.person()
    people.begin(stage.store, INCIDENT, "p1", "ours", Shelves.of(shelf))
    stage.answer("story", "It paid.")
    (shelf / "ours.yaml").write_text(TWO.replace("What happened?", "What happened then?"))
    async with stage.open() as play:
        await play.press("enter", "v")
        await play.shows("stays, to confirm: asked differently")
        await play.press("down", "enter")
        await play.until(lambda: stage.view().interview("i1").version == 2, "it is not moved")
        await play.press("enter", "ctrl+g")
        await play.shows("✓?")
        await play.type("then\r")
        await play.shows("What happened then?", "answered when it was asked: “What happened?” · ctrl+o c confirms")
        await play.press("ctrl+o", "c")
        await play.shows("Confirmed.")
        await play.saved()
        await play.press("ctrl+o", "c")
        await play.shows("There is nothing to confirm")
    assert [each.about for each in stage.view().decisions if each.kind == "confirm-answer"] == ["i1/story"]
    assert stage.answers() == {"story": "It paid."}
