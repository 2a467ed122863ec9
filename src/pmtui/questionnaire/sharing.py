"""Shared sections: files of their own, whose ids get their name in front where they are joined in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pmtui.questionnaire.schema import Part, Question, Questionnaire, Retired, Section

    P = TypeVar("P", bound=Part)

_NAME = re.compile(r"\"[^\"]*\"|'[^']*'|[a-z_][\w.]*(?![\w.])(?!\s*\()")
_PIPED = re.compile(r"\{([a-z][\w.]*)\}")


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
