"""One moment that is said twice, on two clocks or in two ways: "14:05 EDT (18:05 UTC)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmtui.reading.moment_words import Token

DIVIDES = re.compile(r"[(\[/|=,;]|\bi\.?e\.?\b|\baka\b|\bor\b")


def pairs(text: str, found: list[Token]) -> Iterator[tuple[list[Token], list[Token]]]:
    """Ways to take `found` apart into two that each say a time of day, the one that is in brackets second."""
    if bracket := re.search(r"[(\[](.*?)[)\]]", text):
        start, end = bracket.span()
        inner = [token for token in found if start <= token.span[0] < end]
        outer = [token for token in found if token not in inner]
        if _says_time(inner) and _says_time(outer):
            yield outer, inner
    for index in range(1, len(found)):
        gap = text[found[index - 1].span[1] : found[index].span[0]]
        one, two = found[:index], found[index:]
        if DIVIDES.search(gap) and _says_time(one) and _says_time(two):
            yield one, two


def without_one_zone(found: list[Token]) -> list[list[Token]]:
    """`found` once with each of the two zones that it says; empty where it does not say two."""
    zones = [token for token in found if token.kind == "zone"]
    return [[token for token in found if token is not zone] for zone in zones[::-1]] if len(zones) == 2 else []


def _says_time(found: list[Token]) -> bool:
    return any(token.kind == "time" for token in found)
