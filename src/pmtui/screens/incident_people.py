"""The incident's list of people: their state, their order, what is known of them, and facts that are known already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import OptionList

from pmtui import keys
from pmtui.errors import Refused
from pmtui.reading import vocabularies
from pmtui.reading.plain import shortened
from pmtui.record.people import people, sources
from pmtui.record.withdrawing import MEANING, WITHDRAWN
from pmtui.screens.page import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmtui.interview.facilitating import Check
    from pmtui.record.documents import Participant
    from pmtui.record.view import View
    from pmtui.screens.services import Services

FACTS = "facts"
"""The questionnaire for what is known before anybody is talked with."""

ANOTHER = "+"
SKIP, BOTH = "skip", "both"
NAME_WIDTH = 40
"""Characters of a title or a role that the head of a dialog has room for."""

LINE_WIDTH = 28
"""Characters of a role in a message that is to stay on one line of 80."""


class PeoplePage(Page):
    """The people of the incident `name`; `view` is what the store holds of it when the screen opens."""

    def __init__(self, services: Services, name: str, view: View) -> None:
        super().__init__(services)
        self._incident, self._view = name, view

    def _read_again(self) -> None:
        """Show what the store holds now."""
        raise NotImplementedError

    async def _open(self, interview: str) -> None:
        """Show an interview."""
        raise NotImplementedError

    def _under_cursor(self) -> str:
        interviews = self.query_one("#interviews", OptionList)
        return str(interviews.get_option_at_index(interviews.highlighted or 0).id)

    def _participant(self) -> Participant | None:
        """Who the row under the cursor is about; none, with a word about it, where there is nobody."""
        name = self._under_cursor()
        held = self._view.interviews.get(name)
        found = self._view.participants.get(held.participant if held else name)
        if found is None:
            self.say("There is nobody on the list yet.")
        return found

    def _who_takes_part(self) -> Participant | None:
        """Who the row under the cursor is about, where they take part; none, with a word about it, where not."""
        who = self._participant()
        if who is None or who.takes_part:
            return who
        self._say_away(who)
        return None

    def _say_away(self, who: Participant) -> None:
        """Say that `who` takes no part, and what to do where they do again."""
        did = "withdrew" if who.state == WITHDRAWN else "declined"
        self.say(f"{shortened(who.role, LINE_WIDTH)} {did}. {keys.key('state', 'incident')} sets another state first.")

    async def action_state(self) -> None:
        """Say how it stands with the person under the cursor."""
        from pmtui.screens.choose import Choose

        who = self._participant()
        if who is None:
            return
        states = vocabularies.values("participant_state")
        if who.kind == "source":
            states = tuple(each for each in states if each.id in ("talked", WITHDRAWN))
        if not who.takes_part:
            states = tuple(each for each in states if each.id != "confirmed")  # only an account that stands is
        entries = [(each.id, f"{each.label}: {each.definition}") for each in states]
        now = vocabularies.label("participant_state", who.state).lower()

        async def chosen(state: str | None) -> None:
            if state == WITHDRAWN and who.state != WITHDRAWN:
                await self._withdraw(who)
            elif state is not None:
                self._change(who, state=state)

        await self.open(Choose(f"{shortened(who.role, NAME_WIDTH)} is now: {now}", entries), chosen)

    async def _withdraw(self, who: Participant) -> None:
        from pmtui.screens.choose import Choose

        def chosen(choice: str | None) -> None:
            if choice == "yes":
                self._change(who, state=WITHDRAWN)

        entries = [("yes", "Leave the account out"), ("no", "Keep it as it is")]
        await self.open(Choose(f"{shortened(who.role, NAME_WIDTH)} withdraws", entries, MEANING), chosen)

    def action_earlier(self) -> None:
        """Talk with the person under the cursor before the one above."""
        self._move(-1)

    def action_later(self) -> None:
        """Talk with the person under the cursor after the one below."""
        self._move(1)

    def _move(self, by: int) -> None:
        who = self._participant()
        if who is None:
            return
        order = [each.id for each in people(self._view)]
        if who.id not in order:
            self.say("Sources stand below the people, in the order that they were added.")
        elif 0 <= order.index(who.id) + by < len(order):
            self._change(who, order=str(order.index(who.id) + by + 1))

    async def action_change(self) -> None:
        """Change what is known of the person under the cursor."""
        from pmtui.screens.person_form import PersonForm

        who = self._participant()
        if who is not None:
            form = PersonForm(self.services, self._incident, who)
            await self.open(form, lambda _: self._read_again())

    def _change(self, who: Participant, **fields: str) -> None:
        from pmtui.intake.people import Person, change

        try:
            change(self.services.store, self._incident, who.id, Person(**fields))
        except Refused as refusal:
            self.refused(refusal)
        self._read_again()

    async def _choose_questionnaire(self, participant: str | None) -> None:
        """Begin an interview with a participant: on which questionnaire?"""
        raise NotImplementedError

    async def _check_first(self, participant: str | None) -> None:
        """Before the first interview with a participant, ask the facilitator about themselves; then begin."""
        from pmtui.interview.facilitating import due
        from pmtui.screens.choose import Choose

        asked = due(self._view, self.services.store.by, participant) if participant else []
        if participant is None or not asked:
            await self._choose_questionnaire(participant)
            return
        role = shortened(self._view.participant(participant).role, NAME_WIDTH)
        entries = [("none", "Neither" if len(asked) > 1 else "No")]
        entries += [(each.id, each.ask.format(role=role)) for each in asked]
        entries += [(BOTH, "Both")] if len(asked) > 1 else []

        async def said(choice: str | None) -> None:
            if choice is not None:
                yes = None if choice == SKIP else [each for each in asked if choice in (each.id, BOTH)]
                await self._note_check(participant, asked, yes)

        entries.append((SKIP, "Go on without saying"))
        await self.open(Choose("About you, before you talk", entries, "It is noted, and keeps you from nothing."), said)

    async def _note_check(self, participant: str, asked: Sequence[Check], yes: Sequence[Check] | None) -> None:
        from pmtui.intake.starting import now
        from pmtui.interview.facilitating import note
        from pmtui.screens.choose import Choose

        store = self.services.store
        stamp, ids = now(store.by), None if yes is None else [each.id for each in yes]
        try:
            store.change(self._incident, lambda edit: note(edit, participant, asked, ids, stamp))
        except Refused as refusal:
            self.refused(refusal)
        self._read_again()
        if not yes:
            await self._choose_questionnaire(participant)
            return

        async def considered(choice: str | None) -> None:
            if choice == "go":
                await self._choose_questionnaire(participant)

        entries = [("go", "Go on; it is noted"), ("stop", "Not now")]
        await self.open(Choose("It is noted", entries, " ".join(each.consider for each in yes)), considered)

    async def action_invite(self) -> None:
        """Show a text that invites the person under the cursor to a talk."""
        from pmtui.interview.inviting import invitation, planned
        from pmtui.screens.invitation import InvitationScreen

        who, services = self._who_takes_part(), self.services
        if who is None:
            return
        try:
            text = invitation(self._view, who.id, planned(self._view, who.id), services.store.by)
        except Refused as refusal:
            self.refused(refusal)
            return
        await self.open(InvitationScreen(services, self._incident, who, text))

    async def action_facts(self) -> None:
        """Put in what is known already: from which source?"""
        from pmtui.screens.choose import Choose

        known = [each for each in sources(self._view) if each.takes_part]
        if not known:
            await self._name_source(ANOTHER)
            return
        entries = [*((each.id, each.role) for each in known), (ANOTHER, "Another source")]
        await self.open(Choose("Facts from which source?", entries), self._name_source)

    async def _name_source(self, name: str | None) -> None:
        from pmtui.screens.prompt import Prompt

        if name == ANOTHER:
            about = "What is put in here stands in the draft as told by that source, and no talk is spent on it."
            title = "Which source? Such as alert log, status page or ticket 812"
            await self.open(Prompt(title, "", about), self._add_source)
        elif name is not None:
            await self._open_facts(name)

    async def _add_source(self, words: str | None) -> None:
        from pmtui.intake.people import Person, add

        if words is None or not words.strip():
            return
        try:
            name = add(self.services.store, self._incident, Person(words), kind="source")
        except Refused as refusal:
            self.refused(refusal)
            return
        await self._open_facts(name)

    async def _open_facts(self, source: str) -> None:
        from pmtui.intake.people import begin

        held = [each.id for each in self._view.interviews.values() if each.participant == source]
        try:
            name = (
                held[-1] if held else begin(self.services.store, self._incident, source, FACTS, self.services.shelves)
            )
        except Refused as refusal:
            self.refused(refusal)
            return
        await self._open(name)
