"""Words that arrive on a page without a place for text are words: no key of the menu, and not lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pmtui.blame import Live
from pmtui.widgets.answer_box import AnswerBox

if TYPE_CHECKING:
    from textual.widgets.text_area import EditResult

    from pmtui.blame import Flag

    from .stage import Stage

KINDS = Path(__file__).with_name("kinds.yaml")
PAGES = """
questionnaire: pages
version: 1
title: Pages
sections:
  - id: all
    title: All
    questions:
      - {id: aloud, ask: Read this aloud., type: info}
      - {id: sure, ask: Are you sure?, type: yes_no}
      - {id: story, ask: What happened?, type: long_text}
"""
SENTENCES = ["They undid it by hand.", "it was nobody's fault, dear", "end of story", "üben macht den Meister"]


@pytest.mark.parametrize("sentence", SENTENCES)
async def test_a_sentence_at_a_short_list_is_kept_beside_it(stage: Stage, sentence: str) -> None:
    (stage.folder / "pages.yaml").write_text(PAGES)
    async with stage.open(interview=stage.held(stage.folder / "pages.yaml")) as play:
        await play.press("tab")
        await play.shows("Are you sure?")
        await play.type(f"{sentence}\tIt paid twice.\t")
        await play.saved()
    answer = stage.view().answers["i1/sure"]
    assert (answer.state, answer.value, answer.remark) == ("open", None, sentence)
    assert stage.answers()["story"] == "It paid twice."


@pytest.mark.parametrize("sentence", ["nobody knew", "under load it did", "later, I think"])
async def test_a_sentence_that_comes_letter_by_letter_is_no_key_of_the_menu(stage: Stage, sentence: str) -> None:
    (stage.folder / "pages.yaml").write_text(PAGES)
    async with stage.open(interview=stage.held(stage.folder / "pages.yaml")) as play:
        await play.press("tab")
        await play.type_slowly(sentence)
        await play.press("tab")
        await play.saved()
    answer = stage.view().answers["i1/sure"]
    assert (answer.state, answer.remark) == ("open", sentence)


async def test_a_letter_of_the_menu_behind_which_nothing_is_typed_is_one(stage: Stage) -> None:
    (stage.folder / "pages.yaml").write_text(PAGES)
    async with stage.open(interview=stage.held(stage.folder / "pages.yaml")) as play:
        await play.press("tab", "n")
        await play.shows("What happened?")
        await play.saved()
    assert stage.answers() == {"sure": "<not_applicable>"}


async def test_at_a_list_that_takes_own_words_it_is_the_answer(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await play.press("tab")
        await play.type("Nobody could tell yet.\t")
        await play.shows("Has it stopped?")
        await play.saved()
    assert stage.answers() == {"level": "Nobody could tell yet."}


async def test_what_finds_a_choice_has_to_mark_it(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await play.press("tab")
        await play.type("Some\t")
        await play.shows("`Some` is typed and marks nothing yet", "Somewhat")
        await play.press("enter", "tab")
        await play.shows("Has it stopped?")
        await play.saved()
    assert stage.answers() == {"level": "middle"}


@pytest.mark.parametrize("sentence", SENTENCES)
async def test_on_the_page_of_items_it_begins_another(stage: Stage, sentence: str) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.type("\t\tthe bot\tIt paid twice.\t")
        await play.shows("what there is so far")
        await play.type(f"{sentence}\t")
        await play.saved()
    assert stage.answers()["system_name"] == ["the bot", sentence]


@pytest.mark.parametrize("sentence", SENTENCES)
async def test_at_what_is_read_aloud_it_goes_to_the_next_question(stage: Stage, sentence: str) -> None:
    (stage.folder / "pages.yaml").write_text(
        PAGES.replace("{id: sure, ask: Are you sure?, type: yes_no}", "{id: a, ask: A?}")
    )
    async with stage.open(interview=stage.held(stage.folder / "pages.yaml")) as play:
        await play.shows("Read this aloud.")
        await play.type(f"{sentence}\t")
        await play.saved()
    assert stage.answers() == {"a": sentence}


async def test_a_paste_at_a_list_is_kept_too(stage: Stage) -> None:
    (stage.folder / "pages.yaml").write_text(PAGES)
    async with stage.open(interview=stage.held(stage.folder / "pages.yaml")) as play:
        await play.press("tab")
        await play.paste("They undid it\nby hand.")
        await play.press("tab")
        await play.saved()
    assert stage.view().answers["i1/sure"].remark == "They undid it by hand."


async def test_a_letter_alone_is_a_key_as_before(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await play.press("tab", "u")
        await play.shows("Has it stopped?")
        await play.saved()
    assert stage.answers() == {"level": "<unknown>"}


async def test_words_above_a_list_come_back_after_a_kill(stage: Stage) -> None:
    held = stage.held(KINDS)
    async with stage.open(interview=held) as play:
        await play.press("tab")
        await play.type("Nobody could")
        await play.until(lambda: "Nobody could" in str(stage.store.typing(*held)), "it is not kept")
    async with stage.open(interview=held) as play:
        await play.shows("Nobody could")
        await play.type(" tell.\t")
        await play.saved()
    assert stage.answers() == {"level": "Nobody could tell."}


async def test_a_remark_alone_leaves_the_question_open(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.press("ctrl+o", "r")
        await play.type("Ask again tomorrow\r")
        await play.shows("remark: Ask again tomorrow note:")
        await play.press("ctrl+g")
        await play.shows("· In your own words", "What happened 0/2")
        await play.saved()
    assert stage.answers() == {"story": "<open>"}


async def test_what_does_not_fit_is_said_once_and_then_kept_as_a_remark(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await play.type("a few hundred\t")
        await play.shows("How many people?", "once more keeps it as a remark")
        await play.press("tab")
        await play.shows("How bad was it?")
        await play.saved()
    answer = stage.view().answers["i1/count"]
    assert (answer.state, answer.remark) == ("open", "a few hundred")


async def test_many_letters_at_once_are_one_edit(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        box = play.app.screen.query_one(AnswerBox)
        changes: list[str] = []
        change = box.replace
        box.replace = lambda *given, **more: changes.append(given[0]) or change(*given, **more)  # type: ignore
        await play.type("say " * 2000 + "\r" + "more " * 400 + "\x7f.\tnext")
        await play.saved()
        assert box.text == "next"
        assert len(changes) < 6
    assert stage.answers() == {"story": "say " * 2000 + "\n" + "more " * 399 + "more."}


async def test_letters_that_arrive_together_are_few_edits_each_checked_once(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    edits: list[str] = []
    checks: list[str] = []
    replace, check = AnswerBox.replace, Live.check

    def edited(box: AnswerBox, words: str, *where: tuple[int, int], maintain_selection_offset: bool) -> EditResult:
        edits.append(words)
        return replace(box, words, *where, maintain_selection_offset=maintain_selection_offset)

    def checked(live: Live, text: str) -> list[Flag]:
        checks.append(text)
        return check(live, text)

    monkeypatch.setattr(AnswerBox, "replace", edited)
    monkeypatch.setattr(Live, "check", checked)
    (stage.folder / "story.yaml").write_text(PAGES.replace("type: info", "type: long_text"))
    async with stage.open(interview=stage.held(stage.folder / "story.yaml")) as play:
        await play.type("At 14:02 the queue depth alarm fired and nobody knew yet which service was slow.")
        await play.shows("queue depth alarm fired")
    assert len(edits) <= 3
    assert len(checks) <= 3
    assert "".join(edits) == checks[-1]


@pytest.mark.parametrize("words", ["many", "a few hundred"])
async def test_what_is_typed_ahead_of_a_page_that_stays_is_the_next_answer(stage: Stage, words: str) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await play.type(words)
        await play.type("\t")
        await play.type("It got worse and worse.\t")
        await play.shows("Has it stopped?")
        await play.saved()
    found = stage.view().answers_of("i1")
    assert (found["count"].remark, found["level"].value) == (words, "It got worse and worse.")


async def test_who_has_read_why_mends_it(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pmtui.screens.interview.HASTE", 0.0)
    async with stage.open(interview=stage.held(KINDS)) as play:
        await play.type("4\x7fx\t")
        await play.shows("asks for a number")
        await play.type("\x7f12\t")
        await play.shows("How bad was it?")
        await play.saved()
    assert stage.answers() == {"count": 12}


async def test_going_elsewhere_from_a_page_that_stays_takes_nothing_along(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        await play.type("412\tSome\t\x1b[Z")
        await play.shows("How many people?", "412")
        await play.saved()
    assert stage.answers()["count"] == 412
