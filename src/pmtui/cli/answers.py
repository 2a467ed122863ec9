"""`pmtui answers`: the answers of one interview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.cli.opening import print_json, view_of
from pmtui.reading.plain import one_line, printable

if TYPE_CHECKING:
    from argparse import Namespace


def run(given: Namespace) -> int:
    """Print them for people, or as JSON by `QUESTION` or `QUESTION@ITEM`."""
    from pmtui.questionnaire.values import said

    _, view = view_of(given)
    answers = view.answers_of(view.interview(given.interview).id)
    if given.format == "json":
        print_json({key: each.model_dump(mode="json") for key, each in answers.items()})
        return 0
    questions = view.questionnaire(given.interview).questions
    for key, each in answers.items():
        question = questions.get(each.question)
        state = "" if each.state == "answered" else f" [{each.state.replace('_', ' ')}]"
        print(f"{key}  {one_line(question.ask) if question else ''}{state}")
        if each.state == "answered":
            words = printable(said(question, each.value) if question else str(each.value))
            print("\n".join(f"    {line}" for line in words.splitlines()))
        if each.remark:
            print(f"    remark: {one_line(each.remark)}")
    return 0
