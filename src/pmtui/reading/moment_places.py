"""What is said of a zone: its letters, its name in full, a place, an offset."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmtui.reading.moment_words import ALSO_WORDS, LOCAL_TIMES, SaidTime, SaidZone
from pmtui.reading.zones import city_zone

if TYPE_CHECKING:
    from pmtui.reading.moment_words import Meaning

FULL_NAMES = {
    "greenwich mean": "GMT", "western european": "WET", "western european summer": "WEST",
    "central european": "CET", "central european standard": "CET", "central european summer": "CEST",
    "eastern european": "EET", "eastern european standard": "EET", "eastern european summer": "EEST",
    "british summer": "BST", "moscow standard": "MSK", "israel standard": "Asia/Jerusalem",
    "israel daylight": "Asia/Jerusalem", "irish standard": "Europe/Dublin", "india standard": "Asia/Kolkata",
    "indian standard": "Asia/Kolkata", "pakistan standard": "PKT", "china standard": "Asia/Shanghai",
    "china": "Asia/Shanghai", "hong kong": "HKT", "singapore standard": "SGT", "japan standard": "JST",
    "japanese": "JST", "japan": "JST", "korea standard": "KST", "korean": "KST", "korean standard": "KST",
    "australian eastern standard": "AEST", "australian eastern daylight": "AEDT", "australian western standard": "AWST",
    "australian central standard": "ACST", "australian central daylight": "ACDT", "new zealand standard": "NZST",
    "new zealand daylight": "NZDT", "atlantic standard": "AST", "atlantic daylight": "ADT",
    "newfoundland standard": "NST", "newfoundland daylight": "NDT", "alaska standard": "AKST",
    "alaska daylight": "AKDT", "hawaii standard": "HST", "hawaii-aleutian standard": "HST", "hawaii": "HST",
    "brasilia": "BRT", "brasilia standard": "BRT", "east africa": "EAT", "west africa": "WAT",
    "central africa": "CAT", "south africa standard": "SAST", "south african standard": "SAST",
    "universal": "UTC", "coordinated universal": "UTC", "universal coordinated": "UTC",
    "zulu": "UTC", "uk": "Europe/London", "british": "Europe/London", "beijing": "Asia/Shanghai",
    "german": "Europe/Berlin", "french": "Europe/Paris", "india": "Asia/Kolkata", "indian": "Asia/Kolkata",
    "delhi": "Asia/Kolkata", "mumbai": "Asia/Kolkata", "israel": "Asia/Jerusalem", "swiss": "Europe/Zurich",
    "california": "America/Los_Angeles", "san francisco": "America/Los_Angeles", "seattle": "America/Los_Angeles",
    "boston": "America/New_York",
}  # fmt: skip
"""Zones by what stands before "time": letters, or the place whose clocks are meant where letters have two readings."""

BEHIND_GREENWICH = {*range(-720, 0, 60), -150, -210, -270, -570}
"""Offsets behind UTC that are in use, in minutes."""


def full_name(match: re.Match[str]) -> list[Meaning]:
    """A zone whose name is spelled out."""
    name = FULL_NAMES[" ".join(match["name"].casefold().split())]
    return [("zone", SaidZone("letters" if name.isalpha() and name != "UTC" else "place", name))]


def letters(match: re.Match[str]) -> list[Meaning]:
    """A zone by its letters."""
    word = match["letters"].upper()
    is_word = word in ALSO_WORDS and not match["letters"].isupper()
    return [] if is_word else [("zone", SaidZone("letters", word))]


def local(match: re.Match[str]) -> list[Meaning]:
    """A time of the United States: of summer, of winter, or of that day."""
    said = match.groupdict()
    name = said["local"] or said["local_too"]
    word = name.casefold()
    if len(word) == 2 and not name.isupper():
        return []
    if season := said.get("season"):
        return [("zone", SaidZone("letters", f"{word[0]}{season[0]}t".upper()))]
    return [("zone", SaidZone("place", LOCAL_TIMES[word]))]


def city(match: re.Match[str]) -> list[Meaning]:
    """The zone of a city."""
    name = city_zone(match["city"])
    if name is None and re.search(r"[\dm).] ?[(]?$", match.string[: match.start()]):
        return [("open", f"Which zone is {match[0]}? Write it as Europe/Berlin, or the offset, such as +02:00.")]
    return [("zone", SaidZone("place", name))] if name else []


def there(match: re.Match[str]) -> list[Meaning]:
    """The question whether the clocks of a city are meant, where there is a zone of that name."""
    name = city_zone(match["city"]) or city_zone(match["city"].split()[0])
    return (
        [("open", f"Is that the time {match[0]}? Then write {name} behind it; else leave the place out.")]
        if name
        else []
    )


def unknown_zone(match: re.Match[str]) -> list[Meaning]:
    """The question which zone letters name."""
    return [
        ("open", f"Which zone is {match[0]}? Write the place, such as Europe/Berlin, or the offset, such as +02:00.")
    ]


def offset(match: re.Match[str]) -> list[Meaning]:
    """A zone by its offset."""
    hours, minutes = int(match["hours"]), int(match.groupdict().get("minutes") or 0)
    if hours > 14 or minutes > 59:
        return [("open", f"{match[0].strip()} is not an offset that is in use; which zone is meant?")]
    return [("zone", SaidZone("offset", f"{match['sign']}{hours:02}:{minutes:02}"))]


def until_or_offset(match: re.Match[str]) -> list[Meaning]:
    """A clock time with another behind a dash, which is its end, its offset, or either."""
    one, two = ((int(match[f"hour{end}"]), int(match[f"minute{end}"] or 0)) for end in ("", "_two"))
    apart = ((two[0] - one[0]) * 60 + two[1] - one[1]) % 1440
    is_clock = max(one[0], two[0]) < 24 and max(one[1], two[1]) < 60
    # With a zone behind it, the second is no offset.
    has_zone = re.match(r" ?[(]?(?:[A-Z]{2,5}\b|[+-]\d)", match.string[match.end() :]) is not None
    is_end = is_clock and bool(match["minute_two"]) and (two > one or 0 < apart <= 720 or has_zone)
    is_offset = -(two[0] * 60 + two[1]) in BEHIND_GREENWICH
    after_date = re.search(r"\d{4}-\d\d-\d\d $", match.string[: match.start()])
    alike = ":" in match["between"] and not (after_date and two < one)
    start = SaidTime(*one)
    if is_end and (alike or has_zone or not is_offset):
        return [("time", start), ("to", ""), ("time", SaidTime(*two))]
    if is_offset and not is_end and match["minute_two"]:
        return [("time", start), ("zone", SaidZone("offset", f"-{two[0]:02}:{two[1]:02}"))]
    return [
        ("open", f"Is {match[0].strip()} a period or a time with its offset? Write 14:05 to 15:10, or 14:05 UTC-7.")
    ]
