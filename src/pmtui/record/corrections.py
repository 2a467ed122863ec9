"""What is done with an account after its interview: corrections, each with its reason, and its confirmation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from pmtui.record.changes import decide, edit_participant
from pmtui.record.people import must_take_part_now

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmtui.record.changes import Stamp
    from pmtui.record.documents import Decision
    from pmtui.record.edit import Edit
    from pmtui.record.view import View

CORRECT: Final = "correct-answer"
"""A decision about an answer: `revision` is a correction, and `why`."""

CONFIRM: Final = "confirm-account"
"""A decision about a participant: the revision of each answer of theirs that was confirmed."""


@dataclass(frozen=True)
class Confirmation:
    """When an account was confirmed and who wrote that down; `changed` are the ids of answers that changed since."""

    at: str
    by: str
    changed: tuple[str, ...]


def correct(edit: Edit, answer: str, before: int | None, why: str, stamp: Stamp) -> None:
    """Say that the answer `answer` (its id) was corrected, and why, unless it is at the revision `before` still."""
    revision = (edit.get("answers", answer) or {}).get("revision")
    if revision is not None and revision != before:
        decide(edit, CORRECT, answer, stamp, {"revision": revision, "why": why.strip()})


def corrections(view: View) -> Mapping[tuple[str, int], Decision]:
    """The last word on each revision that is a correction, by the answer's id and the revision."""
    return {
        (each.about, each.value["revision"]): each
        for each in view.decisions
        if each.kind == CORRECT and isinstance(each.value, dict) and isinstance(each.value.get("revision"), int)
    }


def reasons(view: View, answer: str) -> dict[int, str]:
    """Why each correction of the answer `answer` (its id) was made, by its revision; empty where nobody said so."""
    found = corrections(view).items()
    return {revision: str(each.value.get("why") or "") for (name, revision), each in found if name == answer}


def confirm_account(edit: Edit, participant: str, stamp: Stamp) -> None:
    """Record that a participant confirmed their account as it stands; raises `Refused` where they take no part."""
    must_take_part_now(edit, participant)
    edit_participant(edit, participant, {"state": "confirmed"})
    decide(edit, CONFIRM, participant, stamp, _revisions(edit, participant))


def has_changed_since_confirmed(edit: Edit, participant: str) -> bool:
    """Whether the account of a participant is another one than they confirmed last, or they never did."""
    decided = edit.all("decisions").values()
    said = [each for each in decided if (each.get("kind"), each.get("about")) == (CONFIRM, participant)]
    return not said or said[-1].get("value") != _revisions(edit, participant)


def _revisions(edit: Edit, participant: str) -> dict[str, int]:
    theirs = {name for name, each in edit.all("interviews").items() if each["participant"] == participant}
    return {name: each["revision"] for name, each in edit.all("answers").items() if each["interview"] in theirs}


def confirmation(view: View, participant: str) -> Confirmation | None:
    """The last time that a participant confirmed their account; none where they never did."""
    said = [each for each in view.decisions if (each.kind, each.about) == (CONFIRM, participant)]
    if not said:
        return None
    last = said[-1]
    before: Mapping[str, Any] = last.value if isinstance(last.value, dict) else {}
    theirs = {name for name, each in view.interviews.items() if each.participant == participant}
    now = {name: each.revision for name, each in view.answers.items() if each.interview in theirs}
    changed = [name for name in {**before, **now} if before.get(name) != now.get(name)]
    return Confirmation(last.at, last.by, tuple(changed))
