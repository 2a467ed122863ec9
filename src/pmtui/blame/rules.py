"""Rules of blaming language, compiled: what a rule is, and what the detector is given.

How a rule file is written is told in `docs/blame.md`; how one is read, in `pmtui.blame.rule_files`.
"""

from __future__ import annotations

import contextlib
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pmtui.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pmtui.blame.automaton import Automaton
    from pmtui.blame.vocabulary import Vocabulary

BUILT_IN = Path(__file__).with_name("rules.yaml")
"""The rules that pmtui comes with."""

CATEGORIES = (
    "leading-question", "punishment", "animated", "second-person", "anthropomorphism", "user-blame", "motive",
    "absolute", "hindsight", "human-error", "counterfactual", "character", "group-blame", "individual-cause",
)  # fmt: skip
"""The categories of flags; where several fit the same words, the earlier one is shown."""

ASKED = ("who-caused", "why-you", "should-have", "leading", "yes-no", "two-in-one")
"""The kinds of an interviewer's question that is worth another form; the earlier one is shown."""

OPENINGS = ("anywhere", "clause", "sentence")
"""Where a rule may apply: anywhere, where a clause begins, where its sentence begins."""

REACHES = ("sentence", "rest", "here")
"""How far a rule keeps flags away: from its sentence, from all that follows in it, from the words themselves."""


def ranked(names: Iterable[str]) -> dict[str, int]:
    """The place of each name; where two flags fit the same words, the one in the earlier place is shown."""
    return {name: place for place, name in enumerate(names)}


@dataclass(frozen=True)
class Rule:
    """One rule.  `questions` and `rewording` may contain ``{subject}`` (who is spoken of) and ``{words}``.

    `rewording` stands for all that is marked, `swap` for one word of it (see `pmtui.blame.rewording`).

    A rule does not apply where the word before is in `not_after` or the word after in `not_before` (lists or kinds);
    where its sentence has nothing of `needs`, or something of `unless`; with `in_question`, where the sentence does not
    end with a question mark; with `after_person`, where no person acts earlier in the sentence; with `opening`, where
    no clause or sentence begins (see `OPENINGS`).

    Of a rule for questions the category is one of `ASKED`, and `questions` may have more parts to fill (see
    `pmtui.blame.questions`).

    A rule without a category keeps flags away instead, as far as `reach` says, of the categories in `only` or of all.
    `flagged` and `left_alone` are examples that the rule answers for.
    """

    id: str
    category: str | None
    reason: str
    questions: tuple[str, ...]
    rewording: str | None = None
    swap: tuple[tuple[str, str], ...] = ()
    not_after: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    in_question: bool = False
    after_person: bool = False
    opening: str = OPENINGS[0]
    reach: str = "sentence"
    only: frozenset[str] = frozenset()
    flagged: tuple[str, ...] = ()
    left_alone: tuple[str, ...] = ()


@dataclass(frozen=True)
class Move:
    """Where the target or the form decides: a flag with a phrase of `kind`, or in a question, goes to `category`."""

    category: str
    kind: str
    reason: str
    questions: tuple[str, ...]


@dataclass(frozen=True)
class Rules:
    """Compiled rules, safe to share: `automaton` matches by the number of a rule in `rules`.

    `asked` are those that an interviewer's question is read with, as rules of their own over the same vocabulary.
    """

    rules: tuple[Rule, ...]
    vocabulary: Vocabulary
    automaton: Automaton
    address: Mapping[str, str]
    those: str
    rank: Mapping[str, int]
    moves: tuple[Move, ...] = ()
    language: str = "en"
    asked: Rules | None = None


def load(path: Path) -> Rules:
    """The rules in the YAML file at `path`, with its parts and what it extends, compiled.

    Raises `Refused` with one line for each mistake, each with line and column.
    """
    return load_all([path])


def load_folder(folder: Path) -> Rules:
    """The rules of a team: the built-in ones, with what the YAML files in `folder` add, change, switch off or replace.

    Files are read in the order of their names.  Where there is no folder or no file, the built-in rules are given.
    Raises `Refused` with one line for each mistake, each with line and column.
    """
    paths = sorted(folder.glob("*.yaml")) if folder.is_dir() else []
    return load_all(paths or [BUILT_IN])


def usable(folder: Path) -> tuple[Rules, str | None]:
    """`load_folder`, or the built-in rules and the lines that say what is wrong in the team's."""
    try:
        return load_folder(folder), None
    except Refused as refusal:
        return load(BUILT_IN), f"{refusal}\nthe built-in rules are used"


def stamp(folder: Path) -> int:
    """A number that changes when the rules that `load_folder` gives do."""
    paths = [BUILT_IN.with_name("rules.json"), *(sorted(folder.glob("*.yaml")) if folder.is_dir() else [])]
    found = 0
    for path in paths:
        with contextlib.suppress(OSError):
            found = zlib.crc32(path.read_bytes(), zlib.crc32(path.name.encode(), found))
    return found


def load_all(paths: list[Path]) -> Rules:
    """The rules in several files, each on top of those before it; see `load_folder`."""
    if paths == [BUILT_IN]:
        from pmtui.blame import frozen

        if (known := frozen.read()) is not None:
            return known
    from pmtui.blame.compiling import compiled
    from pmtui.blame.rule_files import gathered

    return compiled(gathered(paths, BUILT_IN))
