"""From what a person typed to the value that is stored, and back to words."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from pmtui.errors import Refused
from pmtui.reading import moments
from pmtui.reading.checking import did_you_mean
from pmtui.reading.durations import read_duration, show_duration
from pmtui.reading.evidence import read_evidence, show_evidence
from pmtui.reading.plain import quoted

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from pmtui.questionnaire.schema import Question


_QUOTED = re.compile(r'"((?:[^"]|"")+)"', re.DOTALL)
_PART = re.compile(r'\s*"(?:[^"]|"")+"\s*(?=,|$)|[^,]+', re.DOTALL)
"""One of several choices: in quotes, or up to a comma."""


@dataclass(frozen=True)
class Days:
    """What words such as `yesterday` and a bare `14:05` are counted from."""

    zone: str
    first_day: date | None = None
    spoken_on: date | None = None


def value_of(question: Question, words: str, days: Days) -> Any:
    """The value that `words` give as an answer to `question`.

    Text for text, a choice's id for one_of and yes_no, a list of ids for many_of (separated by commas; what stands in
    double quotes is taken as it is), a number (for a scale a whole one), an ISO date, or a moment, a duration or
    evidence as a mapping.  Raises `Refused` where the words do not fit the question's type.
    """
    return KINDS[question.type].read(question, words, days)


def is_value_of(question: Question, value: Any) -> bool:
    """Whether a stored `value` has the form that answers to `question` have; what it says is not judged."""
    return KINDS[question.type].is_one(value)


def left_open(question: Question, words: str, days: Days) -> str | None:
    """What is left open of a time in `words`, as a question; none where all is understood or it is no time."""
    return _moment(words.strip(), days).ask if question.type == "moment" else None


def words_of(question: Question, value: Any) -> str:
    """The words that stand for a stored `value`: what an editor shows, and what `value_of` reads back."""
    return KINDS[question.type].words(question, value)


def said(question: Question, value: Any) -> str:
    """A stored `value` for a reader: a choice in its own words, a moment as precisely as it is known."""
    return KINDS[question.type].said(question, value)


def as_words(value: Any) -> str:
    """Any stored value as words, without its question."""
    if isinstance(value, dict) and isinstance(value.get("words"), str):
        return str(value["words"])
    if isinstance(value, list):
        return ", ".join(map(as_words, value))
    return value if isinstance(value, str) else "" if value is None else _plain(value)


class Kind(NamedTuple):
    """What one type of question does with its values."""

    read: Callable[[Question, str, Days], Any]
    is_one: Callable[[Any], bool]
    words: Callable[[Question, Any], str] = lambda _, value: str(value)
    said: Callable[[Question, Any], str] = lambda question, value: KINDS[question.type].words(question, value)


def _read_text(_: Question, words: str, __: Days) -> str:
    return words


def _read_choice(question: Question, words: str, _: Days) -> str:
    return _choice(question, words.strip())


def _read_step(question: Question, words: str, _: Days) -> int:
    return int(_choice(question, words.strip()))


def _read_moment(_: Question, words: str, days: Days) -> dict[str, Any]:
    return moments.as_dict(_moment(words.strip(), days))


def _read_nothing(question: Question, _: str, __: Days) -> None:
    raise Refused(f"{question.id} is to be read; it takes no answer")


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _has_words(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("words"), str)


def _its_words(_: Question, value: Any) -> str:
    return str(value["words"])


def _shown(question: Question, value: Any) -> str:
    return next((choice.words for choice in question.options if choice.id == str(value)), str(value))


def _all_shown(question: Question, value: Any) -> str:
    return ", ".join(_shown(question, each) for each in value)


def _counted(question: Question, value: Any) -> str:
    return f"{_plain(value)} {question.unit or ''}".rstrip()


def _plain(value: Any) -> str:
    return str(value).removesuffix(".0")


def _choice(question: Question, words: str) -> str:
    if (exact := _QUOTED.fullmatch(words)) and (question.other or question.choices_from):
        return exact[1].replace('""', '"')
    for choice in question.options:
        if words.casefold() in (choice.id.casefold(), choice.words.casefold()):
            return choice.id
    begun = [choice.id for choice in question.options if words and choice.id.casefold().startswith(words.casefold())]
    if len(begun) == 1:
        return begun[0]
    if (question.other or question.choices_from) and words:
        return words
    known = [choice.id for choice in question.options]
    raise Refused(
        f"{quoted(words)} is not a choice of {question.id}{did_you_mean(words, known)}; choose: {', '.join(known)}"
    )


def _choices(question: Question, words: str, _: Days) -> list[str]:
    parts = [match[0].strip() for match in _PART.finditer(words)]
    chosen = list(dict.fromkeys(_choice(question, part) for part in parts if part))
    alone = next((choice for choice in question.choices if choice.alone and choice.id in chosen), None)
    if alone and len(chosen) > 1:
        raise Refused(f"`{alone.words}` is chosen alone; leave out the others, or it")
    check_count(question, len(chosen))
    return chosen


def _written(question: Question, value: Any) -> str:
    """A choice as `_choice` reads it: in quotes where it would be read as something else."""
    text = str(value)
    if any(choice.id == text for choice in question.options):
        return text
    is_plain = "," not in text and text == text.strip() and not _QUOTED.fullmatch(text) and text[:1] != '"'
    is_itself = is_plain and _choice_or_none(question, text) == text
    return text if is_itself else '"{}"'.format(text.replace('"', '""'))


def _choice_or_none(question: Question, words: str) -> str | None:
    try:
        return _choice(question, words)
    except Refused:
        return None


def _all_written(question: Question, value: Any) -> str:
    return ", ".join(_written(question, each) for each in value)


def check_count(question: Question, chosen: int) -> None:
    """Raise `Refused` where `chosen` choices are too few or too many for the question."""
    if question.min is not None and chosen < question.min:
        raise Refused(f"this question asks for at least {_choices_in_words(question.min)}")
    if question.max is not None and chosen > question.max:
        raise Refused(f"this question asks for at most {_choices_in_words(question.max)}")


def _choices_in_words(count: float) -> str:
    return "1 choice" if count == 1 else f"{count:g} choices"


def _number(question: Question, written: str, _: Days) -> int | float:
    words = written.strip()
    try:
        number: int | float = int(words) if words.lstrip("+-").isdecimal() else float(words)
        is_finite = math.isfinite(number)
    except OverflowError:
        is_finite = False
    except ValueError:
        raise Refused(f"this question asks for a number, not {quoted(words)}") from None
    if not is_finite:
        raise Refused(f"this question asks for a number that can be counted, not {quoted(words)}")
    if question.min is not None and number < question.min:
        raise Refused(f"this question asks for a number of at least {question.min:g}")
    if question.max is not None and number > question.max:
        raise Refused(f"this question asks for a number of at most {question.max:g}")
    return number


def _duration(_: Question, words: str, __: Days) -> dict[str, Any]:
    found = read_duration(words.strip())
    if found is None:
        raise Refused(f"{quoted(words)} is no length of time; write it as 20 min, 2 h 30 or 3 days")
    return found


def _date(_: Question, words: str, days: Days) -> str:
    moment = _moment(words.strip(), days)
    if moment.precision != "day" or moment.at is None or moment.until is not None:
        raise Refused(f"{quoted(words)} is not one day; write it as 2026-03-14")
    return moment.at[:10]


def _moment(words: str, days: Days) -> moments.Moment:
    return moments.read_moment(words, zone=days.zone, first_day=days.first_day, spoken_on=days.spoken_on)


def _is_moment(document: dict[str, Any]) -> bool:
    try:
        moments.from_dict(document)
    except Refused:
        return False
    return True


KINDS: dict[str, Kind] = {
    "text": Kind(_read_text, _is_text),
    "long_text": Kind(_read_text, _is_text),
    "yes_no": Kind(_read_choice, _is_text, said=_shown),
    "one_of": Kind(_read_choice, _is_text, _written, _shown),
    "many_of": Kind(
        _choices,
        lambda value: isinstance(value, list) and all(map(_is_text, value)),
        _all_written,
        _all_shown,
    ),
    "number": Kind(_number, _is_number, lambda _, value: _plain(value), _counted),
    "scale": Kind(_read_step, lambda value: _is_number(value) and isinstance(value, int), said=_shown),
    "date": Kind(_date, _is_text),
    "moment": Kind(
        _read_moment,
        lambda value: isinstance(value, dict) and _is_moment(value),
        _its_words,
        lambda _, value: moments.show(value),
    ),
    "duration": Kind(
        _duration,
        lambda value: _has_words(value) and _is_number(value.get("seconds")),
        _its_words,
        lambda _, value: show_duration(value),
    ),
    "evidence": Kind(
        lambda _, words, __: read_evidence(words),
        _has_words,
        _its_words,
        lambda _, value: show_evidence(value),
    ),
    "info": Kind(_read_nothing, lambda _: False),
}
"""Every type of question."""
