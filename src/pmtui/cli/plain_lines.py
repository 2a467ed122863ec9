"""Lines that a person types, in plain mode: of any length, kept while they are typed, and not lost with the terminal.

A terminal that edits lines itself drops what is longer than 4,095 bytes, and the line with it when it hangs up;
readline empties its line before a hang-up is told.  So a line is put together here, with the editing keys of such a
terminal.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import termios
import tty
from codecs import getincrementaldecoder
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar
from unicodedata import category

from pmtui.reading.plain import printable

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

T = TypeVar("T")

KEEP_AFTER = 0.8
"""Seconds without a key after which what is being typed is kept."""

PASTED = ("\x1b[200~", "\x1b[201~")
"""What a terminal puts around a paste, once it is asked to."""


class HungUp(Exception):
    """The terminal went away, or the program was told to end; `words` stood in the line and were not entered."""

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        self.words = words


class Lines:
    """Standard input line by line, and standard output.

    On a hang-up, SIGTERM or ctrl+c `answer` raises `HungUp` with what stood in the line; `ask` gives that as if it had
    been entered, and nothing after that.
    """

    def __init__(self) -> None:
        self.keep: Callable[[str], object] = lambda _: None
        """Called with the line of an answer while it is typed."""
        self.edits = sys.stdin.isatty() and sys.stdout.isatty()
        self._modes: list[Any] = []
        self._line = Line()
        self._is_waiting = self._is_gone = False

    def __enter__(self) -> Lines:
        """Take over the terminal, where there is one."""
        if self.edits:
            self._modes = termios.tcgetattr(0)
            self._begin()
            signal.signal(signal.SIGCONT, lambda *_: self._begin())
        for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._leave)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Give the terminal back as it was."""
        if self._modes:
            self._put(_asking_for_marks(asked=False))
            try:
                termios.tcsetattr(0, termios.TCSADRAIN, self._modes)
            except termios.error:
                self._is_gone = True

    def answer(self, prompt: str, start: str = "") -> str | None:
        """A line of an answer, which begins with `start` where lines are edited; None where there is no more."""
        return self._read(prompt, start, self.keep)

    def ask(self, prompt: str) -> str | None:
        """Any other line."""
        try:
            return self._read(prompt, "", lambda _: None)
        except HungUp as hung:
            return hung.words or None

    def say(self, line: str) -> None:
        """Print `line`; on a terminal no word is broken at its edge."""
        shown = printable(line)
        self._put(f"{_folded(shown) if self.edits else shown}\n")

    def _read(self, prompt: str, start: str, keep: Callable[[str], object]) -> str | None:
        shown = self._line.begin(start)
        try:
            self._put(prompt + shown if self.edits else prompt)
            return self._typed(keep) if self.edits else self._piped()
        except OSError:  # the terminal went away, and did not say so by a signal
            self._is_gone = True
            raise HungUp(self._line.text) from None

    def _typed(self, keep: Callable[[str], object]) -> str | None:
        """One line, put together key by key; what was typed ahead stays for the next."""
        line, kept_at = self._line, monotonic()
        while (ended := line.take(self._put)) is None:
            ready = self._waited(lambda: select.select([0], [], [], KEEP_AFTER)[0])
            if not ready or monotonic() - kept_at > KEEP_AFTER:
                kept_at = monotonic()
                if line.is_changed:
                    line.is_changed = False
                    keep(line.text)
            if ready:
                line.feed(os.read(0, 1 << 16))
        self._put("\n")
        return ended if ended or not line.is_over else None

    def _piped(self) -> str | None:
        line = self._waited(sys.stdin.readline)
        if not line:
            self._put("\n")
        return line.rstrip("\r\n") if line else None

    def _waited(self, wait: Callable[[], T]) -> T:
        """What `wait` gives.  A signal raises here alone: what was typed before it counts, and a save ends first."""
        if self._is_gone:
            raise HungUp(self._line.text)
        self._is_waiting = True
        try:
            return wait()
        finally:
            self._is_waiting = False

    def _put(self, text: str) -> None:
        try:
            sys.stdout.write(text)
            sys.stdout.flush()
        except OSError:
            if not self.edits:
                raise
            self._is_gone = True
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def _begin(self) -> None:
        try:
            tty.setcbreak(0, termios.TCSADRAIN)
        except termios.error:  # SIGCONT comes with a hang-up too
            return
        self._put(_asking_for_marks(asked=True))

    def _leave(self, _number: int, _frame: Any) -> None:
        self._is_gone = True
        if self._is_waiting:
            raise HungUp(self._line.text)


class Line:
    """A line while it is typed, from the bytes of a terminal."""

    def __init__(self) -> None:
        self.text = ""
        self.is_changed = self.is_over = False
        self._ahead, self._is_pasting = "", False
        self._decoder = getincrementaldecoder("utf-8")("replace")

    def begin(self, start: str) -> str:
        """Begin a line with the words `start`; returns them as they are shown."""
        self.text, self.is_changed, self.is_over = start, False, False
        return _shown(start)

    def feed(self, data: bytes) -> None:
        """Take what the terminal sent; nothing at all where it hung up."""
        if not data:
            raise OSError
        self._ahead += self._decoder.decode(data)

    def take(self, put: Callable[[str], object]) -> str | None:
        """Take keys until the line ends, and `put` what they show; the line, or None where more is to come.

        Ctrl+d on an empty line ends everything: `is_over`.
        """
        while self._ahead:
            key = self._key()
            if not key:
                return None
            if key in ("\r", "\n") and not self._is_pasting:
                return self.text
            if key == "\x04" and not self.text:
                self.is_over = True
                return ""
            put(self._edit(key))
        return None

    def _key(self) -> str:
        """The next key, whole; nothing where its end has not come yet."""
        size = 1
        if self._ahead.startswith("\x1b["):
            ends = [at for at, each in enumerate(self._ahead[2:], 2) if "@" <= each <= "~"]
            size = ends[0] + 1 if ends else 0
        elif self._ahead == "\x1b":
            size = 0
        elif self._ahead.startswith("\x1bO"):
            size = 3 if len(self._ahead) > 2 else 0
        key, self._ahead = self._ahead[:size], self._ahead[size:]
        return key

    def _edit(self, key: str) -> str:
        """What changes on the screen."""
        if key in PASTED:
            self._is_pasting = key == PASTED[0]
            return ""
        if key in ("\r", "\n", "\t") or (len(key) == 1 and category(key) != "Cc"):
            self.text += "\n" if key == "\r" else key
            self.is_changed = True
            return _shown(key)
        before = self.text
        if key in ("\x7f", "\b"):
            self.text = before[:-1]
        elif key == "\x17":
            self.text = before.rstrip()[: before.rstrip().rfind(" ") + 1]
        elif key == "\x15":
            self.text = before[: before.rfind("\n") + 1]
        self.is_changed |= self.text != before
        return _erased(before[len(self.text) :])


def _folded(text: str) -> str:
    from shutil import get_terminal_size
    from textwrap import fill

    width = max(get_terminal_size().columns - 1, 20)
    return "\n".join(
        fill(line, width, break_long_words=False, break_on_hyphens=False, replace_whitespace=False)
        for line in text.split("\n")
    )


def _shown(text: str) -> str:
    return printable(text).replace("\t", " ")


def _erased(text: str) -> str:
    from rich.cells import cell_len

    return "\b \b" * cell_len(_shown(text))


def _asking_for_marks(*, asked: bool) -> str:
    """What has the terminal mark pastes, so that an empty line in one ends no answer."""
    return "" if os.environ.get("TERM", "dumb") == "dumb" else f"\x1b[?2004{'h' if asked else 'l'}"
