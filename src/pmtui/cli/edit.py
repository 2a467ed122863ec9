"""`pmtui edit`: change what an incident says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.cli.new import FIELDS
from pmtui.cli.opening import store_of
from pmtui.errors import Refused

if TYPE_CHECKING:
    from argparse import Namespace


def run(given: Namespace) -> int:
    """Save the fields that were named."""
    from pmtui.intake.starting import Form, change

    fields = {name: getattr(given, name) for name in (*FIELDS, "state") if getattr(given, name) is not None}
    if not fields:
        raise Refused("nothing to change; name a field such as --severity major")
    store = store_of(given)
    change(store, store.resolve(given.incident), Form(**fields))
    return 0
