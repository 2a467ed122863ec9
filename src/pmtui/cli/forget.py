"""`pmtui forget`: the words of an answer, out of every file."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from pmtui.cli.opening import tell, view_of
from pmtui.errors import Refused
from pmtui.reading.plain import counted
from pmtui.record.additions import EVENT

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable

    from pmtui.record.documents import Decision
    from pmtui.record.edit import Edit
    from pmtui.record.view import View
    from pmtui.store import Store
    from pmtui.store.forgetting import Forgotten


def run(given: Namespace) -> int:
    """Forget an answer with all its revisions; that somebody did so, and when, is kept."""
    from pmtui.intake.starting import now
    from pmtui.record.changes import Place, forget_answer
    from pmtui.record.dismissals import DISMISS
    from pmtui.record.documents import answer_id
    from pmtui.record.moving import MOVES, traces
    from pmtui.record.telling import made_of

    store, view = view_of(given)
    incident, interview = view.incident.id, view.whole.interview(given.interview).id
    if given.notes == (given.question is not None):
        raise Refused("QUESTION or --notes: what is to be forgotten is one of them; `pmtui answers` lists answers")
    if given.notes:
        return _forget_notes(store, view, interview)
    question, _, item = given.question.partition("@")
    place, name = Place(question, item or None), answer_id(interview, question, item or None)

    def change(edit: Edit) -> None:
        forget_answer(edit, interview, place, now(store.by))

    # First what is not saved yet: nobody shall find the answer gone and its words kept.
    typing = store.forget_typing(incident, interview, {"question": question, "item": place.item})
    # An interview that was moved to another version holds the words under other names, and what stood there before.
    names, moves = traces(view.tables, name)
    others = [("answers", each) for each in sorted(names - {name})] + [(MOVES, key) for key in sorted(moves)]
    for each in view.whole.decisions:
        if each.about in names and each.kind in (DISMISS, EVENT):
            store.forget(incident, "decisions", each.id, partial(_without_words, each))
    done = [store.forget(incident, *each, partial(_remove, *each)) for each in others]
    done.append(store.forget(incident, "answers", name, change))
    tell(store)
    revisions = sum(each.revisions for each in done)
    if not revisions and not typing:
        raise Refused(f"no answer {given.question} in {interview}; `pmtui answers` lists those that are there")
    print(f"forgotten {name}: {counted(revisions, 'revision')}, {counted(typing, 'text')} being typed")
    for made in (each for each in made_of(view.whole.decisions) if each.answer in names):
        for answer in view.whole.answers.values():
            if (answer.interview, answer.item) == (interview, made.item):
                print(f"an event was made of it: `pmtui forget {incident} {interview} {answer.key}` forgets that too")
    _tell_elsewhere(done)
    return 0


def _forget_notes(store: Store, view: View, interview: str) -> int:
    """Forget all notes on an interview with all their revisions, and those that are being typed."""
    from pmtui.intake.starting import now
    from pmtui.record.notes import NOTES, forget_notes, typing_of

    incident, stamp = view.incident.id, now(store.by)
    typing = store.forget_typing(incident, typing_of(interview), {})
    names = [name for name, each in view.tables.get(NOTES, {}).items() if each["interview"] == interview]
    done = [store.forget(incident, NOTES, name, partial(forget_notes, name=name, stamp=stamp)) for name in names]
    tell(store)
    if not done and not typing:
        raise Refused(f"no notes on {interview}; `pmtui show {incident} --notes` lists those that are there")
    revisions = counted(sum(each.revisions for each in done), "revision")
    print(f"forgotten the notes on {interview}: {revisions}, {counted(typing, 'text')} being typed")
    _tell_elsewhere(done)
    return 0


def _tell_elsewhere(done: Iterable[Forgotten]) -> None:
    for path in dict.fromkeys(path for each in done for path in each.elsewhere):
        print(f"pmtui: {path} may still hold the words; delete it where nobody needs it", file=sys.stderr)


def _without_words(decision: Decision, edit: Edit) -> None:
    """Take out a decision that repeats words of its answer; what ties an event to it stays, without them."""
    from pmtui.record.changes import Stamp, decide

    edit.remove("decisions", decision.id)
    if decision.kind == EVENT:
        decide(edit, EVENT, decision.about, Stamp(decision.at, decision.by), {**decision.value, "words": ""})


def _remove(table: str, key: str, edit: Edit) -> None:
    edit.remove(table, key)
