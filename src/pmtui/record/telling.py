"""Events that were made of a sentence: which sentence of which answer, also where its words changed since."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from pmtui.reading.sentences import sentences
from pmtui.record.additions import EVENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pmtui.reading.sentences import Sentence
    from pmtui.record.documents import Decision

ALIKE = 0.6
"""How much of two sentences has to be the same, from 0 to 1, for the one to be the other after a change."""


class Made(NamedTuple):
    """The event `item` was made of `words`, a sentence of `answer`, which is a document id."""

    answer: str
    item: str
    words: str


def made_of(decisions: Iterable[Decision]) -> list[Made]:
    """The events that were made of a sentence, in the order in which they were."""
    found: dict[str, Made] = {}
    for each in decisions:
        if each.kind == EVENT and isinstance(each.value, dict):
            item = str(each.value.get("item"))
            found[item] = Made(each.about, item, str(each.value.get("words", "")))
    return list(found.values())


def places(text: str, made: Sequence[Made]) -> dict[Sentence, Made]:
    """The sentences of `text` of which an event was made; one whose words changed is the one most like them.

    An event whose sentence is gone has no place, and stays an event.
    """
    if not made:
        return {}
    free = list(sentences(text))
    words = {each: text[each.start : each.end] for each in free}
    found: dict[Sentence, Made] = {}
    left: list[Made] = []
    for event in made:
        same = next((each for each in free if words[each] == event.words and each not in found), None)
        if same is None:
            left.append(event)
        else:
            found[same] = event
    for event in left:
        alike = [(_alike(words[each], event.words), each) for each in free if each not in found]
        best = max(alike, default=(0.0, None), key=lambda pair: pair[0])
        if best[1] is not None and best[0] >= ALIKE:
            found[best[1]] = event
    return found


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold().split(), other.casefold().split(), autojunk=False).ratio()
