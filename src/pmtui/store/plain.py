"""Values that JSON gives back as they were, and their bytes."""

from __future__ import annotations

import json
from math import isfinite
from typing import Any

from pmtui.errors import Refused

DEEPEST = 60
"""Levels that a document may be nested; deeper ones would end a reader's recursion."""

WIDEST = 64
"""Bits that a whole number may have; other readers of JSON lose larger ones."""


def plain(value: Any, where: str, depth: int = 0) -> Any:
    """A deep copy of `value` in the types that JSON has; a tuple becomes a list.

    `where` names the value for the message.  Raises `Refused` for any other type, a key that is not a text, NaN and
    infinity, a lone surrogate, and what is larger than `WIDEST` or deeper than `DEEPEST`.
    """
    if depth > DEEPEST:
        raise Refused(f"not saved: {where} is nested more than {DEEPEST} levels deep")
    # Subclasses are left out: they come back as something else than was put.
    kind = type(value)
    if kind is str:
        return _text(value, where)
    if value is None or kind is bool:
        return value
    if kind is dict:
        return {_key(key, where): plain(item, f"{where}.{key}", depth + 1) for key, item in value.items()}
    if kind is list or kind is tuple:
        return [plain(item, f"{where}[{index}]", depth + 1) for index, item in enumerate(value)]
    if kind is int and value.bit_length() <= WIDEST:
        return value
    if kind is float and isfinite(value):
        return value
    raise Refused(f"not saved: {where} is {_what(value)}, which JSON cannot hold; write it as text")


def encode(value: Any) -> bytes:
    """Plain `value` as one line of UTF-8 JSON without the newline."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def same(one: Any, other: Any) -> bool:
    """Whether two plain values have the same JSON, whatever the order of fields."""
    # Not `==`, to which 1, 1.0 and True are one value: a correction from one to the other would be lost.
    return one is other or json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def _text(value: str, where: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError as error:
        problem = f"character {error.start + 1} is not UTF-8 and stands for no letter"
        raise Refused(f"not saved: {_printable(where)}: {problem}; delete it and save again") from None
    return value


def _key(key: Any, where: str) -> str:
    if type(key) is not str:
        raise Refused(f"not saved: {where} has the key {key!r}, which is not a text")
    return _text(key, f"a key of {where}")


def _what(value: Any) -> str:
    if isinstance(value, float):
        return f"the number {value}"
    if type(value) is int:
        return f"a whole number of more than {WIDEST} bits"
    return f"of type {type(value).__name__}"


def _printable(where: str) -> str:
    return where.encode(errors="replace").decode()
