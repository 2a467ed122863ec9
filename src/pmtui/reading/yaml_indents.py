"""Which of the lines around a place in a YAML file has the wrong number of spaces before it.

A line is compared with the others of the file that begin with the same key: people copy their own form.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmtui.reading.yaml_lines import Hint, indent_of, key_of

if TYPE_CHECKING:
    from pmtui.reading.yaml_lines import Stumble

PROBLEMS = (
    "mapping values are not allowed",
    "expected key",
    "expected '-' indicator",
    "block sequence entries",
    "document start",
)


def wrong_indent(at: Stumble) -> Hint | None:
    """The line whose spaces are wrong, where the parser gave up at the beginning of one."""
    line = at.line(at.number)
    at_colon = "mapping values" in at.problem and at.column == _colon(line)
    if not any(each in at.problem for each in PROBLEMS) or not (at_colon or at.column == indent_of(line)):
        return None
    above = at.before(at.number)
    if above is not None and _is_step_left(at, above):
        message = f"`{key_of(at.line(above))}:` stands too far left: the lines around it go with what is further right"
        return Hint(above, indent_of(at.line(above)), message)
    if above is not None and _is_dash_moved(at, above):
        inside, outside = indent_of(line), _text_column(at.line(above))
        message = (
            f"this entry's text begins {_spaces(outside)} in and the lines below it {_spaces(inside)}; "
            f"they have to stand below one another"
        )
        return Hint(above, indent_of(at.line(above)), message)
    return Hint(at.number, indent_of(line), _message(at, line))


def _is_step_left(at: Stumble, above: int) -> bool:
    """Whether the line `above` alone stands further left than the lines around it, which stand as others do."""
    line, odd, before = at.line(at.number), at.line(above), at.line(at.before(above))
    is_key = key_of(odd) is not None and not odd.lstrip().startswith("- ")
    around = min(indent_of(line), _text_column(before))
    return is_key and indent_of(odd) < around and indent_of(line) in elsewhere(at, at.number)


def _is_dash_moved(at: Stumble, above: int) -> bool:
    """Whether the line `above` begins an entry and is wrong itself: the key here stands where such keys stand."""
    line, dashed = at.line(at.number), at.line(above)
    if not dashed.lstrip().startswith("- ") or line.lstrip().startswith("- ") or not key_of(dashed):
        return False
    others = elsewhere(at, at.number)
    if others:
        return indent_of(line) in others and _text_column(dashed) not in others
    following, entries = at.line(at.number + 1), elsewhere(at, above)
    goes_on = key_of(following) is not None and indent_of(following) == indent_of(line)
    return goes_on and bool(entries) and indent_of(dashed) not in entries


def _message(at: Stumble, line: str) -> str:
    indent, others = indent_of(line), elsewhere(at, at.number)
    is_entry = line.lstrip().startswith("- ")
    begin = "`- `" if is_entry else f"`{key_of(line)}:`" if key_of(line) else "this line"
    if is_entry and "mapping values" in at.problem:
        owner = at.line(at.before(at.number)).strip()
        missing = "mind the spaces before it, or a line such as `questions:` is missing above"
        return f"a list begins here, but `{owner[:40]}` takes none; {missing}"
    if others and indent not in others:
        nearest = min(abs(each - indent) for each in others)
        usual = " or ".join(str(each) for each in sorted(others) if abs(each - indent) == nearest)
        return f"{begin} has {_spaces(indent)} before it; elsewhere in this file it has {usual}"
    if "'-' indicator" in at.problem:
        return f"here an entry is expected: put `- ` before {begin}, or mend the spaces before it ({indent} now)"
    return f"{begin} does not stand below a line that it goes with; mind the spaces before it ({indent} now)"


def elsewhere(at: Stumble, number: int) -> set[int]:
    """How far in the other lines stand that begin as the line `number` does."""
    line = at.line(number)
    key, dashed = key_of(line), line.lstrip().startswith("- ")
    return {
        indent_of(each)
        for index, each in enumerate(at.lines)
        if key and index != number and key_of(each) == key and each.lstrip().startswith("- ") == dashed
    }


def _colon(line: str) -> int:
    found = re.match(r"\s*(?:- +)*[A-Za-z_][\w-]*(?=:)", line)
    return found.end() if found else -1


def _text_column(dashed: str) -> int:
    return len(dashed) - len(re.sub(r"^\s*(?:- +)+", "", dashed))


def _spaces(count: int) -> str:
    return f"{count} space" if count == 1 else f"{count} spaces"
