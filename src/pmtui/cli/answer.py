"""`pmtui answer`: save one answer, or one a line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from pmtui.cli.opening import tell, view_of
from pmtui.errors import Refused

if TYPE_CHECKING:
    from argparse import Namespace

    from pmtui.interview.dictation import Dictation

ESCAPES = {"n": "\n", "t": "\t", "\\": "\\"}


def run(given: Namespace) -> int:
    """Print `saved REVISION QUESTION[@ITEM]` once an answer is on disk."""
    from pmtui.interview.dictation import Dictation

    store, view = view_of(given)
    dictation = Dictation(view, given.interview, store.by)
    if given.stdin:
        if given.state != "answered" or given.remark is not None:
            raise Refused("with --stdin, every line is an answer; leave --state and --remark out")
        if given.question or given.value:
            raise Refused("with --stdin, questions and values are read from standard input, one a line")
        return _lines(store, dictation)
    if not given.question:
        raise Refused("which question? `pmtui answers` lists those of an interview that have an answer")
    if (given.value is None) == (given.state == "answered"):
        needed = "an answer needs a value; - reads it from standard input"
        raise Refused(needed if given.value is None else f"the state {given.state} has no value; leave it out")
    value = sys.stdin.read().removesuffix("\n") if given.value == "-" else given.value
    change = dictation.change(given.question, value, given.state, given.remark)
    print(_saved(*store.change(view.incident.id, change)))
    note = dictation.note(given.question, value) if value is not None else None
    if note:
        print(f"pmtui: kept as words: {note}", file=sys.stderr)
    tell(store)
    return 0


def _lines(store: object, dictation: Dictation) -> int:
    refused = False
    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        name, tab, value = line.rstrip("\n").partition("\t")
        try:
            if not tab:
                raise Refused("a line is QUESTION, a tab, VALUE")
            change = dictation.change(name, _unescaped(value), "answered", None)
            print(_saved(*store.change(dictation.incident, change)), flush=True)  # type: ignore[attr-defined]
        except Refused as refusal:
            refused = True
            print(f"refused {number} {' '.join(str(refusal).split())}", flush=True)
    return 2 if refused else 0


def _saved(revision: int, key: str) -> str:
    return f"saved {revision} {key}"


def _unescaped(text: str) -> str:
    parts = iter(text)
    return "".join(ESCAPES.get(after := next(parts, ""), f"\\{after}") if each == "\\" else each for each in parts)
