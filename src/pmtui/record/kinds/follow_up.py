"""What is done about it, and what is learned."""

from __future__ import annotations

from typing import ClassVar

from pmtui.record.kinds.base import Item, Moment


class Action(Item):
    """A corrective action.  What is said of it later, at a check, counts before what was said first."""

    LATEST: ClassVar = ("state", "check_at", "decision", "obstacles")

    what: str | None = None
    kind: str | None = None
    """Vocabulary `action_kind`."""
    aim: str | None = None
    """Vocabulary `action_aim`."""
    strength: str | None = None
    """Vocabulary `action_strength`."""
    level: str | None = None
    """Vocabulary `action_level`."""
    factor: str | None = None
    """Which factor it changes, and how."""
    owner: str | None = None
    owner_basis: str | None = None
    authority: str | None = None
    """Where the authority and the time for it come from."""
    origin: str | None = None
    """Own, ordered by others, agreed with others."""
    ordered_in: str | None = None
    """The order or the agreement that it is written in."""
    condition: str | None = None
    easier: str | None = None
    """What would make the safe way the easy way."""
    due: Moment | None = None
    due_note: str | None = None
    first_step: str | None = None
    until_then: str | None = None
    """What protects people until it is done."""
    done_when: str | None = None
    works_when: str | None = None
    check_at: Moment | None = None
    side_effects: str | None = None
    means: str | None = None
    lasting: tuple[str, ...] = ()
    """Lasting things that change with it."""
    state: str | None = None
    """Vocabulary `action_state`, or the words of a source."""
    obstacles: str | None = None
    evidence: str | None = None
    """What shows that it is done, and who has seen it."""
    verified: str | None = None
    """What "done" rests on: reported, or seen by somebody else."""
    works: str | None = None
    """What has been seen since."""
    again: str | None = None
    """What like it has happened since."""
    decision: str | None = None
    """At the check: go on, close, strengthen, replace."""
    residual: str | None = None


class Declined(Item):
    """An idea that is not followed, and the reasons."""

    what: str | None = None
    why: str | None = None
    again_when: str | None = None


class Backing(Item):
    """What management puts behind the changes."""

    what: str | None = None
    measure: str | None = None
    """How one will know that it worked."""


class Lesson(Item):
    """Something to keep."""

    what: str | None = None
    kinds: tuple[str, ...] = ()
    """Vocabulary `lesson_kind`."""
    whom: str | None = None
    """Whom it is for, and what they would do differently."""
    form: str | None = None
    """The form in which they meet it when they need it."""
    doubts: str | None = None
    """Uncertainties that travel with it."""


class Sharing(Item):
    """What goes outside, and what is taken out first."""

    to: tuple[str, ...] = ()
    """Vocabulary `sharing_destination`."""
    what: str | None = None
    redact: str | None = None
    when: str | None = None
    spared: str | None = None
    """Who could be spared the same."""
    comfort: str | None = None
    """What would make it comfortable to share."""


class Review(Item):
    """A later look: did it come again, was the lesson used."""

    how: str | None = None
    at: Moment | None = None
    found: str | None = None
