"""What is worth a second look in a questionnaire that can be used: warnings, each with its place and code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmtui import blame
from pmtui.questionnaire import trying
from pmtui.questionnaire.assembling import parts
from pmtui.questionnaire.changes import ANSWERS_DIFFER, counterpart, differences, fits
from pmtui.questionnaire.loading import from_source
from pmtui.questionnaire.naming import PIPED
from pmtui.reading import vocabularies
from pmtui.reading.checking import did_you_mean
from pmtui.reading.faults import Fault, Faulty

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmtui.blame import Rules
    from pmtui.questionnaire.places import Told
    from pmtui.questionnaire.schema import Conditional, Question, Questionnaire
    from pmtui.questionnaire.shelves import Shelves
    from pmtui.reading.yaml import Source, Steps

LONGEST_ASK = 25
"""Words that a question has at most before it is hard to ask aloud."""

LONGEST_TEXT = 60
"""Words of an intro or a help text that people still read."""

MANY_CHOICES = 7
"""Choices from which on a line of help, or a word on each, is wanted."""

_BRACES = re.compile(r"\{(\s*[A-Za-z][\w.-]*\s*)\}")
_TWO = re.compile(r"\?\s+\S[^?]*\?")


def lint(source: Source, shelves: Shelves, is_place: Told, rules: Rules) -> list[Fault]:
    """Everything that is wrong with `source` or worth a look, in the order of the file.

    Where the file cannot be used, its errors alone: what else could be said would stand on sand.
    """
    try:
        questionnaire = from_source(source, shelves, is_place)
    except Faulty as faulty:
        return faulty.faults
    found = [*_cut_off(source)]
    found += [*_unused(source), *_of_tests(questionnaire, source)]
    own = [(at, each) for at, each in enumerate(source.data["sections"]) if "use" not in each]
    sections = {section.id: section for section in questionnaire.sections}
    for at, written in own:
        section = sections[written["id"]]
        path: Steps = ("sections", at)
        found += _of_text(section.intro or "", (*path, "intro"), source)
        for within, question in enumerate(section.questions):
            found += _of_question(question, questionnaire, (*path, "questions", within), source)
            found += _blame(question, (*path, "questions", within), source, rules)
    return sorted(found, key=lambda fault: (fault.line or 0, fault.column or 0))


def against(old: Questionnaire, new: Questionnaire, source: Source) -> list[Fault]:
    """What breaks with the version before: an id that is gone, a type that no answer fits, a version that stayed."""
    found = []
    for question in old.questions.values():
        other = counterpart(question, new)
        if other is None and question.id not in {each.id for each in new.retired}:
            mend = f"rename with `was: [{question.id}]`, or list it under `retired`"
            message = f"`{question.id}` of version {old.version} is gone; {mend}"
            found.append(source.fault(("sections",), message, "change/vanished", of_key=True))
        elif other and not fits(question, other):
            message = f"was {question.type} and is {other.type}; a type may change to text or long_text only"
            found.append(source.fault(_path_of(source, other.id, "type"), message, "change/type"))
    told = [each for each in differences(old, new) if each.kind in ANSWERS_DIFFER]
    if told and new.version <= old.version:
        first = f"{told[0].question} is {told[0].kind.replace('-', ' ')}"
        message = f"the version has to rise above {old.version}: {first}, so that somebody might answer differently"
        found.append(source.fault(("version",), message, "change/version"))
    for each in told:
        if each.kind == "choice-removed" and new.questions[each.question].options:
            message = f"the choice `{each.words}` is gone; who chose it keeps it as a retired choice"
            found.append(_at(source, _path_of(source, each.question, "choices"), message, "change/choice"))
    return found


def _at(source: Source, path: Steps, message: str, code: str) -> Fault:
    return source.fault(path, message, code, level="warning")


def _path_of(source: Source, name: str, key: str) -> Steps:
    return next(((*path, key) for path, part in parts(source.data) if part.get("id") == name), ("sections",))


def _of_question(question: Question, whole: Questionnaire, path: Steps, source: Source) -> Iterator[Fault]:
    if len(question.ask.split()) > LONGEST_ASK:
        message = (
            f"{len(question.ask.split())} words are hard to ask aloud; up to {LONGEST_ASK}, and the rest as `help`"
        )
        yield _at(source, (*path, "ask"), message, "text/long")
    if _TWO.search(question.ask):
        yield _at(
            source, (*path, "ask"), "two questions in one; ask the second on its own, or as a `probe`", "text/two"
        )
    yield from _of_text(question.help or "", (*path, "help"), source)
    if question.type in ("one_of", "many_of") and not question.choices_from:
        yield from _of_choices(question, path, source)
    for key, text in (("ask", question.ask), ("help", question.help or "")):
        yield from _of_braces(text, whole, (*path, key), source)
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


def _of_braces(text: str, whole: Questionnaire, path: Steps, source: Source) -> Iterator[Fault]:
    """Braces that look like an earlier answer and are none."""
    for match in _BRACES.finditer(text):
        if not PIPED.fullmatch(match[0]):
            meant = did_you_mean(match[1].strip().lower(), whole.questions)
            message = (
                f"`{match[0]}` stays as it is; an earlier answer is written {{question}}, as small as its id{meant}"
            )
            yield source.fault_within(path, match.start(), message, "text/braces")._replace(level="warning")


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


def _of_tests(whole: Questionnaire, source: Source) -> Iterator[Fault]:
    functions = [each.id for each in vocabularies.values("function")]
    for at, example in enumerate(whole.tests):
        if example.for_ and example.for_ not in functions:
            message = f"`{example.for_}` is no function{did_you_mean(example.for_, functions)}"
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


def _of_text(text: str, path: Steps, source: Source) -> Iterator[Fault]:
    if len(text.split()) > LONGEST_TEXT:
        message = f"{len(text.split())} words in one piece; people read up to {LONGEST_TEXT}"
        yield _at(source, path, message, "text/wall")


def _blame(question: Question, path: Steps, source: Source, rules: Rules) -> Iterator[Fault]:
    texts: list[tuple[Steps, str]] = [((*path, "ask"), question.ask), ((*path, "help"), question.help or "")]
    texts += [((*path, "probe", at), text) for at, text in enumerate(question.probe)]
    for where, text in texts:
        for flag in blame.check(text, (), (), rules):
            message = f"“{text[flag.start : flag.end]}” puts the blame on people; ask rather: {flag.question}"
            fault = source.fault_within(where, flag.start, message, f"blame/{flag.category}")
            yield fault._replace(level="warning")


def _cut_off(source: Source) -> Iterator[Fault]:
    """Texts behind which YAML dropped something: a `#` after a space begins a comment."""
    for path, offset in source.inline.items():
        place = source.values[path]
        line = source.lines[place.line - 1]
        value = _value_at(source.data, path)
        if (
            offset
            or not isinstance(value, str)
            or not path
            or path[-1] not in ("ask", "say", "title", "help", "intro", "note")
        ):
            continue
        rest = line[place.column - 1 + len(value) :]
        if match := re.match(r"\s+#(?=\S)", rest):
            dropped = rest[match.end() - 1 :].strip()
            message = f"`{dropped}` is dropped: after a space, # begins a comment; put quotes around the text"
            column = place.column + len(value) + match.end() - 1
            yield Fault(source.name, place.line, column, message, "yaml/dropped", "warning")


def _value_at(data: object, path: Steps) -> object:
    for part in path:
        data = data[part]  # type: ignore[index]
    return data
