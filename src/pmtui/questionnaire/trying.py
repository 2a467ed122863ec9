"""The tests that a questionnaire brings along: with these answers, what is asked and which checks speak up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from pmtui.errors import Refused
from pmtui.questionnaire.naming import RECORD, key_of
from pmtui.questionnaire.relevance import Relevance, Reply, Situation, reply_of
from pmtui.questionnaire.values import Days, value_of
from pmtui.reading.checking import did_you_mean
from pmtui.reading.conditions import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pmtui.questionnaire.schema import Example, Question, Questionnaire, Section
    from pmtui.reading.yaml import Steps

STATES = tuple(state for state in get_args(State) if state not in ("answered", "not_asked", "unclear"))
DAYS = Days("UTC")


def tried(questionnaire: Questionnaire, example: Example) -> list[str]:
    """What is not as the test expects, one line each; nothing where all is."""
    if mistakes := wrong(questionnaire, example):
        return [message for _, message in mistakes]
    situation = _Given(questionnaire, example).situation
    relevance = Relevance(questionnaire, situation)
    return [
        *_expected(example.expect.asked, relevance, questionnaire, wanted=True),
        *_expected(example.expect.not_asked, relevance, questionnaire, wanted=False),
        *_said(questionnaire, relevance, situation, example),
    ]


def wrong(questionnaire: Questionnaire, example: Example) -> list[tuple[Steps, str]]:
    """(where in the test, what) for each mistake in it: a question that is not there, an answer that does not fit."""
    return [*_Given(questionnaire, example).wrong, *_misnamed(questionnaire, example)]


class _Given:
    """The answers that a test gives; `wrong` is (where in the test, what) for those that are none."""

    def __init__(self, questionnaire: Questionnaire, example: Example) -> None:
        self._whole = questionnaire
        self._replies: dict[str, Reply] = {}
        self._items: dict[str, list[str]] = {}
        self._of_record: dict[str, Any] = {}
        self.wrong: list[tuple[Steps, str]] = []
        repeats = {section.repeat for section in questionnaire.sections}
        for name, given in example.given.items():
            if name.startswith(RECORD):
                self._of_record[name.removeprefix(RECORD)] = given
            elif name in repeats:
                self._take_items(name, given)
            else:
                self._take(name, given, None, ("given", name))
        self._function = example.for_

    @property
    def situation(self) -> Situation:
        return Situation(self._replies, self._items, self._function, lambda path: _recorded(self._of_record.get(path)))

    def _take_items(self, name: str, given: Any) -> None:
        for at, item in enumerate(given if isinstance(given, list) else [given]):
            where = ("given", name, at) if isinstance(given, list) else ("given", name)
            if not isinstance(item, dict) or not item:
                message = f"`{name}` is a list of items, each a set of answers, such as [{{name: chat, kind: llm}}]"
                self.wrong.append((where, message))
                continue
            section = next((self._whole.section_of[each] for each in item if each in self._whole.questions), None)
            of_section = self._items.setdefault(section.id, []) if section else []
            of_section.append(str(len(of_section) + 1))
            for field, value in item.items():
                self._take(field, value, (section, of_section[-1]) if section else None, (*where, field), name)

    def _take(
        self, name: str, given: Any, about: tuple[Section, str] | None, where: Steps, repeat: str | None = None
    ) -> None:
        question = self._whole.questions.get(name)
        if question is None:
            known = did_you_mean(name, self._whole.questions)
            self.wrong.append((where, f"there is no question `{name}` to be given an answer{known}"))
            return
        section = self._whole.section_of[name]
        if section.repeat != repeat:
            asked = f"for each {section.repeat}" if section.repeat else "once"
            self.wrong.append((where, f"`{name}` is asked {asked}, so its answer does not stand here"))
        elif about and about[0].id != section.id:
            self.wrong.append(
                (where, f"`{name}` is of another section than the answers before it; items are not shared")
            )
        else:
            try:
                self._replies[key_of(name, about[1] if about else None)] = _reply(question, given)
            except Refused as refusal:
                self.wrong.append((where, str(refusal)))


def _reply(question: Question, given: Any) -> Reply:
    if given is None:
        return Reply("not_asked")
    if isinstance(given, str) and given in STATES and given not in [each.id for each in question.options]:
        return Reply(given)  # type: ignore[arg-type]
    if isinstance(given, dict) or (isinstance(given, list) and question.type != "many_of"):
        raise Refused(f"`{question.id}` has one answer, as a text")
    words = ", ".join(map(_in_list, given)) if isinstance(given, list) else str(given)
    return reply_of(question, "answered", value_of(question, words, DAYS))


def _in_list(words: Any) -> str:
    return f'"{words}"' if "," in str(words) else str(words)


def _recorded(given: Any) -> Reply:
    if given is None:
        return Reply("not_asked")
    return Reply("answered", tuple(map(str, given)) if isinstance(given, list) else str(given))


def _misnamed(questionnaire: Questionnaire, example: Example) -> Iterator[tuple[Steps, str]]:
    """What a test expects of questions that are not there, or that have no check."""
    sections = {section.id for section in questionnaire.sections}
    known = {*sections, *questionnaire.questions}
    for key, names in (("asked", example.expect.asked), ("not_asked", example.expect.not_asked)):
        for at, name in enumerate(names):
            if name.partition("@")[0] not in known:
                message = f"there is no question or section `{name}`{did_you_mean(name, known)}"
                yield ("expect", key, at), message
    checked = [name for name, each in questionnaire.questions.items() if each.check]
    for at, name in enumerate(example.expect.said):
        if name not in checked:
            yield ("expect", "said", at), f"there is no question `{name}` with a check{did_you_mean(name, checked)}"


def _expected(
    names: tuple[str, ...], relevance: Relevance, questionnaire: Questionnaire, *, wanted: bool
) -> Iterator[str]:
    sections = {section.id: section for section in questionnaire.sections}
    for name in names:
        if name in sections:
            is_asked = relevance.is_open(sections[name])
        else:
            is_asked = name in relevance.asked or ("@" not in name and _of_any_item(name, relevance))
        if is_asked != wanted:
            yield f"`{name}` is {'asked' if is_asked else 'not asked'}"


def _of_any_item(name: str, relevance: Relevance) -> bool:
    return any(key.partition("@")[0] == name for key in relevance.asked)


def _said(questionnaire: Questionnaire, relevance: Relevance, situation: Situation, example: Example) -> Iterator[str]:
    speaking = {
        question.id
        for section in questionnaire.sections
        for question in section.questions
        for item in _items(section, situation.items)
        if relevance.failing(section, question, item)
    }
    for name in example.expect.said:
        if name not in speaking:
            yield f"the check of `{name}` does not speak up"
    if example.expect.said:
        yield from (f"the check of `{name}` speaks up" for name in sorted(speaking - set(example.expect.said)))


def _items(section: Section, items: Mapping[str, Any]) -> list[str | None]:
    return list(items.get(section.id, ())) if section.repeat else [None]
