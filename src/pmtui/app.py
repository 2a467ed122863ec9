"""The app: its theme, its first screen, and what happens when the terminal goes away."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, ClassVar, NoReturn

from pmtui import keys, looks
from pmtui.errors import Refused
from pmtui.questionnaire.shelves import Shelves
from pmtui.reading.plain import counted
from pmtui.screens.saving import Saver
from pmtui.screens.services import Services
from pmtui.settings import package_folder
from pmtui.widgets.binding import bindings
from pmtui.widgets.changed_cells import ChangedCells
from pmtui.widgets.colours import ROLES, Painted
from pmtui.widgets.cut_off import keep_cut_pastes
from pmtui.widgets.hang_up import on_hang_up
from pmtui.widgets.spelling import Spelt, read_any_bytes
from pmtui.widgets.typeahead import KeysInOrder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.binding import BindingType
    from textual.events import Event
    from textual.filter import LineFilter
    from textual.worker import Worker

    from pmtui.screens.home import HomeScreen
    from pmtui.settings import Settings
    from pmtui.store import Store

PATIENCE = 3.0
"""Seconds that leaving waits for what is being saved, before it says so and asks."""

AT_ONCE = 0.3
"""Seconds that nobody has to be shown anything for."""


class Pmtui(KeysInOrder[int], ChangedCells[int], inherit_bindings=False):
    """One window on one store.

    It opens on the list of incidents, on `interview` (incident, interview) where one is named, or on the form for a
    new incident.  Who answers an interview `alone` sees that one and nothing else of the store.
    """

    TITLE = "pmtui"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("everywhere")]

    def __init__(
        self,
        settings: Settings,
        store: Store,
        *,
        interview: tuple[str, str] | None = None,
        form: bool = False,
        alone: bool = False,
    ) -> None:
        super().__init__(ansi_color=True)
        self.register_theme(ROLES)
        self.theme = ROLES.name
        keys.use(settings.keys)
        self.set_keymap({f"{where}.{name}": key for (where, name), key in settings.keys.items()})
        self._spelt = Spelt(is_ascii=not looks.knows_utf8(os.environ, is_mode=bool(sys.flags.utf8_mode)))
        self._painted = Painted(looks.LOOKS[looks.chosen(settings.theme, os.environ)])
        self._interview, self._form, self._alone = interview, form, alone
        # Told by and by: what a screen does with it is no part of saving, and must not hold it up.
        self.saver = Saver(self._tell_soon)
        self.services = Services(
            store=store,
            saver=self.saver,
            cache=settings.cache,
            shelves=Shelves.of_store(store.root),
            examples=package_folder("examples"),
            rules_folder=store.root / "blame",
            zone=settings.zone or "",
        )
        self._settings = settings
        self._leaving = False
        self._going: Worker[None] | None = None
        self.cut_off: Callable[[], Sequence[Event]] = tuple
        """Gives what came of a paste that has no end yet."""

    async def on_mount(self) -> None:
        """Show the first screen and answer the signals of a terminal that goes away."""
        on_hang_up(self._hang_up)
        if self._interview:
            from pmtui.screens.interview import InterviewScreen

            screen = InterviewScreen(self.services, *self._interview, alone=self._alone)
            await self.push_screen(screen, self._interview_left)
            return
        home = await self._open_home()
        if self._settings.is_guess:
            await self._ask_who_is_writing(home)
        elif self._form:
            await home.action_new()

    async def _open_home(self) -> HomeScreen:
        from pmtui.screens.home import HomeScreen

        home = HomeScreen(self.services)
        await self.push_screen(home)
        return home

    def on_ready(self) -> None:
        """The first screen stands: from now on garbage is collected, and nothing of the start is looked through."""
        if not self.is_headless:
            gc.freeze()
            gc.enable()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Every line is painted in the colours of the look, in characters that the terminal shows."""
        return (self._painted, self._spelt)

    @property
    def look(self) -> str:
        """The name of the look that is shown."""
        return self._painted.look.name

    @look.setter
    def look(self, name: str) -> None:
        self._painted = Painted(looks.LOOKS[name])
        for screen in self.screen_stack:
            for node in screen.walk_children(with_self=True):
                node.refresh()

    async def _ask_who_is_writing(self, home: HomeScreen) -> None:
        """Ask once; without an answer the name of the account stands beside what is saved, and the next start asks."""
        from pmtui.screens.home import shown
        from pmtui.screens.prompt import Prompt

        account = self._settings.author
        about = (
            f"This account, {account}, may be used by several people. Your name or alias stands beside each answer "
            f"that you save. It is kept in {shown(self._settings.config)}; if you share the account, start pmtui "
            f"with --by NAME, or set PMTUI_BY. Nothing typed means {account}."
        )

        async def answered(name: str | None) -> None:
            if name is not None:
                self._write_as(name.strip() or account)
            if self._form:
                await home.action_new()

        await self.push_screen(Prompt("Who is writing?", about=about, is_whole_or_nothing=True), answered)

    def _write_as(self, name: str) -> None:
        from pmtui.store import Store

        try:
            self.services.store = Store.open(self.services.store.root, name)
            self._keep("author", name)
        except Refused as refusal:
            self.notify(str(refusal), markup=False, timeout=8)

    def _keep(self, setting: str, value: str) -> None:
        from pmtui.config import keep

        keep(self._settings.config, setting, value)

    async def _interview_left(self, _: None) -> None:
        # Who asked for one interview on the command line has not asked for the list.
        if not await self.saver.drained(AT_ONCE) and not self._alone:
            await self._open_home()
        await self.action_quit()

    async def action_more(self) -> None:
        """Show what can be done on this screen, and do what is chosen."""
        from pmtui.screens.more import MoreScreen

        here = self.screen
        where = getattr(here, "where", "")

        async def do(action: str | None) -> None:
            if action:
                await (here if hasattr(here, f"action_{action}") else self).run_action(action)

        if where:
            await self.push_screen(MoreScreen(where), do)

    async def action_look(self) -> None:
        """Choose the colours of all screens; they are kept for the next time."""
        from pmtui.screens.choose import Choose

        entries = [(name, f"{name:<8}{words}") for name, words in looks.offered(os.environ)]

        def chosen(wish: str | None) -> None:
            if wish is None:
                return
            self.look = looks.chosen(wish, os.environ)
            try:
                self._keep("theme", wish)
            except Refused as refusal:
                self.notify(str(refusal), markup=False, timeout=8)

        await self.push_screen(Choose("Colours", entries), chosen)

    def action_how_to_quit(self) -> None:
        """Say which key leaves; `ctrl+c` copies in a text field and must never end anything."""
        self.notify(f"{keys.key('quit', 'everywhere')} leaves; everything that was typed is kept.", markup=False)

    async def action_quit(self) -> None:
        """Keep what is being typed, wait until everything is saved, and leave.

        What cannot be saved holds the first try back, so that it can be read; the second leaves.
        """
        self._keep_typing()
        if await self.saver.drained(PATIENCE) or self._leaving:
            self.exit(0)
            return
        self._leaving = True
        leave = keys.key("quit", "everywhere")
        again = f"Press {leave} again to leave: what is not saved is then written to a file elsewhere."
        self.notify(f"{self.saver.words}. {again}", markup=False, timeout=20)

    def _hang_up(self) -> None:
        self._keep_typing()
        if self._going is None:  # of one terminal that goes away, several tell
            self._going = self.run_worker(self._leave_when_saved())

    async def _leave_when_saved(self) -> None:
        # What has arrived was typed: it is handled as if the person were still here, and then so is an open line.
        await self.typed_out(PATIENCE)
        for message in self.cut_off():
            await self.on_event(message)
        await self.typed_out(PATIENCE)
        finish = getattr(self.screen, "finish", None)
        if finish:
            finish()
            await self.quiet()
        self._keep_typing()
        await self.saver.drained()
        self.exit(0)

    def _keep_typing(self) -> None:
        for screen in self.screen_stack:
            keep = getattr(screen, "keep_typing", None)
            if keep:
                keep()

    def _tell_soon(self, saver: Saver) -> None:
        self.call_later(self._tell, saver)

    def _tell(self, saver: Saver) -> None:
        for screen in self.screen_stack:
            tell = getattr(screen, "saving_changed", None)
            if tell and screen.is_mounted:
                tell(saver)


def open_app(
    settings: Settings, *, interview: tuple[str, str] | None = None, form: bool = False, alone: bool = False
) -> int:
    """Run the app until the person leaves; returns the exit status.  Raises `Refused` where something was not saved."""
    from pmtui.store import Store

    store = Store.open(settings.store, settings.author, create=True)
    store.notices.extend((*settings.notices, *settings.screen_notices))
    os.umask(0o077)
    read_any_bytes()
    app = Pmtui(settings, store, interview=interview, form=form, alone=alone)
    app.cut_off = keep_cut_pastes()
    app.run(mouse=False)
    if app.saver.answers.waiting:
        _put_elsewhere(app.saver)
    return app.return_code or 0


def _put_elsewhere(saver: Saver) -> NoReturn:
    from shlex import quote

    from pmtui.intake.starting import now
    from pmtui.screens.unsaved import put_elsewhere

    waiting = saver.answers.waiting
    path = put_elsewhere(waiting, now("").at)
    many = f"{counted(len(waiting), 'change')} not saved"
    why = saver.fault or "no time was left"
    raise Refused(f"{many}: {why}; written to a file, `pmtui answer --unsaved {quote(str(path))}` saves them")
