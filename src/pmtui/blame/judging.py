"""Where the rules apply to one sentence.  Pure: the same sentence has the same hits, wherever it stands."""

from __future__ import annotations

from bisect import bisect
from typing import TYPE_CHECKING, NamedTuple

from pmtui.blame.people import Cast
from pmtui.blame.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pmtui.blame.automaton import Atoms
    from pmtui.blame.people import Known
    from pmtui.blame.rules import Move, Rule, Rules
    from pmtui.blame.tokens import Token

REACH = 12
"""Words that the phrase may have with which a match begins."""

LONGEST_NAME = 2
"""Words of a name that is marked together with the judgement."""

_STARTS = ("SUBJECT", "PERSON", "MACHINE", "DEPT", "CAPITAL")


class Hit(NamedTuple):
    """Where a rule applies: characters `start` to `end` of the sentence, and whom a question speaks of, if anybody."""

    start: int
    end: int
    category: str
    rule: Rule
    move: Move | None
    subject: str


class _Match(NamedTuple):
    """Where a pattern matches: tokens `first` to `last`, both included, of which those up to `until` may be marked."""

    rule: Rule
    first: int
    last: int
    until: int


def hits(sentence: str, names: Known, rules: Rules) -> tuple[Hit, ...]:
    """The hits of a masked sentence in the order of their places, none overlapping another."""
    read = tokens(sentence)
    cast = Cast(read, names, rules.vocabulary)
    found = rules.automaton.matches(cast.atoms, cast.phrases)
    if not found:
        return ()
    matches = [
        _Match(rules.rules[number], first, last, min(last, found.get((~number, first), last)))
        for (number, first), last in found.items()
        if number >= 0
    ]
    if all(match.rule.category is None for match in matches):
        return ()
    return _Sentence(sentence, read, cast, rules).hits(matches)


class _Sentence:
    def __init__(self, text: str, read: Sequence[Token], cast: Cast, rules: Rules) -> None:
        self.text = text
        self.read = read
        self.cast = cast
        self.rules = rules
        self.asked = any(token.word == "?" for token in read[-2:])
        self.holds = {atom for atoms in cast.atoms for atom in atoms}
        self.holds.update(atom for phrases in cast.phrases.values() for _, atoms in phrases for atom in atoms)

    def hits(self, matches: Sequence[_Match]) -> tuple[Hit, ...]:
        quiet = [match for match in matches if match.rule.category is None and self._fits(match)]
        hits = []
        for match in matches:
            if match.rule.category is not None and self._fits(match) and not self._quiet(match, quiet):
                hits.append(self._hit(match))
        return tuple(_apart(hits, self.rules.rank))

    def _fits(self, match: _Match) -> bool:
        rule = match.rule
        return (
            (not rule.in_question or self.asked)
            and (not rule.needs or not self.holds.isdisjoint(rule.needs))
            and (not rule.unless or self.holds.isdisjoint(rule.unless))
            and not (match.first and not rule.not_after.isdisjoint(self.cast.atoms[match.first - 1]))
            and not self._before(match.last + 1, rule.not_before)
            and (not rule.after_person or self._person_acts_before(match.first))
            and (rule.opening == "anywhere" or self._opens(match.first, rule.opening))
        )

    def _opens(self, first: int, unit: str) -> bool:
        """Whether a sentence or a clause begins with token `first`; what only leads up to it does not count."""
        before = self.cast.atoms[:first] if unit == "sentence" else self.cast.atoms[max(first - 1, 0) : first]
        return all("WORD" not in atoms or "<clause-openers>" in atoms for atoms in before)

    def _before(self, index: int, excluded: frozenset[str]) -> bool:
        return bool(excluded) and index < len(self.read) and not excluded.isdisjoint(self.cast.atoms[index])

    def _quiet(self, match: _Match, quiet: Iterable[_Match]) -> bool:
        return any(_covers(other, match) for other in quiet)

    def _person_acts_before(self, first: int) -> bool:
        """Whether the last one to act before token `first` is a person, with no thing in between."""
        for head in range(first - 1, -1, -1):
            kinds = {kind for _, atoms in self.cast.phrases.get(head, ()) for kind in atoms}
            if "SUBJECT" in kinds:
                return True
            if "MACHINE" in kinds or self._begins_anew(head):
                return False
        return False

    def _begins_anew(self, index: int) -> bool:
        """Whether a thing becomes the subject here: `which`, or `it` where a clause begins."""
        atoms = self.cast.atoms
        if "<things>" not in atoms[index]:
            return False
        return not index or "WORD" not in atoms[index - 1] or "<function-words>" in atoms[index - 1]

    def _hit(self, match: _Match) -> Hit:
        subject = self._subject(match)
        move = self._move(match)
        first, last = self._marked(match)
        start, end = self.read[first].start, self.read[last].end
        category = move.category if move else match.rule.category or ""
        return Hit(start, end, category, match.rule, move, subject)

    def _move(self, match: _Match) -> Move | None:
        rank = self.rules.rank
        for move in self.rules.moves:
            if rank[move.category] < rank[match.rule.category or ""] and self._moves(move, match):
                return move
        return None

    def _moves(self, move: Move, match: _Match) -> bool:
        if not move.kind:
            return self.asked and self._asks()
        return move.kind in self._target(match)

    def _target(self, match: _Match) -> Atoms:
        """What the first person of a match is: kinds, and the lists of a pronoun."""
        for index in range(match.first, match.last + 1):
            if "<you>" in self.cast.atoms[index]:
                return ("YOU",)
            for _, atoms in self.cast.phrases.get(index, ()):
                if "PERSON" in atoms or "DEPT" in atoms:
                    return atoms
        return ()

    def _asks(self) -> bool:
        """Whether the sentence begins as a question does: *did*, *who*, *so why*."""
        openings = [self.cast.atoms[index] for index in range(min(2, len(self.read)))]
        return any("<asking>" in atoms for atoms in openings)

    def _marked(self, match: _Match) -> tuple[int, int]:
        """The first and the last token to be marked: the judgement, with the one who is judged where that is short."""
        atoms = self.cast.atoms
        first, last = match.first, match.until
        while first < last and "<skipped>" in atoms[first]:
            first += 1
        while last > first and "<trailing>" in atoms[last]:
            last -= 1
        if "<pronouns>" in atoms[first] or "<you>" in atoms[first]:
            return first, last
        for head in range(min(last - 1, first + REACH), first - 1, -1):
            if any(self.cast.phrase_at(head, kind) == first for kind in _STARTS):
                short = head - first < LONGEST_NAME and "<determiners>" not in atoms[first]
                return (first if short or self.read[head + 1].word.startswith("'") else head + 1), last
        return first, last

    def _subject(self, match: _Match) -> str:
        """Whom a question speaks of: a pronoun as the file says, a phrase as written, nothing without a person."""
        for head in sorted(range(match.first, match.last + 1), key=lambda head: not self.cast.stands_in(head)):
            spoken_of = self.cast.spoken_of(head)
            word = self.read[head].word
            if word in self.rules.address:
                return self.rules.address[word]
            if spoken_of and (head != spoken_of[1] or spoken_of[0] >= match.first):
                begin, last = spoken_of
                phrase = self.text[self.read[begin].start : self.read[last].end]
                return phrase[0].lower() + phrase[1:] if "<determiners>" in self.cast.atoms[begin] else phrase
        return ""


def _covers(quiet: _Match, match: _Match) -> bool:
    rule = quiet.rule
    if rule.only and match.rule.category not in rule.only:
        return False
    if rule.reach == "rest":
        return match.last > quiet.first
    if rule.reach == "here":
        return match.first <= quiet.last and quiet.first <= match.last
    return True


def _apart(hits: Iterable[Hit], rank: Mapping[str, int]) -> Iterator[Hit]:
    """The hits that stay where some overlap, in the order of the text: the higher category, then the longer one."""

    def order(hit: Hit) -> tuple[int, bool, int, bool, int, str]:
        return rank[hit.category], hit.move is not None, hit.start - hit.end, not hit.subject, hit.start, hit.rule.id

    kept: list[Hit] = []
    begins: list[int] = []
    for hit in sorted(hits, key=order):
        place = bisect(begins, hit.start)
        if (not place or kept[place - 1].end <= hit.start) and (place == len(kept) or hit.end <= begins[place]):
            begins.insert(place, hit.start)
            kept.insert(place, hit)
    yield from kept
