"""What stands for something else in a questionnaire's file, put in its place: lists of choices and shared sections.

Lists are put in place before the file is checked, so that one form for the model means one message for a mistake.
Shared sections are checked under their own names, and joined in when all else is sound (`sharing`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from pmtui.questionnaire.schema import UNKNOWN_CHOICE, Choice, Section
from pmtui.reading import vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmtui.reading.yaml import Place, Source, Steps

PLACEHOLDER = {"id": "shared", "title": "shared", "questions": [{"id": "shared", "ask": "shared"}]}
"""Stands where a shared section is joined in, so that every other part keeps its place in the file."""

UNKNOWN = [{"id": UNKNOWN_CHOICE}]
"""Stands for choices that are not known, as there is a mistake in them: nothing is said of what speaks of them."""

OURS = ("choices_from", "vocabulary")
"""Keys of the assembled form, which no file has."""


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
        key = use_of(section)
        if key is not None:
            yield at, section[key]


def use_of(section: Any) -> str | None:
    """The key by which an entry names a shared section: `use`, or what is written for it."""
    if not isinstance(section, dict):
        return None
    if "use" in section:
        return "use"
    named = (key for key in section if key not in Section.model_fields and str(section[key]).startswith("common/"))
    return next(named, None)


def assembled(data: Any) -> Any:
    """`data` with lists of choices in their long form and in their place, and placeholders for shared sections."""
    if not isinstance(data, dict):
        return data
    lists = data.get("choices")
    lists = {name: long_form(each) for name, each in lists.items()} if isinstance(lists, dict) else lists
    # A mistake in a list is told where the list stands, and not again wherever it is named.
    sound = {name: each for name, each in lists.items() if _fits(each)} if isinstance(lists, dict) else {}
    sections = data.get("sections")
    if isinstance(sections, list):
        sections = [_section(section, sound) for section in sections]
    return {**data, **({"choices": lists} if lists else {}), **({"sections": sections} if "sections" in data else {})}


def _section(section: Any, lists: Any) -> Any:
    if use_of(section):
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
            found: dict[str, Any] = {"choices": lists.get(given, UNKNOWN)}
        case {"from": str(reference)}:
            found = {"choices": [], "choices_from": reference}
        case {"vocabulary": str(name)} if name in vocabularies.names():
            found = {"choices": [_choice_of(each) for each in vocabularies.values(name)], "vocabulary": name}
        case dict() if given:
            found = {"choices": UNKNOWN}
        case _:
            found = {"choices": long_form(given)}
    return {"type": "one_of", **question, **found}


def _choice_of(value: vocabularies.Value) -> dict[str, Any]:
    return {"id": value.id, "say": value.label, "help": value.definition}


def long_form(choices: Any) -> Any:
    """A list of choices in which each is a set of keys; what is no list stays as it is."""
    if not isinstance(choices, list):
        return choices
    return [_long_choice(each) for each in choices]


def _long_choice(choice: Any) -> Any:
    if is_pair(choice):  # has a fault of its own
        return {"id": next(iter(choice))}
    return {"id": choice} if isinstance(choice, str) else choice


def is_pair(choice: Any) -> bool:
    """Whether a choice is written as `id: words`."""
    return (
        isinstance(choice, dict)
        and len(choice) == 1
        and choice.keys().isdisjoint(Choice.model_fields)
        and not isinstance(next(iter(choice.values())), dict | list)
    )


def _fits(choices: Any) -> bool:
    try:
        return isinstance(choices, list) and all(Choice.model_validate(each) for each in choices)
    except ValidationError:
        return False


def places(source: Source) -> dict[Steps, Place]:
    """Where the keys of the assembled form stand in the file, beside those that the file has itself."""
    found = dict(source.values)
    for path, _ in parts(source.data):
        for key, step in zip(OURS, ("from", "vocabulary"), strict=True):
            if (*path, "choices", step) in found:
                found[*path, key] = found[*path, "choices", step]
    return found
