"""What is worth a second look in a questionnaire that can be used: warnings, each with its place and code."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from pmtui.questionnaire import sense, trying, wording
from pmtui.questionnaire.assembling import parts
from pmtui.questionnaire.loading import from_source
from pmtui.questionnaire.naming import PIPED
from pmtui.reading import vocabularies
from pmtui.reading.checking import did_you_mean
from pmtui.reading.faults import Faulty

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmtui.blame import Rules
    from pmtui.questionnaire.places import Told
    from pmtui.questionnaire.schema import Conditional, Question, Questionnaire, Section
    from pmtui.questionnaire.shelves import Shelves
    from pmtui.reading.faults import Fault
    from pmtui.reading.yaml import Source, Steps

MANY_CHOICES = 7
"""Choices from which on a line of help, or a word on each, is wanted."""


def lint(source: Source, shelves: Shelves, is_place: Told, rules: Rules) -> list[Fault]:
    """Everything that is wrong with `source` or worth a look, in the order of the file.

    Where the file cannot be used, its errors alone: what else could be said would stand on sand.
    """
    try:
        questionnaire = from_source(source, shelves, is_place)
    except Faulty as faulty:
        return faulty.faults
    own = list(_own(questionnaire, source))
    found = [*wording.cut_off(source), *_unused(source), *_of_tests(questionnaire, source)]
    found += sense.faults(questionnaire, own, source, is_place)
    found += wording.blamed(chain(wording.read_aloud(questionnaire), wording.of_choices(source)), source, rules)
    known = sense.spoken(questionnaire)
    for section, path in own:
        texts = list(wording.of_section(section, path))
        found += wording.too_long(section.intro or "", (*path, "intro"), source)
        for within, question in enumerate(section.questions):
            here = (*path, "questions", within)
            texts += wording.of_question(question, here)
            found += wording.faults_of_question(question, here, source)
            found += wording.asked(question, here, source, rules)
            found += _of_question(question, questionnaire, here, source)
        found += wording.blamed(iter(texts), source, rules)
        found += [fault for text in texts for fault in sense.braces(text, known, source)]
    return sorted(found or _failing(questionnaire, source), key=lambda fault: (fault.line or 0, fault.column or 0))


def _own(questionnaire: Questionnaire, source: Source) -> Iterator[tuple[Section, Steps]]:
    """The sections that stand in the file, with their places."""
    sections = {section.id: section for section in questionnaire.sections}
    for at, written in enumerate(source.data["sections"]):
        if "use" not in written:
            yield sections[written["id"]], ("sections", at)


def _at(source: Source, path: Steps, message: str, code: str) -> Fault:
    return source.fault(path, message, code, level="warning")


def _of_question(question: Question, whole: Questionnaire, path: Steps, source: Source) -> Iterator[Fault]:
    if question.type in ("one_of", "many_of") and not question.choices_from:
        yield from _of_choices(question, path, source)
    for key, text in (("ask", question.ask), ("help", question.help or "")):
        for match in PIPED.finditer(text):
            # Errors were told before: what is named here is there.
            if _may_be_left_out(whole.questions[match[1].rpartition(".")[2]], question, whole):
                message = f"`{match[1]}` may not have been asked; then … stands in its place"
                fault = source.fault_within((*path, key), match.start(), message, "text/piped")
                yield fault._replace(level="warning")


def _may_be_left_out(earlier: Question, question: Question, whole: Questionnaire) -> bool:
    """Whether `question` may be asked without `earlier`; not where its condition speaks of that one."""
    named = {name.rpartition(".")[2] for name in question.condition.names} if question.condition else set()
    if earlier.id in named:
        return False
    before, here = whole.section_of[earlier.id], whole.section_of[question.id]
    parts: list[tuple[Conditional, Conditional]] = [(earlier, question)]
    if before.id != here.id:
        parts += [(before, here)]
    return any((first.when and first.when != second.when) or _leaves_out(first, second) for first, second in parts)


def _leaves_out(first: Conditional, second: Conditional) -> bool:
    """Whether `second` is asked of somebody whom `first` is not asked of."""
    return bool(first.for_) and (not second.for_ or not set(second.for_) <= set(first.for_))


def _of_choices(question: Question, path: Steps, source: Source) -> Iterator[Fault]:
    choices = question.choices
    said: dict[str, str] = {}
    for choice in choices:
        other = said.setdefault(choice.words.casefold(), choice.id)
        if other != choice.id:
            message = f"the choices `{other}` and `{choice.id}` have the same words, so nobody can tell them apart"
            yield _at(source, (*path, "choices"), message, "choice/same-words")
    if len(choices) == 1 and not question.other:
        yield _at(source, (*path, "choices"), "there is only one choice", "choice/only-one")
    is_explained = question.help or any(choice.help for choice in choices)
    if len(choices) > MANY_CHOICES and not is_explained:
        message = f"{len(choices)} choices and no help; a line on how to choose spares people the reading of all"
        yield _at(source, (*path, "choices"), message, "text/help")


def _failing(whole: Questionnaire, source: Source) -> Iterator[Fault]:
    """The file's own tests that are not as expected; where all else is right, as they fail for any other mistake."""
    for at, example in enumerate(whole.tests):
        if failures := trying.tried(whole, example):
            message = f"this test fails: {failures[0]}"
            yield _at(source, ("tests", at, "expect"), message, "test/fails")


def _of_tests(whole: Questionnaire, source: Source) -> Iterator[Fault]:
    functions = [each.id for each in vocabularies.values("function")]
    for at, example in enumerate(whole.tests):
        if example.for_ and example.for_ not in functions:
            meant = did_you_mean(example.for_, functions) or f"; there are: {', '.join(functions)}"
            message = f"`{example.for_}` is no function{meant}"
            yield _at(source, ("tests", at, "for"), message, "ref/role")
        for where, message in trying.wrong(whole, example):
            of_key = where[0] == "given"
            yield source.fault(("tests", at, *where), message, "ref/test", of_key=of_key, level="warning")


def _unused(source: Source) -> Iterator[Fault]:
    named = [part.get("choices") for _, part in parts(source.data)]
    for name in source.data.get("choices") or {}:
        if name not in named:
            message = f"no question uses the list `{name}`"
            yield source.fault(("choices", name), message, "choice/unused-list", of_key=True, level="warning")
