"""What every screen looks like.

A picture that changed fails the test and stands in `snapshot_report.html`; after looking at it,
`.venv/bin/python -m pytest tests/screens/test_pictures.py -n 0 --snapshot-update` makes it the expected one.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pmtui.intake.files import start_from_file
from pmtui.looks import LOOKS
from pmtui.settings import package_folder

from .seen import legible
from .stage import INCIDENT, Play, Stage

if TYPE_CHECKING:
    from collections.abc import Callable

    Look = Callable[..., None]

LONG = Path(__file__).with_name("long.yaml")
KINDS = Path(__file__).with_name("kinds.yaml")
TEXT = "The deploy went out at 14:05. Tom should have checked the retry rule before he approved it."


@pytest.fixture
def looks(stage: Stage, snap_compare: Callable[..., bool]) -> Look:
    """Open the app in a store of this short name, press keys and type words by turns, and compare the screen.

    It is compared in one look, and can be read in all of them.
    """

    def compare(*steps: str | list[str], size: tuple[int, int] = (80, 24), shown: str = "16", **opened: Any) -> None:
        async def take(pilot: Any) -> None:
            play = Play(pilot.app)
            await play.begun()
            for step in steps:
                if isinstance(step, str):
                    await play.type(step)
                else:
                    await play.press(*step)
            await play.saved()
            for look in LOOKS:
                await play.wears(look)
                legible(pilot.app)
            await play.wears(shown)

        assert snap_compare(stage.app(**opened), terminal_size=size, run_before=take)

    return compare


@pytest.fixture
def stage(stage: Stage) -> Stage:
    """The store's path is seen on the list; in the home folder it is always the same."""
    return Stage(Path.home())


def _three(stage: Stage) -> None:
    for name in ("air-canada-chatbot-2022-11", "replit-agent-database-2025-07"):
        start_from_file(stage.store, package_folder("examples") / f"{name}.yaml")
    stage.held(severity="major", noticed="2026-03-14 14:05", summary="The bot paid four hundred refunds twice.")


def _spoken(stage: Stage) -> None:
    stage.held(severity="major", noticed="2026-03-14 14:05", summary="The bot paid four hundred refunds twice.")
    stage.answer("story", "I was called at ten past two and saw refunds go out in pairs.")
    stage.answer("system_name@system-1", "refund-bot")
    stage.answer("system_effect@system-1", "It read a retry as a new order.")
    stage.answer("affected", "It was careless of Tom not to look.")
    stage.person("head of payments", name="R. Achterberg")


def test_home_empty(looks: Look) -> None:
    looks()


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (160, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_home(stage: Stage, looks: Look, size: tuple[int, int]) -> None:
    _three(stage)
    looks(size=size)


def test_home_filter(stage: Stage, looks: Look) -> None:
    _three(stage)
    looks("/repl")


def test_how_it_works(looks: Look) -> None:
    looks(["down", "down", "enter"])


def test_form_that_does_not_fit(looks: Look) -> None:
    looks(["enter"], "Refund bot\tquite bad\tyesterday\tlogged\tEurope/Berlin\r", ["ctrl+s"])


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_incident(stage: Stage, looks: Look, size: tuple[int, int]) -> None:
    _spoken(stage)
    looks(["enter"], size=size)


def test_person_form(stage: Stage, looks: Look) -> None:
    stage.incident()
    looks(["enter", "p"], "on-call engineer\t")


def test_choose(stage: Stage, looks: Look) -> None:
    stage.held()
    looks(["enter", "i"])


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_interview(stage: Stage, looks: Look, size: tuple[int, int]) -> None:
    looks(TEXT, size=size, interview=stage.held())


def test_interview_choice(stage: Stage, looks: Look) -> None:
    looks("4\t", ["down", "space"], interview=stage.held(KINDS))


def test_interview_long_list(stage: Stage, looks: Look) -> None:
    looks("data", interview=stage.held(LONG))


def test_interview_number_that_does_not_fit(stage: Stage, looks: Look) -> None:
    looks("a few\t", interview=stage.held(KINDS))


def test_interview_time(stage: Stage, looks: Look) -> None:
    looks("4\t", ["tab", "tab", "tab", "tab"], "about 9:30", interview=stage.held(KINDS, noticed="2026-03-14 14:05"))


def test_interview_items(stage: Stage, looks: Look) -> None:
    looks("\t\trefund-bot\tread a retry as new\t", interview=stage.held())


def test_interview_follow_up(stage: Stage, looks: Look) -> None:
    looks("It paid.", ["ctrl+o", "p"], interview=stage.held())


def test_more(stage: Stage, looks: Look) -> None:
    looks(["ctrl+o"], interview=stage.held())


def test_revisions(stage: Stage, looks: Look) -> None:
    stage.held()
    stage.answer("story", "It paid four hundred refunds. Nobody saw it for two hours.", by="robin")
    stage.answer("story", "It paid four hundred refunds twice. Nobody saw it before a customer called.")
    looks(["shift+tab", "ctrl+o", "h", "down"], interview=(INCIDENT, "i1"))


def test_go_to(stage: Stage, looks: Look) -> None:
    _spoken(stage)
    looks(["ctrl+g"], interview=(INCIDENT, "i1"))


def test_remark(stage: Stage, looks: Look) -> None:
    looks("It paid.", ["ctrl+o", "r"], "said with hesitation", interview=stage.held())


@pytest.mark.parametrize("size", [(80, 24), (60, 20)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_opening(stage: Stage, looks: Look, size: tuple[int, int]) -> None:
    looks(["ctrl+o", "b", "down", "enter", "tab", "tab", "tab", "tab"], size=size, interview=stage.held())


@pytest.mark.parametrize("size", [(80, 24), (60, 20)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_consent(stage: Stage, looks: Look, size: tuple[int, int]) -> None:
    looks(["ctrl+o", "b", "enter"], size=size, interview=stage.held())


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_draft(stage: Stage, looks: Look, size: tuple[int, int]) -> None:
    _spoken(stage)
    looks(["enter", "d"], size=size)


def test_draft_as_markdown(stage: Stage, looks: Look) -> None:
    _spoken(stage)
    looks(["enter", "d", "v"])


@pytest.mark.parametrize("look", ["light", "dark", "none"])
def test_looks_of_an_interview(stage: Stage, looks: Look, look: str) -> None:
    looks(TEXT, shown=look, interview=stage.held())


@pytest.mark.parametrize("look", ["light", "dark", "none"])
def test_looks_of_a_list(stage: Stage, looks: Look, look: str) -> None:
    _three(stage)
    looks("/r", shown=look)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_closing(stage: Stage, looks: Look, size: tuple[int, int]) -> None:
    _spoken(stage)
    looks(
        ["ctrl+o", "l", "ctrl+o", "i"],
        "Ask before a refund above 500\r",
        ["ctrl+o", "e"],
        size=size,
        interview=(INCIDENT, "i1"),
    )


def test_help(stage: Stage, looks: Look) -> None:
    looks(["ctrl+o", "?"], interview=stage.held())
