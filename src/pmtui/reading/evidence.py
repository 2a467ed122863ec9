"""What shows that something is so: a link, a ticket, or a file, of which its sum is kept and never its content."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

LARGEST = 1 << 30
"""Bytes of a file that is still read to take its sum."""

_LINK = re.compile(r"[a-z][a-z0-9+.-]{1,20}://\S+", re.IGNORECASE)


def read_evidence(words: str) -> dict[str, Any]:
    """`{"words", "kind", "sha256", "bytes"}`: kind is link, file or reference; the last two of a file alone.

    A file counts as one where it is there and can be read; all else is kept as words, such as the number of a ticket.
    """
    text = words.strip()
    if _LINK.fullmatch(text):
        return {"words": text, "kind": "link", "sha256": None, "bytes": None}
    found = _of_file(text)
    return {"words": text, "kind": "file" if found else "reference", **(found or {"sha256": None, "bytes": None})}


def _of_file(text: str) -> dict[str, Any] | None:
    if "\n" in text or "\0" in text or len(text) > 4096 or ("/" not in text and "." not in text):
        return None
    import hashlib

    try:
        path = Path(text).expanduser()
        if not path.is_file() or path.stat().st_size > LARGEST:
            return None
        with path.open("rb") as file:
            return {"sha256": hashlib.file_digest(file, "sha256").hexdigest(), "bytes": path.stat().st_size}
    except (OSError, RuntimeError, ValueError):
        return None


def show_evidence(document: dict[str, Any]) -> str:
    """Evidence for a reader: the words, and of a file enough of its sum to tell it from another."""
    if document.get("sha256"):
        return f"{document['words']} (SHA-256 {document['sha256'][:16]}…, {document['bytes']:,} bytes)"
    return str(document["words"])
