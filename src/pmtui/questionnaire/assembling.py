"""What stands for something else in a questionnaire's file, put in its place: lists of choices and shared sections.

Lists are put in place before the file is checked, so that one form for the model means one message for a mistake.
Shared sections are files of their own, checked under their own names, and joined in when all else is sound.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar

from pmtui.questionnaire.schema import Choice
from pmtui.reading import vocabularies
from pmtui.reading.checking import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from pmtui.questionnaire.schema import Part, Question, Questionnaire, Retired, Section
    from pmtui.reading.faults import Fault
    from pmtui.reading.yaml import Source, Steps

    P = TypeVar("P", bound=Part)

PLACEHOLDER = {"id": "shared", "title": "shared", "questions": [{"id": "shared", "ask": "shared"}]}
"""Stands where a shared section is joined in, so that every other part keeps its place in the file."""

UNKNOWN = [{"id": "unknown"}]

OURS = ("choices_from", "vocabulary")
"""Keys of the assembled form, which no file has."""

_NAME = re.compile(r"\"[^\"]*\"|'[^']*'|[a-z_][\w.]*(?![\w.])(?!\s*\()")
_PIPED = re.compile(r"\{([a-z][\w.]*)\}")


def parts(data: Any) -> Iterator[tuple[Steps, dict[str, Any]]]:
    """Each section and each question of unchecked data, with its path; what has another shape is passed over."""
    sections = data.get("sections") if isinstance(data, dict) else None
    for at, section in enumerate(sections if isinstance(sections, list) else []):
        if not isinstance(section, dict):
            continue
        yield ("sections", at), section
        questions = section.get("questions")
        for within, question in enumerate(questions if isinstance(questions, list) else []):
            if isinstance(question, dict):
                yield ("sections", at, "questions", within), question


def used(data: Any) -> Iterator[tuple[int, Any]]:
    """(index among the sections, what it names) for each entry `- use: common/NAME@VERSION`."""
    sections = data.get("sections") if isinstance(data, dict) else None
    for at, section in enumerate(sections if isinstance(sections, list) else []):
        if isinstance(section, dict) and "use" in section:
            yield at, section["use"]


def faults_of_lists(source: Source) -> Iterator[Fault]:
    """Names of lists that are not there, and keys that only the assembled form has."""
    data = source.data
    known = data.get("choices") if isinstance(data, dict) else None
    for path, part in parts(data):
        for key in OURS:
            if key in part:
                yield source.fault((*path, key), f"`{key}` is not a known key here", "schema/unknown-key", of_key=True)
        if "when" in part and part["when"] is None:
            message = "nothing stands behind `when`; write a condition, or leave it out"
            yield source.fault((*path, "when"), message, "schema/value", of_key=True)
        named = part.get("choices")
        where = (*path, "choices")
        if isinstance(named, str) and named not in (known or {}):
            message = f"no list of choices `{named}`{did_you_mean(named, known or [])}"
            yield source.fault(where, message, "choice/unknown-list")
        elif isinstance(named, dict):
            yield from _faults_of_source(source, where, named)
        yield from _faults_of_choices(source, where, named)
    for name, choices in known.items() if isinstance(known, dict) else ():
        yield from _faults_of_choices(source, ("choices", name), choices)


def _faults_of_choices(source: Source, where: Steps, choices: Any) -> Iterator[Fault]:
    """Choices written as `id: words`."""
    for at, choice in enumerate(choices if isinstance(choices, list) else ()):
        if _is_pair(choice):
            ((name, words),) = choice.items()
            message = f"write a choice with words of its own as {{id: {name}, say: {words}}}"
            yield source.fault((*where, at), message, "choice/form")


def _is_pair(choice: Any) -> bool:
    return (
        isinstance(choice, dict)
        and len(choice) == 1
        and choice.keys().isdisjoint(Choice.model_fields)
        and not isinstance(next(iter(choice.values())), dict | list)
    )


def _faults_of_source(source: Source, where: Steps, named: Mapping[str, Any]) -> Iterator[Fault]:
    match list(named.items()):
        case [("from", str())]:
            return
        case [("vocabulary", str(name))]:
            if name not in vocabularies.names():
                message = f"no vocabulary `{name}`{did_you_mean(name, vocabularies.names())}"
                yield source.fault((*where, "vocabulary"), message, "choice/unknown-list")
        case [("vocabulary" | "from", _)]:
            yield source.fault(where, "name one: `{from: system.name}` or `{vocabulary: severity}`", "schema/value")
        case _:  # the model says what it expects instead
            return


def assembled(data: Any) -> Any:
    """`data` with lists of choices in their long form and in their place, and placeholders for shared sections."""
    if not isinstance(data, dict):
        return data
    lists = data.get("choices")
    lists = {name: _long(each) for name, each in lists.items()} if isinstance(lists, dict) else lists
    sections = data.get("sections")
    if isinstance(sections, list):
        sections = [_section(section, lists) for section in sections]
    return {**data, **({"choices": lists} if lists else {}), **({"sections": sections} if "sections" in data else {})}


def _section(section: Any, lists: Any) -> Any:
    if isinstance(section, dict) and "use" in section:
        return PLACEHOLDER
    if not isinstance(section, dict) or not isinstance(section.get("questions"), list):
        return section
    return {**section, "questions": [_question(question, lists) for question in section["questions"]]}


def _question(question: Any, lists: Any) -> Any:
    if not isinstance(question, dict):
        return question
    question = {key: value for key, value in question.items() if key not in OURS}
    if "choices" not in question:
        return question
    match given := question["choices"]:
        case str():
            # A name that is not there has a fault of its own; something stands in its place, so that it has no second.
            found: dict[str, Any] = {"choices": lists.get(given, UNKNOWN) if isinstance(lists, dict) else UNKNOWN}
        case {"from": str(reference)}:
            found = {"choices": [], "choices_from": reference}
        case {"vocabulary": str(name)} if name in vocabularies.names():
            found = {"choices": [_choice_of(each) for each in vocabularies.values(name)], "vocabulary": name}
        case dict() if len(given) == 1 and not {"from", "vocabulary"}.isdisjoint(given):
            found = {"choices": UNKNOWN}
        case _:
            found = {"choices": _long(given)}
    return {"type": "one_of", **question, **found}


def _choice_of(value: vocabularies.Value) -> dict[str, Any]:
    return {"id": value.id, "say": value.label, "help": value.definition}


def _long(choices: Any) -> Any:
    if not isinstance(choices, list):
        return choices
    return [_long_choice(each) for each in choices]


def _long_choice(choice: Any) -> Any:
    if _is_pair(choice):  # has a fault of its own
        return {"id": next(iter(choice))}
    return {"id": choice} if isinstance(choice, str) else choice


def prefix(name: str) -> str:
    """What stands before each id of the shared section `name`."""
    return f"{name.replace('-', '_')}_"


def prefixed(shared: Questionnaire) -> tuple[Section, ...]:
    """The sections of `shared` with its name before each of its ids, also where conditions and texts speak of them."""
    before = prefix(shared.questionnaire)
    own = {name: f"{before}{name}" for name in shared.questions}
    fields = {
        f"{section.repeat}.{question.id}": f"{section.repeat}.{before}{question.id}"
        for section in shared.sections
        if section.repeat
        for question in section.questions
    }
    names = {**own, **fields}

    def renamed(text: str) -> str:
        return _NAME.sub(lambda match: names.get(match[0], match[0]), text)

    def spoken(text: str) -> str:
        return _PIPED.sub(lambda match: "{" + names.get(match[1], match[1]) + "}", text)

    return tuple(_renamed_section(section, before, renamed, spoken) for section in shared.sections)


def prefixed_retired(shared: Questionnaire) -> list[Retired]:
    """What `shared` retired, with its name before each id."""
    return [each.model_copy(update={"id": prefix(shared.questionnaire) + each.id}) for each in shared.retired]


def _renamed_section(
    section: Section, before: str, renamed: Callable[[str], str], spoken: Callable[[str], str]
) -> Section:
    changes: dict[str, Any] = {
        "id": before + section.id,
        "title": spoken(section.title),
        "intro": section.intro and spoken(section.intro),
        "when": section.when and renamed(section.when),
        "questions": tuple(_renamed_question(each, before, renamed, spoken) for each in section.questions),
    }
    return _again(section, changes)


def _renamed_question(
    question: Question, before: str, renamed: Callable[[str], str], spoken: Callable[[str], str]
) -> Question:
    checks = [_again(each, {"that": renamed(each.that), "say": spoken(each.say)}) for each in question.check]
    changes: dict[str, Any] = {
        "id": before + question.id,
        "ask": spoken(question.ask),
        "help": question.help and spoken(question.help),
        "probe": tuple(map(spoken, question.probe)),
        "when": question.when and renamed(question.when),
        "check": tuple(checks),
        "choices_from": question.choices_from and renamed(question.choices_from),
        "was": tuple(before + name for name in question.was),
    }
    return _again(question, changes)


def _again(part: P, changes: Mapping[str, Any]) -> P:
    # Made anew: a copy would take along conditions that were parsed from the words of before.
    return type(part).model_validate({**part.model_dump(by_alias=True, exclude_defaults=True), **changes})


def joined(own: Sequence[Section], shared: Mapping[int, Sequence[Section]]) -> tuple[Section, ...]:
    """The sections of a file, with those that are shared in the place of their entries."""
    return tuple(each for at, section in enumerate(own) for each in shared.get(at, (section,)))
