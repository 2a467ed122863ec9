"""Taking up an interview that has ended, for a follow-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.errors import Refused
from pmtui.intake.starting import now
from pmtui.interview.beginning import days_of
from pmtui.interview.session import Session
from pmtui.interview.taking_up import planned
from pmtui.record import taking_up
from pmtui.record.view import View

if TYPE_CHECKING:
    from pmtui.store import Store


def take_up(store: Store, incident: str, interview: str) -> None:
    """Take up `interview` for what is still to be asked, at the first of it; one that was taken up already goes on.

    Raises `Refused` where it has not ended, or nothing is to be asked.
    """
    view = View(store.view(incident))
    held = view.interview(interview)
    if taking_up.under_way(view, interview):
        return
    if held.state != "ended":
        raise Refused(f"{interview} has not ended yet; open it to go on with it")
    plan = planned(Session(view, interview, days_of(view, interview)))
    if plan is None:
        nothing = "nothing required is unanswered, and nothing is left for later, unclear, or asked by others"
        raise Refused(f"{nothing} in {interview}; open it to answer more, or to change an answer")
    stamp = now(store.by)
    store.change(incident, lambda edit: taking_up.take_up(edit, interview, plan, stamp))
    view = View(store.view(incident))
    session = Session(view, interview, days_of(view, interview))
    first = session.walk.steps[session.asked[0]].place
    store.keep_place(incident, interview, {**(store.place(incident, interview) or {}), **first})
