"""`pmtui export`: the draft, or everything as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.cli.opening import print_json, view_of
from pmtui.errors import Refused

if TYPE_CHECKING:
    from argparse import Namespace


def run(given: Namespace) -> int:
    """Write to standard output or to a file; a file that is there is not written over."""
    from pmtui.record.fold import record

    if given.force and given.output is None:
        raise Refused("--force replaces a file; name it with -o")
    _, view = view_of(given)
    known = record(view)
    if given.format == "json":
        from pmtui.draft.document import document

        if given.output is None:
            print_json(document(view, known))
            return 0
        import json

        text = json.dumps(document(view, known), ensure_ascii=False, indent=2) + "\n"
    else:
        from pmtui.draft import markdown

        text = markdown(view, known)
    if given.output is not None:
        from pmtui.draft.writing import write

        way_out = "name another file, or replace it with --force"
        print(f"written to {write(text, given.output, replace=given.force, way_out=way_out)}")
    else:
        print(text, end="")
    return 0
