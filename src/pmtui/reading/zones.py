"""Time zones by name, by the letters of a clock and by offset.

Nothing here knows the zone or the clock of the host.  ``zoneinfo`` is imported when a zone is first needed.
"""

from __future__ import annotations

import functools
import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from pmtui.errors import Refused
from pmtui.reading.plain import quoted

if TYPE_CHECKING:
    from datetime import tzinfo

SHAPE = re.compile(r"[A-Z][A-Za-z0-9_+-]*(?:/[A-Z][A-Za-z0-9_+-]*)*")
OFFSET = re.compile(r"([+-])(\d\d):(\d\d)")
NOT_A_PLACE = {"localtime", "Localtime", "posixrules", "Factory"}
"""Names that a system's zone folder holds besides zones; ``localtime`` is the host's own."""

PLACES = {
    "UTC": "UTC",
    "Etc/GMT": "GMT",
    "Europe/London": "BST",
    "Europe/Lisbon": "WET WEST",
    "Europe/Paris": "CET CEST",
    "Europe/Helsinki": "EET EEST",
    "Europe/Moscow": "MSK",
    "Europe/Dublin": "IST",
    "Asia/Jerusalem": "IST IDT",
    "Asia/Kolkata": "IST",
    "America/New_York": "EST EDT",
    "America/Chicago": "CST CDT",
    "America/Denver": "MST MDT",
    "America/Los_Angeles": "PST PDT",
    "America/Anchorage": "AKST AKDT",
    "America/Adak": "HDT",
    "America/Halifax": "AST ADT",
    "America/St_Johns": "NST NDT",
    "America/Sao_Paulo": "BRT",
    "Africa/Lagos": "WAT",
    "Africa/Maputo": "CAT",
    "Africa/Nairobi": "EAT",
    "Africa/Johannesburg": "SAST",
    "Asia/Karachi": "PKT",
    "Asia/Jakarta": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Jayapura": "WIT",
    "Asia/Shanghai": "CST",
    "Asia/Singapore": "SGT",
    "Asia/Hong_Kong": "HKT",
    "Asia/Seoul": "KST",
    "Asia/Tokyo": "JST",
    "Australia/Perth": "AWST",
    "Australia/Adelaide": "ACST ACDT",
    "Australia/Sydney": "AEST AEDT",
    "Pacific/Auckland": "NZST NZDT",
    "Pacific/Guam": "CHST",
    "Pacific/Honolulu": "HST",
    "Pacific/Pago_Pago": "SST",
}
"""The letters that people write, at a place whose clocks are meant by them."""

LETTERS: dict[str, tuple[str, ...]] = {
    word: tuple(name for name, said in PLACES.items() if word in said.split())
    for words in PLACES.values()
    for word in words.split()
}
"""The places that letters can mean; more than one is asked about."""


@functools.cache
def _names() -> dict[str, str]:
    # Walks the zone folder, some 40 ms: only for a name that a person typed.
    import zoneinfo

    return {name.casefold(): name for name in sorted(zoneinfo.available_timezones() - NOT_A_PLACE)}


def known_zone(name: str) -> bool:
    """Whether `name` is the IANA name of a zone, in its own spelling."""
    return _names().get(name.casefold()) == name


def zone_or_refuse(name: str) -> str:
    """The IANA name that `name` spells, in the spelling of IANA.  Raises `Refused`, with the name that may be meant."""
    names = _names()
    if found := names.get(name.strip().casefold()):
        return found
    import difflib

    cities = {full.rpartition("/")[2]: proper for full, proper in names.items()}
    spellings = {**cities, **names}
    close = difflib.get_close_matches(name.strip().casefold().replace(" ", "_"), spellings, n=1, cutoff=0.75)
    hint = f"did you mean {spellings[close[0]]}?" if close else "write an IANA name such as Europe/Berlin, or UTC"
    raise Refused(f"The time zone {quoted(name)} is not known; {hint}")


def city_zone(city: str) -> str | None:
    """The IANA name of the zone that is named by `city`, where there is one alone."""
    wanted = city.casefold().replace(" ", "_")
    found = {proper for name, proper in _names().items() if "/" in name and name.rpartition("/")[2] == wanted}
    return found.pop() if len(found) == 1 else None


def place(name: str) -> tzinfo:
    """The zone with the IANA name `name`, or the fixed offset ``+01:00``.  Raises `Refused`."""
    if match := OFFSET.fullmatch(name):
        distance = timedelta(hours=int(match[2]), minutes=int(match[3]))
        if distance < timedelta(days=1):
            return timezone(-distance if match[1] == "-" else distance)
    import zoneinfo

    if SHAPE.fullmatch(name) and name not in NOT_A_PLACE:
        try:
            return zoneinfo.ZoneInfo(name)
        except (zoneinfo.ZoneInfoNotFoundError, OSError):  # OSError: the name of a folder, such as America
            pass
    return zoneinfo.ZoneInfo(zone_or_refuse(name))


def spelling(zone: tzinfo) -> str:
    """The IANA name of `zone`, or its offset: what `place` reads."""
    return str(getattr(zone, "key", None) or offset(datetime(2000, 1, 1, tzinfo=zone)))


def instants(local: datetime, zone: tzinfo) -> list[datetime]:
    """The instants at which the clocks of `zone` show `local` (without zone): one; none or two where clocks change."""
    found: list[datetime] = []
    for fold in (0, 1):
        at = local.replace(tzinfo=zone, fold=fold)
        shown = at.astimezone(UTC).astimezone(zone).replace(tzinfo=None)
        if shown == local and at.utcoffset() not in [other.utcoffset() for other in found]:
            found.append(at)
    return found


def first_instant(day: date, zone: tzinfo) -> datetime:
    """The instant at which `day` begins in `zone`; later than 00:00 where the clocks skip midnight."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=zone)
    return midnight.astimezone(UTC).astimezone(zone)


def letters(at: datetime) -> str:
    """What names the zone of `at`: letters such as ``CET``, else the offset ``+05:30``."""
    name = at.tzname() or ""
    return name if name.isalpha() else offset(at)


def offset(at: datetime) -> str:
    """The offset of `at` as ISO 8601 writes it, ``+01:00``."""
    return at.isoformat()[19:].lstrip(".0123456789")


def own_letters(zone: tzinfo, year: int) -> set[str]:
    """The letters that the clocks of `zone` show in `year`, in winter and in summer."""
    return {letters(datetime(year, month, 1, tzinfo=zone)).upper() for month in (1, 7)}
