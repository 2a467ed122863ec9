"""The looks of the screens: one design in light, dark, sixteen colours and none, and which of them a terminal gets.

Colours are numbers of the 256 that terminals agree on; below 16 they are the terminal's own.  Nothing is asked of the
terminal: an answer costs a round trip, and one that comes late is read as typing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Look(NamedTuple):
    """The colours of one look; none stands for the terminal's own."""

    name: str
    words: str
    """What a list to choose from says of it."""
    text: int | None = None
    ground: int | None = None
    dim: int | None = None
    """Context: what one reads after the rest."""
    accent: int | None = None
    """Where one is."""
    warm: int | None = None
    """What needs a person; where it is none, it is bold."""
    rule: int | None = None
    picked: int | None = None
    """The ground of text that is selected; where it is none, its colours are turned round."""


LOOKS = {
    look.name: look
    for look in (
        Look("light", "dark on light", 234, 255, 240, 24, 94, 241, 252),
        Look("dark", "light on dark", 253, 233, 247, 80, 179, 245, 238),
        # Text has the terminal's own two colours, which its owner can read; of the others nobody knows on what they
        # stand.  Only bars and marks have one, and magenta is seen on black as on white.
        Look("16", "the terminal's own colours", accent=5),
        Look("none", "no colours: bold, underlined, turned round"),
    )
}

AUTO = "auto"
WISHES = (AUTO, *LOOKS)
"""What `theme` in `config.toml` may say."""

WITHOUT_COLOURS = ("", "dumb", "unknown", "vt52", "vt100", "vt102", "vt220", "vt320")

DARK = (0, 1, 2, 3, 4, 5, 6, 8)
"""Of the sixteen colours, those that are a dark ground."""


def chosen(wish: str, environment: Mapping[str, str]) -> str:
    """The name of the look that a terminal gets: the `wish` as far as it can show it.

    Where the wish is `auto`, `NO_COLOR` and `COLORFGBG` decide.  A terminal that does not say what its ground is gets
    its own colours, which are right on any.
    """
    count = colours(environment)
    wish = _hinted(environment) if wish == AUTO else wish
    if count == 0 or wish == "none":
        return "none"
    return "16" if count < 256 else wish


def offered(environment: Mapping[str, str]) -> list[tuple[str, str]]:
    """The looks that a terminal can show, each with its words, and `auto`."""
    able = [(look.name, look.words) for look in LOOKS.values() if chosen(look.name, environment) == look.name]
    return [*able, (AUTO, "as the terminal says")]


def colours(environment: Mapping[str, str]) -> int:
    """How many colours a terminal shows, by `TERM` and `COLORTERM`: 0, 16 or at least 256."""
    term = environment.get("TERM", "").strip().lower()
    if term in WITHOUT_COLOURS or term.endswith(("-m", "-mono")):
        return 0
    if environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return 256
    return 256 if term.rpartition("-")[2] in ("256color", "kitty") else 16


def _hinted(environment: Mapping[str, str]) -> str:
    if environment.get("NO_COLOR"):
        return "none"
    ground = environment.get("COLORFGBG", "").rpartition(";")[2]
    if not (ground.isascii() and ground.isdigit()):
        return "16"
    return "dark" if int(ground) in DARK else "light"


PUT_IN_BY_PYTHON = ("C.UTF-8", "C.utf8", "UTF-8")


def knows_utf8(environment: Mapping[str, str], *, is_mode: bool) -> bool:
    """Whether a terminal shows more than ASCII, by its locale; `is_mode` is Python's UTF-8 mode.

    Where the locale is `C`, Python is in that mode and puts another one into `LC_CTYPE` before anybody can look.
    """
    category = environment.get("LC_CTYPE", "")
    if is_mode and category in PUT_IN_BY_PYTHON:
        category = ""
    locale = environment.get("LC_ALL") or category or environment.get("LANG", "")
    return "utf8" in locale.lower().replace("-", "")
