"""`pmtui consent`: what a participant agreed to, or a change of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmtui.cli.opening import print_json, view_of

if TYPE_CHECKING:
    from argparse import Namespace


def run(given: Namespace) -> int:
    """Record what is given, the rest stays as it stood; print what stands, and below it what was said before."""
    from pmtui.intake.starting import now
    from pmtui.record import consent
    from pmtui.record.view import View

    store, view = view_of(given)
    incident, who = view.incident.id, view.participant(given.participant)
    told = {name: getattr(given, name) for name in ("quote", "named", "readers")}
    if any(told.values()):
        before = consent.stands(who)
        choice = consent.Choice(
            before.quote if given.quote is None else given.quote == "yes",
            before.named if given.named is None else given.named == "yes",
            given.readers or before.readers,
        )
        store.change(incident, lambda edit: consent.give(edit, who.id, choice, now(store.by)))
        view = View(store.view(incident))
        who = view.participant(who.id)
    if given.format == "json":
        print_json([each.model_dump(mode="json") for each in consent.history(view, who.id)])
        return 0
    print(consent.words(who.consent))
    for each in consent.history(view, who.id):
        print(f"  {each.at}  {each.by}  {consent.words(consent.choice_of(each.value))}")
    return 0
