"""The detector: where the rules apply to a text.  Pure, linear in the length of the text, and without an error."""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmtui.blame.people import Cast
from pmtui.blame.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pmtui.blame.rules import Rule, Rules
    from pmtui.blame.tokens import Token


@dataclass(frozen=True)
class Flag:
    """A passage of blaming language: characters `start` to `end` of the text, why it is marked and what to ask instead.

    `rule` is the id of the rule that raised it.
    """

    start: int
    end: int
    category: str
    rule: str
    reason: str
    question: str
    rewording: str | None


@dataclass(frozen=True)
class _Match:
    """Where a rule applies: tokens `first` to `last`, both included."""

    rule: Rule
    first: int
    last: int


def check(text: str, people: Sequence[str], systems: Sequence[str], rules: Rules) -> list[Flag]:
    """The flags of `text`, sorted by `start`, none overlapping another.

    `people` are names and roles of participants and `systems` names of systems, which are never taken for people.
    """
    read = tokens(text)
    cast = Cast(read, people, systems, rules.vocabulary)
    found = rules.automaton.matches(cast.atoms, cast.phrases)
    quiet = {read[last].sentence for (number, _), last in found.items() if rules.rules[number].category is None}
    asked = {token.sentence for token in read if token.word == "?"}
    matches = [
        _Match(rule, first, last)
        for (number, first), last in found.items()
        if (rule := rules.rules[number]).category is not None
        and read[first].sentence == read[last].sentence
        and read[first].sentence not in quiet
        and (not rule.in_question or read[first].sentence in asked)
    ]
    fitting = (match for match in matches if _fits(match, read, cast))
    return [_flag(match, text, read, cast, rules) for match in _apart(fitting, rules.rank)]


def _fits(match: _Match, read: Sequence[Token], cast: Cast) -> bool:
    """Whether neither neighbour of the match in its sentence is a word that its rule excludes."""
    for neighbour, excluded in ((match.first - 1, match.rule.not_after), (match.last + 1, match.rule.not_before)):
        if not excluded or not 0 <= neighbour < len(read) or read[neighbour].sentence != read[match.first].sentence:
            continue
        if not excluded.isdisjoint(cast.atoms[neighbour]):
            return False
    return True


def _apart(matches: Iterable[_Match], rank: Mapping[str, int]) -> list[_Match]:
    """The matches that stay where some overlap, in the order of the text: the higher category, then the longer one."""
    kept: list[_Match] = []
    begins: list[int] = []
    for match in sorted(matches, key=lambda m: (rank[m.rule.category or ""], m.first - m.last, m.first)):
        place = bisect(begins, match.first)
        if (not place or kept[place - 1].last < match.first) and (place == len(kept) or match.last < begins[place]):
            begins.insert(place, match.first)
            kept.insert(place, match)
    return kept


def _flag(match: _Match, text: str, read: Sequence[Token], cast: Cast, rules: Rules) -> Flag:
    rule = match.rule
    start, end = read[match.first].start, read[match.last].end
    who = _subject(match, text, read, cast, rules)

    def filled(words: str) -> str:
        return words.replace("{subject}", who).replace("{words}", text[start:end])

    rewording = filled(rule.rewording) if rule.rewording else None
    return Flag(start, end, rule.category or "", rule.id, rule.reason, filled(rule.question), rewording)


def _subject(match: _Match, text: str, read: Sequence[Token], cast: Cast, rules: Rules) -> str:
    """Whom a question about the match speaks of: a pronoun as the file says, a phrase as it is inside a sentence."""
    for head in range(match.first, match.last + 1):
        begin = cast.person_at(head)
        word = read[head].word
        if word in rules.address:
            return rules.address[word]
        if begin is not None and begin >= match.first:
            phrase = text[read[begin].start : read[head].end]
            return phrase[0].lower() + phrase[1:] if "<determiners>" in cast.atoms[begin] else phrase
    return rules.those
