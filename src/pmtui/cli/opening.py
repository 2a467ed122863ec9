"""What several commands begin with."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from pmtui.errors import Refused
from pmtui.settings import Settings

if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path

    from pmtui.record.view import View
    from pmtui.store import Store


def settings_of(given: Namespace) -> Settings:
    """The settings that the options and the environment give."""
    settings = Settings.found(store=given.store, by=given.by)
    for notice in settings.notices:
        print(f"pmtui: {notice}", file=sys.stderr)
    return settings


def store_of(given: Namespace, *, create: bool = False) -> Store:
    """The store that the options name."""
    from pmtui.store import Store

    settings = settings_of(given)
    return Store.open(settings.store, settings.author, create=create)


def view_of(given: Namespace) -> tuple[Store, View]:
    """The store, and the incident that the command names.  Damage that was found is told on standard error."""
    from pmtui.record.view import View

    store = store_of(given)
    view = View(store.view(store.resolve(given.incident)))
    tell(store)
    return store, view


def refuse_a_gap(store: Store, incident: str) -> None:
    """After all that is left was printed: raise `Refused` where changes are missing."""
    gap = store.gap(incident)
    store.notices.clear()  # they would say the same once more
    if gap:
        raise Refused(gap)


def tell(store: Store) -> None:
    """Print what the store found and healed."""
    for notice in store.notices:
        print(f"pmtui: {notice}", file=sys.stderr)
    store.notices.clear()


def rules_folder(given: Namespace) -> Path:
    """The folder of the team's rules of blaming language; none has to be there."""
    return settings_of(given).store / "blame"


def needs_a_terminal(instead: str) -> None:
    """Raise `Refused` where the screens cannot be shown; `instead` says what can be done without them.

    From here on nothing is looked through for garbage until the first screen stands: there is none yet, and a tenth of
    the start went into that.
    """
    import gc
    import os

    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)) or os.environ.get("TERM") in (
        None,
        "",
        "dumb",
    ):
        raise Refused(f"the screens need a terminal; {instead}")
    gc.disable()


QUIET = {
    "TEXTUAL_ANIMATIONS": "none",
    "TEXTUAL_SMOOTH_SCROLL": "0",
    "TEXTUAL_DISABLE_KITTY_KEY": "1",
}
"""What Textual reads when it is imported: no animation, no keyboard protocol that a dropped line leaves switched on."""


def open_app(
    given: Namespace, *, interview: tuple[str, str] | None = None, form: bool = False, alone: bool = False
) -> int:
    """Open the app on what the options name; returns the exit status."""
    import os

    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
    from pmtui import app

    return app.open_app(settings_of(given), interview=interview, form=form, alone=alone)


def refuse_force_alone(given: Namespace) -> None:
    """Raise `Refused` where `--force` has no file to replace."""
    if given.force and given.output is None:
        raise Refused("--force replaces a file; name it with -o")


def put_out(given: Namespace, text: str) -> None:
    """Print `text`, or write it to the file that is named with `-o`; one that is there needs `--force`."""
    if given.output is None:
        print(text, end="")
        return
    from pmtui.draft.writing import write

    way_out = "name another file, or replace it with --force"
    print(f"written to {write(text, given.output, replace=given.force, way_out=way_out)}")


def print_json(data: object) -> None:
    """Print `data` as JSON that is safe on a terminal: control characters stay escaped."""
    import json

    escaped = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))}
    print(json.dumps(data, ensure_ascii=False, indent=2).translate(escaped))
