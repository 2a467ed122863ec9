"""Lines of standard input and output, for a terminal that may go away."""

from __future__ import annotations

import os
import signal
import sys

from pmtui.reading.plain import printable


class HungUp(Exception):
    """The terminal went away, or the program was told to end."""


class Lines:
    """Asks and says line by line.

    A signal that tells to end waits until what is being done is done, and raises `HungUp` where a line is asked for.
    """

    def __init__(self) -> None:
        self._is_terminal = sys.stdin.isatty()
        self._is_over = self._is_asking = False
        for number in (signal.SIGHUP, signal.SIGTERM):
            signal.signal(number, self._end)

    def say(self, line: str) -> None:
        """Print a line.  Raises `HungUp`."""
        self._print(f"{printable(line)}\n")

    def ask(self, prompt: str) -> str | None:
        """A line that is typed behind `prompt`; none where there is no more.  Raises `HungUp`."""
        self._print(prompt)
        # `input` would read with editing keys of its own; a line of standard input is what every terminal has.
        line = self._read()
        if not line:
            self._print("\n")
            return None
        return line.rstrip("\r\n")

    def close(self) -> None:
        """Write nothing more to a terminal that is gone."""
        for stream in (sys.stdout, sys.stderr):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())

    def _read(self) -> str:
        self._is_asking = True
        try:
            if self._is_over:
                raise HungUp
            return sys.stdin.readline()
        except OSError:
            if self._is_terminal:
                raise HungUp from None
            raise
        finally:
            self._is_asking = False

    def _print(self, words: str) -> None:
        try:
            print(words, end="", flush=True)
        except OSError:
            if self._is_terminal:
                raise HungUp from None
            raise

    def _end(self, *_: object) -> None:
        self._is_over = True
        if self._is_asking:
            raise HungUp
