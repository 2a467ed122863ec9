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
from pmtui.reading.plain import one_line

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
    ends: dict[Steps, int]
    """For the same texts: the line that they end on."""
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


def shipped(path: Path) -> Any:
    """The data of a file that is a part of pmtui, in half the time: without places, and scalars as YAML takes them."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader)  # noqa: S506  (a safe loader, in C where there is one)


def read(path: Path) -> Source:
    """The file at `path` as data.

    Raises `Refused` where it cannot be read, is larger than `LARGEST`, is not UTF-8, or is not plain YAML data.
    """
    raw = content(path, LARGEST, why="; a questionnaire or a case file is smaller than that")
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise _faulty(
            str(path), 1, 1, "saved as UTF-16 (some programs say Unicode); save the file as UTF-8", "yaml/encoding"
        )
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


class _Walk:
    def __init__(self, name: str) -> None:
        self.name = name
        self.values: dict[Steps, Place] = {}
        self.keys: dict[Steps, Place] = {}
        self.inline: dict[Steps, int] = {}
        self.folded: dict[Steps, Place] = {}
        self.ends: dict[Steps, int] = {}
        self.lines: list[str] = []
        self.count = 0
        self.open: set[int] = set()

    def run(self, text: str) -> Source:
        self.lines = text.split("\n")
        try:
            self._look_through(text)
            loader = Loader(text)
            try:
                node = loader.get_single_node()
            finally:
                loader.dispose()
        except yaml.MarkedYAMLError as error:
            raise _not_yaml(self.name, text, error) from None
        except UnicodeEncodeError as error:
            line = text.count("\n", 0, error.start) + 1
            column = error.start - text.rfind("\n", 0, error.start)
            raise _faulty(self.name, line, column, "a character that no text can hold", "yaml/encoding") from None
        except yaml.reader.ReaderError as error:
            raise _unreadable(self.name, text, error) from None
        except yaml.YAMLError as error:
            words = f"not readable as YAML: {str(error).splitlines()[0]}"
            raise _faulty(self.name, None, None, words, "yaml/syntax") from None
        if node is None:
            raise _faulty(self.name, 1, 1, "the file is empty", "yaml/empty")
        data = self._value(node, ())
        return Source(self.name, data, self.values, self.keys, self.inline, self.folded, self.ends, self.lines)

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
                self._refuse(event, f"the tag `{tag}` is not allowed; a text that starts with ! needs quotes around it")
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

    def _refuse_moved(self, key: Any) -> None:
        """Refuse an entry above `key` that stands so far right that it does not begin what is below it."""
        above = next((each for each in range(key.start_mark.line - 1, -1, -1) if self.lines[each].strip()), 0)
        line = self.lines[above]
        column = len(line) - len(line.lstrip())
        if line.lstrip().startswith("- ") and column >= key.start_mark.column:
            message = "this entry stands too far right, so the lines below it belong to the one before"
            raise _faulty(self.name, above + 1, column + 1, message, "yaml/refused")

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
            if path in self.folded:
                self.ends[path] = node.end_mark.line + 1
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
                again = path and isinstance(path[-1], int) and key == next(iter(result))
                if not again:
                    self._refuse_moved(key_node)
                entry = "; if a new entry begins here, put `- ` before it" if again else ""
                self._refuse(key_node, f"`{key}` is written twice, first on line {first.line}{entry}")
            self.keys[*path, key] = Place.of(key_node.start_mark)
            result[key] = self._value(value_node, (*path, key))
        return result


def _faulty(name: str, line: int | None, column: int | None, message: str, code: str) -> Faulty:
    return Faulty([Fault(name, line, column, message, code)])


def _not_yaml(name: str, text: str, error: yaml.MarkedYAMLError) -> Faulty:
    # Imported for a mistake only.
    from pmtui.reading.yaml_hints import hint
    from pmtui.reading.yaml_lines import Stumble

    stumble = Stumble.of(text, error)
    if stumble is None:
        return _faulty(name, None, None, error.problem or "not readable as YAML", "yaml/syntax")
    line, column, message = hint(stumble)
    return _faulty(name, line + 1, column + 1, one_line(message), "yaml/syntax")


def _unreadable(name: str, text: str, error: yaml.reader.ReaderError) -> Faulty:
    at = text.find(chr(error.character)) if isinstance(error.character, int) else -1
    words = "a control character stands here, which nobody sees and no text needs; take it out"
    if at < 0:
        return _faulty(name, None, None, words, "yaml/syntax")
    return _faulty(name, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at), words, "yaml/syntax")
