"""What the person who wrote a YAML file can do about the place where the parser gave up.

The parser tells where it could not go on, which is often below the mistake, and in words about its own grammar.  Here
the lines around that place are looked at as a person would look at them.  `GUESSES` are tried in their order; the
first that recognises the mistake names its line and says what to do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmtui.reading import yaml_indents, yaml_mending
from pmtui.reading.unseen import first_unseen, named
from pmtui.reading.yaml_lines import BULLET, Hint, Stumble, indent_of, key_of, opens_block

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

TAB = "a tab stands where only spaces may; indent with spaces"
DASH = "a space is missing after the dash: an entry of a list begins with `- `"
NO_COLON = "a key needs `: ` (a colon and a space); a text that goes on has to stand further in than its key"

CLOSING = {"[": "]", "{": "}"}

FURTHEST = 80
"""Lines above that are looked at for a space that is none."""

_STRUCTURE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*(?:-\s+)*[\w\u200b-\u200f\u2060\ufeff-]*\s?:?\s*")
_FULL_WIDTH = "\N{FULLWIDTH COLON}"
_TEXT_BEGINS = re.compile(r"""\s*(?:-\s+)*(?:[\w-]+:\s+)?(["'\[{])""")


def hint(stumble: Stumble) -> Hint:
    """The line that is wrong, and what to do about it."""
    found = (guess(stumble) for guess in GUESSES)
    return next((each for each in found if each is not None), stumble.here(stumble.problem))


def _tab(at: Stumble) -> Hint | None:
    line = at.line(at.number)
    is_tab = line[at.column : at.column + 1] == "\t" or "\t" in line[: indent_of(line)]
    return at.here(TAB) if is_tab else None


def _unseen(at: Stumble) -> Hint | None:
    """A character that looks like a space, where the form of the file depends on it."""
    above = range(at.number, max(at.number - FURTHEST, -1), -1)
    spaces = (each for each in above if _odd_space(at.line(each)) is not None)
    for number in (*at.nearby, *spaces):
        line = at.line(number)
        begin = _STRUCTURE.match(line)
        where = first_unseen(begin[0]) if begin else None
        if where is not None:
            return Hint(number, where, f"{named(line[where])} stands here; put a plain space there, or nothing")
        if _FULL_WIDTH in line and key_of(line.replace(_FULL_WIDTH, ": ")) and not key_of(line):
            return Hint(number, line.index(_FULL_WIDTH), "this is a full-width colon; write `: ` (a colon and a space)")
    return None


def _odd_space(line: str) -> int | None:
    """Where something else than a plain space stands before a line's text."""
    return first_unseen(line[: indent_of(line)])


def _open_quote(at: Stumble) -> Hint | None:
    """A quote that swallowed the lines below it."""
    is_at_end = "unexpected end of stream" in at.problem or "document indicator" in at.problem
    sign = at.swallowing or (at.begun if is_at_end else None)
    if sign is None:
        return None
    quote = at.line(sign[0])[sign[1] : sign[1] + 1]
    return Hint(*sign, f"the quote {quote} that opens here is not closed, so it takes in the lines below")


def _open_at_end(at: Stumble) -> Hint | None:
    """A bracket that is still open where the file ends."""
    if at.unclosed is None:
        return None
    bracket = at.line(at.unclosed[0])[at.unclosed[1]]
    return Hint(*at.unclosed, f"this `{bracket}` is not closed: the file ends before its `{CLOSING[bracket]}`")


def _open_bracket(at: Stumble) -> Hint | None:
    if "expected ',' or" not in at.problem or at.begun is None:
        return None
    line, column = at.begun
    bracket = at.line(line)[column : column + 1]
    closing = CLOSING.get(bracket, "")
    sign = at.line(at.number)[at.column : at.column + 1]
    if line != at.number:
        ahead = at.line(line).split(" #")[0].rstrip()
        goes_on = ahead.endswith((",", bracket)) and not at.begins_a_part(at.number)
        missing = f"before this line a comma or the closing `{closing}` is missing"
        return (
            at.here(missing)
            if goes_on
            else Hint(line, column, f"this `{bracket}` is not closed: put `{closing}` behind it")
        )
    if sign in ("]", "}"):
        return at.here(f"`{closing}` is missing before this `{sign}`; each `{bracket}` is closed by a `{closing}`")
    if at.line(at.number)[: at.column].rstrip()[-1:] in ("'", '"'):
        return at.here(
            "a comma is missing here; or the text goes on behind its quote, and needs quotes around all of it"
        )
    return at.here(f"a comma is missing before this, or `{closing}`; a text with `: `, [ or {{ in it needs quotes")


def _in_brackets(at: Stumble) -> Hint | None:
    if at.problem != "did not find expected node content":
        return None
    sign = at.line(at.number)[at.column : at.column + 1]
    if sign == "-":
        return at.here("inside of [ ] entries stand without a dash, with commas between them")
    return at.here(f"before this `{sign}` something is missing, or it is one too many")


def _dash(at: Stumble) -> Hint | None:
    """An entry of a list whose dash is none, or has no space behind it."""
    for number in at.nearby:
        line = at.line(number)
        rest = line.lstrip()
        if re.match(r"-[A-Za-z\"'{\[]", rest):
            return Hint(number, indent_of(line), DASH)
        if re.match(BULLET, rest):
            return Hint(number, indent_of(line), f"an entry of a list begins with `- `, not with `{rest[0]}`")
    return None


def _no_colon(at: Stumble) -> Hint | None:
    """A line that should be `key: value`, and is none."""
    if "could not find expected ':'" not in at.problem or at.begun is None:
        return None
    number, column = at.begun
    rest, above = at.line(number)[column:].rstrip(), at.line(at.before(number))
    if opens_block(above) and indent_of(above) >= column:
        return Hint(number, column, "a text below | or > has to stand further in than its key; put spaces before it")
    return Hint(number, column, _about_key(rest))


def _about_key(rest: str) -> str:
    """What to say of `rest`, which stands where `key: value` is expected."""
    if found := re.match(r"([\w-]+):(?=\S)", rest):
        return f"a space is missing behind the colon: `{found[0]} {rest[found.end() :]}`"[:120]
    if found := re.match(r"([\w-]+)\s*[;=]", rest):
        return f"behind the key `{found[1]}` `: ` is expected (a colon and a space)"
    if re.fullmatch(r"[\w-]+", rest):
        return f"a colon is missing: `{rest}:`; {NO_COLON.partition('; ')[2]}"
    return NO_COLON


def _word_without_colon(at: Stumble) -> Hint | None:
    """`steps`, and a list below it."""
    above = at.before(at.number)
    word = re.fullmatch(r"\s*([a-z][\w-]*)\s*", at.line(above))
    deeper = above is not None and indent_of(at.line(at.number)) > indent_of(at.line(above))
    if not word or above is None or not deeper or not at.begins_a_part(at.number) or "mapping values" not in at.problem:
        return None
    return Hint(above, word.start(1), _about_key(word[1]))


def _one_line(at: Stumble) -> Hint | None:
    """A line that has too many or too few spaces before it, or a dash, however far above."""
    line = at.line(at.number)
    is_text = "mapping values" in at.problem and not at.begins_a_part(at.number)
    behind = _TEXT_BEGINS.match(line) and at.column > indent_of(line) and "mapping values" not in at.problem
    if is_text or behind or not any(each in at.problem for each in yaml_indents.PROBLEMS):
        return None
    return yaml_mending.mended(at)


def _first_without_colon(at: Stumble) -> Hint | None:
    """`- id c`, and a key on the next line: the parser finds fault with that one."""
    number = at.before(at.number)
    if "mapping values are not allowed" not in at.problem or number is None:
        return None
    line, above = at.line(number), at.line(at.before(number))
    if at.line(at.number).lstrip().startswith("- ") or key_of(at.line(at.number)) is None:
        return None
    rest = re.sub(r"^\s*(- +)*", "", line)
    column = len(line) - len(rest)
    is_first = line.lstrip().startswith("- ") or not above.strip() or above.rstrip().endswith(":")
    if not is_first or not re.match("[a-z]", rest) or key_of(rest) or column != indent_of(at.line(at.number)):
        return None
    return Hint(number, column, _about_key(rest.rstrip()))


def _escape(at: Stumble) -> Hint | None:
    if "escape character" in at.problem or "hexdecimal" in at.problem:
        return at.here(r"in double quotes \ has a meaning of its own; put single quotes around the text instead")
    return None


def _block_sign(at: Stumble) -> Hint | None:
    if "expected comment or line break" not in at.problem or at.begun is None:
        return None
    sign = at.line(at.begun[0])[at.begun[1] : at.begun[1] + 1]
    return Hint(
        *at.begun, f"behind {sign} nothing stands on the same line; a text that starts with {sign} needs quotes"
    )


def _behind_quote(at: Stumble) -> Hint | None:
    """A text that goes on behind the quote or the bracket that it started with."""
    line = at.line(at.number)
    begins = _TEXT_BEGINS.match(line)
    if not begins or at.column <= begins.start(1) or at.column == indent_of(line):
        return None
    sign = begins[1]
    if sign == "'":
        return at.here("the text ends at the ' before this; write '' for an apostrophe, or put double quotes around it")
    if sign == '"':
        return at.here('the text ends at the " before this; put single quotes around all of it: \'"a" b\'')
    return at.here(f"a text that starts with {sign} ends where that is closed; put quotes around all of it")


def _known(at: Stumble) -> Hint | None:
    words = next((words for said, words in KNOWN if said in at.problem), None)
    return at.here(f"{words} ({at.problem})") if words else None


KNOWN = (
    ("mapping values are not allowed", "a text that contains `: ` needs quotes around it; or the line stands too deep"),
    ("expected alphabetic or numeric", "a text that starts with * or & needs quotes around it"),
    ("cannot start any token", "a text that starts with a sign such as @ or % needs quotes around it"),
    ("undefined alias", "a text that starts with * needs quotes around it"),
    ("another document", "one file holds one questionnaire; take away the line with ---"),
    ("document start", "one file holds one questionnaire; what stands here does not belong to what is above"),
    ("mapping keys are not allowed", "a text that starts with ? needs quotes around it"),
    ("block sequence entries are not allowed", "a text that starts with `- ` needs quotes around it"),
    ("expected key", "the spaces before this line do not fit those of the lines above"),
    ("expected '-' indicator", "this line does not stand where the one before it does; mind the spaces before it"),
)
"""What the parser says where nothing more is known, and what can be done."""

GUESSES: Sequence[Callable[[Stumble], Hint | None]] = (
    _tab,
    _open_quote,
    _unseen,
    _open_at_end,
    _open_bracket,
    _in_brackets,
    _dash,
    _no_colon,
    _escape,
    _block_sign,
    _word_without_colon,
    _first_without_colon,
    _one_line,
    _behind_quote,
    yaml_indents.wrong_indent,
    _known,
)
