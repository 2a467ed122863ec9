"""`pmtui history`: every revision of an answer, or of all answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.cli.answers import lines_of, plain
from pmtui.cli.opening import print_json, refuse_a_gap, store_of
from pmtui.errors import Refused
from pmtui.reading.plain import one_line

if TYPE_CHECKING:
    from argparse import Namespace

    from pmtui.record.documents import Answer
    from pmtui.store import Store


def run(given: Namespace) -> int:
    """Print them, oldest first; where the journal is damaged, those that are left, and then what is wrong.

    What is off the record is told in words only where it is asked for by its name.
    """
    from pmtui.record.asking import Asking
    from pmtui.record.corrections import corrections
    from pmtui.record.documents import answer_id
    from pmtui.record.probing import used
    from pmtui.record.revisions import revisions
    from pmtui.record.view import View
    from pmtui.record.withheld import off_record, on_record

    if given.compare and given.format == "json":
        raise Refused("--compare is for people; the JSON holds every revision whole")
    if given.restore is not None and (given.question is None or given.compare or given.format == "json"):
        raise Refused("--restore N takes an interview and one question of it, and nothing else")
    if given.interview is not None and given.question is None:
        raise Refused("which question? `pmtui answers` lists those of an interview that have an answer")
    store = store_of(given)
    view = View(store.view(store.resolve(given.incident))).whole
    name = None
    if given.interview is not None:
        question, _, item = given.question.partition("@")
        name = answer_id(view.interview(given.interview).id, question, item or None)
    found = list(revisions(store.changes(view.incident.id), name))
    if given.restore is not None:
        return _restore(store, view.incident.id, found, given)
    hidden = off_record(view) if name is None else frozenset[str]()
    if given.format == "json":
        print_json([plain(each, is_hidden=each.document_id in hidden) for each in found])
    else:
        asking = Asking(on_record(view, besides=given.interview))
        asked: dict[tuple[str, int], list[str]] = {}
        for one in used(on_record(view, besides=given.interview).decisions):
            asked.setdefault((one.answer, one.revision), []).append(one.words)
        whys = corrections(view)
        before: dict[tuple[str, str], str] = {}
        for each in found:
            print(f"{each.interview}  revision {each.revision}  {each.at}  {each.by}")
            words = "\n".join(
                f"  {line}" for line in lines_of(view, asking, each, is_hidden=each.document_id in hidden)
            )
            why = whys.get((each.document_id, each.revision))
            if why is not None:
                words += f"\n  correction: {one_line(str(why.value.get('why') or 'no reason given'))}"
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


def _restore(store: Store, incident: str, found: list[Answer], given: Namespace) -> int:
    """Bring a revision back; that is a revision too, so that nothing is lost by it."""
    from pmtui.intake.starting import now
    from pmtui.record.changes import Given, Place, put_answer

    again = next((each for each in reversed(found) if each.revision == given.restore), None)
    if again is None:
        known = ", ".join(str(each.revision) for each in found) or "none"
        raise Refused(f"no revision {given.restore} of {given.question} in {given.interview}; there are: {known}")
    said, stamp = Given(again.state, again.value, again.remark), now(store.by)
    place = Place(again.question, again.item)
    revision = store.change(incident, lambda edit: put_answer(edit, again.interview, place, said, stamp))
    print(f"saved {revision} {again.key}")
    return 0
