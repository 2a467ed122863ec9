"""People who hold an interview each in their own way, and who know of pmtui only what stands on the screen."""

from __future__ import annotations

import random
import re
import signal
from collections import deque
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING

from pmtui.interview.closing import last_words
from pmtui.record.asking import Asking
from pmtui.record.view import View

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pmtui.record.documents import Answer
    from pmtui.store import Store

    from .terminal import Terminal

SEEN = 24
"""Letters at the end of what is shown by which somebody finds where they were."""

FEWEST = 8
"""Letters that have to be seen again; who sees fewer types all of it once more."""

CLOSING = "Is there anything else?"
"""What is asked over the closing page, of who types there."""

PATIENCE = 3.0
"""Seconds until somebody presses a key again that did nothing."""


@dataclass(frozen=True)
class Habit:
    """How somebody types.

    `between` stands between two sentences: a space, enter, or the name of a way to paste them, `marked` as terminals
    do or `bare`.  Who is `ahead` begins a sentence before the next question is seen.  `at_lists` says what they do
    where one chooses: they type a `sentence`, `space`, a `digit` or the first `word` of a line, or `leave` it.
    """

    name: str
    between: str = " "
    ahead: bool = False
    at_lists: str = "sentence"
    back: float = 0.0
    """How often they go back to say more."""
    most: int = 3
    """Sentences to one question."""


HABITS = (
    Habit("a space between sentences"),
    Habit("enter between sentences", between="\r", at_lists="leave"),
    Habit("types ahead of the screen", ahead=True, at_lists="digit", most=2),
    Habit("goes back to say more", back=0.25, at_lists="word"),
    Habit("pastes", between="marked", at_lists="space"),
    Habit("pastes without marks", between="bare", at_lists="leave"),
)


@dataclass
class Typed:
    """A sentence, and the question that was on the screen."""

    ask: str
    sentence: str


@dataclass
class Stranger:
    """Types `sentences` into the app until none is left; `drops` are the numbers of those in which the line drops.

    What happens then is a `hang-up`, after which they come back by the same command, or a `kill` of pmtui itself.
    """

    open: Callable[[], Terminal]
    sentences: Sequence[str]
    habit: Habit
    drops: Mapping[int, str] = field(default_factory=dict)
    seed: int = 0
    settling: float = 0.5
    """Seconds in which nothing comes any more."""
    typed: list[Typed] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)
        self.terminal = self.open()
        self.left = deque(enumerate(self.sentences))
        self._last = ""

    def hold(self) -> None:
        """The whole interview."""
        while self.left:
            self._turned()
            if "Before you begin" in self.terminal.words:
                self.terminal.type("\r")
            elif "Before you end" in self.terminal.words:  # back from the closing page, to say more
                self.terminal.type("\x07\x1b[Z\x1b[Z")
                self._last = ""
            elif "That was the last question" in self.terminal.words:
                self.terminal.type("\r" if self._is_items() else "\x0fs\x1b[Z\x1b[Z")
                self._last = ""
            else:
                self._answer()
        self._look()
        self.terminal._until(lambda: " saved" in self.terminal.words, "the last answer is not saved")

    def leave(self) -> None:
        """Leave, and wait until the app has ended."""
        self.terminal.type("\x11")
        assert self.terminal.ended() == 0

    # What is seen

    def _turned(self) -> None:
        """Wait until another page is shown than the last one, or for as long as anybody would."""
        end = monotonic() + PATIENCE
        while (self._place() == self._last or not self._is_whole()) and monotonic() < end:
            self.terminal.idle(0.05)
        self._look()
        self._last = self._place()

    def _look(self) -> None:
        while self.terminal.idle(self.settling):
            pass

    def _is_whole(self) -> bool:
        return any("tab " in line for line in self.terminal.screen.display[-2:])

    def _ask(self) -> str:
        screen, lines = self.terminal.screen, list[str]()
        for row in range(3, screen.lines):
            if screen.buffer[row][1].bold:
                lines.append(screen.display[row].strip())
            elif lines:
                break
        return " ".join(lines)

    def _place(self) -> str:
        line = self.terminal.screen.display[2]
        return f"{line.partition('·')[0].strip()} {re.findall('[0-9]+ of [0-9]+', line)[:2]} {self._ask()}"

    def _is_items(self) -> bool:
        return "what there is so far" in self.terminal.words

    def _is_list(self) -> bool:
        return "[ ]" in self.terminal.words or "[x]" in self.terminal.words

    # What is done

    def _answer(self) -> None:
        if self._is_items() or (self._is_list() and self.habit.at_lists != "sentence"):
            self._choose()
        elif self.random.random() < self.habit.back:
            self.terminal.type("\x1b[Z")
            self._turned()
            if not self._is_items() and not self._is_list():
                self._say(1, before=" ")
        else:
            self._say(1 if self._is_list() else self.random.randint(1, self.habit.most))
        self._go_on()
        if self.habit.ahead and self.left:
            self._begin_ahead()

    def _choose(self) -> None:
        if self._is_items():
            return
        if self.habit.at_lists == "word":
            found = re.findall(r"\[ \] (\w+)", self.terminal.words)
            self.terminal.type(f"{self.random.choice(found)}\r" if found else "")
        else:
            self.terminal.type({"space": " ", "digit": "2", "leave": ""}[self.habit.at_lists])
        self._look()

    def _go_on(self) -> None:
        """Press what the last line says; once more, where that only said what does not fit."""
        here = self._place()
        for _ in range(2):
            self.terminal.type("\t")
            end = monotonic() + PATIENCE
            while self._place() == here and not self.habit.ahead and monotonic() < end:
                self.terminal.idle(0.05)
            if self._place() != here or self.habit.ahead:
                return
            self._look()

    def _say(self, count: int, before: str = "") -> None:
        ask, chosen = self._ask(), [self.left.popleft() for _ in range(min(count, len(self.left)))]
        self.typed += [Typed(ask, sentence) for _, sentence in chosen]
        drop = next((self.drops[number] for number, _ in chosen if number in self.drops), None)
        between = self.habit.between if self.habit.between in " \r" else "\r"
        words = before + between.join(sentence for _, sentence in chosen)
        if self.habit.between == "marked":
            self.terminal.paste(words)
        elif drop and self.habit.between != "bare":
            self._send(words[: len(words) // 2])
        elif self.habit.between == "bare":
            self.terminal.type(words)
        else:
            self._send(words)
        if drop:
            self._lose(drop, words)

    def _begin_ahead(self) -> None:
        _, sentence = self.left.popleft()
        self._send(sentence[: len(sentence) // 2])
        self._turned()
        is_over = CLOSING in self.terminal.words
        self.typed.append(Typed(CLOSING if is_over else self._ask(), sentence))
        self._send(sentence[len(sentence) // 2 :])
        self.terminal.type("\t")
        if self._is_list():
            self._turned()

    def _send(self, words: str) -> None:
        at = 0
        while at < len(words):
            length = self.random.randint(1, 12)
            self.terminal.type(words[at : at + length])
            at += length
            self.terminal.idle(self.random.uniform(0.0, 0.02))

    def _lose(self, how: str, words: str) -> None:
        """The line drops; come back, and type what does not stand there."""
        end = monotonic() + self.random.choice((0.0, 0.3, 1.2))
        while monotonic() < end:
            self.terminal.idle(0.05)
        if how == "kill":
            self.terminal.kill(signal.SIGKILL)
            self.terminal.ended()
            self.terminal.__exit__(None, None, None)
        else:
            self.terminal.close_window()
        ask = self.typed[-1].ask
        self.terminal = self.open()
        self.terminal._until(lambda: self._ask() == ask and self._is_whole(), f"it does not come back to {ask!r}")
        self._look()
        self._send(words[self._arrived(words) :])

    def _arrived(self, words: str) -> int:
        shown = squeezed(" ".join(self.terminal.screen.display))
        ends = (at for at in range(len(words), 0, -1) if len(squeezed(words[:at])) >= FEWEST)
        return next((at for at in ends if squeezed(words[:at])[-SEEN:] in shown), 0)


@dataclass
class PlainStranger:
    """Types `sentences` into the interview line by line until none is left; `drops` as for `Stranger`."""

    open: Callable[[], Terminal]
    sentences: Sequence[str]
    drops: Mapping[int, str] = field(default_factory=dict)
    seed: int = 0
    settling: float = 0.5
    most: int = 3
    typed: list[Typed] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)
        self.terminal = self.open()
        self.left = deque(enumerate(self.sentences))

    def hold(self) -> None:
        """The whole interview."""
        while self.left:
            self._prompted(">")
            if self._ask() is None or "named." in self.terminal.words.rpartition("Question ")[2]:
                self._line("")
            elif "That was the last question" in self.terminal.screen.display[self.terminal.screen.cursor.y - 1]:
                self._line("/add" if self.random.random() < 0.5 else "/back")
            else:
                self._answer()
        self._prompted("")

    def leave(self) -> None:
        """Leave, and wait until it has ended."""
        self._prompted(">")
        self._line("/quit")
        assert self.terminal.ended() == 0

    def _prompt(self) -> str:
        screen = self.terminal.screen
        return str(screen.display[screen.cursor.y][: screen.cursor.x]).strip()

    def _prompted(self, prompt: str) -> None:
        self.terminal._until(lambda: self._prompt().endswith(prompt), f"no {prompt!r} is shown")
        while self.terminal.idle(self.settling):
            pass

    def _ask(self) -> str | None:
        found = [line for line in self.terminal.screen.display if re.match("Question [0-9]+ of", line)]
        return found[-1].partition(": ")[2].strip() if found else None

    def _line(self, words: str) -> None:
        self.terminal.type(f"{words}\r")

    def _answer(self) -> None:
        ask = self._ask() or ""
        for _ in range(min(self.random.randint(1, self.most), len(self.left))):
            number, sentence = self.left.popleft()
            self.typed.append(Typed(ask, sentence))
            self._line(sentence)
            self._prompted("")
            if number in self.drops:
                self._lose(self.drops[number])
            if self._prompt() == ">":
                return
        self._line("")

    def _lose(self, how: str) -> None:
        if how == "kill":
            self.terminal.kill(signal.SIGKILL)
            self.terminal.ended()
            self.terminal.__exit__(None, None, None)
        else:
            self.terminal.close_window()
        self.terminal = self.open()
        self._prompted(">")


def squeezed(words: str) -> str:
    """`words` without blanks, and without the edge of the answer."""
    return "".join(words.replace("│", "").split())


def astray(store: Store, incident: str, interview: str, typed: Sequence[Typed]) -> list[str]:
    """The sentences that are not once, and in their order, in the answer to the question at which they were typed."""
    view = View(store.view(incident))
    asked = Asking(view).words(interview)
    kept = [(squeezed(asked(each)), squeezed(_words(each))) for each in view.answers_of(interview).values()]
    kept.append((squeezed(CLOSING), squeezed(" ".join(last_words(view, interview)))))
    found, last = list[str](), dict[int, int]()
    for each in typed:
        sentence, ask = squeezed(each.sentence), squeezed(each.ask)
        times = sum(words.count(sentence) for _, words in kept)
        here = [at for at, (question, words) in enumerate(kept) if question.startswith(ask) and sentence in words]
        if times != 1 or not here:
            where = "elsewhere" if times == 1 else f"{times} times"
            found.append(f"{where}: {each.sentence!r} at {each.ask!r}")
            continue
        place = kept[here[0]][1].index(sentence)
        if place < last.get(here[0], 0):
            found.append(f"out of order: {each.sentence!r} at {each.ask!r}")
        last[here[0]] = place
    return found


def _words(answer: Answer) -> str:
    """What was typed for an answer: of a time its words, of a list what is chosen, and the remark."""
    value = answer.value.get("words", "") if isinstance(answer.value, dict) else answer.value
    parts = [*(value if isinstance(value, list) else [value]), answer.remark]
    return " ".join(str(part) for part in parts if part is not None)
