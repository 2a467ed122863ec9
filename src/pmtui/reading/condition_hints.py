"""What people write in a condition instead of what it takes, and what to tell them.

`WORDS`, `FUNCTIONS_MEANT` and `ALONE` are the tables; the functions say which row fits where the grammar gave up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmtui.reading.condition_tokens import JOINING
from pmtui.reading.plain import quoted, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmtui.reading.condition_tokens import Token

FUNCTIONS = ("answered", "unknown", "declined", "has", "count")
NAME = re.compile(r"[a-z][a-z0-9_]{0,59}(\.[a-z][a-z0-9_]{0,59}){0,3}")

_EQUALS = 'write `==` for "is", and `!=` for "is not"'
WORDS = {
    **dict.fromkeys(("is", "are", "was", "equals", "equal", "eq"), _EQUALS),
    **dict.fromkeys(("isnt", "isn", "differs"), "write `!=` for `is not`"),
    **dict.fromkeys(("contains", "includes", "contain", "include"), 'write has(question, "choice")'),
    "between": "write two comparisons: question >= 1 and question <= 5",
    **dict.fromkeys(("if", "when", "only", "lambda"), "leave this word out; a condition only compares answers"),
    **dict.fromkeys(("then", "ask", "show"), "leave this out and what follows: a condition says only when to ask"),
    **dict.fromkeys(("else", "otherwise", "for"), "leave this out: a condition only compares answers"),
    **dict.fromkeys(("unless", "except"), "write `and not` before what must not be so"),
    **dict.fromkeys(("xor",), "there is no `xor`; write (a and not b) or (b and not a)"),
    **dict.fromkeys(("greater", "more", "larger", "above", "over", "gt"), "write `>` for `more than`"),
    **dict.fromkeys(("less", "fewer", "smaller", "below", "under", "lt"), "write `<` for `less than`"),
    **dict.fromkeys(("after", "later"), "write `>` for `after`"),
    **dict.fromkeys(("before", "earlier"), "write `<` for `before`"),
    **dict.fromkeys(("und", "et", "y", "e"), "write the word `and` between two conditions"),
    **dict.fromkeys(("oder", "ou", "o"), "write the word `or` between two conditions"),
}
"""Words that stand where a sign, `and` or `or` is expected."""

KNOWN = ("known", "answered", "given", "set", "filled", "present", "defined")
EMPTY = ("null", "none", "nil", "empty", "blank", "missing", "nothing", "undefined", "unanswered", "unset")

FUNCTIONS_MEANT = {
    **dict.fromkeys(
        ("unanswered", "not_answered", "empty", "is_empty", "missing", "skipped", "not_asked"), "not answered"
    ),
    **dict.fromkeys(("exists", "known", "given", "is_answered", "asked", "filled"), "answered"),
    **dict.fromkeys(("contains", "includes", "any", "in_list", "one_of"), "has"),
    **dict.fromkeys(("len", "length", "size", "number", "number_of"), "count"),
}
"""Calls that people try, with the one that does what they mean."""

ALWAYS = "leave `when` out: what has no condition is always asked"
NEVER = "what is never asked is left out of the file, or listed under `retired`"
ALONE = {
    **dict.fromkeys(("true", "always", "yes", "ja", "on", "all", "everybody", "everyone"), ALWAYS),
    **dict.fromkeys(("false", "never", "no", "nein", "off", "nobody"), NEVER),
}
"""Words that are a whole condition for those who write them."""

_SEVERAL = "a text of several words needs quotes around all of it"


def misplaced(pieces: Sequence[Token], at: int, text: str) -> str:
    """What to say of the token at `at`, which cannot stand where it does."""
    kind, word, offset = pieces[at]
    before, after = pieces[at - 1] if at else None, pieces[at + 1] if at + 1 < len(pieces) else None
    if kind == "word" and (hint := _about_word(pieces, at)):
        return hint
    if word == "-":
        return _about_dash(before, after)
    if word == "," and kind == "sign":
        return _about_comma(pieces, at)
    if kind in ("word", "text", "number") and before is not None:
        return _missing_between(before, pieces[at], text[before.offset + len(before.text) : offset])
    return f"{quoted(word)} has no place here"


def _about_word(pieces: Sequence[Token], at: int) -> str | None:
    before, word = pieces[at - 1] if at else None, pieces[at].text
    if before is not None and before.kind == "word" and before.text in ("if", "when", "only"):
        return f"leave `{before.text}` out; a condition only compares answers"
    if word == "is" and before is not None:
        return _about_is(before, pieces[at + 1 : at + 3])
    return "write `!=` for `is not`, or `and not` before another condition" if word == "not" else WORDS.get(word)


def _about_is(before: Token, behind: Sequence[Token]) -> str:
    words = [each.text.casefold() for each in behind if each.kind == "word"]
    negated = words[:1] == ["not"]
    last = words[1] if negated and len(words) > 1 else words[0] if words else ""
    name = before.text if before.kind == "word" else "question"
    if last in KNOWN or (last in EMPTY and negated):
        turned = negated and last in KNOWN
        return f"write {'not ' if turned else ''}answered({name})"
    if last in EMPTY:
        return f"write not answered({name})"
    return f"write {'not ' if negated else ''}{last}({name})" if last in ("unknown", "declined") else _EQUALS


def _about_dash(before: Token | None, after: Token | None) -> str:
    form = "there is no arithmetic in a condition; a text with a dash in it needs quotes around all of it"
    if before is None or after is None or before.kind != "word" or after.kind != "word":
        return form
    return f"{form}, and the id of a question has `_`: {before.text}_{after.text}"


def _about_comma(pieces: Sequence[Token], at: int) -> str:
    before, after = pieces[at - 1], pieces[at + 1]
    joined = f"{before.text}{after.text}"
    if before.kind == after.kind == "number" and len(after.text) == 3 and after.offset == pieces[at].offset + 1:
        return f"write the number without a comma: {joined}"
    if any(each.text == "in" for each in pieces[max(at - 3, 0) : at]):
        return 'write a list in square brackets: ["low", "high"]'
    return "`,` has no place here; write `and` or `or` between two conditions"


def _missing_between(before: Token, here: Token, between: str) -> str:
    """What to say where nothing joins two parts."""
    if before.kind == "word" and before.text in FUNCTIONS and here.kind == "word":
        return f"write {before.text}({here.text}), with brackets"
    if before.kind == "sign" and before.text not in (")", "]"):
        return f"{quoted(here.text)} has no place here"
    if "\n" in between:
        return "between this line and the one before it `and` or `or` is missing"
    if before.kind == "number" and here.kind == "word":
        return f"leave out {quoted(here.text)}: a number stands alone, without a unit"
    return f"between this and what stands before it `and`, `or` or a sign such as `==` is missing; {_SEVERAL}"


def alone(name: str) -> str:
    """What to say of a name that is a whole condition."""
    form = f'compare it, as in {name} == "yes" or {name} > 0, or write answered({name})'
    return ALONE.get(name, f"`{name}` alone is no condition: {form}")


def bad_name(pieces: Sequence[Token], at: int) -> str:
    """What to say of a word at `at` that no question can have as its name."""
    text = pieces[at].text
    if text.casefold() in ("if", "when", "only"):
        return f"leave `{shortened(text, 80)}` out; a condition only compares answers"
    if text.count(".") > 3:
        return "a name has at most four parts with points between them"
    dashed = _with_dashes(pieces, at)
    if NAME.fullmatch(dashed.lower()):
        joined = " and with `_`" if dashed != text else ""
        return f"questions are written in small letters{joined}: {shortened(dashed.lower(), 80)}"
    form = "a name has small letters, digits and `_`, begins with a letter and has at most 60 characters"
    return f"{quoted(text)} cannot be a question: {form}"


def _with_dashes(pieces: Sequence[Token], at: int) -> str:
    """The name at `at` with the words that follow behind dashes, joined by `_`."""
    found = pieces[at].text
    while at + 2 < len(pieces) and pieces[at + 1].text == "-" and pieces[at + 2].kind == "word":
        at += 2
        found += f"_{pieces[at].text}"
    return found


def no_function(text: str) -> str:
    """What to say of a call that there is not."""
    # Imported for a mistake only, as it brings pydantic with it.
    from pmtui.reading.checking import did_you_mean

    known = f"{', '.join(FUNCTIONS[:-1])} and {FUNCTIONS[-1]}"
    if text.casefold() in JOINING:
        return f"write `{text.casefold()}` in lower case"
    meant = FUNCTIONS_MEANT.get(text.casefold())
    hint = f" - did you mean `{meant}(...)`?" if meant else did_you_mean(text, FUNCTIONS)
    return f"there is no `{shortened(text, 80)}(...)`{hint} (there are {known})"
