"""What a person sees in each cell of a screen: its two colours, as a terminal shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.color import Color
    from rich.style import Style
    from textual.app import App

Rgb = tuple[int, int, int]

XTERM: tuple[Rgb, ...] = (
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
    (255, 255, 255),
)  # fmt: skip
"""The sixteen colours where nobody has chosen others."""

BLACK, WHITE = (0, 0, 0), (255, 255, 255)


class Terminal(NamedTuple):
    """The two default colours of a terminal."""

    text: Rgb
    ground: Rgb


TERMINALS = (Terminal(WHITE, BLACK), Terminal(BLACK, WHITE))


def rgb(number: int) -> Rgb:
    """One of the 256 colours that terminals agree on."""
    if number < 16:
        return XTERM[number]
    if number >= 232:
        grey = 8 + 10 * (number - 232)
        return grey, grey, grey
    red, green, blue = (number - 16) // 36, (number - 16) // 6 % 6, (number - 16) % 6
    return tuple(55 + 40 * each if each else 0 for each in (red, green, blue))  # type: ignore[return-value]


def contrast(one: Rgb, other: Rgb) -> float:
    """The contrast ratio of WCAG 2.2: 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Rgb) -> float:
    linear = [part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


class Run(NamedTuple):
    """Some characters of one style, in the two colours that they have in a terminal."""

    text: str
    colours: tuple[Rgb, Rgb]
    style: Style

    @property
    def contrast(self) -> float:
        return contrast(*self.colours)


def runs(app: App[int], terminal: Terminal) -> Iterator[Run]:
    """All that the screen of `app` shows, blanks left out."""
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            style = segment.style
            if segment.text.strip() and style is not None:
                text, ground = _shown(style.color, terminal.text), _shown(style.bgcolor, terminal.ground)
                yield Run(segment.text.strip(), (ground, text) if style.reverse else (text, ground), style)


def _shown(colour: Color | None, default: Rgb) -> Rgb:
    if colour is None or colour.is_default:
        return default
    assert colour.number is not None, f"{colour} is no colour of a look"
    return rgb(colour.number)


def legible(app: App[int]) -> None:
    """All words of the screen stand out from their ground by 4.5 to 1; bars and marks may by 3 to 1 in 16 colours."""
    for terminal in TERMINALS:
        for run in runs(app, terminal):
            least = 3.0 if app.look == "16" and not any(map(str.isalnum, run.text)) else 4.5  # type: ignore[attr-defined]
            assert run.contrast >= least, f"{run.text!r} has {run.contrast:.1f} to 1 in {run.colours}"
