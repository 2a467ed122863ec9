"""The detector: where the rules apply to a text.  Pure, linear in the length of the text, and without an error."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmtui.blame.judging import hits
from pmtui.blame.paragraphs import masked, paragraphs, sentences
from pmtui.blame.people import known
from pmtui.blame.rewording import reworded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pmtui.blame.judging import Hit
    from pmtui.blame.rules import Rules

    Judge = Callable[[str], tuple[Hit, ...]]


@dataclass(frozen=True)
class Flag:
    """A passage of blaming language: characters `start` to `end` of the text, why it is marked and what to ask instead.

    `rule` is the id of the rule that raised it.  `question` is the first of `questions`, which are never empty.
    """

    start: int
    end: int
    category: str
    rule: str
    reason: str
    question: str
    rewording: str | None
    questions: tuple[str, ...] = ()


def check(text: str, people: Sequence[str], systems: Sequence[str], rules: Rules) -> list[Flag]:
    """The flags of `text`, sorted by `start`, none overlapping another.

    `people` are names and roles of participants and `systems` names of systems, which are never taken for people.
    """
    names = known(people, systems, rules.vocabulary)
    found: list[Flag] = []
    for start, end in paragraphs(text):
        paragraph = text[start:end]
        found += (
            flagged(hit, at, text, rules) for at, hit in of_paragraph(paragraph, start, lambda s: hits(s, names, rules))
        )
    return found


def of_paragraph(paragraph: str, start: int, judge: Judge) -> Iterator[tuple[int, Hit]]:
    """The hits of a paragraph that stands at `start`, each with the place of its sentence in the text."""
    prose = masked(paragraph)
    for begin, end in sentences(prose):
        for hit in judge(prose[begin:end]):
            yield start + begin, hit


def flagged(hit: Hit, at: int, text: str, rules: Rules) -> Flag:
    """The flag of a hit in the sentence that stands at character `at` of `text`."""
    start, end = at + hit.start, at + hit.end
    source = hit.move or hit.rule

    def filled(words: str) -> str:
        return words.replace("{subject}", hit.subject or rules.those).replace("{words}", text[start:end])

    questions = tuple(filled(question) for question in source.questions)
    rewording = None
    if hit.rule.rewording and not hit.move:
        rewording = filled(hit.rule.rewording)
    elif hit.rule.swap:
        rewording = reworded(text, (start, end), hit.rule.swap, rules.vocabulary)
    return Flag(start, end, hit.category, hit.rule.id, source.reason, questions[0], rewording, questions)
