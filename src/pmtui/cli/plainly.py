"""The interview line by line, on standard input and output."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from pmtui.errors import Refused
from pmtui.reading.plain import printable

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence

    from pmtui.record.changes import Given, Place
    from pmtui.record.edit import Edit
    from pmtui.record.view import View
    from pmtui.store import Store


def run(given: Namespace, store: Store, incident: str, interview: str) -> int:
    """Hold an interview; 2 where an answer could not be saved and the person gave up."""
    from pmtui import blame
    from pmtui.blame.questions import read_question
    from pmtui.cli.opening import rules_folder
    from pmtui.findings import flags
    from pmtui.intake.starting import now
    from pmtui.interview import probes
    from pmtui.interview.beginning import days_of
    from pmtui.interview.clock import Clock
    from pmtui.interview.plain import Plain
    from pmtui.interview.plain_voices import Voices
    from pmtui.interview.session import Session
    from pmtui.record import consent
    from pmtui.record.changes import decide, set_interview_state
    from pmtui.record.fold import record
    from pmtui.record.notes import add_notes
    from pmtui.record.view import View

    view, place = View(store.view(incident)), store.place(incident, interview)
    session = Session(view, interview, days_of(view, interview), place, given.alone is not None)
    clock = Clock.after(place, view.questionnaire(interview).minutes)
    rules, _ = blame.usable(rules_folder(given))
    people, systems = flags.people(view), flags.systems(record(view))

    def save(answer: Given) -> None:
        change = session.answer(answer, now(store.by))
        _surely(lambda: store.change(incident, change))

    def tell(place: Place, answer: Given) -> None:
        change = session.tell(place, answer, now(store.by))
        _surely(lambda: store.change(incident, change))

    def decided(kind: str, about: str, value: Any) -> None:
        stamp = now(store.by)
        _surely(lambda: store.change(incident, lambda edit: decide(edit, kind, about, stamp, value)))

    def end() -> None:
        stamp = now(store.by)
        store.change(incident, lambda edit: set_interview_state(edit, interview, "ended", stamp))

    def note(words: str) -> None:
        stamp = now(store.by)
        _surely(lambda: store.change(incident, lambda edit: add_notes(edit, interview, words, stamp)))

    voices = Voices(
        ask=_ask,
        say=_say,
        save=save,
        decide=decided,
        tell=tell,
        probes=lambda: probes.usable(store.root / "probes")[0],
        stand=lambda: store.keep_place(incident, interview, clock.mark(session.step.place)),
        end=end,
        flags=lambda words: blame.check(words, people, systems, rules),
        read=lambda words: read_question(words, people, systems, rules),
        by=store.by,
        open=lambda: _open(store, view, interview, alone=given.alone is not None),
        note=note,
        time=lambda: clock.words,
    )
    who = view.participant_of(interview)
    _say(f"{view.incident.title}: {view.interview(interview).title}, {who.role}")
    if who.kind == "person":
        _say(consent.words(who.consent))
    Plain(session, voices).run()
    return 0


def _surely(save: Callable[[], object]) -> None:
    """Save, again and again until it is done or nothing more is typed."""
    while True:
        try:
            save()
        except Refused as refusal:
            _say(f"NOT saved: {refusal}")
            if _ask("Enter tries again. ") is None:
                raise
        else:
            return


def _open(store: Store, view: View, interview: str, *, alone: bool) -> str | None:
    """Go through the opening where it is due; returns a line that was typed and belongs to the interview."""
    from pmtui.intake.starting import now
    from pmtui.interview.opening import PREAMBLE, Point, agreed, is_due, points, told
    from pmtui.interview.plain_opening import open_with
    from pmtui.record import consent
    from pmtui.record.changes import decide

    if not is_due(view, interview):
        return None
    incident, who = view.incident.id, view.participant_of(interview)
    standing = consent.stands(who)

    def confirm(point: Point, choice: str | None) -> None:
        nonlocal standing
        stamp = now(store.by)

        def change(edit: Edit) -> None:
            decide(edit, PREAMBLE, interview, stamp, told(point))
            if choice is not None:
                consent.give(edit, who.id, standing, stamp)

        standing = standing if choice is None else agreed(standing, point, choice)
        store.change(incident, change)

    def passed_over(left: Sequence[Point]) -> None:
        value = {"passed_over": [each.id for each in left]}
        store.change(incident, lambda edit: decide(edit, PREAMBLE, interview, now(store.by), value))

    return open_with(points(view, interview, alone=alone), _ask, _say, confirm, passed_over)


def _say(line: str) -> None:
    print(printable(line), flush=True)


def _ask(prompt: str) -> str | None:
    # `input` would read from the terminal with editing keys of its own; a line of standard input is what everybody has.
    print(prompt, end="", flush=True)
    line = sys.stdin.readline()
    if not line:
        print()
        return None
    return line.rstrip("\r\n")
