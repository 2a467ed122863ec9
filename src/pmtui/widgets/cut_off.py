"""A paste that is cut off where the terminal goes away: what came of it is kept.

A terminal says where a paste begins and where it ends.  Textual gives it out whole, so that of one without an end it
gives nothing.
"""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver
from textual.events import Event

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.message import Message

END = "\x1b[201~"
"""What a terminal sends behind a paste; outside of one it says nothing."""


class EndingParser(XTermParser):
    """A parser that two threads may feed, and that the end of the input does not close."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._feeding = Lock()

    def feed(self, data: str) -> Sequence[Message]:
        """What `data` completes."""
        with self._feeding:
            return tuple(super().feed(data)) if data else ()

    def tick(self) -> Sequence[Message]:
        """What is complete because nothing followed in time."""
        with self._feeding:
            return tuple(super().tick())


def keep_cut_pastes() -> Callable[[], Sequence[Event]]:
    """From now on a paste can be ended where it is; returns what ends it and gives what came of it."""
    parsers: list[EndingParser] = []

    def made(debug: bool) -> EndingParser:
        # A terminal that goes away also tells pmtui to go on, as after a stop, and Textual begins to read anew.
        parsers.append(EndingParser(debug))
        return parsers[-1]

    linux_driver.XTermParser = made  # type: ignore[assignment,attr-defined]
    return lambda: [each for parser in parsers for each in parser.feed(END) if isinstance(each, Event)]
