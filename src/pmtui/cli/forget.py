"""`pmtui forget`: the words of an answer, out of every file."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from pmtui.cli.opening import tell, view_of
from pmtui.errors import Refused
from pmtui.reading.plain import counted

if TYPE_CHECKING:
    from argparse import Namespace

    from pmtui.record.edit import Edit


def run(given: Namespace) -> int:
    """Forget an answer with all its revisions; that somebody did so, and when, is kept."""
    from pmtui.intake.starting import now
    from pmtui.record.changes import Place, forget_answer
    from pmtui.record.dismissals import DISMISS
    from pmtui.record.documents import answer_id
    from pmtui.record.moving import MOVES, traces

    store, view = view_of(given)
    incident, interview = view.incident.id, view.whole.interview(given.interview).id
    question, _, item = given.question.partition("@")
    place, name = Place(question, item or None), answer_id(interview, question, item or None)

    def change(edit: Edit) -> None:
        forget_answer(edit, interview, place, now(store.by))

    # First what is not saved yet: nobody shall find the answer gone and its words kept.
    typing = store.forget_typing(incident, interview, {"question": question, "item": place.item})
    # An interview that was moved to another version holds the words under other names, and what stood there before.
    names, moves = traces(view.tables, name)
    others = [("answers", each) for each in sorted(names - {name})] + [(MOVES, key) for key in sorted(moves)]
    # Why a flagged passage was left repeats the passage.
    left = [("decisions", each.id) for each in view.decisions if each.kind == DISMISS and each.about in names]
    for each in left:
        store.forget(incident, *each, partial(_remove, *each))
    done = [store.forget(incident, *each, partial(_remove, *each)) for each in others]
    done.append(store.forget(incident, "answers", name, change))
    tell(store)
    revisions = sum(each.revisions for each in done)
    if not revisions and not typing:
        raise Refused(f"no answer {given.question} in {interview}; `pmtui answers` lists those that are there")
    print(f"forgotten {name}: {counted(revisions, 'revision')}, {counted(typing, 'text')} being typed")
    for path in dict.fromkeys(path for each in done for path in each.elsewhere):
        print(f"pmtui: {path} may still hold the words; delete it where nobody needs it", file=sys.stderr)
    return 0


def _remove(table: str, key: str, edit: Edit) -> None:
    edit.remove(table, key)
