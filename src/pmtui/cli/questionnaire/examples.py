"""`pmtui questionnaire test`: what the file itself says should be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.cli.questionnaire.opening import questionnaire_of
from pmtui.reading.plain import counted, one_line

if TYPE_CHECKING:
    from argparse import Namespace


def run(given: Namespace) -> int:
    """Print a line for each test of the file; 1 where one fails or there is none."""
    from pmtui.questionnaire.trying import tried

    questionnaire = questionnaire_of(given, given.files[0])
    failed = 0
    for example in questionnaire.tests:
        wrong = tried(questionnaire, example)
        failed += bool(wrong)
        print(f"{'failed' if wrong else 'ok'}  {one_line(example.name)}")
        for each in wrong:
            print(f"    {each}")
    if not questionnaire.tests:
        print("no tests in this file; docs/questionnaires.md shows one")
        return 1
    print(f"{counted(len(questionnaire.tests), 'test')}, {failed} failed")
    return 1 if failed else 0
