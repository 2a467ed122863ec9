"""The interview line by line: what a facilitator does beside the answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pmtui.interview.events import Told, answers_of, suggested, time_of
from pmtui.interview.off_record import OffRecord
from pmtui.interview.own_questions import add, drop
from pmtui.interview.probes import follow_ups
from pmtui.interview.probes import suggested as suggested_kind
from pmtui.reading.sentences import sentences
from pmtui.record.additions import DROP_QUESTION, EVENT, OWN_QUESTION
from pmtui.record.documents import answer_id
from pmtui.record.probing import USED, used

if TYPE_CHECKING:
    from pmtui.interview.off_record import Standing
    from pmtui.interview.plain_voices import Voices
    from pmtui.interview.session import Session

OFF: dict[str, tuple[Standing, str]] = {
    "drafts": ("kept out", "Kept out of every draft and export; it is stored. /off no puts it back."),
    "store": (
        "not stored",
        "What you type at this question is not stored, and lost when you leave. /off no ends that.",
    ),
    "no": ("on record", "On the record again."),
}
"""The words behind `/off`, how the answer stands then, and what is said."""
NOTES = (
    "Your own notes: themes, what is open, whom to talk with next. They are in no draft and no export; whoever can "
    "open the store's folder can read them. An empty line ends them."
)


@dataclass
class Asides:
    """What stands beside the answers of `session`."""

    session: Session
    voices: Voices
    off_record: OffRecord = field(init=False)
    has_warned: bool = False
    probed: list[tuple[str, str]] = field(default_factory=list)
    """Follow-ups that were said in this sitting: the answer, and the words."""

    def __post_init__(self) -> None:
        self.off_record = OffRecord.of(self.session.view)

    @property
    def answer(self) -> str:
        """The document id of the answer of this page."""
        step = self.session.step
        return answer_id(self.session.interview, step.question.id if step.question else "", step.item)

    @property
    def stores(self) -> bool:
        """Whether what is typed on this page is stored."""
        return self.off_record.standing(self.answer) != "not stored"

    def hold(self, words: str) -> None:
        """Keep `words` in memory alone."""
        self.off_record.unstored[self.answer] = {"text": words}
        self.voices.say("Not stored.")

    @property
    def held(self) -> str:
        """What was typed on this page and is stored nowhere."""
        return str(self.off_record.unstored.get(self.answer, {}).get("text", ""))

    def off(self, words: str) -> None:
        """Take an answer off the record, or put it back."""
        if self.session.question is None or self.session.question.type == "info":
            self.voices.say("There is nothing to answer on this page.")
            return
        if words.strip() not in OFF:
            self.voices.say(
                "/off drafts keeps this answer out of every draft, /off store does not store it, /off no ends it."
            )
            return
        standing, said = OFF[words.strip()]
        if self.held and standing != "not stored":
            said = f"{said} What was not stored is gone: type again what shall be kept."
        kind = self.off_record.put(self.answer, standing)
        if kind is not None:
            self.voices.decide(kind, self.answer, None)
        self.voices.say(said)
        if self.session.given and standing != "on record":
            interview, key = self.session.interview, self.session.step.key
            command = f"pmtui forget {self.session.view.incident.id} {interview} {key}"
            self.voices.say(f"What was saved already stays in its history until it is forgotten: {command}")

    def probe(self, words: str) -> None:
        """Say a follow-up: of the question first, then by the kind of thing heard, which a number chooses."""
        known, question, given = self.voices.probes(), self.session.question, self.session.given
        if question is None:
            self.voices.say("There is no question on this page.")
            return
        told = given.value if given and isinstance(given.value, str) else ""
        last = next(reversed([told[each.start : each.end] for each in sentences(told)]), "")
        kind = suggested_kind(last, known)
        if words.strip().isdecimal() and 1 <= int(words) <= len(known):
            kind = known[int(words) - 1].kind
        before = [each.words for each in used(self.session.view.decisions) if each.answer == self.answer]
        said = [*before, *(each for answer, each in self.probed if answer == self.answer)]
        asked = follow_ups(question.probe, kind or "", known)
        fresh = next((each for each in asked if each not in said), None)
        if fresh is None:
            for number, each in enumerate(known, 1):
                self.voices.say(f"{number}. {each.alone if self.session.alone else each.say}")
            self.voices.say("Type /probe and the number of what was just said.")
            return
        self.probed.append((self.answer, fresh))
        told_of = {"kind": kind, "words": fresh, "revision": given.revision if given else 0}
        self.voices.decide(USED, self.answer, told_of)
        self.voices.say(fresh)

    def event(self, words: str) -> None:
        """Make a sentence of this answer an event of the timeline, line by line."""
        given = self.session.given
        text = given.value if given and given.state == "answered" and isinstance(given.value, str) else ""
        known = [text[each.start : each.end] for each in sentences(text)]
        if self.off_record.standing(self.answer) != "on record":
            self.voices.say("This is off the record, and an event would be in drafts. /off no puts it back first.")
        elif not known:
            self.voices.say("Nothing is answered here yet that could be an event.")
        elif not (len(known) == 1 or (words.strip().isdecimal() and 1 <= int(words) <= len(known))):
            for number, each in enumerate(known, 1):
                self.voices.say(f"{number}. {each}")
            self.voices.say("Type /event and the number of the sentence that is an event.")
        else:
            self._make(known[int(words) - 1 if words.strip().isdecimal() and len(known) > 1 else 0])

    def _make(self, sentence: str) -> None:
        view, interview = self.session.view, self.session.interview
        names = [each.role for each in view.participants.values()]
        told = suggested(sentence, self.session.days, names, view.participant_of(interview).role)
        asked = {"what": "What happened", "when": "When", "actor": "Who or what did it"}
        kept = []
        for name in Told._fields:
            words = self._kept(asked[name], getattr(told, name))
            if words is None:
                self.voices.say("No event was made.")
                return
            kept.append(words)
        said = Told(*kept)
        item = self.session.new_item("event")
        self.voices.decide(EVENT, self.answer, {"item": item, "words": sentence, "actor": bool(said.actor)})
        for place, given in answers_of(self.session, item, said):
            self.voices.tell(place, given)
        self.voices.say(f"In the timeline: {time_of(self.session, item) or 'no time yet'}.")

    def _kept(self, asked: str, suggestion: str) -> str | None:
        """What is typed; enter alone keeps the suggestion, a dash says that it is not known, a command leaves it."""
        typed = self.voices.ask(f"{asked} [{suggestion or 'not known'}]: ")
        if typed is None or typed.startswith("/"):
            return None
        typed = typed.strip()
        return "" if typed == "-" else typed or suggestion

    def own_question(self, words: str) -> None:
        """Ask a question of one's own behind this one; what is found in it is a hint."""
        found = () if self.session.alone else self.voices.read(words)
        if found and words.strip():
            self.voices.say(f"{found[0].reason} Ask rather: {found[0].question}")
            if (self.voices.ask("Enter asks yours; y takes the other: ") or "").strip().casefold() == "y":
                words = found[0].question
        value = add(self.session, words, self.voices.by)
        self.voices.decide(OWN_QUESTION, self.session.interview, value)
        self.voices.say("It comes next.")

    def drop_question(self, _: str) -> None:
        """Ask a question of one's own no more, while it has no answer."""
        self.voices.decide(DROP_QUESTION, self.session.interview, drop(self.session))
        self.voices.say("The question was dropped.")

    def notes(self, words: str) -> None:
        """Add to the facilitator's own notes: `words`, or lines until an empty one."""
        if self.session.alone:
            self.voices.say("Notes of one's own are for a facilitator; /remark adds to an answer.")
            return
        lines = [words] if words.strip() else []
        if not lines:
            self.voices.say(NOTES)
            while (line := self.voices.ask("  ")) is not None and line.strip():
                lines.append(line)
        if lines:
            self.voices.note("\n".join(lines))
            self.voices.say(f"Kept; `pmtui show {self.session.view.incident.id} --notes` shows them.")

    def may_leave(self) -> bool:
        """Whether leaving loses nothing, or was asked for twice."""
        if self.has_warned or not self.off_record.would_be_lost:
            return True
        self.has_warned = True
        self.voices.say(
            "Something that you typed is stored nowhere and would be lost. The same again leaves all the same."
        )
        return False
