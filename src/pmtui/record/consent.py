"""What participants agreed to: whether a draft may quote them, whether it may name them, who may read their account.

Each choice is a decision, so that the history is kept; the participant's document says what stands.  Where nobody asked
yet, the careful answer counts.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final

from pmtui.errors import Refused
from pmtui.record.changes import decide, edit_participant

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from pmtui.record.changes import Stamp
    from pmtui.record.documents import Consent, Decision, Participant, Readers
    from pmtui.record.edit import Edit
    from pmtui.record.view import View

CONSENT: Final = "consent"

READERS: dict[Readers, str] = {"team": "the team", "reviewers": "reviewers", "anyone": "anyone"}
"""Who may read an account, in words."""


@dataclass(frozen=True)
class Choice:
    """What is agreed to; as it is made here, it is the careful answer."""

    quote: bool = False
    named: bool = False
    readers: Readers = "team"


def give(edit: Edit, participant: str, choice: Choice, stamp: Stamp) -> None:
    """Record what `participant` agreed to.  The same once more changes nothing."""
    before = (edit.get("participants", participant) or {}).get("consent")
    told = asdict(choice)
    if before is not None and {name: before.get(name) for name in told} == told:
        return
    edit_participant(edit, participant, {"consent": {**told, "at": stamp.at, "by": stamp.by}})
    decide(edit, CONSENT, participant, stamp, told)


def choice_of(value: Mapping[str, Any]) -> Choice:
    """The choice that a decision holds.  Raises `Refused` where it is none."""
    readers = value.get("readers")
    if readers not in READERS or not all(isinstance(value.get(name), bool) for name in ("quote", "named")):
        raise Refused("what was agreed to cannot be read; it may have been written by a newer pmtui")
    return Choice(value["quote"], value["named"], readers)


def stands(participant: Participant) -> Choice:
    """What counts for `participant`: what was agreed to, else the careful answer; a source was published already."""
    if participant.kind == "source":
        return Choice(quote=True, named=True, readers="anyone")
    consent = participant.consent
    return Choice() if consent is None else Choice(consent.quote, consent.named, consent.readers)


def is_quoted(participant: Participant) -> bool:
    """Whether a draft repeats their words: unless they said no.

    Where nobody asked, the words stay and the draft says so; else a draft whose opening was passed over would be empty.
    """
    return participant.consent is None or participant.consent.quote


def history(view: View, participant: str) -> list[Decision]:
    """Everything that was agreed to, oldest first."""
    return [each for each in view.decisions if (each.kind, each.about) == (CONSENT, participant)]


def words(consent: Consent | Choice | None) -> str:
    """`quote yes · name no · read by the team`, or that nobody asked."""
    if consent is None:
        return "consent not asked"
    quote, named = ("yes" if each else "no" for each in (consent.quote, consent.named))
    return f"quote {quote} · name {named} · read by {READERS[consent.readers]}"


def forms(consent: Consent | Choice | None) -> tuple[str, ...]:
    """`words`, and a shorter form for a window that is narrow."""
    long = words(consent)
    return long, long.replace("read by the ", "")
