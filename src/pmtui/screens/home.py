"""The list of incidents."""

from __future__ import annotations

import asyncio
import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, ClassVar

from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from pmtui import keys
from pmtui.errors import Refused
from pmtui.library.catalogue import rows
from pmtui.reading.plain import counted, holds, one_line
from pmtui.screens.page import Page
from pmtui.widgets.binding import bindings
from pmtui.widgets.frame import padded
from pmtui.widgets.line_box import LineBox
from pmtui.widgets.listing import Listing

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.events import Key, Resize

    from pmtui.library.catalogue import Row
    from pmtui.screens.services import Services

WIDE = 140
"""Columns from which an incident stands on one line with its id."""

OFFERS = (
    ("new", "Start an incident", "title, when it was noticed, zone"),
    ("example", "Load an example", "a public AI incident to look at"),
    ("how", "Read how it works", "one page"),
)
"""What an empty store offers: (action, what, in other words)."""

MANY = 50
"""Incidents that are read between two tellings of how far one is."""

SOON = 1.0
"""Seconds within which the catalogue is nearly always read."""

EXAMPLES = "Real public incidents. The first is a review half-way, made up around one; the others are told whole."

NOTHING_YET = "No incidents yet. What would you like?"


class HomeScreen(Page):
    """Incidents, the one changed last first; below them what the one under the cursor waits for."""

    where = "home"
    CSS_PATH = "home.tcss"
    AUTO_FOCUS = "#incidents"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("home")]

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._rows: list[Row] = []
        self._reading: asyncio.Task[None] | None = None

    def compose(self) -> ComposeResult:
        """Head, filter, heads of columns, incidents, what to do next, keys."""
        yield self.head
        yield LineBox(placeholder="type to filter; enter goes to the list", name="filter")
        yield Static(id="columns", markup=False, classes="dim")
        yield Listing(id="incidents", markup=False)
        yield Static(id="next", markup=False)
        yield self.foot

    async def on_mount(self) -> None:
        """Read the catalogue; where that takes long, show that it is being read."""
        self.query_one("#filter").display = False
        self.head.show("pmtui", f"reading {shown(self.services.store.root)}")
        self._reading = asyncio.create_task(self._read())
        await asyncio.wait([self._reading], timeout=SOON)

    def on_screen_resume(self) -> None:
        """Read the catalogue again when coming back from an incident."""
        if self._reading and self._reading.done():
            self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        services, loop = self.services, asyncio.get_running_loop()

        def told(done: int, count: int) -> None:
            if done % MANY == 0:
                loop.call_soon_threadsafe(self.head.show, "pmtui", f"reading {done} of {count} incidents")

        try:
            found = await asyncio.to_thread(rows, services.store, services.cache, services.rules_folder, told)
        except Refused as refusal:
            self.refused(refusal)
            return
        self._rows = found
        self.tell_found()
        self.head.show("pmtui", f"{counted(len(found), 'incident')} in {shown(services.store.root)}")
        self._show()

    def on_resize(self, _: Resize) -> None:
        """Lay the rows out anew for the new width."""
        if self._reading and self._reading.done():
            self._show()

    def _show(self) -> None:
        incidents = self.query_one("#incidents", OptionList)
        at = self._under_cursor()
        wanted = self.query_one("#filter", LineBox).value
        shown = [row for row in self._rows if holds(_searched(row), wanted)]
        incidents.clear_options()
        if self._rows:
            incidents.add_options([Option(self._line(row), id=row["id"]) for row in shown])
        else:
            incidents.add_options([Option(_offer(what, more), id=action) for action, what, more in OFFERS])
        ids = [row["id"] for row in shown]
        incidents.highlighted = (ids.index(at) if at in ids else 0) if incidents.option_count else None
        self.query_one("#columns", Static).update(Content(self._heads() if self._rows else NOTHING_YET))
        self._show_next()
        self._show_keys()

    def _under_cursor(self) -> str | None:
        incidents = self.query_one("#incidents", OptionList)
        if incidents.highlighted is None:
            return None
        return incidents.get_option_at_index(incidents.highlighted).id

    def _show_next(self) -> None:
        row = next((row for row in self._rows if row["id"] == self._under_cursor()), None)
        text = Content.assemble((row["id"], "dim"), f"\n{one_line(row['next'])}") if row else Content("")
        if not row and self._rows:
            text = Content("No incident contains these words.")
        self.query_one("#next", Static).update(text)

    def _show_keys(self) -> None:
        """Show the keys of this moment: the letters among them are words of the filter where one types it."""
        is_filtering = self.query_one("#filter").has_focus
        letters = {
            name: "" if is_filtering else keys.label(name, "home") for name in ("new", "filter", "help", "leave")
        }
        if not self._rows:
            self.foot.relabel(**{**letters, "open": "choose", "filter": "", "new": ""})
        else:
            self.foot.relabel(**letters, open="to the list" if is_filtering else keys.label("open", "home"))

    def on_descendant_focus(self) -> None:
        """Show the keys of what one is at now."""
        self._show_keys()

    def _heads(self) -> str:
        return self._lines("SEVERITY", "INCIDENT", "ID", ("STATE", "INTERV.", "FLAGS", "ACTIONS", "CHANGED"))

    def _line(self, row: Row) -> Content:
        cells = (
            (row["state"] or "").replace("_", " "),
            _of(row["interviews"], "done", "planned"),
            "" if row["flags"] is None else str(row["flags"]),
            _of(row["actions"], "open", "all"),
            ago(row["changed"]),
        )
        first, _, second = self._lines(row["severity"] or "", row["title"], row["id"], cells).partition("\n")
        return Content.assemble(first, (f"\n{second}" if second else "", "dim"))

    def _lines(self, severity: str, title: str, name: str, cells: tuple[str, ...]) -> str:
        """One line where the window is wide; else two, the id and what is counted below the title."""
        room = self.size.width - 4
        counted = "".join(padded(cell, width) for cell, width in zip(cells[:4], (13, 8, 6, 8), strict=True))
        changed = padded(cells[4], 8)
        if self.size.width >= WIDE:
            title_room = room - 11 - 34 - len(counted) - len(changed)
            return f"{padded(severity, 11)}{padded(title, title_room - 2)}  {padded(name, 32)}  {counted}{changed}"
        ids = padded(name, room - len(counted) - 1)
        first = f"{padded(severity, 11)}{padded(title, room - 21)}  {changed}"
        return f"{first}\n{ids} {counted}"

    def on_option_list_option_highlighted(self, _: OptionList.OptionHighlighted) -> None:
        """Say what the incident under the cursor waits for."""
        self._show_next()

    async def action_open(self) -> None:
        """Open an incident, or take an offer of the empty store; from the filter, go to the list."""
        if self._reading:
            await self._reading
        name = self._under_cursor()
        if self.query_one("#filter").has_focus:
            self.query_one("#incidents").focus()
        elif self._rows and name:
            await self._open(name)
        elif name:
            await self.run_action(name)

    def on_input_changed(self, _: LineBox.Changed) -> None:
        """Filter as one types."""
        self._show()

    def on_key(self, event: Key) -> None:
        """Let `escape` take the filter away, and `down` go to the list."""
        field = self.query_one("#filter", LineBox)
        if (event.key == "escape" and field.display) or (event.key == "down" and field.has_focus):
            event.stop()
            if event.key == "escape":
                field.value = ""
                field.display = False
            self.query_one("#incidents").focus()

    def action_filter(self) -> None:
        """Show the filter."""
        if self._rows:
            field = self.query_one("#filter", LineBox)
            field.display = True
            field.focus()

    async def action_new(self) -> None:
        """Start an incident in the form."""
        from pmtui.screens.incident_form import IncidentForm

        await self.open(IncidentForm(self.services), self._made)

    async def action_example(self) -> None:
        """Load an example and open it."""
        from pmtui.intake.files import titles
        from pmtui.screens.choose import Choose

        found = titles(self.services.examples)
        await self.open(Choose("Which example?", list(found.items()), EXAMPLES), self._load_example)

    async def _load_example(self, name: str | None) -> None:
        from pmtui.intake.files import start_from_file

        if name is None:
            return
        path = self.services.examples / name
        if path.stem in self.services.store.ids():
            await self._open(path.stem)
            return
        try:
            await self._made(start_from_file(self.services.store, path))
        except Refused as refusal:
            self.refused(refusal)

    async def action_how(self) -> None:
        """Read how it works."""
        from pmtui.screens.help import HowScreen

        await self.open(HowScreen())

    async def action_restore(self) -> None:
        """Bring back an incident that was removed."""
        from pmtui.screens.choose import Choose

        removed = self.services.store.removed()
        if not removed:
            self.say("No incident was removed.")
            return
        await self.open(Choose("Bring back which incident?", [(name, name) for name in removed]), self._restore)

    def _restore(self, name: str | None) -> None:
        if name is None:
            return
        try:
            self.services.store.restore(name)
        except Refused as refusal:
            self.refused(refusal)
        self._reading = asyncio.create_task(self._read())

    async def action_leave(self) -> None:
        """Leave pmtui."""
        await self.app.run_action("quit")

    async def _made(self, name: str | None) -> None:
        if name:
            await self._open(name)

    async def _open(self, name: str) -> None:
        from pmtui.screens.incident import IncidentScreen

        try:
            await self.open(IncidentScreen(self.services, name, self.services.view(name)))
        except Refused as refusal:
            self.refused(refusal)


def ago(stamp: str | None) -> str:
    """How long ago a time was, in one or two words: `4 min`, `2 days`, `Mar 02`, `Mar 2024`."""
    if not stamp:
        return ""
    then, now = datetime.fromisoformat(stamp), datetime.now(UTC)
    minutes = max(int((now - then).total_seconds() // 60), 0)
    days = minutes // (24 * 60)
    if minutes < 60:
        return f"{minutes} min" if minutes else "now"
    if days < 1:
        return f"{minutes // 60} h"
    if days < 14:
        return counted(days, "day")
    return f"{then:%b %d}" if days < 300 else f"{then:%b %Y}"


def _of(counts: dict[str, Any], part: str, whole: str) -> str:
    return f"{counts[part]}/{counts[whole]}" if counts[part] is not None else ""


def shown(folder: Path) -> str:
    """A folder as a person would type it."""
    home = os.path.expanduser("~")  # noqa: PTH111  (Path.home raises where nobody knows it)
    return f"~/{folder.relative_to(home)}" if folder.is_relative_to(home) else str(folder)


def _searched(row: Row) -> str:
    return f"{row['id']} {row['title']} {row['severity']} {(row['state'] or '').replace('_', ' ')}"


def _offer(what: str, more: str) -> Content:
    return Content.assemble((padded(what, 22), "bold"), (more, "dim"))
