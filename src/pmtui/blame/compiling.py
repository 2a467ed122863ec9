"""From what rule files say to rules that the detector runs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pmtui.blame.patterns import KINDS, Compiler, Unreadable
from pmtui.blame.rules import ASKED, CATEGORIES, Move, Rules, ranked
from pmtui.blame.vocabulary import Words, vocabulary
from pmtui.reading.faults import Fault, Faulty

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    "relatives",
    "be",
    "gerund",
    "users",
    "organisations",
    "company-words",
    "past",
    "auxiliary",
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
    "clause-openers",
}


_NAMING = ("not_after", "not_before", "needs", "unless")
"""What of a rule names lists and kinds."""


def compiled(files: Gathered) -> Rules:
    """The rules of `files`, compiled.  Raises `Refused` with all that is wrong in them, a line each."""
    words = Words(files.lists, files.verbs, files.nouns)
    names = words.names()
    faults = files.faults + [
        _fault(files, None, "", f"the list `{name}` is missing; it tells who is spoken of")
        for name in NEEDED_LISTS
        if name not in files.lists and name not in files.nouns
    ]
    texts, questions = Compiler(names, files.shapes), Compiler(names, files.shapes)
    judging = _added(files.rules, texts, files, names, faults)
    asking = _added(files.asked, questions, files, names, faults)
    if faults:
        raise Faulty(faults)
    conditions = (
        atom for rule in (*judging, *asking) for atom in (*rule.needs, *rule.unless, *rule.not_after, *rule.not_before)
    )
    wanted = _READ | texts.used | questions.used | {atom[1:-1] for atom in conditions}
    known = vocabulary(words, texts.literals | questions.literals, wanted)
    asked = Rules(
        asking, known, questions.automaton(), files.address, files.those, ranked(ASKED), language=files.language
    )
    return Rules(
        judging, known, texts.automaton(), files.address, files.those, ranked(CATEGORIES),
        tuple(Move(*move) for move in files.moves), files.language, asked,
    )  # fmt: skip


def _added(
    rules: Mapping[str, Rule], compiler: Compiler, files: Gathered, names: set[str], faults: list[Fault]
) -> tuple[Rule, ...]:
    """`rules` as the detector reads them; their patterns go to `compiler`, their mistakes to `faults`."""
    found = []
    for number, rule in enumerate(rules.values()):
        found.append(_with_atoms(rule))
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
    return tuple(found)


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
