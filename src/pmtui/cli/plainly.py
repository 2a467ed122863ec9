"""The interview line by line, on standard input and output."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pmtui.errors import Refused
from pmtui.record.changes import decide

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Mapping, Sequence

    from pmtui.cli.plain_lines import Lines
    from pmtui.interview.plain_voices import Voices
    from pmtui.interview.session import Session
    from pmtui.record.changes import Given, Place, Stamp
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
    from pmtui.interview import probes
    from pmtui.interview.beginning import days_of
    from pmtui.interview.clock import Clock
    from pmtui.interview.plain_voices import Voices
    from pmtui.interview.session import Session
    from pmtui.record.fold import record
    from pmtui.record.view import View

    lines = Lines()
    view, place = View(store.view(incident)), store.place(incident, interview)
    typing = store.typing(incident, interview)
    session = Session(view, interview, days_of(view, interview), typing or place, given.alone is not None)
    clock = Clock.after(place, view.questionnaire(interview).minutes)
    rules, _ = blame.usable(rules_folder(given))
    people, systems = flags.people(view), flags.systems(record(view))
    saving = _Saving(store, incident, session, lines)
    voices = Voices(
        ask=lines.ask,
        answer=lines.answer,
        say=lines.say,
        save=saving.save,
        decide=saving.decide,
        tell=saving.tell,
        probes=lambda: probes.usable(store.root / "probes")[0],
        stand=lambda: store.keep_place(incident, interview, clock.mark(session.step.place)),
        end=saving.end,
        owe=saving.owe,
        now=lambda: View(store.view(incident)),
        flags=lambda words: blame.check(words, people, systems, rules),
        read=lambda words: read_question(words, people, systems, rules),
        by=store.by,
        open=lambda: _open(store, view, interview, lines, alone=given.alone is not None),
        note=saving.note,
        time=lambda: clock.words,
        keep=saving.keep,
        edits=lines.edits,
        unsaved=_text(typing) if _is_at(session.step.place, typing) else "",
    )
    _hold(session, voices, lines)
    return 0


@dataclass
class _Saving:
    """What a sitting of `session` puts on disk: each is there when it returns, or is tried again while one waits."""

    store: Store
    incident: str
    session: Session
    lines: Lines

    def save(self, answer: Given) -> None:
        self._change(self.session.answer(answer, self._stamp()))
        self.keep("")

    def tell(self, place: Place, answer: Given) -> None:
        self._change(self.session.tell(place, answer, self._stamp()))

    def decide(self, kind: str, about: str, value: Any) -> None:
        stamp = self._stamp()
        self._change(lambda edit: decide(edit, kind, about, stamp, value))

    def note(self, words: str) -> None:
        from pmtui.record.notes import add_notes

        stamp = self._stamp()
        self._change(lambda edit: add_notes(edit, self.session.interview, words, stamp))

    def end(self) -> None:
        from pmtui.record.taking_up import end_interview

        stamp = self._stamp()
        self._change(lambda edit: end_interview(edit, self.session.interview, stamp))

    def owe(self, participant: str) -> None:
        from pmtui.record.taking_up import owe

        self._change(lambda edit: owe(edit, participant))

    def keep(self, words: str) -> None:
        """Keep what is typed on this page and not saved; empty words drop what was kept here."""
        here, interview = self.session.step.place, self.session.interview
        if words:
            typed = {**here, "text": words, "cursor": len(words)}
            self._surely(lambda: self.store.keep_typing(self.incident, interview, typed))
        elif _is_at(here, self.store.typing(self.incident, interview)):
            self.store.drop_typing(self.incident, interview)

    def _stamp(self) -> Stamp:
        from pmtui.intake.starting import now

        return now(self.store.by)

    def _change(self, change: Callable[[Edit], object]) -> None:
        self._surely(lambda: self.store.change(self.incident, change))

    def _surely(self, save: Callable[[], object]) -> None:
        """Save, again and again until it is done or nothing more is typed."""
        while True:
            try:
                save()
            except Refused as refusal:
                self.lines.say(f"NOT saved: {refusal}")
                if self.lines.ask("Enter tries again. ") is None:
                    raise
            else:
                return


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
            lines.say("\nLeft here. What was typed is kept, and stands here again.")


def _is_at(place: Mapping[str, str | None], typing: Mapping[str, Any] | None) -> bool:
    return typing is not None and all(typing.get(name) == value for name, value in place.items())


def _text(typing: Mapping[str, Any] | None) -> str:
    """What was being typed in the answer; of a list, above it."""
    found = (typing or {}).get("text") or (typing or {}).get("above")
    return found if isinstance(found, str) else ""


def _open(store: Store, view: View, interview: str, lines: Lines, *, alone: bool) -> str | None:
    """Go through the opening where it is due; returns a line that was typed and belongs to the interview."""
    from pmtui.intake.starting import now
    from pmtui.interview.opening import PREAMBLE, Point, agreed, is_due, left_out, points, told
    from pmtui.interview.plain_opening import open_with
    from pmtui.record import consent

    if not is_due(view, interview):
        return None
    incident, who = view.incident.id, view.participant_of(interview)
    standing = consent.stands(who)

    def confirm(point: Point, choice: str | None) -> None:
        nonlocal standing
        stamp = now(store.by)

        def change(edit: Edit) -> None:
            kind, about, value = told(point, choice, interview, who.id)
            decide(edit, kind, about, stamp, value)
            if choice is not None and not point.check:
                consent.give(edit, who.id, standing, stamp)

        if choice is not None and not point.check:
            standing = agreed(standing, point, choice)
        store.change(incident, change)

    def passed_over(left: Sequence[Point]) -> None:
        store.change(incident, lambda edit: decide(edit, PREAMBLE, interview, now(store.by), left_out(left)))

    return open_with(points(view, interview, store.by, alone=alone), lines.ask, lines.say, confirm, passed_over)
