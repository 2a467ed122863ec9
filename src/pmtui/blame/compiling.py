"""From what rule files say to rules that the detector runs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pmtui.blame.patterns import KINDS, Compiler, Unreadable
from pmtui.blame.rules import CATEGORIES, Move, Rules
from pmtui.blame.vocabulary import Words, vocabulary
from pmtui.reading.faults import Fault, Faulty

if TYPE_CHECKING:
    from pmtui.blame.rule_files import Gathered
    from pmtui.blame.rules import Rule

NEEDED_LISTS = (
    "pronouns", "objects", "first-names", "roles", "half-roles", "role-modifiers", "machines", "determiners", "no-one",
    "function-words", "prepositions", "quantifiers", "known", "not-people",
)  # fmt: skip
"""The lists that the detector reads; a rule file may add any others for its patterns."""

_READ = {
    *NEEDED_LISTS,
    "groups",
    "roles.many",
    "users.many",
    "first-person",
    "users",
    "organisations",
    "departments",
    "adverb",
    "asking",
    "skipped",
    "trailing",
    "you",
    "things",
    "agents",
    "agent-modifiers",
    "with-article",
}


_NAMING = ("not_after", "not_before", "needs", "unless")
"""What of a rule names lists and kinds."""


def compiled(files: Gathered) -> Rules:
    """The rules of `files`, compiled.  Raises `Refused` with all that is wrong in them, a line each."""
    words = Words(files.lists, files.verbs, files.nouns)
    names = words.names()
    compiler = Compiler(names, files.shapes)
    faults = files.faults + [
        _fault(files, None, "", f"the list `{name}` is missing; it tells who is spoken of")
        for name in NEEDED_LISTS
        if name not in files.lists and name not in files.nouns
    ]
    rules = []
    for number, rule in enumerate(files.rules.values()):
        rules.append(_with_atoms(rule))
        faults += (
            _fault(files, rule.id, key.replace("_", "-"), f"there is no list and no kind `{name}`")
            for key in _NAMING
            for name in getattr(rule, key)
            if name not in names and name not in KINDS
        )
        for pattern in files.patterns[rule.id]:
            try:
                compiler.add(pattern, number)
            except Unreadable as error:
                faults.append(_fault(files, rule.id, "pattern", f"`{pattern}`: {error}"))
    if faults:
        raise Faulty(faults)
    asked = {atom[1:-1] for rule in rules for atom in (*rule.needs, *rule.unless, *rule.not_after, *rule.not_before)}
    wanted = _READ | compiler.used | asked
    return Rules(
        tuple(rules), vocabulary(words, compiler.literals, wanted), compiler.automaton,
        files.address, files.those, {category: place for place, category in enumerate(CATEGORIES)},
        tuple(Move(*move) for move in files.moves), files.language,
    )  # fmt: skip


def _with_atoms(rule: Rule) -> Rule:
    def atoms(written: frozenset[str]) -> frozenset[str]:
        return frozenset(name if name in KINDS else f"<{name}>" for name in written)

    return replace(
        rule, not_after=atoms(rule.not_after), not_before=atoms(rule.not_before), needs=atoms(rule.needs),
        unless=atoms(rule.unless),
    )  # fmt: skip


def _fault(files: Gathered, rule: str | None, key: str, message: str) -> Fault:
    source, path = files.spots.get(rule, files.top) if rule else files.top
    if source is None:
        return Fault("rules", None, None, message, "blame/rule")
    return source.fault((*path, key) if key else path, message, "blame/rule")
