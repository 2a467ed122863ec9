"""How much goes over the line: a slow one carries a few hundred bytes in the time that one waits for."""

from __future__ import annotations

from statistics import mean, median
from typing import TYPE_CHECKING

from .terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

PROSE = "At 14:02 the queue depth alarm fired and nobody knew yet which service was slow. "
LONG = "We looked at the proxy next; it sent every call three times. That made the load worse.\n" * 55


def _bytes_for(terminal: Terminal, keys: str, *shown: str) -> int:
    """Bytes that come for `keys` until the screen shows the words and is quiet."""
    before = len(terminal.sent)
    terminal.type(keys)
    terminal.shows(*shown)
    terminal.settle()
    return len(terminal.sent) - before


def test_the_first_screen(tmp_path: Path, incident: str) -> None:
    with Terminal(tmp_path) as terminal:
        assert _bytes_for(terminal, "", "Refund bot") <= 3500
    with Terminal(tmp_path, "interview", incident) as terminal:
        assert _bytes_for(terminal, "", "question 1 of") <= 3500


def test_a_key_in_an_answer_of_5_kb(tmp_path: Path, incident: str) -> None:
    with Terminal(tmp_path, "interview", incident) as terminal:
        terminal.shows("question 1 of")
        terminal.paste(LONG)
        terminal.settle()
        sizes = []
        for character in PROSE:
            before = len(terminal.sent)
            terminal.type(character)
            terminal.hears(before)
            sizes.append(len(terminal.sent) - before)
        terminal.shows("which service", "was slow.")
        assert median(sizes) <= 100
        assert mean(sizes) <= 150


def test_the_next_question_and_help(tmp_path: Path, incident: str) -> None:
    with Terminal(tmp_path, "interview", incident) as terminal:
        terminal.shows("question 1 of")
        terminal.settle()
        sizes = {
            "next": _bytes_for(terminal, "\t", "question 2 of"),
            "menu": _bytes_for(terminal, "\x0f", "don't know"),
            "help": _bytes_for(terminal, "?", "ctrl+o, then: answer"),
        }
        assert sizes["next"] <= 400
        assert max(sizes.values()) <= 3500
