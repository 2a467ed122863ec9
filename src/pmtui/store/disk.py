"""The system calls of the store: what is written is on the disk, is nobody else's to read, and follows no link."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from pmtui.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

FILE_MODE = 0o600
FOLDER_MODE = 0o700
TEAM_FILE_MODE = 0o660
TEAM_FOLDER_MODE = 0o2770
"""What is made in a folder of a team belongs to the team: the set-group-id bit hands the group on."""

TEMPORARY = ".tmp"

# macOS only: there, fsync leaves the data in the cache of the drive.
_FULL_FLUSH: int | None = getattr(fcntl, "F_FULLFSYNC", None)

_REASONS = {
    errno.ENOSPC: "the disk is full; make room and try again",
    errno.EDQUOT: "your share of the disk is used up; make room and try again",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "no permission",
    errno.EPERM: "no permission",
    errno.EFBIG: "the file would be larger than the limit that is set here",
    errno.EIO: "the disk reports an error; nothing newer than the last save can be relied on",
    errno.ELOOP: "a symbolic link stands where a file of the store belongs; take it away",
    errno.ENOLCK: "the file system cannot lock files; keep the store on a local disk",
    errno.EEXIST: "it is there already",
    errno.ENOTEMPTY: "it is there already",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
}


@contextmanager
def refusing(failed: str, where: Path) -> Iterator[None]:
    """Turn an OSError of the block into `Refused`: `failed` (what did not happen), `where`, and the reason in words."""
    try:
        yield
    except OSError as error:
        raise Refused(f"{failed}: {where}: {reason(error)}") from error


def reason(error: OSError) -> str:
    """Why a system call failed, in words, and what to do where that is known."""
    return _REASONS.get(error.errno or 0) or (error.strerror or str(error)).lower()


class Folder:
    """An open folder; its methods raise OSError.

    It is held by descriptor, so that it stays the same folder when it is moved meanwhile, and so that nobody can put a
    link in its place between two calls.  One that lies `within` another is opened there, whatever the path leads to.
    """

    def __init__(self, path: Path, within: Folder | None = None) -> None:
        self.path = path
        flags = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW
        self.fd: int = os.open(path, flags) if within is None else os.open(path.name, flags, dir_fd=within.fd)

    def __enter__(self) -> Folder:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        close(self.fd)

    def is_still_there(self) -> bool:
        """Whether the path still leads to this folder."""
        try:
            return os.path.samestat(os.lstat(self.path), os.fstat(self.fd))
        except FileNotFoundError:
            return False

    def names(self) -> list[str]:
        """The names of the files in it, sorted."""
        return sorted(os.listdir(self.fd))  # noqa: PTH208  (by descriptor, like everything here)

    def read(self, name: str) -> bytes | None:
        """The bytes of the file `name`, or None where there is none."""
        try:
            fd = os.open(name, os.O_RDONLY | os.O_NOFOLLOW, dir_fd=self.fd)
        except FileNotFoundError:
            return None
        with _closing(fd):
            return b"".join(iter(lambda: os.read(fd, 1 << 20), b""))

    def open_or_create(self, name: str) -> int:
        """A descriptor of the file `name` for reading and writing."""
        with suppress(FileExistsError):
            return self._new(name)
        return os.open(name, os.O_RDWR | os.O_NOFOLLOW, dir_fd=self.fd)

    def create(self, name: str, data: bytes, *, durable: bool = True) -> None:
        """A new file `name` with `data`.  Its name is durable after `flush`."""
        fd = self._new(name)
        with _closing(fd):
            _write(fd, data)
            if durable:
                _flush(fd)

    def append(self, name: str, data: bytes) -> None:
        """Add `data` to the end of the file `name`, which exists; durable on return."""
        fd = os.open(name, os.O_WRONLY | os.O_APPEND | os.O_NOFOLLOW, dir_fd=self.fd)
        with _closing(fd):
            _write(fd, data)
            _flush(fd)

    def replace(self, name: str, data: bytes, *, durable: bool = True) -> None:
        """Make `data` the file `name`, as a whole or not at all.  Only one writer at a time."""
        temporary = name + TEMPORARY
        self.remove(temporary)
        try:
            self.create(temporary, data, durable=durable)
            os.replace(temporary, name, src_dir_fd=self.fd, dst_dir_fd=self.fd)
        except BaseException:
            with suppress(OSError):  # the error that matters is on its way; the next writer removes the rest
                self.remove(temporary)
            raise
        if durable:
            self.flush()

    def remove(self, name: str) -> None:
        """Remove the file `name`, if there is one."""
        with suppress(FileNotFoundError):
            os.unlink(name, dir_fd=self.fd)

    def flush(self) -> None:
        """Make the names in this folder durable."""
        _flush(self.fd)

    def _new(self, name: str) -> int:
        mode = TEAM_FILE_MODE if is_of_a_team(os.fstat(self.fd)) else FILE_MODE
        fd = os.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, FILE_MODE, dir_fd=self.fd)
        try:
            os.fchmod(fd, mode)  # gives back what the umask took
        except BaseException:
            close(fd)
            raise
        return fd


def close(fd: int) -> None:
    """Give back a descriptor.  What had to be durable was flushed before, so an error here says nothing about it."""
    with suppress(OSError):
        os.close(fd)


def is_of_a_team(folder: os.stat_result) -> bool:
    """Whether a folder is one that `pmtui init --group` made."""
    return bool(folder.st_mode & stat.S_ISGID and folder.st_mode & stat.S_IWGRP)


def make_folder(path: Path) -> None:
    """Make the folder `path` and those above it, durable; what is there stays as it is.

    It is for its owner alone, or for the team where the folder above is.  Raises OSError where a link stands there.
    """
    if path.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    if path.is_dir():
        return
    make_folder(path.parent)
    mode = TEAM_FOLDER_MODE if is_of_a_team(path.parent.stat()) else FOLDER_MODE
    with suppress(FileExistsError):
        path.mkdir(FOLDER_MODE)
        path.chmod(mode)  # gives back what the umask took
    with Folder(path.parent) as parent:
        parent.flush()


def move(folder: Path, to: Path) -> None:
    """Move `folder` to the path `to`, durable on return.  Raises OSError where something is there."""
    folder.rename(to)
    for parent in {folder.parent, to.parent}:
        with Folder(parent) as changed:
            changed.flush()


def _write(fd: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:  # a short write is legal, and is what a full disk gives first
        rest = rest[os.write(fd, rest) :]


def _flush(fd: int) -> None:
    if _FULL_FLUSH is None:
        os.fsync(fd)
    else:
        fcntl.fcntl(fd, _FULL_FLUSH)


@contextmanager
def _closing(fd: int) -> Iterator[None]:
    try:
        yield
    finally:
        close(fd)
