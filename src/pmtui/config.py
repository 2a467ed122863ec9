"""`config.toml`: what a person chose; a line that is wrong is told with its place, and the default counts there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from pmtui.errors import Refused
from pmtui.looks import AUTO, WISHES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

KNOWN = ("author", "theme", "zone", "keys")


class Fault(NamedTuple):
    """What is wrong with one setting, `about` `author`, `theme`, `zone`, `keys` or the whole file."""

    about: str
    words: str


class Config(NamedTuple):
    """What the file says as far as it can be used."""

    author: str | None = None
    theme: str = AUTO
    zone: str | None = None
    keys: Mapping[tuple[str, str], str] = {}
    """Other keys than those of the table, by place and id."""
    faults: tuple[Fault, ...] = ()


def read(path: Path) -> Config:
    """What the file `path` says; nothing where there is none."""
    if not path.exists():
        return Config()
    import tomllib  # only here and where the file is written: most people have no file, and every start is counted

    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is not UTF-8"
        return Config(faults=(Fault("file", f"{path} is not used: {why}"),))
    try:
        said = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return Config(faults=(Fault("file", f"{path} is not used: {' '.join(str(error).split())}"),))
    return _Reader(path, text).config(said)


def keep(path: Path, name: str, value: str) -> None:
    """Write `name = "value"` into the file `path`; what else stands there stays.

    Raises `Refused` where the file cannot be written, or what is in it cannot be kept.
    """
    import os

    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        after = _with(before, name, value)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part.write_text(after, encoding="utf-8")
        part.replace(path)
    except (OSError, ValueError, RecursionError) as error:
        why = getattr(error, "strerror", None) or " ".join(str(error).split())
        raise Refused(f"{path} was not written: {why}") from None


def _with(text: str, name: str, value: str) -> str:
    """`text` with one top-level setting changed, else before all others: behind a table it would be the table's."""
    import json
    import tomllib

    line = f"{name} = {json.dumps(value, ensure_ascii=False)}\n"
    wanted = {**tomllib.loads(text), name: value}
    lines = text.split("\n")
    at = line_of(text, (name,))
    after = line + text if at is None else "\n".join((*lines[: at - 1], line.rstrip(), *lines[at:]))
    if tomllib.loads(after) != wanted:
        raise ValueError(f"line {at} cannot be changed; write {line.strip()} there")
    return after


class _Reader:
    """Reads what one file says."""

    def __init__(self, path: Path, text: str) -> None:
        self._path, self._text = path, text
        self._faults: list[Fault] = []

    def config(self, said: Mapping[str, Any]) -> Config:
        """All settings; of one that is wrong the default."""
        for name in said:
            if name not in KNOWN:
                self._fault("file", (name,), f"it is no setting; there are {', '.join(KNOWN)}")
        author = self._one(said, "author", _is_name, 'it should be a name, such as author = "alex"')
        theme = self._one(said, "theme", WISHES.__contains__, f"it should be one of {', '.join(WISHES)}")
        zone = self._one(said, "zone", _is_zone, 'it should be a time zone, such as zone = "Europe/Berlin"')
        changed = self._keys(said.get("keys", {}))
        return Config(author, theme or AUTO, zone, changed, tuple(self._faults))

    def _one(self, said: Mapping[str, Any], name: str, fits: Any, hint: str) -> str | None:
        value = said.get(name)
        if value is None or (isinstance(value, str) and fits(value)):
            return value
        self._fault(name, (name,), hint)
        return None

    def _keys(self, said: object) -> Mapping[tuple[str, str], str]:
        if not said:
            return {}
        from pmtui.remapping import Wish, remapped

        wishes = [Wish(*each) for each in self._wishes(said)]
        changed, refused = remapped(wishes)
        for wish, reason in refused:
            self._fault("keys", ("keys", *wish.name), f"{wish.key}: {reason}")
        return changed

    def _wishes(self, said: object) -> Iterator[tuple[str, str, str]]:
        from pmtui.keys import KEYS

        known: dict[str, list[str]] = {}
        for each in KEYS:
            known.setdefault(each.where, []).append(each.id)
        if not isinstance(said, dict):
            self._fault("keys", ("keys",), "it should be tables, such as [keys.interview]")
            return
        for where, pairs in said.items():
            if where not in known:
                self._fault("keys", ("keys", where), f"there is no such place; there are {', '.join(known)}")
            elif not isinstance(pairs, dict):
                self._fault("keys", ("keys", where), f'it should be a table, such as {known[where][0]} = "ctrl+n"')
            else:
                yield from self._wishes_in(where, pairs, known[where])

    def _wishes_in(self, where: str, pairs: Mapping[str, Any], known: list[str]) -> Iterator[tuple[str, str, str]]:
        for name, key in pairs.items():
            if name not in known:
                self._fault("keys", ("keys", where, name), f"nothing there has this name; there are {', '.join(known)}")
            elif not isinstance(key, str) or not key.isprintable():
                self._fault("keys", ("keys", where, name), 'it should be a key, such as "ctrl+n"')
            else:
                yield where, name, key

    def _fault(self, about: str, path: tuple[str, ...], words: str) -> None:
        line = line_of(self._text, path)
        place = f"{self._path}{f', line {line}' if line else ''}"
        named = ascii(".".join(path))[1:-1] if not ".".join(path).isprintable() else ".".join(path)
        self._faults.append(Fault(about, f"{place}: {named} is not used: {words}"))


def line_of(text: str, path: tuple[str, ...]) -> int | None:
    """The line (from 1) on which TOML sets `path`, or the nearest thing around it; none where that cannot be told."""
    table: tuple[str, ...] = ()
    found: dict[tuple[str, ...], int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if head := re.match(r"\s*\[+\s*([^\[\]]+?)\s*\]", line):
            table = _path(head[1])
            found.setdefault(table, number)
        elif pair := re.match(r"\s*([^=#]+?)\s*=", line):
            whole = (*table, *_path(pair[1]))
            for end in range(len(table) + 1, len(whole) + 1):
                found.setdefault(whole[:end], number)
    return next((found[path[:end]] for end in range(len(path), 0, -1) if path[:end] in found), None)


def _path(words: str) -> tuple[str, ...]:
    """The parts of a dotted key, as TOML reads them."""
    import tomllib

    try:
        node: Any = tomllib.loads(f"{words} = 0")
    except (ValueError, RecursionError):
        return (words,)
    parts = []
    while isinstance(node, dict) and node:
        name, node = next(iter(node.items()))
        parts.append(name)
    return tuple(parts)


def _is_name(value: str) -> bool:
    return bool(value.strip()) and value.isprintable()


def _is_zone(value: str) -> bool:
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(value)
    except (OSError, ValueError, LookupError):
        return False
    return True
