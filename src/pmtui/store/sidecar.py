"""Small files beside the journal that one person writes for one interview, replaced as a whole each time."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from .disk import Folder, make_folder, reason, refusing
from .lock import locked
from .names import sidecar_file, sidecar_files
from .plain import encode, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .files import FileBackend


class Sidecar:
    """The files `<kind>/<interview>.<author>.json` in the folders of incidents.

    `durable` ones are flushed to the disk, and one that is damaged is kept in quarantine before it is written over.
    The others are worth no wait.
    """

    def __init__(self, files: FileBackend, kind: str, *, durable: bool) -> None:
        self._files = files
        self._kind = kind
        self._durable = durable

    def keep(self, incident: str, interview: str, content: dict[str, Any]) -> None:
        """Make `content` the file.  Raises `Refused`."""
        data = encode(plain(content, f"{self._kind} of {interview}"))
        name = sidecar_file(interview, self._files.by)
        with self._files.open(incident) as home:
            path = home.path / self._kind
            with refusing("not saved", path):
                make_folder(path)
                folder = Folder(path, home)
            # A lock of its own: who types never waits for a save, and two windows of one person use one name.
            with folder, locked(folder, self._files.by), refusing("not saved", path / name):
                old = folder.read(name) if self._durable else None
                if old is not None and _decoded(old) is None:
                    self._files.quarantine(folder, name, old)
                folder.replace(name, data, durable=self._durable)

    def get(self, incident: str, interview: str) -> dict[str, Any] | None:
        """The content of the file; None where there is none, or none that can be read, which `notices` tell then."""
        name = sidecar_file(interview, self._files.by)
        with self._files.open(incident) as home:
            path = home.path / self._kind
            try:
                with Folder(path, home) as folder:
                    raw = folder.read(name)
            except FileNotFoundError:
                return None
            except OSError as error:
                self._files.tell([f"{path / name} cannot be read: {reason(error)}"])
                return None
        content = None if raw is None else _decoded(raw)
        if raw is not None and content is None:
            self._files.tell([f"{path / name} is damaged and was passed over"])
        return content

    def drop(self, incident: str, interview: str) -> None:
        """Remove the file, if there is one.  Raises `Refused`."""
        name = sidecar_file(interview, self._files.by)
        with self._opened(incident) as folder:
            if folder:
                folder.remove(name)

    def scrub(self, incident: str, interview: str, about: dict[str, Any]) -> int:
        """Remove every author's file of `interview` in which the fields `about` stand, and every one that is damaged.

        Returns how many files that were.  Raises `Refused`.
        """
        with self._opened(incident) as folder:
            if not folder:
                return 0
            names = [name for name in folder.names() if name.startswith(sidecar_files(interview))]
            gone = [name for name in names if _is_about(folder.read(name) or b"", about)]
            for name in gone:
                folder.remove(name)
            folder.flush()
        return len(gone)

    @contextmanager
    def _opened(self, incident: str) -> Iterator[Folder | None]:
        """The folder, under the lock that `keep` takes; what another window of this person writes is whole or gone."""
        with self._files.open(incident) as home, refusing("not removed", home.path / self._kind):
            try:
                folder = Folder(home.path / self._kind, home)
            except FileNotFoundError:
                yield None
                return
            with folder, locked(folder, self._files.by):
                yield folder


def _is_about(raw: bytes, about: dict[str, Any]) -> bool:
    content = _decoded(raw)
    return content is None or all(content.get(name) == value for name, value in about.items())


def _decoded(raw: bytes) -> dict[str, Any] | None:
    try:
        content = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return content if isinstance(content, dict) else None
