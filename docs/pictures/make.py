"""Make the pictures of the documentation anew, from the app itself.

    .venv/bin/python docs/pictures/make.py

They show an invented incident at 80 columns by 24 lines.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from pmtui.app import Pmtui
from pmtui.intake.people import Person, add, begin
from pmtui.intake.starting import Form, start
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
    return name, begin(store, name, person, "quick", package_folder("questionnaires"))


async def interview(settings: Settings, store: Store) -> None:
    """The interview screen with an answer that holds a flag."""
    app = Pmtui(settings, store, interview=incident(store))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.screen.query_one("AnswerBox").insert(STORY)  # type: ignore[attr-defined]
        await pilot.pause()
        save(app, "interview.svg")


def save(app: Pmtui, name: str) -> None:
    """Write what the app shows, without the fonts that would be fetched from elsewhere."""
    (FOLDER / name).write_text(re.sub(r"@font-face \{.*?\}\n?", "", app.export_screenshot(), flags=re.DOTALL))


def main() -> None:
    """Make every picture."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "store", Path(folder) / "cache", "facilitator")
        asyncio.run(interview(settings, Store.open(settings.store, settings.author)))


if __name__ == "__main__":
    main()
