"""The built-in rules as they are after compiling, in a file beside them, because reading and compiling takes time.

The file names the rule files that it was made from and what they held.  Where these changed, it is passed over and the
rules are compiled anew, so that it can be late but never wrong.  ``python -m pmtui.blame.frozen`` writes it.
"""

from __future__ import annotations

import json
from binascii import crc32
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from pmtui.blame.automaton import Automaton, written
from pmtui.blame.rules import ASKED, BUILT_IN, CATEGORIES, Move, Rule, Rules, ranked
from pmtui.blame.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pmtui.blame.automaton import Atoms, Steps

FILE = BUILT_IN.with_suffix(".json")
"""Where the built-in rules lie compiled."""


def read() -> Rules | None:
    """The built-in rules, where the file is there and was made from the rule files that are there."""
    try:
        data = json.loads(FILE.read_bytes())
        if data["sources"] != sources():
            return None
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return thawed(data)


def sources() -> dict[str, int]:
    """The rule files that pmtui comes with, and a sum of what each holds."""
    paths: list[Path] = [BUILT_IN, *sorted(BUILT_IN.parent.glob("*/*.yaml"))]
    return {path.relative_to(BUILT_IN.parent).as_posix(): crc32(path.read_bytes()) for path in paths}


def frozen(rules: Rules) -> dict[str, Any]:
    """`rules` as data for a JSON file."""
    words = rules.vocabulary
    asked = _judging(rules.asked) if rules.asked else None
    return {
        "sources": sources(),
        "language": rules.language,
        "address": dict(rules.address),
        "those": rules.those,
        "moves": [asdict(move) for move in rules.moves],
        "known": _grouped(words.known),
        "longer": _grouped(words.longer),
        "endings": _grouped(words.endings),
        "not_people": list(words.not_people),
        "asked": asked,
        **_judging(rules),
    }


def _judging(rules: Rules) -> dict[str, Any]:
    """What texts are judged with: the rules, and the automaton of their patterns."""
    steps, ends = merged(rules.automaton)
    written = [{key: _plain(value) for key, value in asdict(rule).items() if value} for rule in rules.rules]
    return {"rules": written, "steps": steps, "ends": ends}


def thawed(data: Mapping[str, Any]) -> Rules:
    """What `frozen` was given."""
    words = Vocabulary(
        _ungrouped(data["known"]), _ungrouped(data["longer"]), _ungrouped(data["endings"]), data["not_people"]
    )
    moves = tuple(Move(**{**move, "questions": tuple(move["questions"])}) for move in data["moves"])

    def judging(part: Mapping[str, Any], names: tuple[str, ...], **more: Any) -> Rules:
        rules = tuple(_rule(rule) for rule in part["rules"])
        automaton = Automaton(part["steps"], dict(part["ends"]))
        return Rules(
            rules, words, automaton, data["address"], data["those"], ranked(names), language=data["language"], **more
        )

    return judging(data, CATEGORIES, moves=moves, asked=judging(data["asked"], ASKED))


def merged(automaton: Automaton) -> tuple[dict[str, str], list[tuple[int, int]]]:
    """The steps, as `Automaton` reads them, and ends of an automaton in which positions that go on alike are one."""
    follow, ends = _follow(automaton), automaton.ends
    classes: list[int] = [ends.get(position, -1_000_000) for position in range(len(follow))]
    count = 0
    while True:
        known: dict[Any, int] = {}
        found = []
        for position, edges in enumerate(follow):
            steps = frozenset(
                (atom, frozenset(classes[target] for target in targets)) for atom, targets in edges.items()
            )
            # Position 0 comes first, so that its class is 0: there every pattern begins.
            found.append(known.setdefault((position == 0, ends.get(position), steps), len(known)))
        classes = found
        if len(known) == count:
            break
        count = len(known)
    one_of = {each: position for position, each in reversed(list(enumerate(classes)))}
    kept = [
        {atom: {classes[target] for target in targets} for atom, targets in follow[one_of[each]].items()}
        for each in range(count)
    ]
    return written(kept), [(each, ends[one_of[each]]) for each in range(count) if one_of[each] in ends]


def _follow(automaton: Automaton) -> list[Steps]:
    """The steps by position."""
    found: list[Steps] = [{} for _ in range(max(automaton.ends, default=0) + 1)]
    for atom in automaton.written:
        for position, targets in automaton.steps(atom).items():
            found[position][atom] = set(targets)
    return found


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else value


def _rule(data: dict[str, Any]) -> Rule:
    sets = {"not_after", "not_before", "needs", "unless", "only"}
    plain: dict[str, Any] = {
        key: frozenset(value) if key in sets else tuple(value) if isinstance(value, list) else value
        for key, value in data.items()
    }
    plain["swap"] = tuple(map(tuple, plain.get("swap", ())))
    missing = {field.name: () for field in fields(Rule) if field.name == "questions"}
    return Rule(**{"category": None, **missing, **plain})


def _grouped(entries: Mapping[str, Atoms]) -> dict[str, str]:
    groups: dict[str, list[str]] = {}
    for entry, atoms in entries.items():
        groups.setdefault(" ".join(atoms), []).append(entry)
    return {atoms: "\n".join(sorted(same)) for atoms, same in sorted(groups.items())}


def _ungrouped(groups: Mapping[str, str]) -> dict[str, Atoms]:
    found: dict[str, Atoms] = {}
    for joined, entries in groups.items():
        found.update(dict.fromkeys(entries.split("\n"), tuple(joined.split(" "))))
    return found


def text() -> str:
    """What the file is to hold for the rule files that are there."""
    from pmtui.blame.compiling import compiled
    from pmtui.blame.rule_files import gathered

    return (
        json.dumps(frozen(compiled(gathered([BUILT_IN], BUILT_IN))), ensure_ascii=False, separators=(",", ":")) + "\n"
    )


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
