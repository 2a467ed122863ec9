"""`pmtui forget`: the words of an answer, out of every file."""

from __future__ import annotations

import sys
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
    from pmtui.record.documents import answer_id

    store, view = view_of(given)
    incident, interview = view.incident.id, view.interview(given.interview).id
    question, _, item = given.question.partition("@")
    place, name = Place(question, item or None), answer_id(interview, question, item or None)

    def change(edit: Edit) -> None:
        forget_answer(edit, interview, place, now(store.by))

    # First what is not saved yet: nobody shall find the answer gone and its words kept.
    typing = store.forget_typing(incident, interview, {"question": question, "item": place.item})
    done = store.forget(incident, "answers", name, change)
    tell(store)
    if not done.revisions and not typing:
        raise Refused(f"no answer {given.question} in {interview}; `pmtui answers` lists those that are there")
    print(f"forgotten {name}: {counted(done.revisions, 'revision')}, {counted(typing, 'text')} being typed")
    for path in done.elsewhere:
        print(f"pmtui: {path} may still hold the words; delete it where nobody needs it", file=sys.stderr)
    return 0
