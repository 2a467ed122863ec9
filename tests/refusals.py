"""What a call refuses, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable


def refused(call: Callable[..., object], *arguments: object) -> str:
    """The text of the refusal of `call`; fails where it does not refuse."""
    said = refusal(call, *arguments)
    assert said is not None, f"{call} was not refused"
    return said


def refusal(call: Callable[..., object], *arguments: object) -> str | None:
    """The text of the refusal of `call`; None where it does what it is asked for."""
    try:
        call(*arguments)
    except Refused as fault:
        return str(fault)
    return None
