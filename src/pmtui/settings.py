"""What holds for this person on this machine: folders, author."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from pmtui.errors import Refused


class Settings(NamedTuple):
    """Where things are and who is typing."""

    store: Path
    cache: Path
    author: str

    @classmethod
    def found(cls, *, store: str | None = None, by: str | None = None) -> Settings:
        """What the options say, else the environment (`PMTUI_STORE`, `PMTUI_BY`), else the platform."""
        given = store or os.environ.get("PMTUI_STORE")
        root = _whole(given) if given else _platform("user_data_path")
        return cls(root, _platform("user_cache_path"), by or os.environ.get("PMTUI_BY") or account())


def account() -> str:
    """The name of the Unix account; its number where the list of accounts cannot be read."""
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())


def package_folder(name: str) -> Path:
    """A folder of data that comes with pmtui, such as `questionnaires`."""
    return Path(__file__).parent / name


def _whole(path: str) -> Path:
    try:
        return Path(path).expanduser().absolute()
    except RuntimeError:
        raise Refused(f"{path}: the home of that account is not known; write the whole path") from None


def _platform(folder: str) -> Path:
    import platformdirs

    path: Path = getattr(platformdirs, folder)("pmtui", appauthor=False)
    return path
