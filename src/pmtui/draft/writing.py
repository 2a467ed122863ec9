"""A draft becomes a file, and never takes another file's place unasked."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from pmtui.errors import Refused
from pmtui.reading.plain import quoted, shortened


def write(text: str, name: str | Path, *, replace: bool = False, way_out: str = "name another file") -> Path:
    """Write `text` to the file `name`, readable by its owner alone; returns the whole path.

    Raises `Refused` where the file is there and `replace` is false, with the `way_out` that there is, or where it
    cannot be written.  A file that is replaced is whole at every moment: the old one or the new one.
    """
    try:
        path = Path(name).expanduser().absolute()
        os.fsencode(path)
    except (RuntimeError, UnicodeEncodeError):
        raise Refused(f"{quoted(str(name))}: not written: no file can have this name") from None
    if "\0" in str(path):
        raise Refused(f"{quoted(str(name))}: not written: no file can have this name")
    if os.path.isdir(path):  # noqa: PTH112  (Path.is_dir raises where a name is too long)
        raise Refused(f"{path} is a folder; name a file in it, such as {path / 'draft.md'}")
    if os.path.lexists(path) and not replace:
        raise Refused(f"{path} is there already and was not changed; {way_out}")
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if replace:
            part.replace(path)
        else:
            path.hardlink_to(part)  # fails where somebody else made the file in the meantime
    except OSError as error:
        raise Refused(f"{shortened(str(path), 200)}: not written: {error.strerror}") from None
    finally:
        with suppress(OSError):
            part.unlink()
    return path
