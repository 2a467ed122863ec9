"""What holds for this person on this machine: folders, author, and `config.toml`."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import NamedTuple

from pmtui.errors import Refused

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
    """What is wrong with `config.toml`, one line each; what it says there is not used."""
    theme: str = "auto"
    """One of `looks.WISHES`."""

    @classmethod
    def found(cls, *, store: str | None = None, by: str | None = None) -> Settings:
        """What the options say, else the environment (`PMTUI_STORE`, `PMTUI_BY`), else the file, else the machine."""
        given = store or os.environ.get("PMTUI_STORE")
        root = _whole(given) if given else _platform("user_data_path")
        config = _platform("user_config_path") / "config.toml"
        cache = _platform("user_cache_path")
        named = by or os.environ.get("PMTUI_BY")
        if named:
            return cls(root, cache, named, config)
        author, notices = _author_in(config)
        is_guess = author is None and not notices and _is_shared()
        return cls(root, cache, author or account(), config, is_guess, notices)


def account() -> str:
    """The name of the Unix account; its number where the list of accounts cannot be read."""
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())


def keep_author(config: Path, name: str) -> None:
    """Write `name` into the file `config` as the author; what else stands there stays.  Raises `Refused`."""
    line = f"author = {json.dumps(name, ensure_ascii=False)}\n"
    part = config.with_name(f".{config.name}.{os.getpid()}")
    try:
        before = config.read_text(encoding="utf-8") if config.exists() else ""
        config.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Before all else: a key that stood after a table would be the table's.
        part.write_text(line + before, encoding="utf-8")
        part.replace(config)
    except (OSError, ValueError) as error:
        raise Refused(f"{config} was not written: {getattr(error, 'strerror', None) or error}") from None


def package_folder(name: str) -> Path:
    """A folder of data that comes with pmtui, such as `questionnaires`."""
    return Path(__file__).parent / name


def _author_in(config: Path) -> tuple[str | None, tuple[str, ...]]:
    """The author that `config` names, if any, and what is wrong with it."""
    try:
        text = config.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return None, ()
    except (OSError, UnicodeDecodeError) as error:
        return None, (f"{config} is not used: {getattr(error, 'strerror', None) or 'it is not UTF-8'}",)
    import tomllib

    try:
        author = tomllib.loads(text).get("author")
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return None, (f"{config} is not used: {error}",)
    if author is None or (isinstance(author, str) and author.strip() and author.isprintable()):
        return author, ()
    return None, (f'{config}: author is not used; it should be a name, such as author = "alex"',)


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
