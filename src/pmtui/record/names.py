"""Short names that people read and type: of incidents, participants, interviews and items."""

from __future__ import annotations

import re
import secrets
import unicodedata
from typing import TYPE_CHECKING

from pmtui.errors import Refused
from pmtui.reading.plain import quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

LONGEST_SLUG = 40
ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
"""Letters and digits that are not mistaken for one another when read aloud."""

INCIDENT_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


def incident_id(title: str, day: date, taken: Collection[str]) -> str:
    """`2026-03-14-refund-bot` for a title and the incident's first day; with a number behind where it is taken."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain) or ["incident"]
    slug = words[0][:LONGEST_SLUG]
    for word in words[1:]:
        if len(slug) + 1 + len(word) > LONGEST_SLUG:
            break
        slug += f"-{word}"
    base = f"{day.isoformat()}-{slug}"
    name, number = base, 1
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    return name


def checked_incident_id(name: str) -> str:
    """`name` itself, or `Refused` where it cannot be the name of an incident's folder."""
    if not INCIDENT_ID.fullmatch(name):
        raise Refused(f"{quoted(name)} cannot be an incident's id; use letters, digits, dots and dashes, at most 100")
    return name


def numbered(prefix: str, taken: Iterable[str]) -> str:
    """The next of `p1`, `p2`, ...; a number is not used again while a later one is there."""
    numbers = [int(each[len(prefix) :]) for each in taken if each[len(prefix) :].isdecimal()]
    return f"{prefix}{max(numbers, default=0) + 1}"


def item_id(kind: str, taken: Collection[str]) -> str:
    """A new short random id for an item of a `kind`, such as `s3f2q` for a system."""
    while True:
        name = kind[0] + "".join(secrets.choice(ALPHABET) for _ in range(4))
        if name not in taken:
            return name


def in_order(name: str) -> tuple[str, int]:
    """A sort key that puts `i10` behind `i9`."""
    letters = name.rstrip("0123456789")
    return letters, int(name[len(letters) :] or 0)
