"""What holds for this person on this machine: folders, author, and `config.toml`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pmtui.config import read
from pmtui.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

# fmt: off
SHARED_ACCOUNTS = frozenset((
    "admin", "administrator", "azureuser", "centos", "debian", "deploy", "devops", "ec2-user", "git", "guest",
    "incident", "incidents", "on-call", "oncall", "opc", "operator", "ops", "pi", "root", "sre", "support", "team",
    "ubuntu", "user", "vagrant",
))
# fmt: on
"""Names of Unix accounts that say nothing of who is typing."""

FIRST_ACCOUNT_OF_A_PERSON = 500
"""Unix accounts below this number belong to the machine; on Linux people begin at 1000, on macOS at 501."""


class Settings(NamedTuple):
    """Where things are and who is typing."""

    store: Path
    cache: Path
    author: str
    config: Path
    """`config.toml`; it need not be there."""
    is_guess: bool = False
    """Nobody said who the author is, and the account may be used by several."""
    notices: tuple[str, ...] = ()
    """What is wrong with `config.toml` and matters to every command, one line each; the default is used instead."""
    theme: str = "auto"
    """One of `looks.WISHES`."""
    zone: str | None = None
    """The time zone of new incidents that name none."""
    keys: Mapping[tuple[str, str], str] = {}
    """Keys other than those of the table, by (`where`, `id`)."""
    screen_notices: tuple[str, ...] = ()
    """What is wrong with `config.toml` and matters to the screens alone."""

    @classmethod
    def found(cls, *, store: str | None = None, by: str | None = None) -> Settings:
        """What the options say, else the environment (`PMTUI_STORE`, `PMTUI_BY`), else the file, else the machine."""
        given = store or os.environ.get("PMTUI_STORE")
        root = _whole(given) if given else _platform("user_data_path")
        config = _platform("user_config_path") / "config.toml"
        cache = _platform("user_cache_path")
        named = by or os.environ.get("PMTUI_BY")
        said = read(config)
        of_all = () if named else tuple(each.words for each in said.faults if each.about in ("file", "author"))
        of_screens = tuple(each.words for each in said.faults if each.words not in of_all)
        author = named or said.author
        is_guess = author is None and not of_all and _is_shared()
        return cls(
            root, cache, author or account(), config, is_guess, of_all, said.theme, said.zone, said.keys, of_screens
        )


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


def _is_shared() -> bool:
    return os.getuid() < FIRST_ACCOUNT_OF_A_PERSON or account() in SHARED_ACCOUNTS


def _whole(path: str) -> Path:
    try:
        return Path(path).expanduser().absolute()
    except RuntimeError:
        raise Refused(f"{path}: the home of that account is not known; write the whole path") from None


def _platform(folder: str) -> Path:
    import platformdirs

    path: Path = getattr(platformdirs, folder)("pmtui", appauthor=False)
    return path
