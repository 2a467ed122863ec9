"""What one conversation leaves to another: questions for somebody else, and those that came up with others."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pmtui.reading.plain import counted, one_line
from pmtui.record.people import people
from pmtui.record.queue import asked_here, asked_of_others, came_from, queue_of

if TYPE_CHECKING:
    from pmtui.interview.session import Session
    from pmtui.interview.walking import Walking
    from pmtui.record.documents import Participant
    from pmtui.record.queue import Asked
    from pmtui.record.view import View


class Waiting(NamedTuple):
    """A question that came up with somebody else: `words` for a list, and its `place` in this walk, if it has one."""

    asked: Asked
    words: str
    place: dict[str, str | None] | None


def waiting(session: Walking, view: View) -> list[Waiting]:
    """What the participant of `session` is still to be asked.  Who answers alone is not told who wanted it, nor why."""
    who, added = view.interview(session.interview).participant, asked_here(view, session.interview)
    return [
        Waiting(each, _words(session, view, each), _place(session, added.get(each.id, each.key)))
        for each in queue_of(view, who)
    ]


def waiting_words(number: int, how: str) -> str:
    """That so many questions wait, and `how` they are shown; nothing where none does."""
    return f"{counted(number, 'question')} to be asked here besides: {how}" if number else ""


def candidates(session: Session, view: View) -> list[Participant]:
    """Whom else the question at hand could be put to, in the order in which people are talked with."""
    who = view.interview(session.interview).participant
    return [each for each in people(view) if each.id != who and each.takes_part]


def put_already(session: Session, view: View) -> list[Asked]:
    """To whom the question at hand was put from here, where that is open."""
    return [
        each
        for each in asked_of_others(view, session.interview)
        if each.key == session.step.key and each.state == "open"
    ]


def revision_here(session: Session) -> int:
    """The revision of the answer of the page that is open; 0 where there is none."""
    return session.given.revision if session.given else 0


def asked_again(view: View, asked: Asked) -> bool:
    """Whether a question is put once more to who was asked it, since something is unclear."""
    return view.interview(asked.interview).participant == asked.participant


def _words(session: Walking, view: View, asked: Asked) -> str:
    ask = one_line(asked.ask)
    if session.alone:
        return ask
    note = f" · {one_line(asked.note)}" if asked.note else ""
    why = "unclear" if asked_again(view, asked) else f"came up with {one_line(came_from(view, asked))}"
    return f"{ask} · {why}{note}"


def _place(session: Walking, key: str) -> dict[str, str | None] | None:
    steps = session.walk.steps
    same = next((each for each in steps if each.key == key), None)
    near = same or next(
        (each for each in steps if each.key and each.key.partition("@")[0] == key.partition("@")[0]), None
    )
    return near.place if near else None
