"""The closing page: what is open is one key away, and the interview ends only where that is confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pmtui.interview.closing import LAST_WORD, last_words
from pmtui.record.changes import Stamp, decide, set_interview_state
from pmtui.record.corrections import correct, reasons
from pmtui.record.probing import USED

from .stage import AUTHOR, INCIDENT, NOW
from .test_follow_up import ASKED

if TYPE_CHECKING:
    from pathlib import Path

    from .stage import Stage


async def test_going_back_ends_nothing_and_keeps_what_was_typed(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.type("It paid twice.")
        await play.press("ctrl+o", "e")
        await play.shows("Before you end", "End the interview", "1 of 15 questions addressed", "open: How did it come")
        await play.press("q")
        await play.shows("It paid twice.")
        await play.saved()
    assert stage.view().interview("i1").state == "running"
    assert stage.answers() == {"story": "It paid twice."}


async def test_leaving_from_there_leaves_the_interview_and_ends_nothing(stage: Stage) -> None:
    opened = stage.held()
    async with stage.open(interview=opened) as play:
        await play.type("It paid twice.")
        await play.press("ctrl+o", "e", "ctrl+q")
        await play.until(lambda: play.app.return_code == 0, "it is open still")
    assert stage.view().interview("i1").state == "running"
    assert stage.answers() == {"story": "It paid twice."}


async def test_what_is_later_is_one_key_away(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.press("ctrl+o", "l", "tab", "ctrl+o", "e")
        await play.choose("later: In your own words")
        await play.shows("question 1 of 2", "marked: later")


async def test_the_last_word_is_kept_and_the_end_is_confirmed(stage: Stage) -> None:
    opened = stage.held()
    async with stage.open(interview=opened) as play:
        await play.press("ctrl+o", "e", "down", "enter")
        await play.type("Ask [red]the vendor\r")
        await play.shows("added at the end: Ask [red]the vendor")
        await play.press("enter")
        await play.saved()
    assert stage.view().interview("i1").state == "ended"
    assert last_words(stage.view(), "i1") == ["Ask [red]the vendor"]


async def test_an_interview_that_has_ended_is_taken_up_again_at_what_is_open(stage: Stage) -> None:
    opened = stage.held()
    stage.answer("story", "It paid twice.")
    async with stage.open(interview=opened) as play:
        await play.press("ctrl+o", "e", "enter")
        await play.saved()
    assert stage.view().interview("i1").state == "ended"
    async with stage.open(interview=(INCIDENT, "i1")) as play:
        await play.press("shift+tab", "ctrl+o", "e")
        await play.shows("This interview has ended")
        await play.press("enter")
        await play.shows("A follow-up", "How did it come to light?")
        await play.saved()
    assert stage.view().interview("i1").state == "running"
    assert stage.answers() == {"story": "It paid twice."}


async def test_alone_the_page_thanks_the_person(stage: Stage) -> None:
    async with stage.open(interview=stage.held(), alone=True) as play:
        await play.press("ctrl+o", "e")
        await play.shows("Thank you. What was said is kept.")


@pytest.mark.parametrize("words", ["and one more thing", "quite late, somebody rang", "u"])
async def test_what_is_typed_over_the_closing_page_is_what_they_had_to_add(stage: Stage, words: str) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.press("ctrl+o", "e")
        await play.shows("Before you end")
        await play.type(f"{words}\r")
        await play.shows("Before you end")
        await play.saved()
    assert [each.value for each in stage.view().decisions if each.kind == LAST_WORD] == [words]


async def test_the_account_is_written_from_the_page_and_over_nothing(stage: Stage) -> None:
    opened, target = stage.held(), stage.folder / "account.md"
    stage.answer("story", "It paid twice.")
    stage.store.change(INCIDENT, lambda edit: set_interview_state(edit, "i1", "ended", Stamp(NOW, AUTHOR)))
    for told in ("Written to", "is there already and was not changed"):
        async with stage.open(interview=opened) as play:
            await play.press("ctrl+o", "e")
            await play.choose("Write this account to a file")
            await play.shows("Write the account to which file?")
            await play.press("ctrl+u")
            await play.type(f"{target}\r")
            await play.shows(told)
        assert "It paid twice." in target.read_text(encoding="utf-8")
        target.write_text("It paid twice. Mine.", encoding="utf-8")
    assert target.read_text(encoding="utf-8") == "It paid twice. Mine."


async def test_the_history_of_an_answer_says_which_revision_is_a_correction(stage: Stage) -> None:
    opened = stage.held()
    stage.answer("story", "It paid twice.")
    stage.answer("story", "It paid once.")
    stage.store.change(INCIDENT, lambda edit: correct(edit, "i1/story", 1, "asked by [b]them", Stamp(NOW, AUTHOR)))
    async with stage.open(interview=opened) as play:
        await play.press("shift+tab", "ctrl+o", "h")
        await play.shows("correction: asked by [b]them")
        await play.press("down")
        await play.hides("correction:")


async def test_the_page_opens_behind_the_last_question_and_one_key_comes_back(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "small.yaml"
    file.write_text(ASKED, encoding="utf-8")
    async with stage.open(interview=stage.held(file)) as play:
        await play.press("tab", "tab", "tab", "tab")
        await play.shows("That was the last question")
        await play.type("Nothing more.\tand")
        await play.shows("Is there anything else?")
        await play.press("ctrl+g")
        await play.choose("these words are lost")
        await play.shows("Before you end")
        await play.press("q")
        await play.hides("Before you end")
        await play.shows("Nothing more.")
        await play.press("ctrl+o", "u")
        await play.choose("Replace it")
        await play.shows("Before you end")
    assert stage.view().interview("i1").state == "running"


async def test_a_change_after_the_end_is_asked_about_and_stands_in_the_history(stage: Stage) -> None:
    opened = stage.held()
    stage.answer("story", "It paid twice.")
    stage.store.change(INCIDENT, lambda edit: set_interview_state(edit, "i1", "ended", Stamp(NOW, AUTHOR)))
    async with stage.open(interview=opened) as play:
        await play.press("shift+tab")
        await play.type(" Or thrice.\t")
        await play.shows("Why was this changed, and who asked for it?", "In your own words, what happened")
        await play.type("[b]they[/b] read it\r")
        await play.shows("How did it come to light?")
        await play.type("A call.\t")
        await play.hides("Why was this changed")
        await play.press("shift+tab", "shift+tab", "ctrl+o", "h")
        await play.shows("correction: [b]they[/b] read it")
    assert reasons(stage.view(), "i1/story") == {2: "[b]they[/b] read it"}


@pytest.mark.parametrize(("keys", "told"), [(("enter",), {2: ""}), (("ctrl+g",), {})])
async def test_the_reason_may_stay_empty_also_when_one_leaves(
    stage: Stage, keys: tuple[str, ...], told: dict[int, str]
) -> None:
    opened = stage.held()
    stage.answer("story", "It paid twice.")
    stage.store.change(INCIDENT, lambda edit: set_interview_state(edit, "i1", "ended", Stamp(NOW, AUTHOR)))
    async with stage.open(interview=opened) as play:
        await play.press("shift+tab")
        await play.type(" Or thrice.")
        await play.press("ctrl+q")
        await play.shows("Why was this changed")
        await play.press(*keys)
        await play.until(lambda: not play.app.is_running or play.where != "InterviewScreen", "it is not left")
    assert stage.answers() == {"story": "It paid twice. Or thrice."}
    assert reasons(stage.view(), "i1/story") == told


async def test_follow_up_questions_that_were_used_stand_in_the_history(stage: Stage) -> None:
    opened = stage.held()

    def use(words: str, revision: int) -> None:
        value = {"kind": "judgement", "words": words, "revision": revision}
        stage.store.change(INCIDENT, lambda edit: decide(edit, USED, "i1/story", Stamp(NOW, AUTHOR), value))

    use("How could [b]you[/b] tell?", 0)
    async with stage.open(interview=opened) as play:
        await play.press("ctrl+o", "h")
        await play.shows("Nothing was answered here yet. Asked: How could [b]you[/b] tell?")
    stage.answer("story", "It paid twice.")
    use("When first?", 1)
    async with stage.open(interview=opened) as play:
        await play.press("shift+tab", "ctrl+o", "h")
        await play.shows("asked before: How could [b]you[/b] tell?", "asked then: When first?")
