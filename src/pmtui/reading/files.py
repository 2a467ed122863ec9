"""A person's file, read whole and not without end."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from pmtui.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path


def content(path: Path, largest: int, *, why: str = "") -> bytes:
    """What the file at `path` holds.

    Raises `Refused` where it cannot be read, or has more than `largest` bytes, with `why` that is too many.
    """
    try:
        with os.fdopen(_opened(path), "rb") as file:
            raw = file.read(largest + 1)
    except OSError as error:
        raise Refused(f"{path}: cannot be read: {error.strerror}") from None
    except ValueError:
        raise Refused(f"{path}: cannot be read: no file can have this name") from None
    if len(raw) > largest:
        raise Refused(f"{path}: larger than {largest:,} bytes{why}")
    return raw


def _opened(path: Path) -> int:
    # Opened without waiting: a pipe into which nobody writes would hold the program up, and reads as empty instead.
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    os.set_blocking(descriptor, True)
    return descriptor
