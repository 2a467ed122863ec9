"""Names that become names of files."""

from __future__ import annotations

import re

from pmtui.errors import Refused

LONGEST = 32
"""Characters of a name that are kept in a file name; most file systems allow 255 for all parts together."""

_INCIDENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_OTHER = re.compile(rb"[^A-Za-z0-9._-]")
_OTHER_OR_DOT = re.compile(rb"[^A-Za-z0-9_-]")


def is_incident_id(text: str) -> bool:
    """Whether `text` may be the id of an incident, which is the name of its folder."""
    return _INCIDENT.fullmatch(text) is not None


def checked_id(text: str) -> str:
    """`text`.  Raises `Refused` where it may not be the id of an incident."""
    if not is_incident_id(text):
        rule = "up to 100 letters, digits and . _ - of ASCII, a letter or digit first"
        raise Refused(f"{text!r} is not an incident id; it has {rule}")
    return text


def sidecar_file(interview: str, author: str) -> str:
    """The name of the file that keeps something of `author` beside `interview`; distinct pairs have distinct names."""
    # A dot inside the first part would let two pairs share a file.
    return f"{sidecar_files(interview)}{_part(author, _OTHER)}.json"


def sidecar_files(interview: str) -> str:
    """What the names of all such files of `interview` begin with, and of no other one."""
    return f"{_part(interview, _OTHER_OR_DOT)}."


def _part(text: str, other: re.Pattern[bytes]) -> str:
    part = other.sub(lambda match: b"%%%02X" % match[0][0], text.encode(errors="surrogatepass")).decode()
    if len(part) <= LONGEST:
        return part
    from hashlib import sha256

    # An encoded text never holds two percent signs in a row, so no short name looks like a cut one.
    return f"{part[:LONGEST]}%%{sha256(part.encode()).hexdigest()[:16]}"
