"""`pmtui answers`: the answers of one interview."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from pmtui.cli.opening import print_json, view_of
from pmtui.reading.plain import one_line, printable

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from pmtui.record.asking import Asking
    from pmtui.record.documents import Answer
    from pmtui.record.view import View


def run(given: Namespace) -> int:
    """Print them for people, or as JSON by `QUESTION` or `QUESTION@ITEM`."""
    from pmtui.record.asking import Asking
    from pmtui.record.withheld import off_record, on_record

    _, shown = view_of(given)
    view = shown.whole
    name = view.interview(given.interview).id
    if name not in shown.interviews:
        print(
            f"pmtui: the participant of {name} withdrew: these answers are in no draft and no export", file=sys.stderr
        )
    answers, hidden = view.answers_of(name), off_record(view)
    if given.format == "json":
        print_json({key: plain(each, is_hidden=each.document_id in hidden) for key, each in answers.items()})
        return 0
    asking = Asking(on_record(view))
    for each in answers.values():
        print("\n".join(lines_of(view, asking, each, is_hidden=each.document_id in hidden)))
    return 0


def plain(answer: Answer, *, is_hidden: bool) -> dict[str, Any]:
    """An answer as plain data; one that is off the record says so, and has no words."""
    found = answer.model_dump(mode="json")
    return {**found, "value": None, "remark": None, "off_record": True} if is_hidden else found


def lines_of(view: View, asking: Asking, answer: Answer, *, is_hidden: bool) -> Iterator[str]:
    """An answer for people: its name and question, then what was said, where it is not off the record."""
    from pmtui.questionnaire.values import as_words, said

    question = view.questionnaire(answer.interview).questions.get(answer.question)
    state = "" if answer.state == "answered" else f" [{answer.state.replace('_', ' ')}]"
    state += " [off the record]" if is_hidden else ""
    yield f"{answer.key}  {one_line(asking.words(answer.interview)(answer)) if question else ''}{state}"
    if is_hidden:
        return
    if answer.state == "answered":
        words = printable(said(question, answer.value) if question else as_words(answer.value))
        yield from (f"    {line}" for line in words.splitlines())
    if answer.remark:
        yield f"    remark: {one_line(answer.remark)}"
