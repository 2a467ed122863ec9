"""The tests that a questionnaire brings along: with these answers, what is asked and which checks speak up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmtui.errors import Refused
from pmtui.questionnaire.naming import key_of
from pmtui.questionnaire.relevance import Relevance, Reply, Situation, reply_of
from pmtui.questionnaire.values import Days, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmtui.questionnaire.schema import Example, Question, Questionnaire, Section

STATES = ("unknown", "declined", "not_applicable", "later")
DAYS = Days("UTC")


def tried(questionnaire: Questionnaire, example: Example) -> list[str]:
    """What is not as the test expects, one line each; nothing where all is."""
    try:
        situation = _situation(questionnaire, example)
    except Refused as refusal:
        return [str(refusal)]
    relevance = Relevance(questionnaire, situation)
    return [
        *_expected(example.expect.asked, relevance, questionnaire, wanted=True),
        *_expected(example.expect.not_asked, relevance, questionnaire, wanted=False),
        *_said(questionnaire, relevance, situation, example),
    ]


def _situation(questionnaire: Questionnaire, example: Example) -> Situation:
    replies: dict[str, Reply] = {}
    items: dict[str, list[str]] = {}
    repeats = {section.repeat: section for section in questionnaire.sections if section.repeat}
    of_record = {name: given for name, given in example.given.items() if name.startswith("record.")}
    for name, given in example.given.items():
        if name in repeats:
            section = repeats[name]
            items[section.id] = [str(number) for number, _ in enumerate(given, 1)]
            for number, item in enumerate(given, 1):
                for field, value in _fields(item).items():
                    replies[key_of(field, str(number))] = _reply(_known(questionnaire, field), value)
        elif name not in of_record:
            replies[name] = _reply(_known(questionnaire, name), given)
    return Situation(replies, items, example.for_, lambda path: _recorded(of_record.get(f"record.{path}")))


def _fields(item: Any) -> dict[str, Any]:
    if not isinstance(item, dict):
        raise Refused("an item is a set of answers, such as {name: chat, kind: llm}")
    return item


def _known(questionnaire: Questionnaire, name: str) -> Question:
    if name not in questionnaire.questions:
        raise Refused(f"there is no question `{name}` to be given an answer")
    return questionnaire.questions[name]


def _reply(question: Question, given: Any) -> Reply:
    if given is None or (
        isinstance(given, str) and given in STATES and given not in [each.id for each in question.options]
    ):
        return Reply(given or "not_asked")  # type: ignore[arg-type]
    words = ", ".join(map(str, given)) if isinstance(given, list) else str(given)
    return reply_of(question, "answered", value_of(question, words, DAYS))


def _recorded(given: Any) -> Reply:
    if given is None:
        return Reply("not_asked")
    return Reply("answered", tuple(map(str, given)) if isinstance(given, list) else str(given))


def _expected(
    names: tuple[str, ...], relevance: Relevance, questionnaire: Questionnaire, *, wanted: bool
) -> Iterator[str]:
    sections = {section.id: section for section in questionnaire.sections}
    for name in names:
        if name in sections:
            is_asked = relevance.is_open(sections[name])
        elif name.partition("@")[0] in questionnaire.questions:
            is_asked = name in relevance.asked or ("@" not in name and _of_any_item(name, relevance))
        else:
            yield f"there is no question or section `{name}`"
            continue
        if is_asked != wanted:
            yield f"`{name}` is {'asked' if is_asked else 'not asked'}"


def _of_any_item(name: str, relevance: Relevance) -> bool:
    return any(key.partition("@")[0] == name for key in relevance.asked)


def _said(questionnaire: Questionnaire, relevance: Relevance, situation: Situation, example: Example) -> Iterator[str]:
    speaking = {
        question.id
        for section in questionnaire.sections
        for question in section.questions
        for item in _items(section, situation)
        if relevance.failing(section, question, item)
    }
    for name in example.expect.said:
        if name not in speaking:
            yield f"the check of `{name}` does not speak up"
    if example.expect.said:
        yield from (f"the check of `{name}` speaks up" for name in sorted(speaking - set(example.expect.said)))


def _items(section: Section, situation: Situation) -> list[str | None]:
    return list(situation.items.get(section.id, ())) if section.repeat else [None]
