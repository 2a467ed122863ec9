"""Times that are said in another language than English, as the reader of English is told them.

Which language it is, is told by the words that no English text has; where two fit equally well, both are read, and what
they disagree about is asked.  `languages` has the tables.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from pmtui.reading.languages import NAMES
from pmtui.reading.languages.elsewhere import COMMON, ELSEWHERE, ENGLISH, ENGLISH_TOO
from pmtui.reading.moment_words import NUMBERS
from pmtui.reading.moments import DAYS, MONTHS
from pmtui.reading.zones import LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pmtui.reading.languages import Language

PIECE = re.compile(r"\w+|[^\w\s]")
MONTH_NUMBER = re.compile(r"\{0?(\d{1,2})\}")
ENGLISH_DATE = re.compile(
    r"\b(?:January|February|March|June|July|October|December)\b"
    r"|\b[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?, (?:19|20)\d\d"
)
"""Months that have this name in English alone, and a date with the month before the day."""
ZONES = ("CET", "CEST", "Europe/", "America/", "Asia/")
BARRED = str.maketrans({"ł": "l", "ø": "o", "å": "a", "ß": "ss", "æ": "ae"})
Key = tuple[str, ...]


class Said(NamedTuple):
    """A text in the words of the reader: `origin` has, for each of its characters, where it stands in the text."""

    text: str
    origin: list[int]
    questions: list[str]
    """Words that the table says to ask about."""
    language: Language
    evidence: tuple[int, int]
    """What the pieces weigh that only this language has (`_weight`), and how many characters it knows."""


class Table(NamedTuple):
    """A language made ready: phrases as what `PIECE` finds in them."""

    name: str
    language: Language
    phrases: dict[Key, str]
    longest: int


def translations(text: str) -> list[Said]:
    """`text` in the words of the reader, once for each language that it is in most likely; none for English."""
    words = set(_words(text))
    likely = [name for name in NAMES if words & _own(name) or (not text.isascii() and not _table(name).language.spaced)]
    found = [_said(text, _table(name)) for name in likely]
    most = max((said.evidence for said in found), default=(0, 0))
    return [said for said in found if said.evidence == most] if most[0] > 2 * english(text) else []


def english(text: str) -> int:
    """How many words of `text` are small words of English."""
    return sum(word in ENGLISH for word in _words(text))


def strange(text: str, beside: list[str]) -> str | None:
    """The first word of `text`, all of whose times are said in English, that may say something of a time.

    `beside` are the words next to a time that no rule knows.
    """
    is_english = english(text) > 0 or ENGLISH_DATE.search(text) is not None
    all_words: list[str] = re.findall(r"[^\W\d_]+", text)
    for word in all_words:
        small = word.casefold()
        if small in ELSEWHERE or (small in _strong() and small not in NUMBERS and not _shouted(word)):
            return word
        if not word.isascii() and not (is_english and word[0].isupper()):
            return word
    for word in beside:
        if not word.isascii() or not (is_english or _is_common(word)):
            return word
    return None


def _is_common(word: str) -> bool:
    """Whether `word` is one of notes in English, or the name of a thing."""
    small = word.casefold()
    return (
        small in COMMON
        or small.endswith(("ed", "ing", "ly"))
        or word in "ahxvzt"
        or not word.isalpha()
        or _shouted(word)
    )


def _words(text: str) -> Iterator[str]:
    return (match[0].casefold() for match in re.finditer(r"[^\W\d_]+", text))


def _shouted(word: str) -> bool:
    # US, NA, EST: letters of a region or a zone, not the word that they spell in lower case.
    return word.isascii() and word.isupper() and 2 <= len(word) <= 4


@functools.cache
def _own(name: str) -> frozenset[str]:
    """The words of a table that are no English ones."""
    return frozenset(word for key in _table(name).phrases for word in key if _tells(word))


@functools.cache
def _strong() -> frozenset[str]:
    return frozenset().union(*map(_own, NAMES))


def _tells(word: str) -> bool:
    return (
        (len(word) > 1 or not word.isascii())
        and word.isalpha()
        and word not in ENGLISH_TOO
        and word.upper() not in LETTERS
    )


@functools.cache
def _table(name: str) -> Table:
    language: Language = import_module(f"pmtui.reading.languages.{name}").LANGUAGE
    phrases = {_key(said): word for word, all_said in language.words.items() for said in all_said.split(", ")}
    for key, word in [*phrases.items()]:
        typed = tuple(map(without_accents, key))
        if max(map(len, typed)) > 3:
            phrases.setdefault(typed, word)
    for names, english_names in ((language.months, MONTHS), (language.days, DAYS)):
        for said, name_there in zip(names.split("|"), english_names, strict=True):
            spellings = [*said.split(), *map(without_accents, said.split())]
            phrases |= {_key(spelling): name_there for spelling in spellings}
    return Table(name, language, phrases, max(map(len, phrases), default=0))


@functools.cache
def _signs(name: str) -> list[tuple[re.Pattern[str], str]]:
    # Made when a text is likely in that language: to compile those of all takes longer than to read.
    language: Language = import_module(f"pmtui.reading.languages.{name}").LANGUAGE
    return [(re.compile(pattern, re.IGNORECASE), becomes) for pattern, becomes in language.signs]


def _key(phrase: str) -> Key:
    return tuple(PIECE.findall(phrase.casefold()))


def without_accents(word: str) -> str:
    """`word` as one types it on a keyboard that has no accents."""
    letters = unicodedata.normalize("NFD", word.translate(BARRED))
    return "".join(sign for sign in letters if not unicodedata.combining(sign))


class _Writer:
    """Puts a text together, and remembers where each character comes from."""

    def __init__(self) -> None:
        self.text, self.origin, self.questions, self.evidence = "", list[int](), list[str](), (0, 0)

    def put(self, words: str, start: int) -> None:
        if words[:1].isalnum() and self.text[-1:].isalnum() and self.origin[-1] != start - 1:
            words = f" {words}"
        if words[:1] == " " and self.text[-1:] in ("", " "):
            words = words[1:]
        self.text += words
        self.origin += [start] * len(words)


def _said(text: str, table: Table) -> Said:
    writer = _Writer()
    pieces = list(PIECE.finditer(text))
    starts = {match.start(): index for index, match in enumerate(pieces)}
    at = 0
    while at < len(text):
        found = None
        if at in starts or not table.language.spaced:
            found = _sign(text, at, table) or _phrase(text, pieces, starts.get(at), table)
        if found is None:
            writer.put(text[at], at)
            at += 1
            continue
        end, words, evidence = found
        writer.evidence = writer.evidence[0] + evidence, writer.evidence[1] + end - at
        if words == "?":
            writer.questions.append(text[at:end].strip())
            words = "x"
        writer.put(words, at)
        if end < len(text) and text[end].isalnum() and words[-1:].isalnum() and table.language.spaced:
            writer.put(" ", at)
        at = end
    return Said(writer.text, writer.origin, writer.questions, table.language, writer.evidence)


Found = tuple[int, str, int]
"""Where a piece ends, what it becomes, and how much it tells of the language."""


def _sign(text: str, at: int, table: Table) -> Found | None:
    for pattern, becomes in _signs(table.name):
        if (match := pattern.match(text, at)) and match.end() > at:
            words = MONTH_NUMBER.sub(_month, match.expand(becomes))
            words = re.sub(r"(?<=\d):(\d)(?!\d)", r":0\1", words)
            tells = _weight(_own(table.name).intersection(_words(match[0]))) if table.language.spaced else 2
            return match.end(), words, tells
    return None


def _weight(words: Iterable[str]) -> int:
    """How much words tell that only one language has: short ones may be of another that has no table."""
    return max((2 if len(word) > 3 or not word.isascii() else 1 for word in words), default=0)


def _month(match: re.Match[str]) -> str:
    return MONTHS[int(match[1]) - 1] if 1 <= int(match[1]) <= 12 else "x"


def _phrase(text: str, pieces: list[re.Match[str]], first: int | None, table: Table) -> Found | None:
    if first is None:
        return None
    for count in range(min(table.longest, len(pieces) - first), 0, -1):
        chosen = pieces[first : first + count]
        key = tuple(piece[0].casefold() for piece in chosen)
        word = table.phrases.get(key)
        if word is None or (count == 1 and _shouted(chosen[0][0]) and not word.startswith(ZONES)):
            continue
        end = chosen[-1].end()
        return end, word, _weight(filter(_tells, key))
    return None
