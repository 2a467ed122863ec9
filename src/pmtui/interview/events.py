"""A sentence as an event of the timeline: what it says of time and actor, and the answers that hold it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from pmtui.questionnaire import values
from pmtui.reading import moments
from pmtui.record.additions import event_place
from pmtui.record.changes import Given, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pmtui.interview.session import Session
    from pmtui.questionnaire.schema import Question
    from pmtui.questionnaire.values import Days
    from pmtui.reading.moments import Moment
    from pmtui.record.additions import EventPlace

NEAR = 3
"""Words on either side of one that looks like a time in which the rest of the time is looked for."""

MOST = 4
"""Places of a sentence that are looked at for a time."""

MARKS = " .,;:!?()\"'“”"
"""What may stand at the end of a passage and is no part of a time."""

_WORD = re.compile(r"\S+")
_HINT = re.compile(
    r"\d|^(?:noon|midnight|yesterday|today|mittag|mitternacht|gestern|heute|midi|minuit)\b", re.IGNORECASE
)
_TIME = re.compile(
    r"""
      \d[:.]\d\d (?!\d|[.]\d) | \d [ ]? (?:[ap]\.?m\b | uhr\b | h(?:\d|\b) | o'?clock\b)
    | \d{4}-\d\d | \d/\d
    | \b (?:noon|midnight|yesterday|today|mittag|mitternacht|gestern|heute|midi|minuit) \b
    | (?:\d | \b(?:a|an|one|two|three|ten|twenty)) .*\b (?:after|before|later|earlier) \b
    | \b (?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz]) \w*\W+\d | \d\W+ (?:of[ ])?
      (?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""How a time looks that is not only a number: what a reader of times accepts may be an amount in a sentence."""
_MORE = re.compile(r"(?:[A-Z]{2,5}|morning|afternoon|evening|night)\b")
"""What belongs to a time also where it says nothing new: a zone, a part of the day."""

_SPEAKER = re.compile(
    r"\W*(?:(?:at|on|around|about|by|after|before|then|so|and|when)\b[^,;]{0,30}?[ ,])?I\b", re.IGNORECASE
)


class Told(NamedTuple):
    """What a person says of an event, in their words; what is not known is empty."""

    what: str
    when: str = ""
    actor: str = ""


def suggested(sentence: str, days: Days, names: Iterable[str], speaker: str) -> Told:
    """What `sentence` says: its time, where it says one, and its actor, where that is one of `names` or the `speaker`.

    Nothing is guessed: of two times or none, the time stays empty.
    """
    words = " ".join(sentence.split())
    # A time of day is one also where nobody knows the day yet; that is asked when it is saved.
    some_day = replace(days, first_day=days.first_day or days.spoken_on)
    return Told(words, time_in(words, some_day), _actor(words, names, speaker))


def time_in(sentence: str, days: Days) -> str:
    """The words of the one time that a sentence of one line says; empty where it says none, or several."""
    if _means(sentence, days):
        start, end = _shortest(sentence, (0, len(sentence)), days)
        return sentence[start:end]
    found: dict[tuple[int, int], object] = {}
    for span in _passages(sentence):
        meaning = _means(sentence[slice(*span)], days)
        if meaning and not any(start < span[1] and span[0] < end for start, end in found):
            found[_shortest(sentence, span, days)] = meaning
    spans = list(found) if len(set(map(str, found.values()))) == 1 else []
    return sentence[slice(*spans[0])] if spans else ""


def _read(words: str, days: Days) -> Moment:
    return moments.read_moment(words, zone=days.zone, first_day=days.first_day, spoken_on=days.spoken_on)


def _means(words: str, days: Days) -> object:
    """What `words` mean as a time; nothing where that is left open, or where they only look like an amount."""
    if not _TIME.search(words):
        return None
    moment = _read(words, days)
    is_clear = moment.ask is None and (moment.at or moment.until or moment.relative_to)
    return replace(moment, words="") if is_clear else None


def _shortest(sentence: str, span: tuple[int, int], days: Days) -> tuple[int, int]:
    """The fewest words of `span` that mean the same: halves are taken off either end while nothing changes."""
    meaning = _means(sentence[slice(*span)], days)
    spans = [each.span() for each in _WORD.finditer(sentence, *span)]
    first, last = 0, len(spans)
    step = max(len(spans) // 2, 1)
    while step:
        for begin, end in ((first + step, last), (first, last - step)):
            if begin < end and _means(sentence[spans[begin][0] : spans[end - 1][1]], days) == meaning:
                first, last = begin, end
                break
        else:
            step //= 2
    if last < len(spans) and _MORE.match(sentence, *spans[last]):
        more = _stripped(sentence, spans[first][0], spans[last][1])
        if _means(sentence[slice(*more)], days) == meaning:
            return more
    return _stripped(sentence, spans[first][0], spans[last - 1][1])


def _stripped(sentence: str, start: int, end: int) -> tuple[int, int]:
    while end > start + 1 and sentence[end - 1] in MARKS and not sentence[start:end].endswith(("a.m.", "p.m.")):
        end -= 1
    while start < end - 1 and sentence[start] in MARKS:
        start += 1
    return start, end


def _passages(sentence: str) -> Iterator[tuple[int, int]]:
    """The passages around each word that may belong to a time, the widest first; where one is read, no other is."""
    spans = [each.span() for each in _WORD.finditer(sentence)]
    hints = [at for at, (start, end) in enumerate(spans) if _HINT.search(sentence[start:end])][:MOST]
    for width in range(2 * NEAR, -1, -1):
        for at in hints:
            for before in range(min(width, NEAR), max(width - NEAR, 0) - 1, -1):
                begin, end = at - before, at + (width - before)
                if begin >= 0 and end < len(spans):
                    yield _stripped(sentence, spans[begin][0], spans[end][1])


def _actor(sentence: str, names: Iterable[str], speaker: str) -> str:
    places = [(place.start(), -len(name), name) for name in names if (place := _named(name, sentence))]
    if places:
        return min(places)[2]
    return speaker if _SPEAKER.match(sentence) else ""


def _named(name: str, sentence: str) -> re.Match[str] | None:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", sentence, re.IGNORECASE) if name.strip() else None


def answers_of(session: Session, item: str, told: Told) -> list[tuple[Place, Given]]:
    """The answers that say `told` of the event `item`; those that stand already are left out.

    The interview has a place for events then.  Raises `Refused` where a time does not fit its question.
    """
    added = replace(session.added, has_events=True, has_actors=session.added.has_actors or bool(told.actor.strip()))
    if added != session.added:
        session.ask_also(added)
    place = event_place(session.walk.questionnaire)
    if place is None:
        return []
    found = []
    for question, words in zip(_asked(place), told, strict=True):
        before = session.walk.answers.get(f"{question.id}@{item}") if question else None
        value = _value(question, words, session.days)
        if question is None or (before.value if before and before.state == "answered" else None) == value:
            continue
        remark = before.remark if before else None
        found.append((Place(question.id, item), Given("answered" if value is not None else "later", value, remark)))
    return found


def known_of(session: Session, item: str) -> Told:
    """What is said of the event `item` now."""
    place = event_place(session.walk.questionnaire)
    answers = session.walk.answers
    said = []
    for question in _asked(place) if place else ():
        answer = answers.get(f"{question.id}@{item}") if question else None
        is_said = question is not None and answer is not None and answer.state == "answered"
        said.append(values.words_of(question, answer.value) if is_said and question and answer else "")
    return Told(*said) if said else Told("")


def time_of(session: Session, item: str) -> str:
    """The time of the event `item` as it was understood; empty where it has none."""
    place = event_place(session.walk.questionnaire)
    answer = session.walk.answers.get(f"{place.at.id}@{item}") if place else None
    return moments.show(answer.value) if answer and isinstance(answer.value, dict) else ""


def _asked(place: EventPlace) -> tuple[Question, Question, Question | None]:
    return place.what, place.at, place.actor


def _value(question: Question | None, words: str, days: Days) -> Any:
    return values.value_of(question, words.strip(), days) if question and words.strip() else None
