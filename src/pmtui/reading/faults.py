"""What is wrong in a file that a person wrote: each mistake with its place, its level and a code to look it up by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from pmtui.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable

Level: TypeAlias = Literal["error", "warning"]
"""An error keeps the file from being used; a warning is worth a look."""


class Fault(NamedTuple):
    """One mistake.  `line` and `column` count from 1; none where the whole file is meant."""

    file: str
    line: int | None
    column: int | None
    message: str
    code: str
    level: Level = "error"

    def __str__(self) -> str:
        """One line: file, place, what is wrong there."""
        place = "".join(f":{each}" for each in (self.line, self.column) if each is not None)
        return f"{self.file}{place}: {self.message}"


class Faulty(Refused):
    """A file is refused for its faults; the text has one line for each, in the order of the file."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = sorted(faults, key=lambda fault: (fault.file, fault.line or 0, fault.column or 0))
        super().__init__("\n".join(dict.fromkeys(map(str, self.faults))))
