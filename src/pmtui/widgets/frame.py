"""The first and the last line of every screen: where you are, and the keys of this moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.widgets import Static

from pmtui import keys
from pmtui.reading.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.geometry import Size


GAP = 3
"""Columns between two keys."""


LEFT, RIGHT = 24, 28
"""Cells that the sides of a head line keep with something between them: the right one for what would be lost."""

SAVING = len("saving")
"""Cells of the right side at least: what stands left of it does not move while an answer is saved."""


class Line(Static):
    """One line of text that is never read as markup."""

    DEFAULT_CSS = "Line { height: 1; width: 100%; }"

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(Content(one_line(text)), id=id, classes=classes, markup=False)

    def show(self, text: str | Content) -> None:
        """Show `text`, and send nothing where it is shown already."""
        content = text if isinstance(text, Content) else Content(one_line(text))
        if content != self.content:
            self.update(content)


class Fitting(Static):
    """One line of text in several forms: the first that the line has room for is shown."""

    DEFAULT_CSS = "Fitting { height: 1; width: 100%; }"

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes, markup=False)
        self.forms: Sequence[str] = ("",)

    def show(self, forms: Sequence[str]) -> None:
        """Show one of `forms`, the longest first, and send nothing where they are shown already."""
        if forms != self.forms:
            self.forms = forms
            self.refresh()

    def render(self) -> Content:
        """The longest form that fits, or as much as fits of the shortest."""
        return Content(fitted(first_fitting(self.forms, self.size.width), self.size.width))


class Rows(Static):
    """Text on as many rows as its stylesheet allows; where there is more, it ends with an ellipsis."""

    DEFAULT_CSS = "Rows { height: auto; width: 100%; }"

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as all of it would take."""
        return len(Content(str(self.content)).wrap(width)) if width else 0

    def render(self) -> Content:
        """The rows that there is room for."""
        words, (width, height) = str(self.content), self.size
        rows = Content(words).wrap(width) if width else []
        if len(rows) <= height or not height:
            return Content(words)
        kept = [row.plain.rstrip() for row in rows[:height]]
        return Content("\n".join((*kept[:-1], fitted(f"{kept[-1]} {rows[height].plain}", width))))


class Hints(Static):
    """One line of keys, for dialogs: pairs of a key and what it does."""

    DEFAULT_CSS = "Hints { height: 1; width: 100%; }"

    def __init__(self, *pairs: tuple[str, str]) -> None:
        super().__init__(markup=False)
        self.show(*pairs)

    def show(self, *pairs: tuple[str, str]) -> None:
        """Show other keys."""
        parts: list[str | tuple[str, str]] = []
        for key, label in pairs:
            parts += [(key, "bold"), f" {label}   "]
        self.update(Content.assemble(*parts))


class Head(Static):
    """The first line: where you are on the left, how saving stands on the right; a rule below it.

    What has to be seen all the time stands between them.
    """

    DEFAULT_CSS = """
    Head { height: 2; width: 100%; border-bottom: solid $pm-dim; }
    """

    def __init__(self, left: str = "", right: str = "") -> None:
        super().__init__(markup=False)
        self.left, self.right = left, right
        self.middle: Sequence[str] = ("",)

    def show(self, left: str | None = None, right: str | None = None, middle: Sequence[str] | None = None) -> None:
        """Change some of the parts; of `middle`, forms of one thing, the first is shown that leaves the left room."""
        before = (self.left, self.middle, self.right)
        self.left = self.left if left is None else left
        self.middle = self.middle if middle is None else middle
        self.right = self.right if right is None else right
        if (self.left, self.middle, self.right) != before:
            self.refresh()

    def render(self) -> Content:
        """One line: the left side gives way where not all fits."""
        width = self.size.width
        room = width - LEFT - min(cell_len(self.right), RIGHT)
        form = first_fitting(self.middle, room)
        taken = cell_len(form)
        right = fitted(self.right, max(width - taken - LEFT, RIGHT) if taken else width // 2)
        right = " " * (SAVING - cell_len(right)) + right if right else ""
        middle = fitted(form, width - cell_len(right) - 2)
        right = f"{middle}  {right}" if middle else right
        left = fitted(self.left, width - cell_len(right) - 2)
        gap = " " * max(width - cell_len(left) - cell_len(right), 0)
        return Content.assemble((left, "bold"), gap, (right, "dim"))


class Foot(Static):
    """The last line: the keys of this moment, as many as fit, and the one that shows them all."""

    DEFAULT_CSS = "Foot { height: 1; width: 100%; dock: bottom; }"

    def __init__(self, where: str, *, labels: dict[str, str] | None = None) -> None:
        super().__init__(markup=False)
        self.where, self.labels = where, labels or {}

    def relabel(self, **labels: str) -> None:
        """Say of some keys what they do at this moment; an empty label hides one."""
        if {**self.labels, **labels} != self.labels:
            self.labels = {**self.labels, **labels}
            self.refresh()

    def render(self) -> Content:
        """Keys in bold, what they do beside them."""
        *first, more = ((each.key, self.labels.get(each.id, each.label)) for each in self._shown())
        room = self.size.width - _wide(more)
        parts: list[str | tuple[str, str]] = []
        for pair in first:
            room -= _wide(pair) + GAP
            if room < 0:
                break
            parts += [(pair[0], "bold"), f" {pair[1]}{' ' * GAP}"]
        return Content.assemble(*parts, (more[0], "bold"), f" {more[1]}")

    def _shown(self) -> Iterator[keys.Key]:
        """The keys of the screen, and last the one that shows those that did not fit."""
        for each in (*keys.of(self.where), *keys.of("everywhere")):
            if each.in_footer and self.labels.get(each.id) != "":
                yield each


def _wide(pair: tuple[str, str]) -> int:
    return cell_len(" ".join(pair))


def fitted(text: str, width: int) -> str:
    """`text` on one line of at most `width` cells, cut with an ellipsis."""
    line = one_line(text)
    if cell_len(line) <= width:
        return line
    return f"{set_cell_size(line, width - 1)}…" if width > 0 else ""


def first_fitting(forms: Sequence[str], width: int) -> str:
    """The first of `forms`, the longest first, that is at most `width` cells; where none is, the last one."""
    lines = [one_line(each) for each in forms]
    return next((each for each in lines if cell_len(each) <= width), lines[-1])


def padded(text: str, width: int) -> str:
    """`fitted` text filled up with spaces to `width` cells."""
    line = fitted(text, width)
    return line + " " * (width - cell_len(line))
