"""Accounts that were taken back: the one place where they are left out.

A participant who withdraws stays, marked; their interviews, the answers in them, and what was decided about these are
in no view that findings, drafts and exports are made from.  The store keeps them until they are forgotten, and another
state of the participant brings them back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    Tables = Mapping[str, Mapping[str, Mapping[str, Any]]]

WITHDRAWN: Final = "withdrawn"
MEANING: Final = (
    "Their account is left out of every draft, export and finding. The store keeps it, with its history, "
    "until `pmtui forget`. Another state brings it back."
)


def without_withdrawn(tables: Tables) -> Tables:
    """`tables` without the accounts of those who withdrew; `tables` themselves where nobody did."""
    hidden = withdrawn_interviews(tables)
    if not hidden:
        return tables
    shown = {
        "interviews": {name: each for name, each in tables["interviews"].items() if name not in hidden},
        "answers": {
            name: each for name, each in tables.get("answers", {}).items() if each.get("interview") not in hidden
        },
        # What is decided about an interview or one of its answers begins with the id of the interview.
        "decisions": {
            name: each
            for name, each in tables.get("decisions", {}).items()
            if str(each.get("about")).partition("/")[0] not in hidden
        },
    }
    alone = {tables["interviews"][name].get("snapshot") for name in hidden} - _named(shown)
    asked = {name: each for name, each in tables.get("questionnaires", {}).items() if name not in alone}
    return {**tables, **shown, "questionnaires": asked}


def _named(tables: Tables) -> set[object]:
    """The questionnaires that the interviews of `tables` are on, or were on before they were moved."""
    moves = (each.get("value") for each in tables["decisions"].values())
    earlier = {each.get("from") for each in moves if isinstance(each, dict) and isinstance(each.get("from"), str)}
    return earlier | {each.get("snapshot") for each in tables["interviews"].values()}


def withdrawn_interviews(tables: Tables) -> frozenset[str]:
    """The interviews of participants who withdrew."""
    people = {name for name, each in tables.get("participants", {}).items() if each.get("state") == WITHDRAWN}
    return frozenset(
        name for name, each in tables.get("interviews", {}).items() if people and each.get("participant") in people
    )
