"""`pmtui same`: which items there are, and that two of them are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.cli.opening import print_json, view_of
from pmtui.errors import Refused
from pmtui.reading.plain import one_line

if TYPE_CHECKING:
    from argparse import Namespace

    from pmtui.record.edit import Edit


def run(given: Namespace) -> int:
    """Print the items, or decide that one is the same as another, or with --undo that it is not."""
    from pmtui.intake.starting import now
    from pmtui.record.joining import join, part, things
    from pmtui.record.view import View
    from pmtui.record.withheld import on_record

    store, view = view_of(given)
    if given.item is None:
        found = things(on_record(view))
        if given.format == "json":
            print_json([each._asdict() for each in found])
        for each in found if given.format == "text" else ():
            also = f" = {', '.join(each.same)}" if each.same else ""
            print(f"{each.id}{also}  {each.kind}  {one_line(each.words)}  ({', '.join(each.interviews)})")
        return 0
    if (given.other is None) != given.undo:
        raise Refused("give two items that are the same, or one and --undo; `pmtui same INCIDENT` lists them")
    stamp = now(store.by)

    def change(edit: Edit) -> None:
        tables = ("incident", "participants", "interviews", "answers", "decisions", "questionnaires")
        present = View({name: edit.all(name) for name in tables})
        if given.undo:
            part(edit, present, given.item, stamp)
        else:
            join(edit, present, given.item, given.other, stamp)

    store.change(view.incident.id, change)
    print(f"{given.item} is {f'the same as {given.other}' if given.other else 'an item of its own again'}")
    return 0
