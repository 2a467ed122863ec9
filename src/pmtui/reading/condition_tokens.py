"""A condition's text as words, texts, numbers and signs, and what is refused before its grammar is looked at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pmtui.reading import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 500
"""Characters that a condition may have."""

DEEPEST = 10
"""Brackets that may be open at once."""

JOINING = ("and", "or", "not", "in")
"""Words that have a meaning of their own, in small letters."""


class ConditionFault(ValueError):
    """What is wrong with a condition, in one line for its author; `offset` is the place, in characters from 0."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(plain.one_line(message))
        self.offset = offset

    def __reduce__(self) -> tuple[type[ConditionFault], tuple[str, int]]:
        return type(self), (str(self), self.offset)


class Token(NamedTuple):
    """A piece of a condition; `kind` is word, text, number, sign or end."""

    kind: str
    text: str
    offset: int


_TOKEN = re.compile(
    r"""(?P<space>\s+)
    |(?P<word>[^\W\d]\w*(?:\.[^\W\d]\w*)*)
    |(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2}[\w:+-]*)
    |(?P<number>[0-9][\w.]*)
    |(?P<text>"(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\\\n]|\\[^\n])*')
    |(?P<curly>[“”„‟‘’‚‛«»‹›`][^“”„‟‘’‚‛«»‹›`"'\n]+[“”„‟‘’‚‛«»‹›`])
    |(?P<wrong>:=|<>|=>|=<|&&|\|\||\*\*|//)
    |(?P<sign>==|!=|<=|>=|[<>(),\[\]-])
    |(?P<stray>\S)""",
    re.VERBOSE,
)
_UNSAFE = re.compile(f"[{re.escape(''.join(map(chr, plain.UNSAFE)))}\ud800-\udfff]")
_NUMBER = re.compile(r"[0-9]{1,15}(\.[0-9]{1,15})?")
_PAIRS = {"(": ")", "[": "]"}
_NO_ARITHMETIC = "there is no arithmetic in a condition"
_STRAIGHT = 'use straight quotation marks: "high"'
_WRONG = {
    "=": "use `==` to compare (one `=` is not a comparison)",
    "<>": "write `!=` for `is not`",
    **dict.fromkeys(("≠", "!"), "write `!=` for `is not`, and `not` before a whole comparison"),
    **dict.fromkeys(("=>", "≥"), "write `>=` for `at least`"),
    **dict.fromkeys(("=<", "≤"), "write `<=` for `at most`"),
    **dict.fromkeys(("&&", "&"), "write the word `and` between two conditions"),
    **dict.fromkeys(("||", "|"), "write the word `or` between two conditions"),
    **dict.fromkeys(("+", "*", "/", "%", "**", "//", "^"), _NO_ARITHMETIC),
    **dict.fromkeys("“”„‟‘’‚‛«»‹›", _STRAIGHT),
    **dict.fromkeys(
        "\"'", "this quotation mark has no partner on its line; a text has one before it and one behind it"
    ),
    "`": _STRAIGHT,
    ";": "write `and` or `or` between two conditions, and nothing at the end",
    "~": 'there is no `~`; write question == "choice", or has(question, "choice")',
    "?": "a condition has no question mark and no two outcomes; it only compares answers",
    "{": "names stand without braces: severity, not {severity}",
    "}": "names stand without braces: severity, not {severity}",
    ".": "a point stands only inside a name, as in system.kind, or a number, as in 0.5",
    ":=": "use `==` to compare; a condition stores nothing",
}
"""Signs that stand nowhere in a condition, with what to write instead."""

_CONSTANTS = {
    **dict.fromkeys(("True", "False"), 'write "yes" or "no"'),
    "None": "write `not answered(...)` for a question without an answer",
}


def tokens(text: str) -> list[Token]:
    """The pieces of `text`, with an end behind the last.

    Raises `ConditionFault` for what is too long or empty, for a sign or a word that stands nowhere in a condition,
    and for brackets that do not match or stand too deep.
    """
    if len(text) > LONGEST:
        raise ConditionFault(
            f"the condition has {len(text):,} characters and may have {LONGEST}; ask in two steps", LONGEST
        )
    if unsafe := _UNSAFE.search(text):
        raise ConditionFault(_unseen(unsafe[0]), unsafe.start())
    found = list(_pieces(text))
    if not found:
        raise ConditionFault('the condition is empty; write a comparison such as severity == "high"', 0)
    _match_brackets(found)
    last = found[-1]
    return [*found, Token("end", "", last.offset + len(last.text))]


def _pieces(text: str) -> Iterator[Token]:
    before = None
    for match in _TOKEN.finditer(text):
        token = Token(str(match.lastgroup), match[0], match.start())
        if token.kind == "space":
            before = None
            continue
        _refuse_wrong(token)
        if token.kind == "text" and before and before.kind in ("word", "number") and before.text not in JOINING:
            raise ConditionFault(
                f"nothing stands before a quotation mark: write {plain.shortened(token.text, 80)}", before.offset
            )
        yield token
        before = token


def _refuse_wrong(token: Token) -> None:
    """Raise `ConditionFault` for a token that no condition has, wherever it stands."""
    kind, text, offset = token
    if kind == "curly":
        raise ConditionFault(f'use straight quotation marks: "{plain.shortened(text[1:-1], 80)}"', offset)
    if kind in ("wrong", "stray"):
        raise ConditionFault(_WRONG.get(text) or _stray(text), offset)
    if kind == "date":
        raise ConditionFault(f'put quotes around the date: "{plain.shortened(text, 80)}"', offset)
    if kind == "number" and not _NUMBER.fullmatch(text):
        long = text.isdecimal()
        raise ConditionFault(
            "a number has at most 15 digits" if long else "write the number plainly, such as 3 or 0.5", offset
        )
    if kind == "word":
        if text in _CONSTANTS:
            raise ConditionFault(_CONSTANTS[text], offset)
        if text not in JOINING and text.lower() in JOINING:
            raise ConditionFault(f"write `{text.lower()}` in lower case", offset)


def _stray(character: str) -> str:
    return f"`{character}` means nothing in a condition" if character.isprintable() else _unseen(character)


def _unseen(character: str) -> str:
    return f"a character that cannot be seen stands here (U+{ord(character):04X})"


def _match_brackets(found: list[Token]) -> None:
    opened: list[Token] = []
    for token in found:
        if token.kind != "sign":
            continue
        if token.text in _PAIRS:
            opened.append(token)
            if len(opened) > DEEPEST:
                raise ConditionFault(f"brackets stand more than {DEEPEST} deep", token.offset)
        elif token.text in _PAIRS.values():
            if not opened:
                raise ConditionFault(f"this `{token.text}` closes nothing", token.offset)
            expected = _PAIRS[opened.pop().text]
            if token.text != expected:
                raise ConditionFault(f"`{expected}` is expected here, not `{token.text}`", token.offset)
    if opened:
        raise ConditionFault(f"this `{opened[-1].text}` is not closed", opened[-1].offset)
