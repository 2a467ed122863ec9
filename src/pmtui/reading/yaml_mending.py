"""Which line of a YAML file, mended alone, makes the rest of it readable.

What stands too far left or right is often only noticed many lines below.  So the lines above are mended one after the
other, as their author might, and the file is parsed again: the line that helps is the one that is wrong.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from pmtui.reading.yaml_indents import elsewhere
from pmtui.reading.yaml_lines import LOADER, Hint, indent_of, is_content, key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmtui.reading.yaml_lines import Stumble

FURTHEST = 80
"""Lines above the place where the parser gave up that are tried."""

MOST_SIGNS = 1_000_000
"""Characters that are parsed at most, so that a large file takes no time."""

BEYOND = 3
"""Lines that the parser has to get further than before, where the file has another mistake below."""


class Mend(NamedTuple):
    """A line written anew; `why` says what was wrong with it."""

    line: int
    words: str
    why: str


class Outcome(NamedTuple):
    """How a mend turned out, what is least first."""

    unread: int
    """Lines that still cannot be read."""
    lost: int
    """Keys without a value, and entries that became part of a text."""
    odd: int
    """Lines around that do not stand as far in as lines of this file do."""
    misplaced: int
    """Whether a line was taken away from where others with its key stand, or brought there."""
    is_dash: bool
    distance: int
    moved: int
    """Spaces that were added or taken away."""


def mended(at: Stumble) -> Hint | None:
    """The one line that has to be written otherwise; nothing where none helps."""
    best: tuple[Outcome, Mend] | None = None
    left = MOST_SIGNS
    usual = usual_step(at.lines)
    around = range(max(at.number - FURTHEST, 0), min(at.number + 5, len(at.lines)))
    for mend in _mends(at):
        left -= len(at.text)
        if left < 0:
            break
        lines = [*at.lines]
        lines[mend.line] = mend.words
        read, lost = _read(lines)
        if read < len(lines) and read < at.number + BEYOND:
            continue
        odd = sum(step(lines, each) not in (usual, None) for each in around if is_content(lines[each]))
        is_dash = mend.words.lstrip()[:2] != at.lines[mend.line].lstrip()[:2]
        unread = len(lines) - min(read, len(lines))
        moved = abs(indent_of(mend.words) - indent_of(at.lines[mend.line]))
        outcome = Outcome(unread, lost, odd, _misplaced(at, mend), is_dash, at.number - mend.line, moved)
        if best is None or outcome < best[0]:
            best = outcome, mend
    return Hint(best[1].line, indent_of(at.line(best[1].line)), best[1].why) if best else None


def _misplaced(at: Stumble, mend: Mend) -> int:
    """1 where a line stood as others with its key do, -1 where it stands so now."""
    others = elsewhere(at, mend.line)
    before, after = indent_of(at.line(mend.line)), indent_of(mend.words)
    return (before in others) - (after in others)


def _mends(at: Stumble) -> Iterator[Mend]:
    """What may be tried, beginning at the place where the parser gave up."""
    first = max(at.number - FURTHEST, 0)
    near = range(at.number, first - 1, -1)
    begun = [at.begun[0]] if at.begun and at.begun[0] < first else []
    for number in (*near, *begun):
        line = at.line(number)
        if is_content(line):
            yield from _of_line(at, number, line)


def _of_line(at: Stumble, number: int, line: str) -> Iterator[Mend]:
    indent, rest = indent_of(line), line.lstrip()
    if re.match(r"-[^\s-]", rest):
        yield Mend(number, f"{line[:indent]}- {rest[1:]}", "a space is missing after the dash: write `- `")
    for wanted in _indents_near(at, number):
        if wanted != indent:
            spaces = f"{indent} {'space' if indent == 1 else 'spaces'}"
            why = f"this line has {spaces} before it; with {wanted} it goes with the lines around it"
            yield Mend(number, f"{' ' * wanted}{rest}", why)
    if rest.startswith("- ") and key_of(line):
        yield Mend(number, f"{line[:indent]}  {rest[2:]}", "the dash begins a new entry here; take it away")
    elif indent >= 2 and not rest.startswith("-"):
        yield Mend(number, f"{' ' * (indent - 2)}- {rest}", "a new entry begins here: put `- ` before it")


def _indents_near(at: Stumble, number: int) -> list[int]:
    """How far in the lines around a line stand, and how far their texts do."""
    found: list[int] = []
    around = [each for each in range(number - 8, number + 5) if each != number and is_content(at.line(each))]
    for each in around:
        line = at.line(each)
        found += [indent_of(line), indent_of(line) + (2 if line.lstrip().startswith("- ") else 0)]
    following = next((at.line(each) for each in range(number + 1, number + 5) if is_content(at.line(each))), "")
    if at.line(number).lstrip().startswith("- ") and not following.lstrip().startswith("- "):
        found.insert(0, max(indent_of(following) - 2, 0))
    dashes = [indent_of(line) for line in at.lines if line.lstrip().startswith("- ")]
    return list(dict.fromkeys([*found, *([min(dashes)] if dashes else [])]))


def _read(lines: list[str]) -> tuple[int, int]:
    """(how many lines can be read, keys without a value and entries that became part of a text)."""
    lost = 0
    try:
        for event in yaml.parse("\n".join(lines), Loader=LOADER):
            if isinstance(event, yaml.ScalarEvent) and not event.style:
                lost += event.value == "" or (" - " in event.value and _lines_of(event) > 1)
    except yaml.MarkedYAMLError as error:
        return (error.problem_mark.line if error.problem_mark else 0), lost
    except yaml.YAMLError:
        return 0, lost
    return len(lines), lost


def _lines_of(event: Any) -> int:
    return int(event.end_mark.line - event.start_mark.line + 1)


def step(lines: list[str], number: int) -> int | None:
    """How much further in a line stands than the line that it is below of."""
    indent = indent_of(lines[number])
    for above in range(number - 1, max(number - FURTHEST, -1), -1):
        if is_content(lines[above]) and indent_of(lines[above]) < indent:
            return indent - indent_of(lines[above])
    return None


def usual_step(lines: list[str]) -> int | None:
    """How much further in lines mostly stand than the line that they are below of."""
    steps = [step(lines, number) for number in range(min(len(lines), 500)) if is_content(lines[number])]
    counted = Counter(step for step in steps if step is not None).most_common(1)
    return counted[0][0] if counted else None
