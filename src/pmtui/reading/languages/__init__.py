"""How times are said in other languages: a table each, of what the reader of English is told instead.

`moment_languages` uses them.  What a table does not know stays as it is, and is asked about where it stands by a time.
"""

from __future__ import annotations

from typing import NamedTuple


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


NAMES = (
    "german", "french", "spanish", "italian", "portuguese", "dutch", "swedish", "danish", "polish", "russian", "east"
)  # fmt: skip
"""The modules of this package, each with a `LANGUAGE`."""
