"""The commands: a parser, and one file a command, imported when it is called."""

from __future__ import annotations

import contextlib
import os
import sys
from importlib import import_module

from pmtui import __version__
from pmtui.errors import Refused
from pmtui.reading.plain import printable

TYPE_CHECKING = False  # typing itself is half of the start of `pmtui --help`
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO


def run(words: Sequence[str]) -> int:
    """Run the command that `words` name; returns its exit status.

    0 done; 1 findings; 2 refused or wrong input, with one line on standard error for each mistake.
    """
    _open_streams()
    try:
        return _guarded(words)
    finally:
        try:
            sys.stderr.flush()
        except OSError:  # the terminal is gone; what the screens still had for it must not fail once more at exit
            _drop(sys.stderr)


def _guarded(words: Sequence[str]) -> int:
    try:
        status = _run(words)
        sys.stdout.flush()
    except Refused as refusal:
        for line in printable(str(refusal)).splitlines():
            print(f"pmtui: {line}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        _drop(sys.stdout)
        return 2
    except OSError as error:
        # Rooms turn their own into `Refused`; what is left is standard output on a full disk and the like.
        _drop(sys.stdout)
        print(f"pmtui: the output could not be written: {error.strerror}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("pmtui: interrupted; what was acknowledged is saved", file=sys.stderr)
        return 130
    return status


def _run(words: Sequence[str]) -> int:
    if [*words] == ["--version"]:
        print(f"pmtui {__version__}")
        return 0
    from pmtui.cli.parser import parser

    try:
        given = parser().parse_args(words)
    except SystemExit:  # the help was asked for, and has been printed
        return 0
    status: int = import_module(f"pmtui.cli.{given.command or 'home'}").run(given)
    return status


def _open_streams() -> None:
    # A stream that was closed before the start is None; nothing shall ask for that, nor a file take its number.
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode))
    if hasattr(sys.stdin, "reconfigure"):  # what is no UTF-8 is refused where it is read, with its place
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")
    # What the locale cannot spell is shown by its number rather than ending the command.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _drop(stream: TextIO) -> None:
    # What is left in the buffer must not fail once more at exit.
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
