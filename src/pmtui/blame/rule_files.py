"""Rule files as data: one file read and checked, with its parts, on top of what it extends."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pmtui.blame.rules import ASKED, BUILT_IN, CATEGORIES, OPENINGS, REACHES, Rule

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pmtui.reading.faults import Fault
    from pmtui.reading.yaml import Source

Steps = tuple[str | int, ...]
Spot = tuple["Source | None", Steps]
"""Where something stands: a file and the path in it."""

_PARTS = {
    "language", "extends", "parts", "off", "lists", "verbs", "nouns", "shapes", "address", "those", "moves",
    "left-alone", "rules", "asked",
}  # fmt: skip
_RULE = {
    "id", "category", "pattern", "reason", "question", "rewording", "swap", "not-after", "not-before", "needs",
    "unless", "in-question", "after-person", "opening", "reach", "only", "examples",
}  # fmt: skip
_MOVE = {"category", "kind", "reason", "question"}


@dataclass
class Gathered:
    """What all files together say, before anything is compiled.  `spots` tells where each rule stands."""

    language: str = ""
    lists: dict[str, list[str]] = field(default_factory=dict)
    verbs: dict[str, list[str]] = field(default_factory=dict)
    nouns: dict[str, list[str]] = field(default_factory=dict)
    shapes: dict[str, str] = field(default_factory=dict)
    address: dict[str, str] = field(default_factory=dict)
    those: str = ""
    moves: list[tuple[str, str, str, tuple[str, ...]]] = field(default_factory=list)
    rules: dict[str, Rule] = field(default_factory=dict)
    asked: dict[str, Rule] = field(default_factory=dict)
    patterns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    spots: dict[str, Spot] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    top: Spot = (None, ())


def gathered(paths: Sequence[Path], built_in: Path) -> Gathered:
    """What the files at `paths` say, each on top of those before it.

    A file that says ``extends`` stands on `built_in`, once; one that does not replaces whatever came before it.  Raises
    `Refused` for a file that cannot be read; other mistakes are in the `faults` of what is returned.
    """
    known = Gathered()
    for path in paths:
        reader = _Reader(path)
        if not reader.extends:
            known = Gathered(faults=known.faults)
        elif not known.rules:
            known = gathered([built_in], built_in)
            reader.check_language(known.language)
        reader.run(known)
    return known


class _Reader:
    def __init__(self, path: Path) -> None:
        from pmtui.reading.yaml import read

        self.path = path
        self.source = read(path)
        self.faults: list[Fault] = []
        self.data = self._mapping((), self.source.data, _PARTS)
        self.extends = self.data.get("extends")

    def check_language(self, language: str) -> None:
        if self.extends != language:
            self._fault(("extends",), f"there are built-in rules for `{language}` only")

    def run(self, known: Gathered) -> None:
        known.top = (self.source, ("lists",))
        if "language" in self.data:
            known.language = self._text(("language",), self.data, "language")
        for index, name in enumerate(self._texts(("parts",), self.data.get("parts", []))):
            # A part that is not beside the file is one of those that pmtui comes with.
            beside = (folder / name for folder in (self.path.parent, BUILT_IN.parent))
            found = next((path for path in beside if path.is_file()), None)
            if found is None or name.startswith(("/", ".")) or ".." in name:
                self._fault(("parts", index), f"there is no file `{name}` below the folder of this file")
                continue
            _Reader(found).run(known)
        self._words(known)
        self._rules(known)
        known.faults += self.faults

    def _words(self, known: Gathered) -> None:
        for part, into in (("lists", known.lists), ("verbs", known.verbs), ("nouns", known.nouns)):
            for name, text in self._mapping((part,), self.data.get(part, {}), None).items():
                if isinstance(text, str):
                    into.setdefault(name, []).extend(e for entry in text.split(",") if (e := " ".join(entry.split())))
                else:
                    self._fault((part, name), "a list is one text of words and phrases with commas between them")
        for name, text in self._mapping(("shapes",), self.data.get("shapes", {}), None).items():
            known.shapes[name] = self._text(("shapes", name), {name: text}, name)
        for name, text in self._mapping(("address",), self.data.get("address", {}), None).items():
            known.address[name] = self._text(("address", name), {name: text}, name)
        if "those" in self.data:
            known.those = self._text(("those",), self.data, "those")

    def _rules(self, known: Gathered) -> None:
        for index, entry in enumerate(self._sequence(("moves",), self.data.get("moves", []))):
            known.moves.append(self._move(("moves", index), entry))
        mine: set[str] = set()
        for part in ("left-alone", "rules", "asked"):
            into = known.asked if part == "asked" else known.rules
            for index, entry in enumerate(self._sequence((part,), self.data.get(part, []))):
                rule = self._rule((part, index), entry, part)
                if rule.id in mine or (rule.id in known.patterns and not self.extends):
                    self._fault((part, index, "id"), f"another rule is called `{rule.id}`; a flag names one rule")
                mine.add(rule.id)
                into[rule.id] = rule
                known.patterns[rule.id] = self._patterns((part, index, "pattern"), entry)
                known.spots[rule.id] = (self.source, (part, index))
        for index, name in enumerate(self._texts(("off",), self.data.get("off", []))):
            if (known.rules.pop(name, None) or known.asked.pop(name, None)) is None:
                self._fault(("off", index), f"there is no rule `{name}` to switch off")

    def _move(self, path: Steps, data: Any) -> tuple[str, str, str, tuple[str, ...]]:
        data = self._mapping(path, data, _MOVE)
        if data.get("category") not in CATEGORIES:
            self._fault((*path, "category"), f"`category` must be one of: {', '.join(CATEGORIES)}")
        reason = self._text((*path, "reason"), data, "reason")
        kind = data.get("kind") if isinstance(data.get("kind"), str) else ""
        return str(data.get("category")), kind or "", reason, self._questions(path, data)

    def _rule(self, path: Steps, data: Any, part: str) -> Rule:
        data = self._mapping(path, data, _RULE)
        category = data.get("category")
        # Of what is asked, a rule without a category is one that keeps flags away.
        judged = part == "rules" or (part == "asked" and "category" in data)
        allowed = ASKED if part == "asked" else CATEGORIES
        if judged and category not in allowed:
            self._fault((*path, "category"), f"`category` must be one of: {', '.join(allowed)}")
        elif not judged and category:
            self._fault((*path, "category"), "what is left alone has no category")
        examples = self._mapping((*path, "examples"), data.get("examples", {}), {"flagged", "left-alone"})
        names = {
            key: frozenset(self._names((*path, key), data)) for key in ("not-after", "not-before", "needs", "unless")
        }
        return Rule(
            id=self._text((*path, "id"), data, "id"),
            category=category if judged else None,
            reason=self._text((*path, "reason"), data, "reason"),
            questions=self._questions(path, data) if judged else (),
            rewording=self._text((*path, "rewording"), data, "rewording") if "rewording" in data else None,
            swap=self._swap((*path, "swap"), data),
            not_after=names["not-after"], not_before=names["not-before"],
            needs=names["needs"], unless=names["unless"],
            in_question=self._yes((*path, "in-question"), data, "in-question"),
            after_person=self._yes((*path, "after-person"), data, "after-person"),
            opening=self._one_of((*path, "opening"), data.get("opening", OPENINGS[0]), OPENINGS),
            reach=self._one_of((*path, "reach"), data.get("reach", REACHES[0]), REACHES),
            only=frozenset(self._one_of((*path, "only"), name, allowed) for name in self._names((*path, "only"), data)),
            flagged=self._texts((*path, "examples", "flagged"), examples.get("flagged", [])),
            left_alone=self._texts((*path, "examples", "left-alone"), examples.get("left-alone", [])),
        )  # fmt: skip

    def _swap(self, path: Steps, data: dict[str, Any]) -> tuple[tuple[str, str], ...]:
        found = self._mapping(path, data.get("swap", {}), None)
        for old, new in found.items():
            if not isinstance(new, str):
                self._fault((*path, old), f"what stands for `{old}` must be a text; an empty one takes it out")
        return tuple((old, " ".join(str(new).split())) for old, new in found.items())

    def _patterns(self, path: Steps, data: Any) -> tuple[str, ...]:
        pattern = data.get("pattern") if isinstance(data, dict) else None
        return (pattern,) if isinstance(pattern, str) else self._texts(path, pattern)

    def _questions(self, path: Steps, data: dict[str, Any]) -> tuple[str, ...]:
        if isinstance(data.get("question"), list):
            found = self._texts((*path, "question"), data["question"])
            if found:
                return found
        return (self._text((*path, "question"), data, "question"),)

    def _names(self, path: Steps, data: dict[str, Any]) -> list[str]:
        return self._text(path, data, path[-1]).split() if path[-1] in data else []

    def _one_of(self, path: Steps, value: Any, allowed: Sequence[str]) -> str:
        if value not in allowed:
            self._fault(path, f"`{path[-1]}` must be one of: {', '.join(allowed)}")
        return str(value)

    def _yes(self, path: Steps, data: dict[str, Any], key: str) -> bool:
        if data.get(key, "no") not in {"yes", "no"}:
            self._fault(path, f"`{key}` is yes or no")
        return data.get(key) == "yes"

    def _mapping(self, path: Steps, data: Any, known: set[str] | None) -> dict[str, Any]:
        if not isinstance(data, dict):
            self._fault(path, f"{_called(path)} must be a mapping, `name: value` on each line")
            return {}
        for key in data:
            if known is not None and key not in known:
                self._fault((*path, key), f"`{key}` is not known here; possible are: {', '.join(sorted(known))}")
        return data

    def _sequence(self, path: Steps, data: Any) -> list[Any]:
        if not isinstance(data, list):
            self._fault(path, f"{_called(path)} must be a list, `- ` before each entry")
            return []
        return data

    def _texts(self, path: Steps, data: Any) -> tuple[str, ...]:
        texts = self._sequence(path, data)
        for index, text in enumerate(texts):
            if not isinstance(text, str):
                self._fault((*path, index), "this must be a text; put quotes around it")
        return tuple(text for text in texts if isinstance(text, str))

    def _text(self, path: Steps, data: dict[str, Any], key: str | int) -> str:
        text = data.get(str(key))
        if isinstance(text, str) and text.strip():
            return " ".join(text.split())
        self._fault(path, f"`{key}` must be there, as a text")
        return ""

    def _fault(self, path: Steps, message: str) -> None:
        self.faults.append(self.source.fault(path, message, "blame/rule"))


def _called(path: Steps) -> str:
    return f"`{path[-1]}`" if path and isinstance(path[-1], str) else "this"
