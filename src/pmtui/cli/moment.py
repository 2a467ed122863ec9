"""`pmtui moment`: how a time would be understood."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from pmtui.cli.opening import print_json
from pmtui.errors import Refused
from pmtui.reading.plain import one_line, quoted

if TYPE_CHECKING:
    from argparse import Namespace

    from pmtui.reading.moments import Moment


def run(given: Namespace) -> int:
    """Print what was understood, and the question that is left open; the status is 1 where there is one."""
    from pmtui.reading.moments import read_moment

    day = _day(given.day) if given.day is not None else None
    moment = read_moment(_text(" ".join(given.words)), zone=given.zone, first_day=day, spoken_on=day)
    if given.format == "json":
        from dataclasses import asdict

        print_json(asdict(moment))
    else:
        _print(moment)
    return 1 if moment.ask else 0


def _print(moment: Moment) -> None:
    from pmtui.reading.moments import show

    for line in (show(moment), moment.ask):
        if line:
            print(one_line(line))


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise Refused(f"--day {quoted(words)} is not a day; write it as 2026-03-14") from None


def _text(words: str) -> str:
    try:
        words.encode()
    except UnicodeEncodeError:
        raise Refused(f"{quoted(words)} is not UTF-8 text; write the time in letters that can be read") from None
    return words
