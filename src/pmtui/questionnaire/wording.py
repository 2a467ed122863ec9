"""The words of a questionnaire: what is hard to ask aloud, two questions in one, blame, and what YAML cut off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from pmtui import blame
from pmtui.blame.questions import read_question
from pmtui.questionnaire.assembling import parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmtui.blame import Rules
    from pmtui.questionnaire.schema import Question, Questionnaire, Section
    from pmtui.reading.faults import Fault
    from pmtui.reading.yaml import Source, Steps

LONGEST_ASK = 25
"""Words that a question has at most before it is hard to ask aloud."""

LONGEST_TEXT = 60
"""Words of an intro or a help text that people still read."""

_ASKS = r"(?:did|do|does|was|were|is|are|has|have|had|can|could|will|would|should|may|must)"
_DIRECT = re.compile(rf"(?:who|what|which|whose|how|(?:when|where|why)\s+{_ASKS})\b", re.IGNORECASE)
_NEXT = re.compile(
    rf"(,)?\s+(and\s+|or\s+)?(?:who\s+\w+|(?:what|when|where|why|how|which\s+\w+)\s+(?:{_ASKS}|happened|caused|led))\b",
    re.IGNORECASE,
)
_TWICE_YOU = re.compile(rf"({_ASKS})\s+(?:you|they|anybody|anyone)\b.*\sand\s+\1\s+(?:you|they|anybody|anyone)\b", re.I)
_BEGINS = re.compile(rf"(?:and |or |but )?(?:who|whom|whose|what|which|when|where|why|how|{_ASKS})\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.?!]*[.?!]+[\"'”’)]*(?=\s|$)")
_DENIED = re.compile(r"\b(?:not|no|never|nobody|none|without|nor|neither|n't|n’t)\b|n[’']t\b", re.IGNORECASE)
FRAGMENT = 3
"""Words up to which a second sentence with a question mark only offers an answer: `A log?`."""


BROUGHT = frozenset({"why-you", "should-have", "leading"})
"""Kinds of questions that bring what was not asked for, whatever the answer is to be."""

LONGEST_LOOK = 1_000
"""Characters of a question that are looked at for a second one."""


class Text(NamedTuple):
    """A text that people read or hear, and where it stands."""

    path: Steps
    words: str


def of_section(section: Section, path: Steps) -> Iterator[Text]:
    """The texts of a section by itself; its note is the facilitator's own."""
    yield Text((*path, "title"), section.title)
    if section.intro:
        yield Text((*path, "intro"), section.intro)


def of_question(question: Question, path: Steps) -> Iterator[Text]:
    """The texts of a question in which earlier answers may stand."""
    yield Text((*path, "ask"), question.ask)
    if question.help:
        yield Text((*path, "help"), question.help)
    yield from (Text((*path, "probe", at), text) for at, text in enumerate(question.probe))
    yield from (Text((*path, "check", at, "say"), each.say) for at, each in enumerate(question.check))


def faults_of_question(question: Question, path: Steps, source: Source) -> Iterator[Fault]:
    """What is hard to ask, or to read."""
    where, count = (*path, "ask"), len(question.ask.split())
    if count > LONGEST_ASK:
        message = f"{count} words are hard to ask aloud; up to {LONGEST_ASK}, and the rest as `help`"
        yield source.fault(where, message, "text/long", level="warning")
    if asks_twice(question.ask):
        message = "two questions in one; ask the second on its own, or as a `probe`"
        yield source.fault(where, message, "text/two", level="warning")
    yield from too_long(question.help or "", (*path, "help"), source)


def too_long(text: str, path: Steps, source: Source) -> Iterator[Fault]:
    """A text that nobody reads to its end."""
    if len(text.split()) > LONGEST_TEXT:
        message = f"{len(text.split())} words in one piece; people read up to {LONGEST_TEXT}"
        yield source.fault(path, message, "text/wall", level="warning")


def asks_twice(ask: str) -> bool:
    """Whether a text asks for two things: in two sentences, or in one with two questions of their own in it.

    `What was done, and by whom?` and `What happened, and how did you come into it?` are one.
    """
    asked = [sentence.strip() for sentence in _SENTENCE.findall(ask[:LONGEST_LOOK]) if "?" in sentence[-3:]]
    counted = [each for each in asked if _BEGINS.match(each.lstrip("\"'“‘(")) or len(each.split()) > FRAGMENT]
    return len(counted) > 1 or any(map(_is_double, asked))


def _is_double(sentence: str) -> bool:
    if _TWICE_YOU.search(sentence):
        return True
    if not _DIRECT.match(sentence):
        return False
    following = [match for match in _NEXT.finditer(sentence) if match[1] or match[2]]
    # After a comma one more is a remark on the first; without it, or with a third, they are questions of their own.
    return len(following) > 1 or any(match[2] and not match[1] for match in following)


def blamed(texts: Iterator[Text], source: Source, rules: Rules) -> Iterator[Fault]:
    """Words that put the blame on people."""
    for where, text in texts:
        for flag in blame.check(text, (), (), rules):
            message = f"“{text[flag.start : flag.end]}” puts the blame on people; ask rather: {flag.question}"
            fault = source.fault_within(where, flag.start, message, f"blame/{flag.category}")
            yield fault._replace(level="warning")


def asked(question: Question, path: Steps, source: Source, rules: Rules) -> Iterator[Fault]:
    """Questions that ask for a justification or carry their answer, where `blamed` does not tell of them already.

    A name or a yes may be what is wanted, and is left alone.
    """
    texts = [Text((*path, "ask"), question.ask)]
    texts += (Text((*path, "probe", at), text) for at, text in enumerate(question.probe))
    for where, text in texts:
        told = blame.check(text, (), (), rules)
        for flag in read_question(text, rules=rules):
            if flag.kind in BROUGHT and not told:
                message = f"“{text[flag.start : flag.end]}”: {flag.reason} Ask rather: {flag.question}"
                yield source.fault_within(where, flag.start, message, f"ask/{flag.kind}")._replace(level="warning")


def read_aloud(questionnaire: Questionnaire) -> Iterator[Text]:
    """What is said before the first question, without sentences that say what will not be asked."""
    texts = [Text(("preamble", at), each) for at, each in enumerate(questionnaire.preamble)]
    texts += [
        Text((key,), each) for key, each in (("title", questionnaire.title), ("intro", questionnaire.intro)) if each
    ]
    yield from (text for text in texts if not _DENIED.search(text.words))


def of_choices(source: Source) -> Iterator[Text]:
    """The words of the choices, where they stand in the file."""
    lists = source.data.get("choices") or {}
    listed: list[tuple[Steps, Any]] = [(("choices", name), choices) for name, choices in lists.items()]
    listed += [((*path, "choices"), part.get("choices")) for path, part in parts(source.data)]
    for path, choices in listed:
        for at, choice in enumerate(choices if isinstance(choices, list) else ()):
            if isinstance(choice, str):
                yield Text((*path, at), choice)
            elif isinstance(choice, dict):
                yield Text((*path, at, "say" if choice.get("say") else "id"), str(choice.get("say") or choice["id"]))


def cut_off(source: Source) -> Iterator[Fault]:
    """Texts behind which YAML dropped something: a `#` after a space begins a comment."""
    for path, offset in source.inline.items():
        if offset or not _is_text(path):
            continue
        place = source.values[path]
        value = _value_at(source.data, path)
        rest = source.lines[place.line - 1][place.column - 1 + len(value) :] if isinstance(value, str) else ""
        if match := re.match(r"\s+#(?=\S)", rest):
            dropped = rest[match.end() - 1 :].strip()
            message = f"`{dropped}` is dropped: after a space, # begins a comment; put quotes around the text"
            column = place.column + len(str(value)) + match.end() - 1
            yield source.fault(path, message, "yaml/dropped", level="warning")._replace(column=column)


def _is_text(path: Steps) -> bool:
    keys = [step for step in path if isinstance(step, str)]
    return bool(keys) and keys[-1] in ("ask", "say", "title", "help", "intro", "note", "probe", "preamble", "choices")


def _value_at(data: object, path: Steps) -> object:
    for part in path:
        data = data[part]  # type: ignore[index]
    return data
