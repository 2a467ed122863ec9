"""The interview line by line: for a screen reader, a dumb terminal or a very bad line.

It walks the same session as the screens do.  What asks, speaks and saves is given by the caller; nothing here knows a
terminal.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pmtui.errors import Refused
from pmtui.interview.closing import LAST_WORD, left, owed_to, summary, why_owed
from pmtui.interview.finding import is_found, question_words
from pmtui.interview.plain_asides import Asides
from pmtui.interview.plain_others import Others
from pmtui.interview.plain_page import PlainPage
from pmtui.interview.plain_voices import HELP
from pmtui.interview.plain_words import PlainWords
from pmtui.questionnaire.values import left_open
from pmtui.reading import moments
from pmtui.reading.checking import closest
from pmtui.reading.plain import counted, holds, printable
from pmtui.record.changes import Given

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pmtui.interview.plain_voices import Voices
    from pmtui.interview.session import Session
    from pmtui.questionnaire.schema import Question
    from pmtui.record.view import View

STATES = {"unknown": "unknown", "declined": "declined", "na": "not_applicable", "later": "later"}
GO_ON, STOP = "go on", "stop"


@dataclass
class Plain:
    """One sitting of `session`, line by line."""

    session: Session
    voices: Voices
    ahead: str | None = None
    """What was typed before its question was seen, or what ended an answer."""
    told_of_lines: bool = False
    """Whether it was said in this sitting how an answer of several lines ends."""
    asides: Asides = field(init=False)
    others: Others = field(init=False)
    page: PlainPage = field(init=False)
    words: PlainWords = field(init=False)

    def __post_init__(self) -> None:
        self.others = Others(self.session, self.voices.say, self.voices.decide)
        self.asides = Asides(self.session, self.voices)
        self.page = PlainPage(self.session, self.asides)
        self.words = PlainWords(self.session, self.voices, self.asides)

    def run(self) -> None:
        """Ask until the person leaves or there is nothing more to ask."""
        self.voices.say("Type /help for what can be typed here, /quit to leave.")
        if self.session.follow_up:
            self.voices.say(f"A follow-up: {counted(len(self.session.asked), 'question')} to go through.")
        self.others.greet()
        self.ahead = self.voices.open()
        while self._page():
            self.voices.stand()
        self.voices.stand()
        self.voices.say("Left here. Every answer that was said to be saved is saved.")

    def _page(self) -> bool:
        """Ask what this page asks, until another page is open; false where the person leaves."""
        self.words.replaces = False
        for line in (*self.page.lines(), *self.words.lines()):
            self.voices.say(line)
        here, begun = self.session.position, self.words.begun()
        if self.ahead is not None:  # it was typed before this question was seen
            self.voices.say(f"> {self.ahead}")
        while True:
            typed, self.ahead = self.voices.answer("> ", begun) if self.ahead is None else self.ahead, None
            begun = ""
            if typed is None:
                return False
            done = (
                self._command(typed[1:]) if typed.startswith("/") and not typed.startswith("//") else self._said(typed)
            )
            if done == STOP:
                return False
            if done == GO_ON or self.session.position != here:
                return True

    # What is typed

    def _said(self, typed: str) -> str | None:
        question = self.session.question
        if not typed.strip() and not self.words.unsaved:
            self.words.keep("")
            return self._forward()
        if question is None or question.type == "info":
            moved = self._add("") if question is None else self._forward()
            self.ahead = typed if moved else None  # the words belong to the question behind this page
            return moved
        words = self.words.gathered(self._unescaped(typed) if typed.strip() else "", self._more())
        try:
            value = self._value(question, words)
        except Refused as refusal:
            self.voices.say(f"{refusal}. Try again, or /later.{self._keep_beside(words)}")
            return None
        if not self.asides.stores:
            self.asides.hold(words)
            return self._onward()
        remark = self.session.given.remark if self.session.given else None
        self._save(Given("answered", value, remark))
        self._speak_of(question, words, value)
        return self._onward()

    def _onward(self) -> str | None:
        """Go on, unless a command ended the answer: it counts for this page."""
        return self._forward() if self.ahead is None else None

    def _keep_beside(self, words: str) -> str:
        """Keep a sentence that does not fit the question as a remark, where anything is stored; says so."""
        if len(words.split()) < 2 or not self.asides.stores:
            return ""
        before = self.session.given or Given("open")
        remark = "\n".join(filter(None, [before.remark, words]))
        self._save(Given(before.state, before.value, remark))
        return " What you typed is kept as a remark."

    def _more(self) -> Iterator[str]:
        if not self.told_of_lines:
            self.voices.say("Go on, or end with an empty line.")
            self.told_of_lines = True
        while (line := self.voices.answer("  ", "")) is not None and line.strip():
            if self._is_command(line):
                self.ahead = line
                return
            yield self._unescaped(line)

    def _is_command(self, line: str) -> bool:
        return line.startswith("/") and line[1:].partition(" ")[0].strip() in self._commands()

    def _unescaped(self, line: str) -> str:
        """What was typed with two `/`, since it looks like a command; any other line is what it is."""
        return line[1:] if line.startswith("/") and self._is_command(line[1:]) else line

    def _value(self, question: Question, words: str) -> Any:
        """The value of what was typed; numbers stand for choices."""
        options = question.options
        if options and question.type != "scale":
            picked = [part.strip() for part in words.split(",")]
            if all(each.isdecimal() and 1 <= int(each) <= len(options) for each in picked):
                words = ", ".join(options[int(each) - 1].id for each in picked)
        return self.session.read(words)

    def _speak_of(self, question: Question, words: str, value: Any) -> None:
        """What was understood of a time, what blames, what a check says."""
        if question.type in ("moment", "date"):
            ask = left_open(question, words, self.session.days)
            shown = moments.show(value) if isinstance(value, dict) else str(value)
            self.voices.say(f"Kept as words. {ask}" if ask else f"Understood as {shown}.")
        for flag in self.voices.flags(words) if isinstance(value, str) else ():
            self.voices.say(f"“{words[flag.start : flag.end]}”: {flag.reason} Ask rather: {flag.question}")
        for check in self.session.failing:
            self.voices.say(check)

    def _save(self, given: Given) -> None:
        if not self.session.changes(given):
            self.voices.keep("")
            return
        self.voices.save(given)
        self.voices.say("Saved.")

    def _forward(self) -> str | None:
        if self.session.forward():
            return GO_ON
        self.voices.say("That was the last question. /end ends the interview, /go goes to any other, /quit leaves.")
        return None

    def _command(self, typed: str) -> str | None:
        name, _, words = typed.strip().partition(" ")
        commands = self._commands()
        if name not in commands:
            meant = closest(name, commands)
            if name and (not name.replace("-", "").isalpha() or (words and not meant)):  # a path, or a sentence
                return self._said(f"/{typed}")
            self.voices.say(
                f"No /{printable(name)}{f' - did you mean /{meant}?' if meant else '.'} /help says what there is."
            )
            return None
        return commands[name](name if name in STATES else words)

    def _commands(self) -> Mapping[str, Callable[[str], str | None]]:
        return {
            "back": lambda _: self._went(self.session.back(), "This is the first question."),
            "next": lambda _: self._forward(),
            "remark": self._remark,
            "probe": self._aside(self.asides.probe),
            "again": lambda _: self._tell(self.page.question(self.session.question) if self.session.question else ()),
            "so-far": lambda _: self._tell(self.page.so_far()),
            "add": self._add,
            "go": self._go,
            "ask": self.others.ask,
            "unclear": self.others.unclear,
            "queue": lambda words: GO_ON if self.others.queue(words) else None,
            "off": self._aside(self.asides.off),
            "event": self._aside(self.asides.event),
            "question": self._aside(self.asides.own_question),
            "notes": self._aside(self.asides.notes),
            "drop": self._aside(self.asides.drop_question),
            "time": lambda _: self._tell([self.voices.time()]),
            "instead": self._instead,
            "discard": lambda _: self.words.discard(),
            "end": self._end,
            "quit": self._quit,
            **dict.fromkeys(("help", "?"), lambda _: self._tell(HELP)),
            **dict.fromkeys(STATES, self._state),
        }

    def _went(self, moved: bool, otherwise: str) -> str | None:
        if not moved:
            self.voices.say(otherwise)
        return GO_ON if moved else None

    def _tell(self, lines: Any) -> None:
        for line in lines:
            self.voices.say(line)

    def _state(self, name: str) -> str | None:
        if self.session.question is None or self.session.question.type == "info":
            self.voices.say("There is no question on this page.")
            return None
        remark = self.session.given.remark if self.session.given else None
        self._save(Given(STATES[name], None, remark))  # type: ignore[arg-type]
        return self._forward()

    def _remark(self, words: str) -> str | None:
        given = self.session.given or Given("open")
        if self.session.question is None or not words.strip():
            self.voices.say("Type /remark and the words of the remark.")
            return None
        self._save(Given(given.state, given.value, words.strip()))
        return None

    def _instead(self, words: str) -> str | None:
        if not words.strip():
            self.voices.say("Type /instead and the words that take the place of the answer.")
            return None
        self.words.replaces = True
        return self._said(words)

    def _add(self, _: str) -> str | None:
        try:
            self.session.add_item()
        except Refused as refusal:
            self.voices.say(f"{refusal}.")
            return None
        return GO_ON

    def _go(self, words: str) -> str | None:
        walk = self.session.walk
        asked = [at for at, each in enumerate(walk.steps) if each.question and words.strip()]
        by_question = (at for at in asked if holds(question_words(walk, walk.steps[at]), words))
        position = next(by_question, next((at for at in asked if is_found(walk, walk.steps[at], words)), None))
        if position is None:
            none = "No question and no answer holds these words."
            self.voices.say(none if words.strip() else "Type /go and words of the question, or of its answer.")
            return None
        self.session.position = position
        return GO_ON

    def _aside(self, do: Callable[[str], None]) -> Callable[[str], str | None]:
        """What is done beside the answers: the page stays."""

        def done(words: str) -> None:
            try:
                do(words)
            except Refused as refusal:
                self.voices.say(f"{refusal}.")

        return done

    def _quit(self, _: str) -> str | None:
        return STOP if self.asides.may_leave() else None

    def _end(self, _: str) -> str | None:
        if not self.asides.may_leave():
            return None
        view = self.voices.now()
        self.voices.say(f"{summary(self.session)} Open for {self.voices.time()}.")
        for each in left(self.session, view):
            self.voices.say(f"  {each.words}")
        words = (self.voices.ask("Is there anything else? Enter ends the interview, /back goes back. ") or "").strip()
        if words == "/back":
            return GO_ON
        if words:
            self.voices.decide(LAST_WORD, self.session.interview, words)
        self.voices.end()
        self.voices.say("The interview is marked as ended. It can be opened again.")
        self._ask_what_is_owed(view)
        if not self.session.alone:
            self.asides.notes("")
        return STOP

    def _ask_what_is_owed(self, view: View) -> None:
        why, who = why_owed(self.session, view), view.participant_of(self.session.interview)
        asked = [(who, f"Is a follow-up with {who.role} owed: {why}?")] if why else []
        asked += [
            (each, f"{each.role} was talked with already: is a follow-up owed?") for each in owed_to(self.session, view)
        ]
        for each, words in asked:
            if (self.voices.ask(f"{words} y marks it, enter does not. ") or "").strip().casefold() in ("y", "yes"):
                self.voices.owe(each.id)
