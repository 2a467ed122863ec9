"""The grammar of conditions: from tokens to parts, with a hint for what people write instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmtui.reading import condition_hints as hints
from pmtui.reading.condition_parts import Among, Comparison, Count, Joined, Listed, Name, Not, State, Written
from pmtui.reading.condition_tokens import JOINING, ConditionFault, Token, tokens
from pmtui.reading.plain import quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Callable

    from pmtui.reading.condition_parts import Operand, Truth

MOST_PARTS = 80
"""Names, texts, numbers, comparisons and joining words that a condition may have."""

OPERATORS = ("==", "!=", "<", "<=", ">", ">=")
_COMPARE_EACH = 'compare each with a question, or write the question and `in ["low", "high"]`'

_WITH_LISTS = 'write severity in ["low", "high"], or has(kinds, "text", "image")'

_Side = Name | Written | Count | Listed | Comparison | Among | State | Not | Joined


def read(text: str) -> Truth:
    """The condition that `text` says.  Raises `ConditionFault`."""
    reader = _Reader(tokens(text), text)
    whole = reader.either()
    reader.end()
    return _as_truth(whole)


class _Reader:
    """Goes through the tokens once; calls go no deeper than brackets do."""

    def __init__(self, pieces: list[Token], text: str) -> None:
        self.pieces = pieces
        self.text = text
        self.at = 0
        self.parts = 0

    @property
    def next(self) -> Token:
        return self.pieces[self.at]

    def take(self) -> Token:
        token = self.next
        # The end is never passed, so `next` is always there.
        self.at += token.kind != "end"
        return token

    def meets(self, *texts: str) -> Token | None:
        """The next token, taken, if it is one of the words or signs `texts`."""
        return self.take() if self.next.text in texts and self.next.kind in ("word", "sign") else None

    def part(self, offset: int) -> int:
        """`offset`, after counting a part there."""
        self.parts += 1
        if self.parts > MOST_PARTS:
            raise ConditionFault(f"the condition has more than {MOST_PARTS} parts; ask in two steps", offset)
        return offset

    def end(self) -> None:
        if self.next.kind != "end":
            raise ConditionFault(self.misplaced(), self.next.offset)

    def either(self) -> _Side:
        return self.joined("or", lambda: self.joined("and", self.negation))

    def joined(self, word: str, read_one: Callable[[], _Side]) -> _Side:
        first = read_one()
        found = [first]
        offset = self.next.offset
        while token := self.meets(word):
            self.part(token.offset)
            found.append(read_one())
        return first if len(found) == 1 else Joined(word, tuple(map(_as_truth, found)), offset)

    def negation(self) -> _Side:
        negations = []
        while token := self.meets("not"):
            negations.append(self.part(token.offset))
        found = self.comparison()
        for offset in reversed(negations):
            found = Not(_as_truth(found), offset)
        return found

    def comparison(self) -> _Side:
        left = self.side()
        sign = self.operator()
        if sign is None:
            if self.next.kind in ("word", "text", "number") and self.next.text not in ("and", "or"):
                raise ConditionFault(self.misplaced(), self.next.offset)
            return left
        right = self.side()
        second = self.next
        if self.operator() is not None:
            raise ConditionFault("one comparison at a time: write `and` between two of them", second.offset)
        self.part(sign.offset)
        return _among(left, sign, right) if sign.text.endswith("in") else _compared(left, sign, right)

    def operator(self) -> Token | None:
        if found := self.meets(*OPERATORS, "in"):
            return found
        if self.next.text == "not" and self.pieces[self.at + 1].text == "in":
            offset = self.take().offset
            self.take()
            return Token("word", "not in", offset)
        return None

    def side(self) -> _Side:
        token = self.next
        if self.meets("("):
            inner = self.either()
            if self.next.text == "," and isinstance(inner, Written | Name):
                raise ConditionFault('write a list in square brackets: ["low", "high"]', token.offset)
            self.expect(")")
            return inner
        if self.meets("["):
            return Listed(self.literals("]"), token.offset)
        if token.kind == "word" and token.text not in JOINING:
            return self.call() if self.pieces[self.at + 1].text == "(" else self.name()
        return self.literal()

    def name(self) -> Name:
        _, text, offset = self.take()
        if not hints.NAME.fullmatch(text):
            raise ConditionFault(hints.bad_name(self.pieces, self.at - 1), offset)
        return Name(text, self.part(offset))

    def literal(self) -> Written:
        token = self.take()
        if token.kind == "text":
            words = re.sub(r"\\([\"'\\])", r"\1", token.text[1:-1])
            if not words.strip():
                raise ConditionFault("no answer is an empty text; write `not answered(...)`", token.offset)
            return Written.at(words, self.part(token.offset))
        minus = token.text == "-"
        number = self.take() if minus else token
        if number.kind == "number":
            value = float(number.text) if "." in number.text else int(number.text)
            return Written.at(-value if minus else value, self.part(token.offset))
        if minus:
            raise ConditionFault("a minus stands only before a number", token.offset)
        if token.kind == "end":
            raise ConditionFault(
                "the condition breaks off here: a question, a text or a number is missing", token.offset
            )
        raise ConditionFault(f"before {quoted(token.text)} a question, a text or a number is missing", token.offset)

    def literals(self, closing: str) -> tuple[Written, ...]:
        """Texts and numbers up to `closing`, which is taken; at least one."""
        found: list[Written] = []
        while not self.meets(closing):
            if self.next.text == "[" and closing == ")":
                raise ConditionFault('leave out the square brackets: has(question, "low", "high")', self.next.offset)
            if self.next.kind == "word" and self.next.text not in JOINING:
                raise ConditionFault(
                    f'put quotes around the choice: "{shortened(self.next.text, 80)}"', self.next.offset
                )
            found.append(self.literal())
            if self.next.text != closing and not self.meets(","):
                raise ConditionFault(self.misplaced(), self.next.offset)
        if not found:
            closed = self.pieces[self.at - 1]
            raise ConditionFault('at least one text or number is missing here, such as "high"', closed.offset)
        return tuple(found)

    def call(self) -> _Side:
        """One of the five functions; the name of it and the bracket are ahead."""
        word = self.take()
        self.take()
        if word.text not in hints.FUNCTIONS:
            raise ConditionFault(hints.no_function(word.text), word.offset)
        self.part(word.offset)
        if self.next.kind != "word" or self.next.text in JOINING:
            form = 'has(question, "choice")' if word.text == "has" else f"{word.text}(question)"
            raise ConditionFault(f"the name of a question stands here, without quotes: {form}", self.next.offset)
        name = self.name()
        if word.text == "has":
            if self.next.kind in ("text", "number"):
                raise ConditionFault(f"a comma is missing: has({name.name}, {self.next.text[:80]})", self.next.offset)
            if not self.meets(","):
                raise ConditionFault(f'say what to look for: has({name.name}, "choice")', self.next.offset)
            return Among(name, self.literals(")"), each=True, offset=word.offset)
        if self.next.text == ",":
            look = '; has(question, "choice") looks for one choice' if word.text == "count" else ""
            raise ConditionFault(f"{word.text}(...) is about one question{look}", self.next.offset)
        self.expect(")")
        return Count(name, word.offset) if word.text == "count" else State(word.text, name, word.offset)

    def expect(self, text: str) -> None:
        if not self.meets(text):
            raise ConditionFault(self.misplaced(), self.next.offset)

    def misplaced(self) -> str:
        """What to say of the next token, which cannot stand where it does."""
        return hints.misplaced(self.pieces, self.at, self.text)


def _as_truth(side: _Side) -> Truth:
    """`side`, where a condition is needed."""
    if isinstance(side, Name):
        raise ConditionFault(hints.alone(side.name), side.offset)
    if isinstance(side, Count):
        raise ConditionFault(f"compare the number, as in count({side.of.name}) > 0", side.offset)
    if isinstance(side, Written | Listed):
        kind = "list" if isinstance(side, Listed) else "text" if isinstance(side.value, str) else "number"
        raise ConditionFault(f"a {kind} alone is no condition; {_COMPARE_EACH}", side.offset)
    return side


def _compared(left: _Side, sign: Token, right: _Side) -> Comparison:
    return Comparison(_as_operand(left, sign), sign.text, _as_operand(right, sign), sign.offset)


def _as_operand(side: _Side, sign: Token) -> Operand:
    """`side`, where something to compare is needed; `sign` is what it is compared with."""
    if isinstance(side, Name | Written | Count):
        return side
    if isinstance(side, Listed):
        raise ConditionFault(f"a list is not compared with `{sign.text}`; {_WITH_LISTS}", side.offset)
    if isinstance(side, State):
        message = f"{side.word}({side.of.name}) is a condition of its own"
        raise ConditionFault(f"{message}; leave out `{sign.text}` and what it is compared with", sign.offset)
    if isinstance(side, Among) and side.each:
        message = f"has(...) is a condition of its own; leave out `{sign.text}` and what it is compared with"
        raise ConditionFault(message, sign.offset)
    raise ConditionFault("one comparison at a time: write `and` or `or` between two of them", sign.offset)


def _among(left: _Side, sign: Token, right: _Side) -> Among | Not:
    if isinstance(left, Listed):
        raise ConditionFault(f"a list stands behind `in`, not before it; {_WITH_LISTS}", left.offset)
    of = _as_operand(left, sign)
    if isinstance(right, Listed):
        found = Among(of, right.items, each=False, offset=sign.offset)
    elif isinstance(right, Name):
        found = Among(right, (of,), each=True, offset=sign.offset)
    else:
        raise ConditionFault('behind `in` stands a list, such as ["low", "high"], or a question', right.offset)
    return Not(found, sign.offset) if sign.text == "not in" else found
