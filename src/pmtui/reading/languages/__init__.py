"""How times are said in other languages: a table each, of what the reader of English is told instead.

`moment_languages` uses them.  What a table does not know stays as it is, and is asked about where it stands by a time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Language(NamedTuple):
    """What one language says of times.

    `months` and `days` have a line's part for each, divided by ``|``, with the ways to write it.  `words` has English
    words and, divided by commas, what means them; behind ``?`` stands what is asked about.  `signs` are patterns and
    what they become, an empty text for nothing and ``?`` for a question; they come before words.
    """

    name: str
    months: str
    days: str
    words: dict[str, str]
    signs: tuple[tuple[str, str], ...] = ()
    thorough: bool = True
    """Whether the table has nearly all words of times: what it lacks is no such word, also beside a time."""
    spaced: bool = True
    """Whether words are divided by spaces."""


def parts_of_year(names: dict[str, str], ordinals: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Signs for quarters and halves, by the letter of English for them; `ordinals` are patterns in their order."""
    for letter, name in names.items():
        for number, ordinal in enumerate(ordinals[: 2 if letter == "H" else 4], 1):
            yield rf"(?:{ordinal}) (?:{name})\b", f"{letter}{number}"


RANGE_WITH_DOTS = (
    r"(?:(?<=\d\.\d\d-)|(?<=\d\.\d\d - )|(?<=\d\.\d\d til )|(?<=\d\.\d\d till )|(?<=\d\.\d\d og )|(?<=\d\.\d\d och ))"
    r"(\d{1,2})\.(\d\d)(?![.\d])",
    r"\1:\2",
)
"""The second clock time of a period, where the first one has a dot as well."""

NAMES = (
    "german", "french", "spanish", "italian", "portuguese", "dutch", "swedish", "danish", "polish", "russian", "east"
)  # fmt: skip
"""The modules of this package, each with a `LANGUAGE`."""
