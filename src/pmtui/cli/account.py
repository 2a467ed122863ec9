"""`pmtui account`: one account alone, for its participant to check, and that it was confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.cli.opening import put_out, refuse_force_alone, view_of
from pmtui.errors import Refused

if TYPE_CHECKING:
    from argparse import Namespace


def run(given: Namespace) -> int:
    """Write the account to standard output or to a file; with --confirm record that it was confirmed."""
    from pmtui.draft.own_account import own_account

    refuse_force_alone(given)
    if given.confirm and given.output is not None:
        raise Refused("--confirm writes no account; leave -o out")
    store, shown = view_of(given)
    view = shown.whole
    text = own_account(view, view.participant(given.participant).id)
    if given.confirm:
        from pmtui.intake.starting import now
        from pmtui.record.corrections import confirm_account

        stamp = now(store.by)
        store.change(view.incident.id, lambda edit: confirm_account(edit, given.participant, stamp))
        print(f"{given.participant} confirmed")
    else:
        put_out(given, text)
    return 0
