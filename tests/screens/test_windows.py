"""Windows of any size: nothing is hidden or lost, and nothing moves that need not."""

from __future__ import annotations

import asyncio
from itertools import count
from time import monotonic
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.widgets import TextArea

from pmtui import keys
from pmtui.questionnaire.loading import named
from pmtui.questionnaire.schema import CHOOSING
from pmtui.questionnaire.shelves import Shelves
from pmtui.screens.interview_words import choosing_words, form_words
from pmtui.settings import package_folder
from pmtui.widgets.frame import Foot

from .stage import INCIDENT
from .test_pictures import KINDS

if TYPE_CHECKING:
    from .stage import Play, Stage

SMALL = "pmtui needs 60x20. Nothing is lost."


async def test_a_window_that_is_too_small_says_so_and_comes_back_whole(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.type("It paid")
        whole = play.text
        await play.resize(59, 20)
        await play.shows(f"59x20: {SMALL}")
        await play.hides("In your own words")
        await play.type(" twice")
        await play.press("ctrl+o")
        await play.shows(SMALL)
        await play.press("ctrl+g")
        await play.resize(80, 24)
        await play.hides(SMALL)
        await play.shows("It paid twice")
        await play.until(lambda: play.text.replace(" twice", "") == whole, "the screen is another")
        await play.type("\t")
        await play.saved()
    assert stage.answers() == {"story": "It paid twice"}


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.one_of(
            st.tuples(st.integers(1, 200), st.integers(1, 80)),
            st.sampled_from(["It ", "paid.", "\r", " Zoë", "王"]),
        ),
        max_size=12,
    )
)
def test_sizes_that_change_while_one_types_lose_nothing(stage: Stage, steps: list[Any]) -> None:
    incident = next(iter(stage.store.ids()), None)
    held = (incident, "i1") if incident else stage.held()

    async def play_it() -> None:
        async with stage.open(interview=held) as play:
            await play.press("ctrl+g", "pageup", "pageup", "enter")
            box = play.app.screen.query_one(TextArea)
            box.load_text("")
            for step in steps:
                if isinstance(step, tuple):
                    await play.resize(*step)
                else:
                    await play.type(step)
            await play.resize(80, 24)
            assert box.text == "".join(step.replace("\r", "\n") for step in steps if isinstance(step, str))
            await play.shows("tab next", "ctrl+o more")

    asyncio.run(play_it())


async def regions(play: Play) -> dict[str, Any]:
    """Where everything of an interview stands that is not the length of its words."""
    await play.settled()
    shown = {
        each: play.app.screen.query_one(each).region for each in ("#place", "#question", "#state", "#panel", "Foot")
    }
    return {**shown, "answer": play.app.screen.query_one("AnswerBox").region}


@pytest.mark.parametrize("size", [(80, 24), (60, 20)], ids=str)
async def test_nothing_moves_when_a_hint_comes_or_another_question_of_its_kind(
    stage: Stage, size: tuple[int, int]
) -> None:
    async with stage.open(size=size, interview=stage.held()) as play:
        before = await regions(play)
        await play.type("Tom should have checked the rule.")
        await play.shows("~ “Tom should have checked")
        assert await regions(play) == before
        await play.press("tab")
        await play.shows("question 2 of 2")
        assert await regions(play) == before


async def test_nothing_moves_when_an_answer_does_not_fit(stage: Stage) -> None:
    async with stage.open(interview=stage.held(KINDS)) as play:
        before = await regions(play)
        await play.type("a few\t")
        await play.shows("asks for a number")
        assert await regions(play) == before


@pytest.mark.parametrize("where", ["home", "incident", "form", "draft", "interview"])
@pytest.mark.parametrize("width", [80, 60])
async def test_every_key_of_a_footer_is_there_whole_or_the_menu_that_has_it(
    stage: Stage, where: str, width: int
) -> None:
    stage.held()
    ways = {"home": [], "incident": ["enter"], "form": ["n"], "draft": ["enter", "d"]}
    opened = {"interview": ("2026-03-14-refund-bot", "i1")} if where == "interview" else {}
    async with stage.open(size=(width, 24), **opened) as play:
        await play.press(*ways.get(where, []))
        foot = str(play.app.screen.query_one(Foot).render())
        assert len(foot) <= width
        assert foot.endswith(f"{keys.key('more', 'everywhere')} more")
        named = [f"{each.key} " for each in keys.of(where) if each.in_footer]
        missed = [each for each in named if each not in foot]
        assert not missed or width < 80, missed
        await play.press("ctrl+o")
        for _, part in keys.menu(where):
            await play.shows(*(f"{pressed} {each.label}" for pressed, each in part))


async def test_rows_are_laid_out_anew_when_the_window_becomes_narrow(stage: Stage) -> None:
    stage.held()
    stage.person("somebody with a role of many words who looks after the platform", reason="knows it " * 9)
    async with stage.open() as play:
        await play.press("enter")
        before = play.text.count("\n p") + play.text.count("\n i")
        await play.resize(60, 20)

        def rows() -> list[str]:
            return [line.rstrip() for line in play.text.splitlines() if line.startswith((" i1", " p2"))]

        await play.until(lambda: all(row.endswith("to ask") for row in rows()), "the rows are those of a wide window")
        assert len(rows()) == before == 2
        await play.shows("planned, 0 answers · Quick review", "no interview yet · knows it")


@pytest.mark.parametrize("size", [(80, 24), (60, 20)], ids=str)
async def test_a_message_stands_above_the_keys_and_hides_neither_them_nor_the_head(
    stage: Stage, size: tuple[int, int]
) -> None:
    stage.incident()
    async with stage.open(size=size) as play:
        await play.press("r")
        await play.shows("No incident was removed")
        (toast,) = play.app.screen.query("Toast")
        assert (toast.region.width, toast.region.bottom) == (size[0], size[1] - 1)
        await play.shows("ctrl+o more", "1 incident in")


async def test_the_opening_says_so_too(stage: Stage) -> None:
    stage.incident()
    stage.person()
    async with stage.open(interview=(INCIDENT, stage.unopened())) as play:
        assert play.where == "OpeningScreen"
        await play.resize(40, 10)
        await play.shows(SMALL)
        await play.resize(60, 20)
        await play.shows("point 1 of")


async def test_a_size_that_arrives_late_is_not_that_of_the_window(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        await play.resize(100, 30)
        play.app.post_message(events.Resize(Size(40, 10), Size(40, 10)))
        await play.settled()
        assert play.app.size == play.app.screen.outer_size == Size(100, 30)


async def test_a_window_that_changes_on_a_busy_machine(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = count(monotonic(), 0.02)  # 20 ms pass between any two looks at the time
    async with stage.open(interview=stage.held()) as play:
        monkeypatch.setattr("textual._time.get_time", lambda: next(clock))
        await play.resize(100, 30)
        await play.resize(40, 10)
        await play.shows(SMALL)
        await play.resize(80, 24)


async def test_a_window_that_changes_twice_while_the_screen_is_busy(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        screen, free = play.app.screen, asyncio.Event()
        screen.call_later(free.wait)
        screen.post_message(events.Resize(Size(70, 22), Size(70, 22)))
        screen.call_later(lambda: None)  # without it the two sizes would become one
        screen.post_message(events.Resize(Size(80, 24), Size(80, 24)))
        free.set()
        await play.until(lambda: not screen.message_queue_size, "the screen goes on changing its size")
        await play.settled()
        assert screen.outer_size == Size(80, 24)


async def test_where_one_is_is_said_in_words_that_fit(stage: Stage) -> None:
    async with stage.open(interview=stage.held(), size=(100, 24)) as play:
        await play.press(*["tab"] * 12)
        await play.shows("Corrective actions · action 1 of 1 · question 1 of 3, required · section 9 of 9")
        await play.resize(80, 24)
        await play.shows("Corrective actions · action 1 of 1 · question 1 of 3, required")
        await play.hides("section 9")
        await play.resize(60, 20)
        await play.shows("action 1 of 1 · question 1 of 3, required")
        await play.hides("Corrective actions · action")


async def test_an_answer_is_wrapped_for_the_new_width_and_the_cursor_stays_in_sight(stage: Stage) -> None:
    async with stage.open(interview=stage.held()) as play:
        # Two rows at either width, so that nothing but where they break is another.
        await play.type("The refund bot had been running with the new prompt for some days and nobody noticed it.")
        await play.shows("for some days and │ nobody noticed it.")
        await play.resize(60, 20)
        await play.shows("the new prompt │ for some days and nobody")
        await play.resize(80, 24)
        await play.shows("for some days and │ nobody noticed it.")
        await play.type(" It went on" * 24 + " to the end.")
        await play.resize(60, 20)
        await play.shows("on to the │ end.")


async def test_help_that_is_longer_than_its_room_says_so_and_is_shown_whole(stage: Stage) -> None:
    rest = "add a state or a province in your own words."
    async with stage.open(interview=stage.held("governance")) as play:
        screen = cast("Any", play.app.screen)
        session = screen.session
        steps = session.walk.steps
        at = next(
            at for at, each in enumerate(steps) if each.question and each.question.id == "compliance_jurisdictions"
        )
        session.position = at
        screen._show()
        await play.shows(rest)
        await play.resize(60, 20)
        await play.hides(rest)
        await play.shows("…")
        assert "…" in str(screen.query_one("#help").render())
        await play.press("ctrl+o", "?")
        await play.shows(rest, "Keys")


def test_the_help_of_every_question_that_comes_with_pmtui_fits_its_room_at_80_columns() -> None:
    shelves = Shelves.of(package_folder("questionnaires"))
    for name in shelves.names():
        for section in named(name, shelves).sections:
            for at, each in enumerate(section.questions):
                how = choosing_words(each) if each.type in CHOOSING or each.options else form_words(each)
                parts = (section.intro if at == 0 else "", each.help, how)
                words = " ".join(part for part in parts if part)
                assert len(Content(words).wrap(78)) <= 5, each.id
