"""From what a person typed to the value that is stored, and back to words."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pmtui.errors import Refused
from pmtui.reading import moments
from pmtui.reading.checking import did_you_mean
from pmtui.reading.plain import quoted

if TYPE_CHECKING:
    from datetime import date

    from pmtui.questionnaire.schema import Question


@dataclass(frozen=True)
class Days:
    """What words such as `yesterday` and a bare `14:05` are counted from."""

    zone: str
    first_day: date | None = None
    spoken_on: date | None = None


def value_of(question: Question, words: str, days: Days) -> Any:
    """The value that `words` give as an answer to `question`.

    Text for text, a choice's id for one_of and yes_no, a list of ids for many_of (separated by commas), a number, an
    ISO date, or a moment as a mapping.  Raises `Refused` where the words do not fit the question's type.
    """
    match question.type:
        case "text" | "long_text":
            return words
        case "one_of" | "yes_no":
            return _choice(question, words.strip())
        case "many_of":
            return _choices(question, words)
        case "number":
            return _number(question, words.strip())
        case "date":
            return _date(words.strip(), days)
        case "moment":
            return moments.as_dict(_moment(words.strip(), days))


def is_value_of(question: Question, value: Any) -> bool:
    """Whether a stored `value` has the form that answers to `question` have; what it says is not judged."""
    match question.type:
        case "many_of":
            return isinstance(value, list) and all(isinstance(each, str) for each in value)
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case "moment":
            return isinstance(value, dict) and _is_moment(value)
        case _:
            return isinstance(value, str)


def left_open(question: Question, words: str, days: Days) -> str | None:
    """What is left open of a time in `words`, as a question; none where all is understood or it is no time."""
    return _moment(words.strip(), days).ask if question.type == "moment" else None


def words_of(question: Question, value: Any) -> str:
    """The words that stand for a stored `value`: what an editor shows, and what `value_of` reads back."""
    match question.type:
        case "moment":
            return str(value["words"])
        case "many_of":
            return ", ".join(value)
        case "number":
            return str(value).removesuffix(".0")
        case _:
            return str(value)


def said(question: Question, value: Any) -> str:
    """A stored `value` for a reader: a choice in its own words, a moment as precisely as it is known."""
    shown = {choice.id: choice.words for choice in question.options}
    match question.type:
        case "moment":
            return moments.show(value)
        case "many_of":
            return ", ".join(shown.get(each, each) for each in value)
        case "one_of" | "yes_no":
            return shown.get(value, str(value))
        case "number":
            return f"{words_of(question, value)} {question.unit or ''}".rstrip()
        case _:
            return str(value)


def _choice(question: Question, words: str) -> str:
    for choice in question.options:
        if words.casefold() in (choice.id.casefold(), choice.words.casefold()):
            return choice.id
    begun = [choice.id for choice in question.options if words and choice.id.casefold().startswith(words.casefold())]
    if len(begun) == 1:
        return begun[0]
    if question.other and words:
        return words
    known = [choice.id for choice in question.options]
    raise Refused(
        f"{quoted(words)} is not a choice of {question.id}{did_you_mean(words, known)}; choose: {', '.join(known)}"
    )


def _choices(question: Question, words: str) -> list[str]:
    parts = [part.strip() for part in words.split(",")]
    chosen = list(dict.fromkeys(_choice(question, part) for part in parts if part))
    if question.min is not None and len(chosen) < question.min:
        raise Refused(f"this question asks for at least {question.min:g} choices")
    if question.max is not None and len(chosen) > question.max:
        raise Refused(f"this question asks for at most {question.max:g} choices")
    return chosen


def _number(question: Question, words: str) -> int | float:
    try:
        number: int | float = int(words) if words.lstrip("+-").isdecimal() else float(words)
    except ValueError:
        raise Refused(f"this question asks for a number, not {quoted(words)}") from None
    if not math.isfinite(number):
        raise Refused(f"this question asks for a number that can be counted, not {quoted(words)}")
    if question.min is not None and number < question.min:
        raise Refused(f"this question asks for a number of at least {question.min:g}")
    if question.max is not None and number > question.max:
        raise Refused(f"this question asks for a number of at most {question.max:g}")
    return number


def _date(words: str, days: Days) -> str:
    moment = _moment(words, days)
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
