"""What can be used, and does not do what was meant.

Conditions that never hold, functions that nobody has, braces that stay, answers that fill the wrong place.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from pmtui.questionnaire.naming import PIPED, name_of
from pmtui.questionnaire.places import Places
from pmtui.reading.checking import did_you_mean
from pmtui.reading.condition_sense import senseless

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pmtui.questionnaire.places import Told
    from pmtui.questionnaire.schema import Conditional, Question, Questionnaire, Section
    from pmtui.questionnaire.wording import Text
    from pmtui.reading.faults import Fault
    from pmtui.reading.yaml import Source, Steps

    Own = Sequence[tuple[Section, Steps]]
    """The sections that stand in the file, with their places."""

_NAME = r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?"
_LOOSE = re.compile(r"\{\s*[A-Za-z][\w.-]*\s*\}")
_SIGNS = re.compile(
    rf"\{{\{{\s*(?P<twice>{_NAME})\s*\}}\}}|\$\{{\s*(?P<dollar>{_NAME})\s*\}}|<(?P<angle>{_NAME})>|\[(?P<square>{_NAME})\]"
    rf"|%\(?(?P<percent>{_NAME})\)?[s%]|\{{(?P<open>{_NAME})(?![\w}}]|\.\w)|(?<![\w.{{])(?P<close>{_NAME})\}}"
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def faults(whole: Questionnaire, own: Own, source: Source, told: Told) -> Iterator[Fault]:
    """Warnings about the parts of `whole` that are the file's own."""
    if not _LANGUAGE.fullmatch(whole.language):
        message = f"write the code of the language, such as en or de, not `{whole.language}`"
        yield source.fault(("language",), message, "schema/language", level="warning")
    if whole.condition:
        yield from _senseless(whole, ("when",), source)
    for section, path in own:
        yield from _of_functions(section, path, source)
        if section.condition:
            yield from _senseless(section, (*path, "when"), source)
        for within, question in enumerate(section.questions):
            if question.condition:
                yield from _senseless(question, (*path, "questions", within, "when"), source, section)
    yield from _of_places(own, source, Places(told))


def _senseless(
    part: Conditional | Questionnaire, path: Steps, source: Source, section: Section | None = None
) -> Iterator[Fault]:
    if part.condition is None:
        return
    found = senseless(part.condition.whole)
    for fault in found:
        yield source.fault_within(path, fault.offset, str(fault), "logic/never")._replace(level="warning")
    if not found and section is not None and section.condition is not None:
        for fault in senseless(section.condition.whole, part.condition.whole)[:1]:
            message = f"the section is asked only when {section.when}; beside that, {fault}"
            yield source.fault(path, message, "logic/never", level="warning")


def _of_functions(section: Section, path: Steps, source: Source) -> Iterator[Fault]:
    for within, question in enumerate(section.questions):
        if section.for_ and question.for_ and not set(section.for_) & set(question.for_):
            message = f"nobody is asked this: the section is for {', '.join(section.for_)} only"
            yield source.fault((*path, "questions", within, "for"), message, "logic/never", level="warning")


def _of_places(own: Own, source: Source, places: Places) -> Iterator[Fault]:
    filled: dict[tuple[str | None, str], tuple[Question, bool]] = {}
    for section, path in own:
        for within, question in enumerate(section.questions):
            if question.maps_to is None:
                continue
            where = (*path, "questions", within, "maps_to")
            if question.type == "many_of" and places.kind(question.maps_to) == "text":
                message = f"`{question.maps_to}` holds one text, and many_of gives several"
                yield source.fault(where, message, "ref/place", level="warning")
            key, asked_always = (section.id if section.repeat else None, question.maps_to), _always(section, question)
            before = filled.setdefault(key, (question, asked_always))
            if before[0] is not question and (asked_always or before[1]):
                message = f"`{before[0].id}` fills `{question.maps_to}` already, and of two answers the first stands"
                yield source.fault(where, message, "ref/place", level="warning")
        if section.repeat:
            yield from _of_one_kind(section, path, source)


def _always(section: Section, question: Question) -> bool:
    return not any((section.when, section.for_, question.when, question.for_))


def _of_one_kind(section: Section, path: Steps, source: Source) -> Iterator[Fault]:
    """A question whose answers become items of another kind than those of all others in a repeated section."""
    kinds = Counter(_kind(each) for each in section.questions if each.maps_to)
    if len(kinds) != 2:
        return
    usual, odd = sorted(kinds, key=lambda kind: (kind != section.repeat, -kinds[kind]))
    if kinds[odd] > 1 or (kinds[usual] == 1 and usual != section.repeat):
        return
    for within, question in enumerate(section.questions):
        if question.maps_to and _kind(question) == odd:
            message = (
                f"this fills an item of kind `{odd}`, and the other questions of this repeat one of kind `{usual}`"
            )
            where = (*path, "questions", within, "maps_to")
            yield source.fault(where, message, "ref/place", level="warning")


def _kind(question: Question) -> str:
    return (question.maps_to or "").rpartition(".")[0]


def spoken(whole: Questionnaire) -> dict[str, str]:
    """How the answer to each question is put into a text, by its id and by its name."""
    names = [(each.id, name_of(section, each)) for section in whole.sections for each in section.questions]
    return {word: name for pair in names for word, name in ((pair[0], pair[1]), (pair[1], pair[1]))}


def braces(text: Text, known: Mapping[str, str], source: Source) -> Iterator[Fault]:
    """What looks like an earlier answer that is repeated, and is none; `known` are the questions as `spoken`."""
    taken: set[int] = set()
    for match in _SIGNS.finditer(text.words):
        name = match[str(match.lastgroup)]
        if name in known:
            taken.update(range(match.start(), match.end()))
            message = f"`{match[0]}` stays as it is; the answer to an earlier question is written {{{known[name]}}}"
            yield source.fault_within(text.path, match.start(), message, "text/braces")._replace(level="warning")
    for match in _LOOSE.finditer(text.words):
        if not PIPED.fullmatch(match[0]) and match.start() not in taken:
            meant = did_you_mean(match[0].strip("{} ").lower(), known)
            message = (
                f"`{match[0]}` stays as it is; an earlier answer is written {{question}}, as small as its id{meant}"
            )
            yield source.fault_within(text.path, match.start(), message, "text/braces")._replace(level="warning")
