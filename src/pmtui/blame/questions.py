"""The interviewer's own question, read before it is asked: what would bring a justification, a name or a bare yes.

A flag is a hint here too.  The rules are those under `asked` of the rule files; ordinary blaming language in a question
is found as in any text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache, reduce
from typing import TYPE_CHECKING

from pmtui.blame.check import Flag, flagged, of_paragraph
from pmtui.blame.judging import hits
from pmtui.blame.paragraphs import paragraphs
from pmtui.blame.people import known
from pmtui.blame.rules import BUILT_IN, Rules, load
from pmtui.blame.tokens import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmtui.blame.vocabulary import Vocabulary

TWICE = "two-in-one"
CLOSED = "yes-no"

LONGEST = 500
"""Characters before and behind a flag from which words are taken for the better question."""

_LINE = re.compile(r"^[ \t]*(?:[-*+•][ \t]+|\d{1,4}[.)][ \t]+)?(?P<question>\S.*)$", re.MULTILINE)
_LAST = re.compile(r"(?:^|\s)((?:the|that|this|those|these|your) (?:[^\W_][\w-]* ){0,2}[^\W_][\w-]*) ?\?*\Z")
_BEFORE = re.compile(r"[\s,;]*(?:\b(?:and|or|but|then)\b[\s,;]*)*\Z", re.IGNORECASE)


@dataclass(frozen=True)
class QuestionFlag:
    """Characters `start` to `end` of a question that would work better in another form.

    `kind` is one of `ASKED` (who-caused, why-you, should-have, leading, yes-no, two-in-one), or the category of blaming
    language that was found in the question.  `question` is the first of `questions`, how or what to ask instead.
    """

    start: int
    end: int
    kind: str
    rule: str
    reason: str
    question: str
    questions: tuple[str, ...]


def read_question(
    text: str, people: Sequence[str] = (), systems: Sequence[str] = (), rules: Rules | None = None
) -> tuple[QuestionFlag, ...]:
    """What is better asked in another way in `text`, one or several questions; sorted by `start`, none overlapping.

    `people` and `systems` are as for `blame.check`; without `rules` those are used that pmtui comes with.
    """
    judging = rules or _built_in()
    if judging.asked is None:
        return ()
    found = _asked(text, _flags(text, people, systems, judging.asked), judging)
    begins, ends = [each.start for each in found], [each.end for each in found]
    for flag in _flags(text, people, systems, judging):
        if bisect_right(ends, flag.start) == bisect_left(begins, flag.end):
            kind = "leading" if flag.category == "leading-question" else flag.category
            found.append(
                QuestionFlag(flag.start, flag.end, kind, flag.rule, flag.reason, flag.question, flag.questions)
            )
    return tuple(sorted(found, key=lambda each: each.start))


def of_lines(text: str, people: Sequence[str], systems: Sequence[str], rules: Rules) -> Iterator[Flag]:
    """The flags of a list of questions, one a line; the category of each is the kind of the question.

    An empty line, and the number or dash before a question, are passed over.
    """
    for line in _LINE.finditer(text):
        begin = line.start("question")
        for flag in read_question(line["question"], people, systems, rules):
            yield Flag(
                begin + flag.start, begin + flag.end, flag.kind, flag.rule, flag.reason, flag.question, None,
                flag.questions,
            )  # fmt: skip


@lru_cache(maxsize=1)
def _built_in() -> Rules:
    return load(BUILT_IN)


def _flags(text: str, people: Sequence[str], systems: Sequence[str], rules: Rules) -> Iterator[Flag]:
    names = known(people, systems, rules.vocabulary)
    for start, end in paragraphs(text):
        for at, hit in of_paragraph(text[start:end], start, lambda sentence: hits(sentence, names, rules)):
            yield flagged(hit, at, text, rules)


def _asked(text: str, flags: Iterator[Flag], judging: Rules) -> list[QuestionFlag]:
    """The flags of the rules for questions; what asks is a second question only behind another one."""
    twice = next((rule for rule in judging.asked.rules if rule.category == TWICE), None) if judging.asked else None
    found: list[QuestionFlag] = []
    earlier = False
    for flag in flags:
        source: tuple[str, str, str, tuple[str, ...]] = (flag.category, flag.rule, flag.reason, flag.questions)
        if earlier and twice and flag.category == CLOSED:
            source = (TWICE, twice.id, twice.reason, twice.questions)
        if earlier or flag.category != TWICE:
            kind, rule, reason, questions = source
            forms = tuple(_filled(questions, text, flag, judging.vocabulary))
            found.append(QuestionFlag(flag.start, flag.end, kind, rule, reason, forms[0], forms))
        earlier = True
    return found


def _filled(questions: Sequence[str], text: str, flag: Flag, vocabulary: Vocabulary) -> Iterator[str]:
    """The forms of which every part is known.

    ``{object}`` is the thing that is asked about, ``{before}`` what stands before the flag, and ``{turned}`` the
    flagged words with the last one in front: *clear was the runbook*.
    """
    behind = text[flag.start : flag.end + LONGEST].partition("?")[0]
    last = _LAST.search(behind)
    is_object = last and behind.count(" ", 0, last.start(1)) > 1 and _is_thing(last[1], vocabulary)
    earliest = max(0, flag.start - LONGEST)
    begin = max(earliest, *(text.rfind(mark, earliest, flag.start) + 1 for mark in "?.!\n:"))
    front, _, tail = text[flag.start : flag.end].rpartition(" ")
    parts = {
        "{object}": last[1] if last and is_object else "",
        "{before}": _BEFORE.sub("", text[begin : flag.start]).strip() or text[earliest : flag.start].strip(" ?"),
        "{turned}": f"{tail} {front[:1].lower()}{front[1:]}",
    }
    fitting = [each for each in questions if all(found for part, found in parts.items() if part in each)]
    for question in fitting or questions[-1:]:
        yield reduce(lambda form, part: form.replace(part[0], part[1] or "it"), parts.items(), question)


def _is_thing(phrase: str, vocabulary: Vocabulary) -> bool:
    """Whether a determiner and words are the name of a thing and nothing else: no verb form, no adverb, no person."""
    kinds = {atom for word in words(phrase)[1:] for atom in vocabulary.atoms(word)}
    return kinds.isdisjoint({"<function-words>", "<adverb>", "<past>", "<roles>", "<groups>", "<users>", "<gerund>"})
