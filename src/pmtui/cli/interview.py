"""`pmtui interview`: open an interview, or make one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.cli.opening import needs_a_terminal, open_app, view_of
from pmtui.errors import Refused

if TYPE_CHECKING:
    from argparse import Namespace

    from pmtui.record.view import View


def run(given: Namespace) -> int:
    """Open the interview in the app; with --no-open print the id of the new one."""
    if given.no_open and not given.new:
        raise Refused("--no-open goes with --new")
    if given.no_open and given.plain:
        raise Refused("--plain opens the interview; leave one of --plain and --no-open out")
    if not (given.no_open or given.plain):
        needs_a_terminal("--plain asks line by line, and `pmtui answer` saves answers")
    if given.alone is not None and given.new:
        raise Refused("--as opens an interview that is there; make it with --new first")
    if given.follow_up is not None and given.new:
        raise Refused("--follow-up goes on with an interview that has ended; leave one of it and --new out")
    if given.follow_up is not None and given.alone not in (None, given.follow_up):
        raise Refused(f"--as {given.alone} answers for nobody else; leave --follow-up {given.follow_up} out")
    store, view = view_of(given)
    incident = view.incident.id
    if given.new:
        from pmtui.intake.people import begin
        from pmtui.questionnaire.shelves import Shelves

        if given.interview or not given.participant:
            raise Refused("a new interview needs --participant, such as p1, and no INTERVIEW")
        name = begin(store, incident, given.participant, given.questionnaire, Shelves.of_store(store.root))
    elif given.follow_up is not None:
        from pmtui.intake.taking_up import take_up
        from pmtui.interview.taking_up import interview_of

        name = interview_of(view, given.follow_up, given.interview)
        take_up(store, incident, name)
    else:
        name = _named(view, given.interview, given.alone)
    if given.no_open:
        print(name)
        return 0
    if given.plain:
        from pmtui.cli import plainly

        return plainly.run(given, store, incident, name)
    return open_app(given, interview=(incident, name), alone=given.alone is not None)


def _named(view: View, name: str | None, participant: str | None) -> str:
    """The interview that is meant: the one named, else the only one that has not ended, or the only one.

    Of a `participant`, only their own.
    """
    whose = view.participant(participant).id if participant else None
    theirs = {each.id: each for each in view.interviews.values() if whose in (None, each.participant)}
    if name is not None:
        found = view.interview(name).id
        if found not in theirs:
            raise Refused(f"{found} is not an interview of {whose}, who has: {', '.join(theirs) or 'none yet'}")
        return found
    some = [each.id for each in theirs.values() if each.state != "ended"] or list(theirs)
    if len(some) == 1:
        return some[0]
    if not some:
        of = f" of {whose}" if whose else ""
        make = f"make one with --new --participant {whose or 'p1'}"
        raise Refused(f"no interview{of} in {view.incident.id} yet; {make}")
    raise Refused(f"which interview? name one of {', '.join(some)}")
