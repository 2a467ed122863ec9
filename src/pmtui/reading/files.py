"""A person's file, read whole and not without end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path


def content(path: Path, largest: int, *, why: str = "") -> bytes:
    """What the file at `path` holds.

    Raises `Refused` where it cannot be read, or has more than `largest` bytes, with `why` that is too many.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(largest + 1)
    except OSError as error:
        raise Refused(f"{path}: cannot be read: {error.strerror}") from None
    except ValueError:
        raise Refused(f"{path}: cannot be read: no file can have this name") from None
    if len(raw) > largest:
        raise Refused(f"{path}: larger than {largest:,} bytes{why}")
    return raw
