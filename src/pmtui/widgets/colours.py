"""From the roles that stylesheets and words name to the colours of the look that is shown.

Stylesheets know roles alone, by names of the sixteen colours: the default two, `ansi_cyan` for the accent,
`ansi_yellow` for what needs a person, `ansi_bright_black` for rules and for the ground of a selection.  A look paints
them where a line leaves for the terminal, so that changing it moves nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.filter import LineFilter
from textual.theme import Theme

if TYPE_CHECKING:
    from textual.color import Color

    from pmtui.looks import Look

ACCENT, WARM, GREY = 6, 3, 8
"""The numbers of the roles that have one."""

ROLES = Theme(
    name="pmtui",
    primary="ansi_cyan",
    secondary="ansi_cyan",
    accent="ansi_cyan",
    warning="ansi_yellow",
    error="ansi_yellow",
    success="ansi_cyan",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    ansi=True,
    variables={
        "pm-dim": "ansi_bright_black",
        "ansi-background": "ansi_black",
        "ansi-foreground": "ansi_white",
        "border-blurred": "ansi_bright_black",
        "block-cursor-foreground": "ansi_default",
        "block-cursor-background": "ansi_default",
        "block-cursor-text-style": "reverse",
        "input-cursor-foreground": "ansi_default",
        "input-cursor-background": "ansi_default",
        "input-cursor-text-style": "reverse",
        "input-selection-background": "ansi_bright_black",
    },
)


class Painted(LineFilter):
    """Lines in the colours of `look`."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._known: dict[Style | None, Style] = {}

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same text in other colours."""
        return [Segment(text, self._of(style), control) for text, style, control in segments]

    def _of(self, style: Style | None) -> Style:
        painted = self._known.get(style)
        if painted is None:
            painted = self._known[style] = self._painted(style or Style())
        return painted

    def _painted(self, style: Style) -> Style:
        look = self.look
        role = style.color.number if style.color else None
        is_picked = style.bgcolor is not None and style.bgcolor.number == GREY
        plain = look.dim if style.dim else look.text
        text = {ACCENT: look.accent, WARM: look.warm, GREY: look.rule, None: plain}.get(role, plain)
        ground = look.picked if is_picked else look.ground
        drawn = Style(
            color=_colour(text),
            bgcolor=_colour(ground),
            dim=False,
            bold=style.bold or (role == WARM and look.warm is None),
            reverse=style.reverse or (is_picked and look.picked is None),
        )
        return style.without_color + drawn


def _colour(number: int | None) -> RichColor:
    return RichColor.default() if number is None else RichColor.from_ansi(number)
