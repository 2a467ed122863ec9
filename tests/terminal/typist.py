"""Somebody who types a transcript into an interview, over a line that is late and drops.

They see what the line shows them and nothing else: which question is asked, and how much of their words arrived.
"""

from __future__ import annotations

import json
import random
from collections import deque
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING

from pmtui.record.asking import Asking
from pmtui.record.view import View

from .terminal import PMTUI, Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from pmtui.store import Store

TAB = "\t"
SEEN = 24
"""Letters at the end of what is shown by which the typist finds where they were."""


class LateTerminal(Terminal):
    """A terminal whose keys and whose picture each arrive `delay` seconds late."""

    delay = 0.3

    def __init__(
        self,
        home: Path,
        *arguments: str,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str] | None = None,
        program: str | Path = PMTUI,
    ) -> None:
        super().__init__(home, *arguments, size=size, env=env, program=program)
        self._keys: deque[tuple[float, str]] = deque()
        self._picture: deque[tuple[float, bytes]] = deque()

    def type(self, text: str) -> None:
        """Send keys on their way."""
        self._keys.append((monotonic() + self.delay, text))

    def close_window(self) -> int:
        """Lose the line, and the keys that are on it."""
        self._keys.clear()
        return super().close_window()

    def _read(self, seconds: float) -> None:
        while self._keys and self._keys[0][0] <= monotonic():
            super().type(self._keys.popleft()[1])
        super()._read(min(seconds, 0.02))
        while self._picture and self._picture[0][0] <= monotonic():
            self.sent += self._picture[0][1]
            self._stream.feed(self._picture.popleft()[1])

    def _arrive(self, found: bytes) -> None:
        self._picture.append((monotonic() + self.delay, found))


@dataclass
class Typist:
    """Types `sentences`, some to each question, until none is left.

    `drops` are the numbers of the sentences in which the line drops, each with where: in the middle of a `word`,
    behind the `tab` that saves it, or in a `remark`.  `blind` is how often they go on after `tab` without a look at the
    screen.  `typed` holds each sentence with the question that was on the screen.
    """

    open: Callable[[], Terminal]
    sentences: list[str]
    drops: Mapping[int, str] = field(default_factory=dict)
    seed: int = 0
    settling: float = 0.15
    """Seconds in which nothing comes any more."""
    most: int = 3
    """Sentences to one question."""
    blind: float = 0.0
    sizes: tuple[tuple[int, int], ...] = ()
    """Columns and rows that the window is given now and then."""
    typed: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)
        self.terminal = self.open()
        self.left = deque(enumerate(self.sentences))
        self._last = ""

    def hold(self) -> None:
        """The whole interview."""
        while self.left:
            ask = self._question()
            self._answer(ask)
            if self.sizes and self.random.random() < 0.1:
                self.terminal.resize(*self.random.choice(self.sizes))
        self._until(lambda: " saved" in self.terminal.words, "the last answer is not saved")

    def leave(self) -> None:
        """Leave, and wait until the app has ended."""
        self.terminal.type("\x11")
        assert self.terminal.ended() == 0

    # What is seen

    def _question(self) -> str:
        """The question of a page that is another than the last one."""
        self._until(
            lambda: bool(self._bold()) and self._place() != self._last and self._is_whole(), "nothing else is asked"
        )
        self._look()
        self._last = self._place()
        return self._bold()

    def _look(self) -> None:
        """Wait until the picture stands still."""
        while self.terminal.idle(self.settling):
            pass

    def _is_whole(self) -> bool:
        return "tab next" in self.terminal.screen.display[-1]

    def _bold(self) -> str:
        screen = self.terminal.screen
        lines = []
        for row in range(3, screen.lines):
            if screen.buffer[row][1].bold:
                lines.append(screen.display[row].strip())
            elif lines:
                break
        return " ".join(lines)

    def _place(self) -> str:
        return self.terminal.screen.display[2].strip() + self._bold()

    def _box(self) -> str:
        shown = [line.strip() for line in self.terminal.screen.display]
        return " ".join(line.lstrip("│").strip() for line in shown if line.startswith("│"))

    def _is_text(self) -> bool:
        return any(line.strip().startswith("│") for line in self.terminal.screen.display)

    # What is done

    def _answer(self, ask: str) -> None:
        if not self._is_for_prose():
            self._pass()
            return
        chosen = [self.left.popleft() for _ in range(min(self.random.randint(1, self.most), len(self.left)))]
        words = " ".join(sentence for _, sentence in chosen)
        self.typed += [(ask, sentence) for _, sentence in chosen]
        drop = next(((number, sentence) for number, sentence in chosen if number in self.drops), None)
        way = self.drops[drop[0]] if drop else ""
        if drop and way == "word":
            at = words.index(drop[1]) + len(drop[1]) // 2
            self._send(words[:at])
            self._drop(ask, words)
        elif drop and way == "remark":
            self._send("\x0fr")
            self._until(lambda: "back without it" in self.terminal.words, "no remark is asked for")
            self._send(words)
            self._until(lambda: _squeezed(words)[-10:] in _squeezed(self.terminal.words), "it did not arrive")
            self.terminal.close_window()
            self._come_back(ask)
        else:
            self._send(words)
        self._send(TAB)
        if way == "tab":
            self._until(lambda: self._bold() != ask or not self._box(), "it goes not on")
            self.terminal.close_window()
            self.terminal = self.open()
        elif self.left and self.random.random() < self.blind:
            self._go_on_blind()

    def _go_on_blind(self) -> None:
        """Type the next sentence before the next question is seen."""
        _, sentence = self.left.popleft()
        self._send(sentence)
        end = _squeezed(sentence)[-10:]
        self._until(lambda: end in _squeezed(self.terminal.words), f"{sentence!r} is not shown")
        assert self._place() != self._last, f"{sentence!r} is shown at the question before"
        self.typed.append((self._question(), sentence))
        self._send(TAB)

    def _is_for_prose(self) -> bool:
        words = self.terminal.words
        fixed = ("(a number", "(such as 20 min", "(a link", "what there is so far", "[ ]")
        return self._is_text() and not any(each in words for each in fixed)

    def _pass(self) -> None:
        if "[ ]" in self.terminal.words and self.random.random() < 0.5:
            self._send(" ")
        self._send(TAB)

    def _send(self, words: str) -> None:
        at = 0
        while at < len(words):
            length = self.random.randint(1, 12)
            self.terminal.type(words[at : at + length])
            at += length
            self.terminal.idle(self.random.uniform(0.0, 0.02))

    def _drop(self, ask: str, words: str) -> None:
        """Lose the line in the middle of an answer, come back, and type what did not arrive."""
        if self.random.random() < 0.5:
            self.terminal.idle(self.random.uniform(0.0, 0.6))
        self.terminal.close_window()
        self._come_back(ask)
        self._send(words[self._arrived(words) :])

    def _come_back(self, ask: str) -> None:
        self.terminal = self.open()
        self._until(lambda: self._bold() == ask and self._is_whole(), f"it does not come back to {ask!r}")
        self._look()

    def _arrived(self, words: str) -> int:
        shown = "".join(self._box().split())
        if not shown:
            return 0
        ends = (at for at in range(1, len(words) + 1) if "".join(words[:at].split()).endswith(shown[-SEEN:]))
        at = next(ends, None)
        assert at is not None, f"other words are shown than were typed:\n{self.terminal.text}"
        return at  # a space at the end of what arrived cannot be seen, and is typed again

    def _until(self, seen: Callable[[], bool], missed: str) -> None:
        self.terminal._until(seen, missed)


def misplaced(store: Store, incident: str, interview: str, typed: list[tuple[str, str]]) -> list[str]:
    """The sentences that are not in the store at the question that was on the screen when they were typed."""
    view = View(store.view(incident))
    asked = Asking(view).words(interview)
    kept: dict[str, str] = {}
    for answer in view.answers_of(interview).values():
        words = _squeezed(asked(answer))
        kept[words] = kept.get(words, "") + _squeezed(json.dumps([answer.value, answer.remark], ensure_ascii=False))
    return [
        f"{sentence!r} at {ask!r}"
        for ask, sentence in typed
        if not any(_squeezed(sentence) in said for words, said in kept.items() if words.startswith(_squeezed(ask)))
    ]


def _squeezed(words: str) -> str:
    return "".join(words.replace("│", "").split())
