"""`pmtui export`: the draft, or everything as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.cli.opening import print_json, put_out, refuse_force_alone, view_of

if TYPE_CHECKING:
    from argparse import Namespace


def run(given: Namespace) -> int:
    """Write to standard output or to a file; a file that is there is not written over."""
    from pmtui.record.fold import record

    refuse_force_alone(given)
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
    put_out(given, text)
    return 0
