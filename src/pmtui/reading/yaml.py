"""YAML as data with a place for every value.

A file is read into plain mappings, lists and text.  All scalars are text (``null``, ``~`` and nothing are ``None``):
the model that the data is checked against decides what is a number or a truth value, so ``no`` stays a word, ``12:30``
is not 750 and a date stays as it was written.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from pmtui.reading.faults import Fault, Faulty
from pmtui.reading.files import content

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pmtui.reading.faults import Level

LARGEST = 1_000_000
"""Bytes that a file may have."""

MOST_NODES = 100_000
"""Values that a file may unfold to; aliases of aliases reach it before they reach the memory."""

DEEPEST = 60
"""Levels that a file may be nested; deeper ones would end the parser's own recursion."""

Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NULL = {"", "~", "null", "Null", "NULL"}
Steps = tuple[str | int, ...]
"""The keys and positions that lead to a value, from the top of the file."""


@dataclass(frozen=True)
class Place:
    """Where something stands in a file, counted from 1."""

    line: int
    column: int

    @classmethod
    def of(cls, mark: Any) -> Place:
        """The place of a mark of the YAML parser, which counts from 0."""
        return cls(mark.line + 1, mark.column + 1)


@dataclass(frozen=True)
class Source:
    """A YAML file as data: ``data`` is plain, ``values`` and ``keys`` tell where each path of it stands."""

    name: str
    data: Any
    values: dict[Steps, Place]
    keys: dict[Steps, Place]
    inline: dict[Steps, int]
    """For texts on one line, without escapes: how far behind its place the text begins, 1 where it is in quotes."""
    folded: dict[Steps, Place]
    """For texts on several lines, without escapes: where their first character stands, or spaces before it."""
    lines: list[str]
    """The lines of the file."""

    def place(self, path: Sequence[str | int], *, of_key: bool = False) -> Place:
        """The place of the longest part of `path` that is in the file; parts that are not there are skipped."""
        found: Steps = ()
        for part in path:
            if (*found, part) in self.values:
                found = (*found, part)
        return (self.keys.get(found) if of_key else None) or self.values[found]

    def fault(
        self, path: Sequence[str | int], message: str, code: str, *, of_key: bool = False, level: Level = "error"
    ) -> Fault:
        """What is wrong at `path`."""
        place = self.place(path, of_key=of_key)
        return Fault(self.name, place.line, place.column, message, code, level)

    def fault_within(self, path: Sequence[str | int], offset: int, message: str, code: str) -> Fault:
        """What is wrong `offset` characters into the text at `path`; of texts with escapes, at its beginning."""
        steps, fault = tuple(path), self.fault(path, message, code)
        if steps in self.inline and fault.column is not None:
            return fault._replace(column=fault.column + self.inline[steps] + offset)
        place = self._place_in_folded(steps, offset) if steps in self.folded else None
        return fault._replace(line=place.line, column=place.column) if place else fault

    def _place_in_folded(self, path: Steps, offset: int) -> Place | None:
        """Folding changes nothing but white space, so the same visible characters stand before the place."""
        text: Any = self.data
        for step in path:
            text = text[step]
        before = sum(1 for sign in text[:offset] if not sign.isspace())
        begin = self.folded[path]
        for number, line in enumerate(self.lines[begin.line - 1 :], begin.line):
            skipped = begin.column - 1 if number == begin.line else 0
            for column, sign in enumerate(line[skipped:], skipped + 1):
                if not sign.isspace():
                    if before == 0:
                        return Place(number, column)
                    before -= 1
        return None


def read(path: Path) -> Source:
    """The file at `path` as data.

    Raises `Refused` where it cannot be read, is larger than `LARGEST`, is not UTF-8, or is not plain YAML data.
    """
    raw = content(path, LARGEST, why="; a questionnaire or a case file is smaller than that")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        raise _faulty(str(path), line, column, "not UTF-8 text; save the file as UTF-8", "yaml/encoding") from None
    return parse(text, str(path))


def parse(text: str, name: str) -> Source:
    """`text` as data; `name` is what its mistakes are reported under.  Raises `Refused`."""
    return _Walk(name).run(text)


TAB = "a tab stands where only spaces may; indent with spaces"


class _Walk:
    def __init__(self, name: str) -> None:
        self.name = name
        self.values: dict[Steps, Place] = {}
        self.keys: dict[Steps, Place] = {}
        self.inline: dict[Steps, int] = {}
        self.folded: dict[Steps, Place] = {}
        self.count = 0
        self.open: set[int] = set()

    def run(self, text: str) -> Source:
        try:
            self._look_through(text)
            loader = Loader(text)
            try:
                node = loader.get_single_node()
            finally:
                loader.dispose()
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
            at_tab = mark is not None and _character(text, mark.line, mark.column) == "\t"
            raise _faulty(self.name, line, column, TAB if at_tab else _hint(error), "yaml/syntax") from None
        except UnicodeEncodeError as error:
            line = text.count("\n", 0, error.start) + 1
            raise _faulty(self.name, line, None, "a character that no text can hold", "yaml/encoding") from None
        except yaml.YAMLError as error:
            words = f"not readable as YAML: {str(error).splitlines()[0]}"
            raise _faulty(self.name, None, None, words, "yaml/syntax") from None
        if node is None:
            raise _faulty(self.name, 1, 1, "the file is empty", "yaml/empty")
        data = self._value(node, ())
        return Source(self.name, data, self.values, self.keys, self.inline, self.folded, text.split("\n"))

    def _look_through(self, text: str) -> None:
        # Composing recurses once a level, in C as well: too many levels would end the process, not the call.
        depth = 0
        anchors: dict[str, Any] = {}
        for event in yaml.parse(text, Loader=Loader):
            if isinstance(event, yaml.AliasEvent):
                anchors.pop(str(event.anchor), None)
            elif isinstance(event, yaml.ScalarEvent) and event.anchor and not event.style:
                anchors[event.anchor] = event
            tag = getattr(event, "tag", None)
            if tag:
                self._refuse(event, f"the tag `{tag}` is not allowed; a file of data has no tags")
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > DEEPEST:
                    self._refuse(event, f"nested more than {DEEPEST} levels deep")
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
        for name, event in anchors.items():
            self._refuse(event, f"`&{name}` is dropped; a text that starts with & needs quotes around it")

    def _refuse(self, node: Any, message: str) -> None:
        place = Place.of(node.start_mark)
        raise _faulty(self.name, place.line, place.column, message, "yaml/refused")

    def _value(self, node: Any, path: Steps) -> Any:
        self.count += 1
        if self.count > MOST_NODES:
            self._refuse(node, f"the file unfolds to more than {MOST_NODES:,} values")
        self.values[path] = Place.of(node.start_mark)
        if isinstance(node, yaml.ScalarNode):
            width = node.end_mark.column - node.start_mark.column - (2 if node.style else 0)
            if node.start_mark.line == node.end_mark.line and width == len(node.value):
                self.inline[path] = 1 if node.style else 0
            elif node.style in ("|", ">"):
                self.folded[path] = Place(node.start_mark.line + 2, 1)
            elif not node.style and node.start_mark.line != node.end_mark.line:
                self.folded[path] = self.values[path]
            return None if not node.style and node.value in NULL else node.value
        if id(node) in self.open:
            self._refuse(node, "a part of the file contains itself")
        self.open.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            result: Any = [self._value(item, (*path, index)) for index, item in enumerate(node.value)]
        else:
            result = self._mapping(node, path)
        self.open.discard(id(node))
        return result

    def _mapping(self, node: Any, path: Steps) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._refuse(key_node, "a key must be a word; put quotes around a text that starts with { or [")
            key = str(key_node.value)
            if key in result:
                first = self.keys[*path, key]
                self._refuse(key_node, f"`{key}` is written twice, first on line {first.line}")
            self.keys[*path, key] = Place.of(key_node.start_mark)
            result[key] = self._value(value_node, (*path, key))
        return result


def _faulty(name: str, line: int | None, column: int | None, message: str, code: str) -> Faulty:
    return Faulty([Fault(name, line, column, message, code)])


def _character(text: str, line: int, column: int) -> str:
    lines = text.split("\n")
    return lines[line][column : column + 1] if line < len(lines) else ""


HINTS = (
    ("mapping values are not allowed", "a text that contains `: ` needs quotes around it; or the line stands too deep"),
    ("expected alphabetic or numeric", "a text that starts with * or & needs quotes around it"),
    ("cannot start any token", "a text that starts with a sign such as @ or % needs quotes around it"),
    ("expected <block end>", "a text that starts with a sign or a quote needs quotes around all of it"),
    ("undefined alias", "a text that starts with * needs quotes around it"),
    (
        "expected key",
        "a text that starts with a quote or with { ends where that is closed; put quotes around all of it",
    ),
    ("expected '-' indicator", "this line does not stand where the one before it does; mind the spaces before it"),
    ("unexpected end of stream", "a quote that was opened above is not closed"),
    ("expected ',' or", "a bracket that was opened above is not closed"),
    ("another document", "one file holds one questionnaire; take away the line with ---"),
    ("mapping keys are not allowed", "a text that starts with ? needs quotes around it"),
    ("block sequence entries are not allowed", "a text that starts with `- ` needs quotes around it"),
)
"""What the parser says, and what the person who wrote the file can do."""


def _hint(error: yaml.MarkedYAMLError) -> str:
    problem = error.problem or "not readable as YAML"
    return next((f"{words} ({problem})" for said, words in HINTS if said in problem), problem)
