"""`pmtui invite`: the invitation of a participant, to copy into a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.cli.opening import view_of

if TYPE_CHECKING:
    from argparse import Namespace


def run(given: Namespace) -> int:
    """Print it, or write it to a file that is not there yet."""
    from pmtui.interview.inviting import invitation, planned
    from pmtui.questionnaire import loading
    from pmtui.questionnaire.shelves import Shelves
    from pmtui.record.fold import is_known

    store, view = view_of(given)
    who = view.participant(given.participant).id
    name = given.questionnaire
    asked = planned(view, who) if name is None else loading.named(name, Shelves.of_store(store.root), is_known)
    text = invitation(view, who, asked, store.by)
    if given.output is None:
        print(text, end="")
        return 0
    from pmtui.draft.writing import write

    print(f"written to {write(text, given.output)}")
    return 0
