"""Line by line: how it speaks with the person and with the store, and what the person can type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pmtui.blame import Flag
    from pmtui.blame.questions import QuestionFlag
    from pmtui.interview.probes import Probes
    from pmtui.record.changes import Given, Place
    from pmtui.record.view import View

HELP = (
    "Type an answer and press enter; enter alone goes on. An answer of several",
    "lines ends with an empty line, or with one of these on a line of its own:",
    "",
    "/back             the question before",
    "/next             the next one; this one stays open",
    "/go WORDS         a question, or an answer, that holds them",
    "/unknown          they don't know; also /declined, /na, /later",
    "/remark WORDS     a remark on this answer",
    "/probe            a follow-up question",
    "/again            say the question once more",
    "/so-far           what was answered here",
    "/instead WORDS    in place of a long answer that stands",
    "/discard          drop what was typed and is not saved",
    "/add              another item",
    "/event            make a sentence of this answer an event of the timeline",
    "/question WORDS   a question of your own behind this one; /drop takes it out",
    "/ask WHO          put this question to somebody else",
    "/unclear NOTE     ask them again, in a follow-up",
    "/queue            what came up with others",
    "/off drafts       keep this answer out of every draft",
    "/off store        do not store it; /off no is on the record again",
    "/notes            notes of your own, in no draft and no export",
    "/time             how long it was open, of the minutes that were planned",
    "/end              end the interview",
    "/quit             leave; it opens again here",
    "",
    "An answer that begins like one of these is typed with two slashes: //go",
)
"""What can be typed; the first word of a line behind `/`."""


class Voices(NamedTuple):
    """How it speaks with the person, and with the store.

    `ask` gives a line that was typed, or nothing where there is no more; `answer` gives one of an answer, which begins
    with the words given where the terminal `edits` lines.  `say` prints a line; `save` puts an answer on
    disk, `tell` one at another place and `decide` a decision, `stand` keeps where the interview stands, `end` ends it,
    `owe` says that a follow-up with a participant is owed, `now` gives the incident as it is on disk,
    `probes` gives the follow-ups by kind of statement, `flags` finds blaming language in words, and `read`
    what would work better in a question.  `by` is who types.  `open` goes through what is said before the first
    question, and gives a line typed ahead.  `note` adds to the facilitator's own notes, `time` says how long it
    was open.  `keep` keeps what is typed of an answer that goes on, nothing where it is dropped; `unsaved` is what was
    kept on the first page when the line dropped.
    """

    ask: Callable[[str], str | None]
    answer: Callable[[str, str], str | None]
    say: Callable[[str], None]
    save: Callable[[Given], None]
    decide: Callable[[str, str, Any], None]
    tell: Callable[[Place, Given], object]
    probes: Callable[[], Sequence[Probes]]
    stand: Callable[[], None]
    end: Callable[[], None]
    owe: Callable[[str], None]
    now: Callable[[], View]
    flags: Callable[[str], Sequence[Flag]]
    read: Callable[[str], Sequence[QuestionFlag]]
    by: str
    note: Callable[[str], object]
    time: Callable[[], str]
    open: Callable[[], str | None] = lambda: None
    keep: Callable[[str], object] = lambda _: None
    unsaved: str = ""
    edits: bool = False
