"""Rules of blaming language: what a rule file holds, and how one is read.

A rule file is YAML with five parts: ``lists`` of words; ``address``, how a question speaks to a pronoun, and ``those``,
whom it speaks of where nobody is named; ``rules``; and ``left-alone``, patterns that keep their sentence free of flags.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pmtui.blame.patterns import KINDS, Automaton, Compiler, Unreadable
from pmtui.blame.tokens import words
from pmtui.reading.faults import Faulty

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pmtui.blame.patterns import Atoms
    from pmtui.reading.faults import Fault
    from pmtui.reading.yaml import Source

BUILT_IN = Path(__file__).with_name("rules.yaml")
"""The rules that pmtui comes with."""

CATEGORIES = (
    "leading-question", "punishment", "animated", "second-person", "anthropomorphism", "user-blame", "motive",
    "absolute", "hindsight", "human-error", "counterfactual", "character", "group-blame", "individual-cause",
)  # fmt: skip
"""The categories of flags; where several fit the same words, the earlier one is shown."""

NEEDED_LISTS = (
    "pronouns", "objects", "first-names", "roles", "half-roles", "role-modifiers", "machines", "determiners", "no-one",
    "function-words", "prepositions", "quantifiers", "known", "not-people",
)  # fmt: skip
"""The lists that `pmtui.blame.people` reads; a rule file may add any others for its patterns."""

_FIELDS = {
    "id", "category", "pattern", "reason", "question", "rewording", "not-after", "not-before", "in-question",
    "examples",
}  # fmt: skip


@dataclass(frozen=True)
class Rule:
    """One rule.  `question` and `rewording` may contain ``{subject}`` (who is spoken of) and ``{words}``.

    A rule does not apply where the word before is in `not_after` or the word after in `not_before` (lists or kinds),
    or, with `in_question`, where the sentence does not end with a question mark.  `flagged` and `left_alone` are
    examples that the rule answers for.  A rule without a category keeps its sentence free of flags.
    """

    id: str
    category: str | None
    reason: str
    question: str
    rewording: str | None
    not_after: frozenset[str]
    not_before: frozenset[str]
    in_question: bool
    flagged: tuple[str, ...]
    left_alone: tuple[str, ...]


class Vocabulary:
    """What words may be matched as: themselves, the lists that they are in, and the kind ``WORD``.

    `phrases` are the entries of more than one word by their first word, each with the lists that it is in; `not_people`
    are names of things that sound like people.
    """

    def __init__(self, lists: Mapping[str, Sequence[str]], literals: set[str]) -> None:
        known: dict[str, list[str]] = {word: [word] for word in literals}
        longer: dict[tuple[str, ...], list[str]] = {}
        endings: dict[str, list[str]] = {}
        for name, entries in lists.items():
            for entry in entries:
                if entry.startswith("*"):
                    endings.setdefault(entry[1:], []).append(f"<{name}>")
                elif len(parts := words(entry)) == 1:
                    known.setdefault(parts[0], []).append(f"<{name}>")
                else:
                    longer.setdefault(tuple(parts), []).append(f"<{name}>")
        self._endings = endings
        self._lengths = sorted({len(ending) for ending in endings})
        self._known = {word: self._with_endings(word, atoms) for word, atoms in known.items()}
        self.not_people = tuple(lists["not-people"])
        self.phrases: dict[str, list[tuple[list[str], Atoms]]] = {}
        for phrase, atoms in longer.items():
            self.phrases.setdefault(phrase[0], []).append((list(phrase), tuple(atoms)))

    def atoms(self, word: str) -> Atoms:
        """What `word` (normalised) may be matched as; nothing for what is opaque and for signs that no pattern has."""
        return self._known.get(word) or self._with_endings(word, [])

    def _with_endings(self, word: str, atoms: list[str]) -> Atoms:
        if not word[-1:].isalnum():
            return tuple(atoms)
        found = ["WORD", *atoms]
        for length in self._lengths:
            if len(word) > length + 1:
                found += self._endings.get(word[-length:], ())
        return tuple(found)


@dataclass(frozen=True)
class Rules:
    """Compiled rules, safe to share: `automaton` matches by the number of a rule in `rules`."""

    rules: tuple[Rule, ...]
    vocabulary: Vocabulary
    automaton: Automaton
    address: Mapping[str, str]
    those: str
    rank: dict[str, int]


def load(path: Path) -> Rules:
    """The rules in the YAML file at `path`, compiled.

    Raises `Refused` with one line for each mistake, each with line and column.
    """
    from pmtui.reading.yaml import read

    return _Reader(read(path)).run()


class _Reader:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.faults: list[Fault] = []

    def run(self) -> Rules:
        data = self._mapping((), self.source.data, {"lists", "address", "those", "left-alone", "rules"})
        lists = self._lists(data.get("lists"))
        self._stop()
        compiler = Compiler(lists)
        rules: list[Rule] = []
        for part in ("left-alone", "rules"):
            for index, entry in enumerate(self._sequence((part,), data.get(part))):
                rule = self._rule((part, index), entry, lists, judged=part == "rules")
                if any(other.id == rule.id for other in rules):
                    self._fault((part, index, "id"), f"another rule is called `{rule.id}`; a flag names one rule")
                self._patterns((part, index, "pattern"), entry, compiler, len(rules))
                rules.append(rule)
        address = self._mapping(("address",), data.get("address", {}), None)
        those = self._text(("those",), data, "those")
        self._stop()
        return Rules(
            tuple(rules), Vocabulary(lists, compiler.literals), compiler.automaton, address, those,
            {category: place for place, category in enumerate(CATEGORIES)},
        )  # fmt: skip

    def _lists(self, data: Any) -> dict[str, list[str]]:
        lists = {}
        for name, text in self._mapping(("lists",), data, None).items():
            if not isinstance(text, str):
                self._fault(("lists", name), "a list is one text of words and phrases with commas between them")
                continue
            lists[name] = [entry.strip() for entry in text.split(",") if entry.strip()]
        for name in NEEDED_LISTS:
            if name not in lists:
                self._fault(("lists",), f"the list `{name}` is missing; it tells who is spoken of")
        return lists

    def _rule(self, path: tuple[str | int, ...], data: Any, lists: Mapping[str, Any], *, judged: bool) -> Rule:
        data = self._mapping(path, data, _FIELDS)
        category = data.get("category")
        if judged and category not in CATEGORIES:
            self._fault((*path, "category"), f"`category` must be one of: {', '.join(CATEGORIES)}")
        elif not judged and category:
            self._fault((*path, "category"), "what is left alone has no category")
        examples = self._mapping((*path, "examples"), data.get("examples", {}), {"flagged", "left-alone"})
        return Rule(
            id=self._text((*path, "id"), data, "id"),
            category=category if judged else None,
            reason=self._text((*path, "reason"), data, "reason"),
            question=self._text((*path, "question"), data, "question") if judged else "",
            rewording=self._text((*path, "rewording"), data, "rewording") if "rewording" in data else None,
            not_after=self._excluded((*path, "not-after"), data, lists),
            not_before=self._excluded((*path, "not-before"), data, lists),
            in_question=self._yes((*path, "in-question"), data),
            flagged=self._texts((*path, "examples", "flagged"), examples.get("flagged", [])),
            left_alone=self._texts((*path, "examples", "left-alone"), examples.get("left-alone", [])),
        )

    def _patterns(self, path: tuple[str | int, ...], entry: Any, compiler: Compiler, number: int) -> None:
        pattern = entry.get("pattern") if isinstance(entry, dict) else None
        for text in [pattern] if isinstance(pattern, str) else self._texts(path, pattern):
            try:
                compiler.add(text, number)
            except Unreadable as error:
                self._fault(path, f"`{text}`: {error}")

    def _excluded(self, path: tuple[str | int, ...], data: dict[str, Any], lists: Mapping[str, Any]) -> frozenset[str]:
        names = self._text(path, data, path[-1]).split() if path[-1] in data else []
        for name in names:
            if name not in lists and name not in KINDS:
                self._fault(path, f"there is no list and no kind `{name}`")
        return frozenset(name if name in KINDS else f"<{name}>" for name in names)

    def _yes(self, path: tuple[str | int, ...], data: dict[str, Any]) -> bool:
        if data.get("in-question", "no") not in {"yes", "no"}:
            self._fault(path, "`in-question` is yes or no")
        return data.get("in-question") == "yes"

    def _mapping(self, path: tuple[str | int, ...], data: Any, known: set[str] | None) -> dict[str, Any]:
        if not isinstance(data, dict):
            self._fault(path, f"{_called(path)} must be a mapping, `name: value` on each line")
            return {}
        for key in data:
            if known is not None and key not in known:
                self._fault((*path, key), f"`{key}` is not known here; possible are: {', '.join(sorted(known))}")
        return data

    def _sequence(self, path: tuple[str | int, ...], data: Any) -> list[Any]:
        if not isinstance(data, list):
            self._fault(path, f"{_called(path)} must be a list, `- ` before each entry")
            return []
        return data

    def _texts(self, path: tuple[str | int, ...], data: Any) -> tuple[str, ...]:
        texts = self._sequence(path, data)
        for index, text in enumerate(texts):
            if not isinstance(text, str):
                self._fault((*path, index), "this must be a text; put quotes around it")
        return tuple(text for text in texts if isinstance(text, str))

    def _text(self, path: tuple[str | int, ...], data: dict[str, Any], key: str | int) -> str:
        text = data.get(str(key))
        if isinstance(text, str) and text.strip():
            return text.strip()
        self._fault(path, f"`{key}` must be there, as a text")
        return ""

    def _fault(self, path: tuple[str | int, ...], message: str) -> None:
        self.faults.append(self.source.fault(path, message, "blame/rule"))

    def _stop(self) -> None:
        if self.faults:
            raise Faulty(self.faults)


def _called(path: tuple[str | int, ...]) -> str:
    return f"`{path[-1]}`" if path and isinstance(path[-1], str) else "this"
