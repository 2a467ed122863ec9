"""The interview line by line, on standard input and output."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmtui.errors import Refused

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Mapping, Sequence

    from pmtui.cli.plain_lines import Lines
    from pmtui.interview.plain_voices import Voices
    from pmtui.interview.session import Session
    from pmtui.record.changes import Given, Place
    from pmtui.record.edit import Edit
    from pmtui.record.view import View
    from pmtui.store import Store


def run(given: Namespace, store: Store, incident: str, interview: str) -> int:
    """Hold an interview; 2 where an answer could not be saved and the person gave up."""
    from pmtui import blame
    from pmtui.blame.questions import read_question
    from pmtui.cli.opening import rules_folder
    from pmtui.cli.plain_lines import Lines
    from pmtui.findings import flags
    from pmtui.intake.starting import now
    from pmtui.interview import probes
    from pmtui.interview.beginning import days_of
    from pmtui.interview.clock import Clock
    from pmtui.interview.plain_voices import Voices
    from pmtui.interview.session import Session
    from pmtui.record.changes import decide, set_interview_state
    from pmtui.record.fold import record
    from pmtui.record.notes import add_notes
    from pmtui.record.view import View

    lines = Lines()
    view, place = View(store.view(incident)), store.place(incident, interview)
    typing = store.typing(incident, interview)
    session = Session(view, interview, days_of(view, interview), typing or place, given.alone is not None)
    clock = Clock.after(place, view.questionnaire(interview).minutes)
    rules, _ = blame.usable(rules_folder(given))
    people, systems = flags.people(view), flags.systems(record(view))

    def save(answer: Given) -> None:
        change = session.answer(answer, now(store.by))
        _surely(lambda: store.change(incident, change), lines)
        keep("")

    def keep(words: str) -> None:
        here = session.step.place
        if words:
            store.keep_typing(incident, interview, {**here, "text": words, "cursor": len(words)})
        elif _is_at(here, store.typing(incident, interview)):
            store.drop_typing(incident, interview)

    def tell(place: Place, answer: Given) -> None:
        change = session.tell(place, answer, now(store.by))
        _surely(lambda: store.change(incident, change), lines)

    def decided(kind: str, about: str, value: Any) -> None:
        stamp = now(store.by)
        _surely(lambda: store.change(incident, lambda edit: decide(edit, kind, about, stamp, value)), lines)

    def end() -> None:
        stamp = now(store.by)
        store.change(incident, lambda edit: set_interview_state(edit, interview, "ended", stamp))

    def note(words: str) -> None:
        stamp = now(store.by)
        _surely(lambda: store.change(incident, lambda edit: add_notes(edit, interview, words, stamp)), lines)

    voices = Voices(
        ask=lines.ask,
        answer=lines.answer,
        say=lines.say,
        save=save,
        decide=decided,
        tell=tell,
        probes=lambda: probes.usable(store.root / "probes")[0],
        stand=lambda: store.keep_place(incident, interview, clock.mark(session.step.place)),
        end=end,
        flags=lambda words: blame.check(words, people, systems, rules),
        read=lambda words: read_question(words, people, systems, rules),
        by=store.by,
        open=lambda: _open(store, view, interview, lines, alone=given.alone is not None),
        note=note,
        time=lambda: clock.words,
        keep=keep,
        edits=lines.edits,
        unsaved=_text(typing) if _is_at(session.step.place, typing) else "",
    )
    _hold(session, voices, lines)
    return 0


def _hold(session: Session, voices: Voices, lines: Lines) -> None:
    from pmtui.cli.plain_lines import HungUp
    from pmtui.interview.plain import Plain
    from pmtui.record import consent

    view, interview = session.view, session.interview
    who, sitting = view.participant_of(interview), Plain(session, voices)
    lines.keep = sitting.words.keep
    with lines:
        try:
            lines.say(f"{view.incident.title}: {view.interview(interview).title}, {who.role}")
            if who.kind == "person":
                lines.say(consent.words(who.consent))
            sitting.run()
        except HungUp as hung:
            sitting.words.keep(hung.words)
            voices.stand()


def _is_at(place: Mapping[str, str | None], typing: Mapping[str, Any] | None) -> bool:
    return typing is not None and all(typing.get(name) == value for name, value in place.items())


def _text(typing: Mapping[str, Any] | None) -> str:
    """What was being typed in the answer; of a list, above it."""
    found = (typing or {}).get("text") or (typing or {}).get("above")
    return found if isinstance(found, str) else ""


def _surely(save: Callable[[], object], lines: Lines) -> None:
    """Save, again and again until it is done or nothing more is typed."""
    while True:
        try:
            save()
        except Refused as refusal:
            lines.say(f"NOT saved: {refusal}")
            if lines.ask("Enter tries again. ") is None:
                raise
        else:
            return


def _open(store: Store, view: View, interview: str, lines: Lines, *, alone: bool) -> str | None:
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

    return open_with(points(view, interview, alone=alone), lines.ask, lines.say, confirm, passed_over)
