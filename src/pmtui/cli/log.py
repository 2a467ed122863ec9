"""`pmtui log`: what was changed, when, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.cli.opening import print_json, refuse_a_gap, store_of
from pmtui.reading.plain import one_line, shortened

if TYPE_CHECKING:
    from argparse import Namespace


ID_WIDTH = 40
"""Characters of an id; the longest are sums of questionnaires."""


def run(given: Namespace) -> int:
    """Print the changes, oldest first; where the journal is damaged, those that are left, and then what is wrong."""
    from pmtui.record.revisions import log

    store = store_of(given)
    incident = store.resolve(given.incident)
    found = list(log(store.changes(incident)))
    if given.format == "json":
        print_json(found)
    else:
        for each in found:
            touched = ", ".join(
                f"{one_line(one['table'])} {shortened(one['id'], ID_WIDTH)} {one['what']}" for one in each["changes"]
            )
            print(f"{each['seq']:>5}  {each['at']}  {one_line(each['by'])}  {touched}")
    refuse_a_gap(store, incident)
    return 0
