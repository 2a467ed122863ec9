"""Where questionnaires come from: the team's own folder, and those that come with pmtui."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

ENDING = ".yaml"
ORDER = (
    "quick", "intake", "responder", "model-data", "product-ops", "security", "supplier", "governance", "management",
    "affected", "synthesis", "actions", "lessons", "facts", "imported",
)  # fmt: skip
"""The built-in questionnaires in the order in which a review asks them."""

BUILT_IN = Path(__file__).parent.parent / "questionnaires"


class Shelves(NamedTuple):
    """Folders of questionnaires; where two hold the same name, the first counts."""

    folders: tuple[Path, ...]

    @classmethod
    def of(cls, *folders: Path) -> Shelves:
        """These folders, the first that counts first; one that is not there holds nothing."""
        return cls(folders)

    @classmethod
    def of_store(cls, root: Path) -> Shelves:
        """What the team of the store `root` made, before what comes with pmtui."""
        return cls((root / "questionnaires", BUILT_IN))

    def names(self) -> list[str]:
        """The names of all questionnaires in the order of their use, then those of the team's own, sorted.

        Shared sections, which stand in folders below, are none.
        """
        found = {path.stem for folder in self.folders for path in folder.glob(f"*{ENDING}")}
        return sorted(found, key=lambda name: (ORDER.index(name) if name in ORDER else len(ORDER), name))

    def path(self, name: str) -> Path | None:
        """The file of the questionnaire `name`, or of the shared section `common/NAME@VERSION`."""
        return next(iter(self.paths(name)), None)

    def paths(self, name: str) -> list[Path]:
        """All files of this name, the one that counts first; also what turns out to be a folder or to lead nowhere."""
        found = (folder / f"{name}{ENDING}" for folder in self.folders)
        return [path for path in dict.fromkeys(found) if path.exists() or path.is_symlink()]

    def shared(self) -> list[str]:
        """The names of all shared sections, such as `common/timeline@2`, sorted."""
        found = (path for folder in self.folders for path in (folder / "common").glob(f"*{ENDING}"))
        return sorted({f"common/{path.stem}" for path in found})

    def beside(self, file: Path) -> Shelves:
        """These shelves, after the folder that `file` stands in."""
        return Shelves((file.parent, *self.folders))
