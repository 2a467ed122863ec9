"""Words of one person from two windows: one whose line dropped, and the one in which they went on."""

from __future__ import annotations


def merged(base: str, theirs: str, ours: str, between: str = "\n") -> str:
    """What `theirs` and `ours` say together, where both began with `base`; none of their words is left out.

    Where one of them changed `base` itself, they stand one behind the other with `between`.
    """
    if ours.startswith(theirs):
        return ours
    if theirs.startswith(base) and ours.startswith(base):
        return theirs + ours.removeprefix(base)
    return f"{ours}{between}{theirs}"
