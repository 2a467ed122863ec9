"""The invitation to a talk: what it is for, how long it takes, and what happens with the words."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

from pmtui.errors import Refused
from pmtui.questionnaire.naming import PIPED
from pmtui.reading.plain import one_line, printable
from pmtui.record.people import must_take_part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmtui.questionnaire.schema import Questionnaire
    from pmtui.record.view import View


def planned(view: View, participant: str) -> Questionnaire | None:
    """What a participant is to be asked: the questionnaire of their first interview that has not ended."""
    held = (each for each in view.interviews.values() if each.participant == participant and each.state != "ended")
    first = next(held, None)
    return view.questionnaire(first.id) if first else None


def invitation(view: View, participant: str, asked: Questionnaire | None, by: str) -> str:
    """The invitation of a participant to a talk along `asked`, as plain text to copy; `by` signs it.

    Where it is not known yet what will be asked, nothing is promised of length and topics.

    Raises `Refused` for a source, and for somebody who declined or withdrew.
    """
    who = view.participant(participant)
    if who.kind == "source":
        raise Refused(f"{who.id} is a source; people are invited: `pmtui show {view.incident.id}` lists them")
    must_take_part(view.incident.id, who)
    topics = [one_line(each.title) for each in asked.sections if not PIPED.search(each.title)] if asked else []
    words = {
        "title": one_line(view.incident.title),
        "role": one_line(who.role),
        "minutes": one_line((asked and asked.minutes) or ""),
        "topics": "; ".join(topics),
        "by": one_line(by),
    }
    told = (_filled(each, words) for each in _paragraphs())
    return printable("\n\n".join(each for each in told if each)) + "\n"


def _filled(paragraph: str, words: Mapping[str, str]) -> str:
    """The paragraph with its words put in; empty where one of them is not known."""
    wanted = [name for _, name, _, _ in Formatter().parse(paragraph) if name]
    return paragraph.format_map(words) if all(words[name] for name in wanted) else ""


@cache
def _paragraphs() -> tuple[str, ...]:
    from pmtui.reading.yaml import shipped

    return tuple(shipped(Path(__file__).with_name("invitation.yaml"))["paragraphs"])
