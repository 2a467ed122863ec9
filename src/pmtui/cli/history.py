"""`pmtui history`: every revision of an answer, or of all answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.cli.answers import lines_of, plain
from pmtui.cli.opening import print_json, refuse_a_gap, store_of
from pmtui.errors import Refused
from pmtui.reading.plain import one_line

if TYPE_CHECKING:
    from argparse import Namespace


def run(given: Namespace) -> int:
    """Print them, oldest first; where the journal is damaged, those that are left, and then what is wrong.

    What is off the record is told in words only where it is asked for by its name.
    """
    from pmtui.record.asking import Asking
    from pmtui.record.documents import answer_id
    from pmtui.record.probing import used
    from pmtui.record.revisions import revisions
    from pmtui.record.view import View
    from pmtui.record.withheld import off_record, on_record

    if given.compare and given.format == "json":
        raise Refused("--compare is for people; the JSON holds every revision whole")
    if given.interview is not None and given.question is None:
        raise Refused("which question? `pmtui answers` lists those of an interview that have an answer")
    store = store_of(given)
    view = View(store.view(store.resolve(given.incident))).whole
    name = None
    if given.interview is not None:
        question, _, item = given.question.partition("@")
        name = answer_id(view.interview(given.interview).id, question, item or None)
    found = list(revisions(store.changes(view.incident.id), name))
    hidden = off_record(view) if name is None else frozenset[str]()
    if given.format == "json":
        print_json([plain(each, is_hidden=each.document_id in hidden) for each in found])
    else:
        asking = Asking(on_record(view, besides=given.interview))
        asked: dict[tuple[str, int], list[str]] = {}
        for one in used(on_record(view, besides=given.interview).decisions):
            asked.setdefault((one.answer, one.revision), []).append(one.words)
        before: dict[tuple[str, str], str] = {}
        for each in found:
            print(f"{each.interview}  revision {each.revision}  {each.at}  {each.by}")
            words = "\n".join(
                f"  {line}" for line in lines_of(view, asking, each, is_hidden=each.document_id in hidden)
            )
            print(_compared(before.get((each.interview, each.key), words), words) if given.compare else words)
            before[each.interview, each.key] = words
            for words in asked.get((each.document_id, each.revision), ()):
                print(f"  asked then: {one_line(words)}")
    refuse_a_gap(store, view.incident.id)
    if name is not None and not found:
        raise Refused(f"no answer {given.question} in {given.interview}; `pmtui answers` lists those that are there")
    return 0


def _compared(before: str, now: str) -> str:
    from pmtui.record.comparing import compare

    return "".join(piece.marked for piece in compare(before, now))
