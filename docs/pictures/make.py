"""Make the pictures of the documentation anew, from the app itself.

    .venv/bin/python docs/pictures/make.py

They show an invented incident, and the example that the app offers, at 80 columns by 24 lines.
"""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from pathlib import Path

from pmtui.app import Pmtui
from pmtui.intake.files import start_from_file
from pmtui.intake.people import Person, add, begin
from pmtui.intake.starting import Form, now, start
from pmtui.interview.opening import PREAMBLE
from pmtui.questionnaire.shelves import Shelves
from pmtui.record.changes import decide
from pmtui.record.consent import Choice, give
from pmtui.settings import Settings, package_folder
from pmtui.store import Store

FOLDER = Path(__file__).parent
SIZE = (80, 24)
STORY = (
    "I saw the refund rate on the dashboard around ten past two. The bot had asked nobody before it paid out. "
    "Marta forgot to set the limit after the move."
)


def incident(store: Store) -> tuple[str, str]:
    """An incident with one interview in `store`: (incident, interview)."""
    form = Form(
        title="Refund bot paid without limit", zone="Europe/Berlin", noticed="2026-03-14 14:10", severity="major"
    )
    name = start(store, form)
    person = add(store, name, Person("on-call engineer"))
    return name, begin(store, name, person, "quick", Shelves.of(package_folder("questionnaires")))


async def interview(settings: Settings, store: Store) -> None:
    """The interview screen with an answer that holds a flag."""
    made, name = incident(store)
    stamp = now(store.by)
    store.change(made, lambda edit: give(edit, "p1", Choice(quote=True), stamp))
    store.change(made, lambda edit: decide(edit, PREAMBLE, name, stamp, {"passed_over": []}))
    app = Pmtui(settings, store, interview=(made, name))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.screen.query_one("AnswerBox").insert(STORY)  # type: ignore[attr-defined]
        await pilot.pause()
        save(app, "interview.svg")


async def tour(settings: Settings, store: Store) -> None:
    """The screens of the tutorial, with the example that the app offers."""
    example = start_from_file(store, package_folder("examples") / "air-canada-chatbot-review.json")
    app = Pmtui(settings, store)
    async with app.run_test(size=SIZE) as pilot:

        async def press(*keys: str) -> None:
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause(0.3)

        await pilot.pause(0.5)
        await press("enter")
        save(app, "review.svg")
    told = begin(store, example, "p4", "governance", Shelves.of(package_folder("questionnaires")))
    for name, keys, picture in (
        (told, (), "opening.svg"),
        ("i3", ("ctrl+o", "p"), "probe.svg"),
        ("i3", ("ctrl+o", "e"), "closing.svg"),
    ):
        app = Pmtui(settings, store, interview=(example, name))
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause(0.5)
            for key in keys:
                await pilot.press(key)
                await pilot.pause(0.3)
            save(app, picture)


def save(app: Pmtui, name: str) -> None:
    """Write what the app shows, without the fonts that would be fetched from elsewhere."""
    (FOLDER / name).write_text(re.sub(r"@font-face \{.*?\}\n?", "", app.export_screenshot(), flags=re.DOTALL))


def main() -> None:
    """Make every picture."""
    os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        settings = Settings(at / "store", at / "cache", "facilitator", at / "config.toml", theme="dark")
        for shown in (interview, tour):
            asyncio.run(shown(settings, Store.open(settings.store, settings.author)))


if __name__ == "__main__":
    main()
