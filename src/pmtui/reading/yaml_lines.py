"""The lines of a YAML file that cannot be parsed, and the place where the parser gave up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEY = re.compile(r"\s*(?:- +)*([A-Za-z_][\w-]*):(?=\s|$)")
_PART = re.compile(r"\s*(?:- |(?:- +)?[a-z_][\w-]*:(?:\s|$))")
"""A line that begins an entry or a key, as a line of a text hardly does."""

_BLOCK = re.compile(r":\s+[|>][+-]?\d?[+-]?\s*(?:#.*)?$")
BULLET = "[\N{EN DASH}\N{EM DASH}\N{BULLET}\N{MIDDLE DOT}*]\\s"


class Hint(NamedTuple):
    """What is wrong at a place, which counts from 0."""

    line: int
    column: int
    message: str


@dataclass(frozen=True)
class Stumble:
    """Where the parser gave up (`number`, `column`), why, and where the part `begun` that it was in; all from 0."""

    text: str
    problem: str
    number: int
    column: int
    begun: tuple[int, int] | None

    @classmethod
    def of(cls, text: str, error: yaml.MarkedYAMLError) -> Stumble | None:
        """What `error` says; nothing where it names no place."""
        mark = error.problem_mark or error.context_mark
        if mark is None:
            return None
        begun = error.context_mark and (error.context_mark.line, error.context_mark.column)
        return cls(text, error.problem or "not readable as YAML", mark.line, mark.column, begun or None)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file."""
        return self.text.split("\n")

    @property
    def nearby(self) -> list[int]:
        """The lines that the mistake may be on: where a key began that never came, the line above, and this one."""
        key = self.begun[0] if self.begun and "expected ':'" in self.problem else None
        return [each for each in dict.fromkeys((key, self.before(self.number), self.number)) if each is not None]

    def line(self, number: int | None) -> str:
        """A line of the file; an empty one where there is none."""
        return self.lines[number].rstrip("\r") if number is not None and 0 <= number < len(self.lines) else ""

    def here(self, message: str) -> Hint:
        """A hint about the place where the parser gave up."""
        return Hint(self.number, self.column, message)

    def before(self, number: int | None) -> int | None:
        """The next line above that is not empty and no comment."""
        above = range((number or 0) - 1, -1, -1)
        return next((each for each in above if is_content(self.line(each))), None)

    def begins_a_part(self, number: int) -> bool:
        """Whether a line begins with a dash or a key."""
        return bool(_PART.match(self.line(number)))

    @cached_property
    def unclosed(self) -> tuple[int, int] | None:
        """Where the last bracket stands that is still open where the file ends; none where the parser gave up above."""
        below = (self.line(self.number)[self.column :], *self.lines[self.number + 1 :])
        if any(map(is_content, below)):
            return None
        opened: list[tuple[int, int]] = []
        try:
            for token in yaml.scan(self.text, Loader=LOADER):
                if isinstance(token, (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken)):
                    opened.append((token.start_mark.line, token.start_mark.column))
                elif isinstance(token, (yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)) and opened:
                    opened.pop()
        except yaml.YAMLError:
            pass  # what opened until there counts
        return opened[-1] if opened else None

    @cached_property
    def swallowing(self) -> tuple[int, int] | None:
        """Where the first quoted text begins that has lines in it which look like keys and entries."""
        for start, end in self._quoted():
            if any(map(self.begins_a_part, range(start[0] + 1, end + 1))):
                return start
        return None

    def _quoted(self) -> Iterator[tuple[tuple[int, int], int]]:
        """(where it begins, its last line) of each quoted text up to where the parser gave up."""
        try:
            for token in yaml.scan(self.text, Loader=LOADER):
                if token.start_mark.line > self.number:
                    return
                if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                    yield (token.start_mark.line, token.start_mark.column), token.end_mark.line
        except yaml.MarkedYAMLError as error:
            if "quoted scalar" in (error.context or "") and error.context_mark:
                yield (error.context_mark.line, error.context_mark.column), self.number
        except yaml.YAMLError:
            return


LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def is_content(line: str) -> bool:
    """Whether a line has anything but a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def indent_of(line: str) -> int:
    """How many characters of white space a line begins with."""
    return len(line) - len(line.lstrip())


def key_of(line: str) -> str | None:
    """The key that a line begins with, behind dashes or not."""
    found = _KEY.match(line)
    return found[1] if found else None


def opens_block(line: str) -> bool:
    """Whether the text of a key stands on the lines below it."""
    return bool(_BLOCK.search(line))
