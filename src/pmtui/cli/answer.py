"""`pmtui answer`: save one answer, or one a line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pmtui.cli.opening import store_of, tell, view_of
from pmtui.errors import Refused

if TYPE_CHECKING:
    from argparse import Namespace

    from pmtui.interview.dictation import Dictation

ESCAPES = {"n": "\n", "t": "\t", "\\": "\\"}


def run(given: Namespace) -> int:
    """Print `saved REVISION QUESTION[@ITEM]` once an answer is on disk."""
    from pmtui.interview.dictation import Dictation

    if given.unsaved is not None:
        return _unsaved(given)
    if given.interview is None:
        what = "which incident" if given.incident is None else "which interview of it"
        raise Refused(f"{what}? see `pmtui answer --help`")
    store, view = view_of(given)
    dictation = Dictation(view, given.interview, store.by)
    if given.stdin:
        if given.state != "answered" or given.remark is not None or given.correction is not None:
            raise Refused("with --stdin, every line is an answer; leave --state, --remark and --correction out")
        if given.question or given.value:
            raise Refused("with --stdin, questions and values are read from standard input, one a line")
        return _lines(store, dictation)
    if not given.question:
        raise Refused("which question? `pmtui answers` lists those of an interview that have an answer")
    if (given.value is None) == (given.state == "answered"):
        needed = "an answer needs a value; - reads it from standard input"
        raise Refused(needed if given.value is None else f"the state {given.state} has no value; leave it out")
    value = sys.stdin.read().removesuffix("\n") if given.value == "-" else given.value
    change = dictation.change(given.question, value, given.state, given.remark, given.correction)
    print(_saved(*store.change(view.incident.id, change)))
    note = dictation.note(given.question, value) if value is not None else None
    if note:
        print(f"pmtui: kept as words: {note}", file=sys.stderr)
    tell(store)
    return 0


def _unsaved(given: Namespace) -> int:
    from pmtui.intake.unsaved import load_unsaved, save_again

    if given.incident is not None or given.stdin:
        raise Refused("--unsaved takes everything from the file; leave out what else is named")
    found, store, refused = load_unsaved(Path(given.unsaved)), store_of(given), False
    for number, each in enumerate(found, 1):
        try:
            print(f"saved {save_again(store, each)}", flush=True)
        except Refused as refusal:
            refused = True
            print(_refused(number, refusal), flush=True)
    tell(store)
    return 2 if refused else 0


def _refused(number: int, refusal: Refused) -> str:
    return f"refused {number} {' '.join(str(refusal).split())}"


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
            print(_refused(number, refusal), flush=True)
    return 2 if refused else 0


def _saved(revision: int, key: str) -> str:
    return f"saved {revision} {key}"


def _unescaped(text: str) -> str:
    parts = iter(text)
    return "".join(ESCAPES.get(after := next(parts, ""), f"\\{after}") if each == "\\" else each for each in parts)
