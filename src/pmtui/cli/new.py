"""`pmtui new`: start an incident from flags, a case file or an exported record, or in the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.cli.opening import needs_a_terminal, open_app, settings_of, store_of
from pmtui.errors import Refused

if TYPE_CHECKING:
    from argparse import Namespace

FIELDS = ("title", "severity", "noticed", "basis", "zone", "summary")


def run(given: Namespace) -> int:
    """Make the incident and print its id."""
    named = [name for name in (*FIELDS, "id") if getattr(given, name) is not None]
    if given.file is not None and named:
        raise Refused(f"--from takes everything from the file; leave --{named[0]} out, or use `pmtui edit` afterwards")
    if given.file is not None:
        from pmtui.intake.files import start_from_file

        print(start_from_file(store_of(given, create=True), given.file))
        return 0
    if not named:
        return _in_the_form(given)
    from pmtui.intake.starting import Form, start
    from pmtui.store import Store

    if given.basis is not None and given.noticed is None:
        raise Refused("--basis says how sure --noticed is; give that too, or leave --basis out")
    settings = settings_of(given)
    said = {name: getattr(given, name) for name in FIELDS}
    form = Form(**{**said, "zone": given.zone or settings.zone})
    print(start(Store.open(settings.store, settings.author, create=True), form, given.id))
    return 0


def _in_the_form(given: Namespace) -> int:
    needs_a_terminal("give --title and --zone, or --from FILE")
    return open_app(given, form=True)
